import type { LogRow } from '../../progress/types';
import { selectFollowedRows } from '../documents/documents';
import type { TaskTable } from '../tasks/read-tasks';
import { getValuesTypedOnTask } from './linked-columns';
import { getTrackedTasks, planRenewal } from './plan-renewal';
import type { ProgressState } from './read-progress';

/**
 * Rows of tasks that are not performed (any more), or whose document has ended, are not asked for, as the formulas of
 * the sheet see it.
 */
function markUntracked(
  rows: readonly LogRow[],
  { rows: tasks }: TaskTable,
  ended: readonly string[],
): LogRow[] {
  const performed = new Set(
    selectFollowedRows(tasks, ended).flatMap(({ task }) =>
      task.applicability === 'performed' ? [task.id] : [],
    ),
  );
  return rows.map((row) => (performed.has(row.task) ? row : { ...row, untracked: true }));
}

function collectTypedOnTasks(table: TaskTable) {
  return new Map(
    table.rows.flatMap((row) => {
      const typed = getValuesTypedOnTask(row);
      return Object.keys(typed).length > 0 ? [[row.task.id, typed] as const] : [];
    }),
  );
}

/** Returns the rows of the log as the sheet holds them; without a log, those it would get. */
export function getCurrentLog(
  table: TaskTable,
  { log, settings, ended }: Pick<ProgressState, 'log' | 'settings' | 'ended'>,
): LogRow[] {
  const rows = log
    ? log.rows.map((row) => row.log)
    : planRenewal([], getTrackedTasks(table), settings, collectTypedOnTasks(table)).rows.map(
        ({ row }) => row,
      );
  return markUntracked(rows, table, ended);
}
