import { DATA_TABLE } from '../authority-workbook/tables/data-table';
import { DATA_HEADERS } from '../sheets/labels/consolidation-labels';

function readKeys(range: Excel.Range): string[] {
  return range.isNullObject ? [] : range.values.map(([key]) => String(key));
}

/** Queues the load of the ledger keys; the returned function gives them after the next sync. */
export function queueLedgerKeys(context: Excel.RequestContext): () => string[] {
  const range = context.workbook.tables
    .getItemOrNullObject(DATA_TABLE)
    .columns.getItemOrNullObject(DATA_HEADERS.key)
    .getDataBodyRange();
  range.load('values');
  return () => readKeys(range);
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
