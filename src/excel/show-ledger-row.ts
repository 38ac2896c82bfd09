import { DATA_TABLE } from '../authority-workbook/tables/data-table';
import { DATA_HEADERS } from '../sheets/labels/consolidation-labels';
import { findTable, type Inventory } from './read/inventory';

/**
 * Reads the keys of the rows of *Dữ liệu*. Takes one sync if the workbook has the table, and one more for its keys.
 */
export async function readLedgerKeys(context: Excel.RequestContext, inventory: Inventory): Promise<string[]> {
  const column = findTable(context, inventory, DATA_TABLE)?.columns.getItemOrNullObject(DATA_HEADERS.key);
  if (!column) return [];
  await context.sync();
  if (column.isNullObject) return [];
  const range = column.getDataBodyRange();
  range.load('values');
  await context.sync();
  return range.values.map(([key]) => String(key));
}

/** Queues the selection of the row with a key. Returns false if no row has it. */
export function queueShowLedgerRow(
  context: Excel.RequestContext,
  keys: readonly string[],
  key: string,
): boolean {
  const index = keys.indexOf(key);
  if (index < 0) return false;
  const table = context.workbook.tables.getItem(DATA_TABLE);
  table.worksheet.activate();
  table.getDataBodyRange().getRow(index).select();
  return true;
}
