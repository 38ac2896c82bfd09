import { TASK_TABLE } from '../workbook/columns';
import { EMPTY_RECORD, RECORD_INDEX_AREA, RECORD_SHEET, readRecord } from '../workbook/record';
import { sheetOfName } from '../workbook/snapshot';
import type { CellValue, Snapshot } from '../workbook/snapshot';
import { SUMMARY_NAMES } from '../workbook/summary-sheet';
import { areaAddress } from '../workbook/address';

/** What is read beyond the table of tasks. */
export type SnapshotScope = {
  /** The kept changes, for undo and redo. */
  history?: boolean;
};

/**
 * Reads what every plan needs, in one sync for a workbook without a table of tasks and two otherwise: the first
 * finds out what there is and how large, the second reads it. Formulas are only read where there are any, so that
 * an answer stays below Excel's limit of 5 MB at 5,000 rows.
 */
export const takeSnapshot = async (
  context: Excel.RequestContext,
  { history = false }: SnapshotScope = {},
): Promise<Snapshot> => {
  const { workbook } = context;
  const sheets = workbook.worksheets;
  sheets.load('items/name,items/visibility,items/protection/protected');
  const tables = workbook.tables;
  tables.load('items/name,items/worksheet/name');
  const names = workbook.names;
  names.load('items/name,items/formula');

  const table = workbook.tables.getItemOrNullObject(TASK_TABLE);
  table.load('name,worksheet/name,autoFilter/isDataFiltered');
  const tableRange = table.getRange();
  tableRange.load('rowIndex,columnIndex,rowCount,columnCount');
  const withFormulas = tableRange.getSpecialCellsOrNullObject('Formulas');
  withFormulas.load('address');

  const recordSheet = sheets.getItemOrNullObject(RECORD_SHEET);
  recordSheet.load('name');
  const recordIndex = recordSheet.getRange(areaAddress(RECORD_INDEX_AREA));
  recordIndex.load('values');
  await context.sync();

  const found: Snapshot = {
    sheets: sheets.items.map((sheet) => ({
      name: sheet.name,
      visible: sheet.visibility === 'Visible',
      isProtected: sheet.protection.protected,
    })),
    tables: tables.items.map(({ name, worksheet }) => ({ name, sheet: worksheet.name })),
    names: names.items.map(({ name, formula }) => ({ name, formula: String(formula) })),
    tasks: null,
    summary: null,
    record: recordSheet.isNullObject ? EMPTY_RECORD : readRecord(recordIndex.values as CellValue[][]),
  };
  const readsHistory = history && !recordSheet.isNullObject;
  if (table.isNullObject && !readsHistory) return found;

  const recordCells = readsHistory ? recordSheet.getUsedRangeOrNullObject(true) : null;
  recordCells?.load('values');
  const hasFormulas = !table.isNullObject && !withFormulas.isNullObject;
  const summaryName = sheetOfName(found, SUMMARY_NAMES.whole);
  const summarySheet = table.isNullObject || summaryName === null ? null : sheets.getItem(summaryName);
  const summary = summarySheet?.getUsedRangeOrNullObject(true);
  summary?.load('formulas,rowIndex,columnIndex');
  const charts = summarySheet?.charts;
  charts?.load('items/name');
  const head =
    table.isNullObject || tableRange.rowIndex === 0
      ? null
      : sheets
          .getItem(table.worksheet.name)
          .getRangeByIndexes(0, 0, tableRange.rowIndex, tableRange.columnIndex + tableRange.columnCount);
  head?.load('values');
  if (!table.isNullObject) tableRange.load('values');
  if (hasFormulas) tableRange.load('formulas');
  await context.sync();

  return {
    ...found,
    tasks: table.isNullObject
      ? null
      : {
          sheet: table.worksheet.name,
          top: tableRange.rowIndex,
          left: tableRange.columnIndex,
          values: tableRange.values as CellValue[][],
          formulas: hasFormulas ? tableRange.formulas : null,
          filtered: table.autoFilter.isDataFiltered,
          head: (head?.values ?? []) as CellValue[][],
        },
    summary:
      summary && summaryName !== null && !summary.isNullObject
        ? {
            sheet: summaryName,
            top: summary.rowIndex,
            left: summary.columnIndex,
            formulas: summary.formulas as CellValue[][],
            charts: (charts?.items ?? []).map(({ name }) => name),
          }
        : null,
    record:
      recordCells && !recordCells.isNullObject
        ? readRecord(recordCells.values as CellValue[][])
        : found.record,
  };
};
