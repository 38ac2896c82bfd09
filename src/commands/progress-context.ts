import type { Result } from '../annex/problem';
import type { LogRow } from '../annex/progress/types';
import { readSnapshot } from '../excel/snapshot';
import { readTasks } from '../workbook/read-tasks';
import type { TaskTable } from '../workbook/read-tasks';
import { getCurrentLog } from '../workbook/progress/log-now';
import { readProgress } from '../workbook/progress/progress-snapshot';
import type { ProgressState } from '../workbook/progress/progress-snapshot';
import type { Snapshot } from '../workbook/snapshot';

export type ProgressContext = {
  snapshot: Snapshot;
  table: TaskTable;
  progress: ProgressState;
  /** Rows of the log; where there is none, those it would get. */
  rows: LogRow[];
};

/** Reads the tasks, the log and its settings; two syncs at most. */
export async function readProgressContext(context: Excel.RequestContext): Promise<Result<ProgressContext>> {
  const snapshot = await readSnapshot(context, { progress: true });
  const table = readTasks(snapshot);
  if (!table.ok) return table;
  const progress = readProgress(snapshot);
  if (!progress.ok) return progress;
  const rows = getCurrentLog(table.value, progress.value);
  return {
    ok: true,
    value: { snapshot, table: table.value, progress: progress.value, rows },
    warnings: progress.value.warnings,
  };
}
