import { formatRangeAddress } from '@phuluc/ooxml/a1';
import { findLastDone, findNextUndone } from '../../school-workbook/history';
import {
  EMPTY_METADATA_SHEET,
  METADATA_INDEX_RANGE,
  METADATA_SHEET,
  type MetadataSheet,
  readMetadataSheet,
} from '../../school-workbook/metadata-sheet';
import type { RangeSnapshot, Snapshot } from '../../school-workbook/snapshot';
import { SUMMARY_NAMES } from '../../school-workbook/summary/summary-sheet';
import { TASK_TABLE } from '../../school-workbook/tasks/task-columns';
import type { CellValue } from '../../sheets/cell-value';
import { queueFormulaRanges } from './formula-ranges';
import { getHeaderAndBody } from './get-header-and-body';
import { getWorksheet } from './get-worksheet';
import { queuePrintCells, queuePrintTable, toPrintSnapshot } from './print-snapshot';
import { queueLogFormulas, queueProgress, toProgressSnapshot } from './progress-snapshot';
import { queueOfficeSettings } from './queue-office-settings';
import { queueChangedCells } from './read-active-cells';
import { queueTableFormulas, toTableFormulas } from './table-formulas';
import { queueTargets, toTargetsSnapshot } from './targets-snapshot';

/** What is read in addition to the task table. */
type SnapshotScope = {
  /** The log of progress and its settings; read for undo and redo too. */
  progress?: boolean;
  /** The recorded changes, for undo and redo. */
  history?: boolean;
  /** With `history`: the entry to undo or redo, if it is not the next one. */
  entry?: number;
  /** The print sheet; read for undo and redo too. */
  print?: boolean;
  /** The settings that documents need; read with the print sheet, and with `progress` among all settings. */
  office?: boolean;
  /** The target table; read for undo and redo too. */
  targets?: boolean;
};

/** Returns the sheet that holds the totals, whatever its name is. */
function getSummarySheet(workbook: Excel.Workbook): Excel.Worksheet {
  return getWorksheet(workbook.names.getItemOrNullObject(SUMMARY_NAMES.whole).getRangeOrNullObject());
}

/**
 * Loads the cells that undo or redo would overwrite; takes one sync more.
 *
 * @returns null if none of the changes is one of single cells
 */
async function queueUndoCells(
  context: Excel.RequestContext,
  metadata: MetadataSheet,
  entry: number | undefined,
): Promise<(() => RangeSnapshot[]) | null> {
  const ids = new Set([findLastDone(metadata)?.id, findNextUndone(metadata)?.id, entry]);
  const changes = [...ids].flatMap((id) => {
    const change = id === undefined ? undefined : metadata.changes.get(id);
    return change?.kind === 'cells' ? [change] : [];
  });
  if (changes.length === 0) return null;
  const read = queueChangedCells(context.workbook, changes);
  await context.sync();
  return read;
}

/**
 * Reads what every change needs in one sync, and in a second one the formulas of the table, if it has any, and the
 * recorded changes, if requested. Formulas are not always read, so that a response stays below Excel's limit of 5 MB
 * at 5,000 rows.
 */
export async function readSnapshot(
  context: Excel.RequestContext,
  {
    history = false,
    entry,
    print = history,
    progress = history,
    office = print && !progress,
    targets = history,
  }: SnapshotScope = {},
): Promise<Snapshot> {
  const { workbook } = context;
  const sheets = workbook.worksheets;
  sheets.load('items/name,items/visibility,items/protection/protected');
  const tables = workbook.tables;
  tables.load('items/name,items/worksheet/name');
  const names = workbook.names;
  names.load('items/name,items/formula');

  const table = workbook.tables.getItemOrNullObject(TASK_TABLE);
  table.load('name,showHeaders,worksheet/name,autoFilter/isDataFiltered');
  const tableRange = getHeaderAndBody(table);
  tableRange.load('rowIndex,columnIndex,values');
  const withFormulas = queueFormulaRanges(tableRange);
  const head = getWorksheet(table).getRange('A1').getBoundingRect(tableRange.getRow(0));
  head.load('values');

  const summarySheet = getSummarySheet(workbook);
  summarySheet.load('name,charts/items/name');
  const summary = summarySheet.getUsedRangeOrNullObject(true);
  summary.load('formulas,rowIndex,columnIndex');

  const queuedPrint = print ? queuePrintTable(workbook) : null;

  const readOffice = office ? queueOfficeSettings(workbook) : null;

  const queuedProgress = progress ? queueProgress(workbook) : null;

  const queuedTargets = targets ? queueTargets(workbook) : null;

  const metadataSheet = sheets.getItemOrNullObject(METADATA_SHEET);
  metadataSheet.load('name');
  const metadataIndex = metadataSheet.getRange(formatRangeAddress(METADATA_INDEX_RANGE));
  metadataIndex.load('values');
  await context.sync();

  const tableFormulas =
    table.isNullObject || withFormulas.isNullObject ? null : queueTableFormulas(tableRange, withFormulas);
  const readsHistory = history && !metadataSheet.isNullObject;
  const metadataCells = metadataSheet.getUsedRangeOrNullObject(true);
  if (readsHistory) metadataCells.load('values');
  const printCells = queuedPrint && queuePrintCells(queuedPrint);
  const logFormulas = queuedProgress !== null && queueLogFormulas(queuedProgress);
  if (tableFormulas || readsHistory || logFormulas || printCells) await context.sync();

  const metadataValues =
    readsHistory && !metadataCells.isNullObject ? metadataCells.values : metadataIndex.values;
  const metadata = metadataSheet.isNullObject
    ? EMPTY_METADATA_SHEET
    : readMetadataSheet(metadataValues as CellValue[][]);
  const readUndoCells = readsHistory ? await queueUndoCells(context, metadata, entry) : null;
  return {
    sheets: sheets.items.map((sheet) => ({
      name: sheet.name,
      visible: sheet.visibility === 'Visible',
      isProtected: sheet.protection.protected,
    })),
    tables: tables.items.map(({ name, worksheet }) => ({ name, sheet: worksheet.name })),
    names: names.items.map(({ name, formula }) => ({ name, formula: String(formula) })),
    tasks: table.isNullObject
      ? null
      : {
          sheet: table.worksheet.name,
          top: tableRange.rowIndex,
          left: tableRange.columnIndex,
          values: tableRange.values as CellValue[][],
          formulas: tableFormulas && toTableFormulas(tableFormulas),
          filtered: table.autoFilter.isDataFiltered,
          isHeaderOff: !table.showHeaders,
          // Its last row is the header itself.
          head: head.values.slice(0, -1) as CellValue[][],
        },
    summary: summarySheet.isNullObject
      ? null
      : {
          sheet: summarySheet.name,
          ...(summary.isNullObject
            ? { top: 0, left: 0, formulas: [] }
            : {
                top: summary.rowIndex,
                left: summary.columnIndex,
                formulas: summary.formulas as CellValue[][],
              }),
          charts: summarySheet.charts.items.map(({ name }) => name),
        },
    ...(print && { print: printCells && toPrintSnapshot(printCells) }),
    ...(readOffice && { office: readOffice() }),
    ...(queuedProgress && { progress: toProgressSnapshot(queuedProgress) }),
    ...(queuedTargets && { targets: toTargetsSnapshot(queuedTargets) }),
    ...(readUndoCells && { ranges: readUndoCells() }),
    metadataSheet: metadata,
  };
}
