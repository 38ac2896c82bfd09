import type { TaskTable } from '../school-workbook/tasks/read-tasks';
import type { Problem } from '../shared/problem';
import { warning } from '../shared/result';
import type { KeyedRows } from './selection';
import { getWorksheetRange } from './write/worksheet-range';

/** More row numbers than a message can hold. */
const MAX_LISTED_ROWS = 30;

/**
 * Queues the activation of the sheet of a managed table and the selection of the first of these rows, with those that
 * follow it directly. Several separate ranges can be selected only from ExcelApi 1.18 on (RangeAreas.select), and
 * their joined address would depend on the list separator of the region.
 *
 * @returns null if the table has none of the rows; otherwise a warning that lists the rows that are not selected
 */
export function queueShowRows(
  context: Excel.RequestContext,
  table: Pick<TaskTable, 'sheet' | 'top' | 'left' | 'headers'> & KeyedRows,
  keys: readonly string[],
): Problem[] | null {
  const requested = new Set(keys);
  const rows = table.rows
    .filter(({ key }) => requested.has(key))
    .map(({ index }) => table.top + 1 + index)
    .sort((a, b) => a - b);
  const [first] = rows;
  if (first === undefined) return null;
  const count = rows.findIndex((row, at) => row !== first + at);
  const adjacent = count < 0 ? rows.length : count;
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  sheet.activate();
  getWorksheetRange(sheet, {
    top: first,
    bottom: first + adjacent - 1,
    left: table.left,
    right: table.left + table.headers.length - 1,
  }).select();
  const others = rows.slice(adjacent);
  if (others.length === 0) return [];
  const list = others.slice(0, MAX_LISTED_ROWS).map((row) => String(row + 1));
  if (others.length > MAX_LISTED_ROWS) list.push('…');
  return [
    warning(
      'rows-not-selected',
      { sheet: table.sheet },
      { selected: adjacent, total: rows.length, list: list.join(', ') },
    ),
  ];
}

/** Queues the activation of a sheet and the selection of one of its cells. */
export function queueShowCell(context: Excel.RequestContext, sheet: string, cell: string): void {
  const target = context.workbook.worksheets.getItem(sheet);
  target.activate();
  target.getRange(cell).select();
}
