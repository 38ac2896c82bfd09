import {
  CONSOLIDATION_METADATA_SHEET,
  readConsolidationMetadata,
} from '../../authority-workbook/consolidation-metadata';
import { type ConsolidationSnapshot, TABLE_SCHEMAS } from '../../authority-workbook/consolidation-snapshot';
import { AS_OF_NAME } from '../../authority-workbook/tables/data-table';
import type { TableCells } from '../../authority-workbook/tables/sync-table';
import { REPORT_DUE_NAME } from '../../authority-workbook/tables/units-table';
import { GRAND_TOTAL_NAME } from '../../authority-workbook/totals/totals-sheet';
import type { CellValue } from '../../sheets/cell-value';
import { getHeaderAndBody } from './get-header-and-body';
import { getWorksheet } from './get-worksheet';

/** So many cells of a ledger stay well below the 5 MB that a response may have. */
const MAX_CELLS_PER_RESPONSE = 60_000;

type PendingTable = { table: TableCells; range: Excel.Range; rows: number; columns: number };

/** Reads the rows of the tables in responses of bounded size, one after the other. */
async function readPendingTables(
  context: Excel.RequestContext,
  pending: readonly PendingTable[],
): Promise<void> {
  const parts = pending.flatMap(({ table, range, rows, columns }) => {
    const step = Math.max(1, Math.floor(MAX_CELLS_PER_RESPONSE / columns));
    return Array.from({ length: Math.ceil(rows / step) }, (_, index) => {
      const first = index * step;
      const count = Math.min(step, rows - first);
      return { table, range, first, count, columns, cells: count * columns };
    });
  });
  const next = async (from: number): Promise<void> => {
    if (from >= parts.length) return;
    let to = from;
    let cells = 0;
    while (to < parts.length && (to === from || cells + parts[to]!.cells <= MAX_CELLS_PER_RESPONSE)) {
      cells += parts[to]!.cells;
      to += 1;
    }
    const batch = parts.slice(from, to).map(({ table, range, first, count, columns }) => {
      const part = range.getCell(first, 0).getResizedRange(count - 1, columns - 1);
      part.load('values');
      return { table, part };
    });
    await context.sync();
    for (const { table, part } of batch)
      (table.values as CellValue[][]).push(...(part.values as CellValue[][]));
    await next(to);
  };
  await next(0);
}

/**
 * Reads the tables, the names and the metadata sheet of a consolidation workbook: one sync for the structure, then one
 * for every 60,000 cells.
 */
export async function readConsolidationSnapshot(
  context: Excel.RequestContext,
): Promise<ConsolidationSnapshot> {
  const { workbook } = context;
  const sheets = workbook.worksheets;
  sheets.load('items/name,items/visibility,items/protection/protected');
  const tables = workbook.tables;
  tables.load('items/name,items/worksheet/name,items/autoFilter/isDataFiltered');
  const names = workbook.names;
  names.load('items/name,items/formula');
  const managed = TABLE_SCHEMAS.map(({ table: name }) => {
    const table = workbook.tables.getItemOrNullObject(name);
    table.load('name,worksheet/name');
    const range = getHeaderAndBody(table);
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    return { name, table, range };
  });
  const queueNamedCell = (name: string): Excel.Range => {
    const range = workbook.names.getItemOrNullObject(name).getRangeOrNullObject();
    range.load('values');
    return range;
  };
  const [asOf, reportDue] = [queueNamedCell(AS_OF_NAME), queueNamedCell(REPORT_DUE_NAME)];
  const totalsSheet = getWorksheet(
    workbook.names.getItemOrNullObject(GRAND_TOTAL_NAME).getRangeOrNullObject(),
  );
  totalsSheet.load('charts/items/name');
  const metadataSheet = sheets.getItemOrNullObject(CONSOLIDATION_METADATA_SHEET);
  metadataSheet.load('name');
  const metadataCells = metadataSheet.getUsedRangeOrNullObject(true);
  metadataCells.load('values');
  await context.sync();

  const getFirstValue = (range: Excel.Range): CellValue =>
    range.isNullObject ? '' : ((range.values[0]?.[0] ?? '') as CellValue);
  const cells = new Map<string, TableCells>();
  const pending = managed.flatMap(({ name, table, range }): PendingTable[] => {
    if (table.isNullObject) return [];
    const found: TableCells = {
      table: name,
      sheet: table.worksheet.name,
      top: range.rowIndex,
      left: range.columnIndex,
      values: [],
    };
    cells.set(name, found);
    return [{ table: found, range, rows: range.rowCount, columns: range.columnCount }];
  });
  await readPendingTables(context, pending);
  return {
    sheets: sheets.items.map((sheet) => ({
      name: sheet.name,
      visible: sheet.visibility === 'Visible',
      isProtected: sheet.protection.protected,
    })),
    tables: tables.items.map(({ name, worksheet, autoFilter }) => ({
      name,
      sheet: worksheet.name,
      filtered: autoFilter.isDataFiltered,
    })),
    names: names.items.map(({ name, formula }) => ({ name, formula: String(formula) })),
    cells,
    asOf: getFirstValue(asOf),
    reportDue: getFirstValue(reportDue),
    totalsCharts: totalsSheet.isNullObject ? [] : totalsSheet.charts.items.map(({ name }) => name),
    metadataSheet:
      metadataSheet.isNullObject || metadataCells.isNullObject
        ? null
        : readConsolidationMetadata(metadataCells.values as CellValue[][]),
  };
}
