import type { TableRowChanges } from '../tasks/revise-table-rows';
import { type LogColumnId, WRITTEN_COLUMNS } from './log-columns';
import type { LogTableRow } from './log-rows';
import { buildLogKeys } from './read-log';

/**
 * Reuses a removed row for an added one of the same task: a deadline that moved then costs no insertion and no
 * deletion, each of which would move all rows below.
 */
export function reuseRemovedRows(
  rows: readonly LogTableRow[],
  { edits, add, remove }: TableRowChanges<LogColumnId>,
): TableRowChanges<LogColumnId> {
  const keys = buildLogKeys(rows);
  const tasksByKey = new Map(keys.map((key, index) => [key, String(rows[index]!.cells.task)]));
  const going = new Map<string, string[]>();
  for (const key of remove) {
    const task = tasksByKey.get(key) ?? '';
    going.set(task, [...(going.get(task) ?? []), key]);
  }
  const over = new Set<string>();
  let last: { task: string; key: string | null } = { task: '', key: null };
  const left: TableRowChanges<LogColumnId> = { edits: [...edits], add: [], remove: [] };
  for (const addition of add) {
    const { cells } = addition.row;
    const key = going.get(String(cells.task))?.shift();
    if (key === undefined) {
      // It follows the row of its task that was written over.
      left.add.push(last.task === cells.task ? { ...addition, after: last.key } : addition);
      continue;
    }
    over.add(key);
    last = { task: String(cells.task), key };
    left.edits.push({ key, cells: Object.fromEntries(WRITTEN_COLUMNS.map((id) => [id, cells[id]])) });
  }
  left.remove = remove.filter((key) => !over.has(key));
  return left;
}
