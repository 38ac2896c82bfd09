import { formatRangeAddress } from '@phuluc/ooxml/a1';
import type { TaskTable } from '../school-workbook/tasks/read-tasks';
import type { KeyedRows } from './selection';

/** Queues the activation of the sheet of a managed table and the selection of these rows of it. */
export function queueShowRows(
  context: Excel.RequestContext,
  table: Pick<TaskTable, 'sheet' | 'top' | 'left' | 'headers'> & KeyedRows,
  keys: readonly string[],
): boolean {
  const wanted = new Set(keys);
  const rows = table.rows.filter(({ key }) => wanted.has(key)).map(({ index }) => table.top + 1 + index);
  const first = rows[0];
  if (first === undefined) return false;
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  sheet.activate();
  const right = table.left + table.headers.length - 1;
  const area = (row: number): string =>
    formatRangeAddress({ top: row, bottom: row, left: table.left, right });
  // Excel reads at most 8,192 characters of addresses; far more rows than a person looks through.
  if (rows.length > 1) sheet.getRanges(rows.slice(0, 400).map(area).join(',')).select();
  else sheet.getRange(area(first)).select();
  return true;
}

/** Queues the activation of a sheet and the selection of one of its cells. */
export function queueShowCell(context: Excel.RequestContext, sheet: string, cell: string): void {
  const target = context.workbook.worksheets.getItem(sheet);
  target.activate();
  target.getRange(cell).select();
}
