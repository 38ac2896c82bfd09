import {
  CONSOLIDATION_METADATA_SHEET,
  readConsolidationMetadata,
} from '../../authority-workbook/consolidation-metadata';
import { type ConsolidationSnapshot, TABLE_SCHEMAS } from '../../authority-workbook/consolidation-snapshot';
import { AS_OF_NAME } from '../../authority-workbook/tables/data-table';
import type { TableCells } from '../../authority-workbook/tables/sync-table';
import { REPORT_DUE_NAME } from '../../authority-workbook/tables/units-table';
import { GRAND_TOTAL_NAME } from '../../authority-workbook/totals/totals-sheet';
import { appendAll } from '../../shared/append-all';
import type { CellValue } from '../../sheets/cell-value';
import { getHeaderAndBody } from './get-header-and-body';
import { getLoadedValues } from './get-loaded-values';
import { getWorksheet } from './get-worksheet';
import { findNamedRange, findSheet, findTable, readInventory } from './inventory';

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
    for (const { table, part } of batch) appendAll(table.values as CellValue[][], getLoadedValues(part));
    await next(to);
  };
  await next(0);
}

/**
 * Reads the tables, the names and the metadata sheet of a consolidation workbook: one sync for what there is, one for
 * where it is, then one for every 60,000 cells.
 */
export async function readConsolidationSnapshot(
  context: Excel.RequestContext,
): Promise<ConsolidationSnapshot> {
  const inventory = await readInventory(context);
  const managed = TABLE_SCHEMAS.flatMap(({ table: name }) => {
    const table = findTable(context, inventory, name);
    if (!table) return [];
    table.load('name,worksheet/name');
    const range = getHeaderAndBody(table);
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    return [{ name, table, range }];
  });
  const queueNamedRange = (name: string): Excel.Range | null => {
    const range = findNamedRange(context, inventory, name);
    range?.load('values');
    return range;
  };
  const [asOf, reportDue] = [queueNamedRange(AS_OF_NAME), queueNamedRange(REPORT_DUE_NAME)];
  const grandTotal = findNamedRange(context, inventory, GRAND_TOTAL_NAME);
  const totalsSheet = grandTotal && getWorksheet(grandTotal);
  totalsSheet?.load('charts/items/name');
  const metadataCells = findSheet(context, inventory, CONSOLIDATION_METADATA_SHEET)?.getUsedRangeOrNullObject(
    true,
  );
  metadataCells?.load('values');
  await context.sync();

  const getFirstValue = (range: Excel.Range | null): CellValue => (range?.values[0]?.[0] ?? '') as CellValue;
  const cells = new Map<string, TableCells>();
  const pending = managed.map(({ name, table, range }): PendingTable => {
    const found: TableCells = {
      table: name,
      sheet: table.worksheet.name,
      top: range.rowIndex,
      left: range.columnIndex,
      values: [],
    };
    cells.set(name, found);
    return { table: found, range, rows: range.rowCount, columns: range.columnCount };
  });
  await readPendingTables(context, pending);
  const { sheets, tables, names } = inventory;
  return {
    sheets,
    tables: [...tables],
    names,
    cells,
    asOf: getFirstValue(asOf),
    reportDue: getFirstValue(reportDue),
    totalsCharts: totalsSheet ? totalsSheet.charts.items.map(({ name }) => name) : [],
    metadataSheet:
      !metadataCells || metadataCells.isNullObject
        ? null
        : readConsolidationMetadata(getLoadedValues(metadataCells)),
  };
}
