import type { LogRow } from '../../annex/progress/types';
import type { ProgressSettings } from '../../annex/progress/settings';
import type { Task } from '../../annex/types';
import type { TrackedTable } from '../read-tasks';
import type { Progress } from './progress-snapshot';
import { recordedOnTask } from './linked-columns';
import { renewal, trackedTasks } from './renew';

/** Rows of tasks that are not performed (any more) are not asked for, as the formulas of the sheet see it. */
function marked(rows: readonly LogRow[], tasks: readonly Task[]): LogRow[] {
  const performed = new Set(tasks.flatMap((task) => (task.applicability === 'performed' ? [task.id] : [])));
  return rows.map((row) => (performed.has(row.task) ? row : { ...row, untracked: true }));
}

function recorded(table: TrackedTable) {
  return new Map(
    table.rows.flatMap((row) => {
      const typed = recordedOnTask(row);
      return Object.keys(typed).length > 0 ? [[row.task.id, typed] as const] : [];
    }),
  );
}

/** The rows of the log as the sheet holds them; where there is none, those it would get. */
export function logNow(
  table: TrackedTable,
  { log, settings }: Pick<Progress, 'log'> & { settings: ProgressSettings },
): LogRow[] {
  const tasks = trackedTasks(table);
  const rows = log
    ? log.rows.map((row) => row.log)
    : renewal([], tasks, settings, recorded(table)).rows.map(({ row }) => row);
  return marked(rows, tasks);
}
