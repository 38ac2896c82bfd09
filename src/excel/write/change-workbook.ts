import { type ChangeSet } from '../../school-workbook/change-set';
import { findChangedTasks } from '../../school-workbook/find-changed-tasks';
import { buildDoneEntryRows } from '../../school-workbook/history';
import type { HistorySubject, MetadataRow } from '../../school-workbook/metadata-sheet';
import { isEmptyChangeSet, planChange } from '../../school-workbook/plan-change';
import type { Snapshot } from '../../school-workbook/snapshot';
import type { WorkbookChange } from '../../school-workbook/workbook-change';
import { ok, type Result } from '../../shared/result';
import { writeChange } from './write-change';

type ChangeOptions<Read> = {
  /** Id of the command, for the history. */
  command: string;
  at: Date;
  /** The file that the change comes from, for the history. */
  file?: string;
  /** Queues loads that are answered after everything is written. */
  readBack?: () => Read;
  /** Returns the rows of the history; by default a new entry. */
  createHistoryRows?: (planned: ChangeSet) => MetadataRow[];
};

/** `written` is false if the workbook was already in that state: nothing was sent or recorded in the history. */
type ChangeResult<Read> = { written: boolean; read: Read | null };

/** More tasks than these are counted, not named. */
const MAX_NAMED_TASKS = 3;

/**
 * Describes what a change is about, for the history.
 * @returns null if it is neither about single tasks nor from a file
 */
function describeSubject(change: WorkbookChange, file = ''): HistorySubject | null {
  const tasks = findChangedTasks(change);
  if (tasks.length === 0 && file === '') return null;
  return {
    ...(tasks.length > 0 && { tasks: tasks.slice(0, MAX_NAMED_TASKS), count: tasks.length }),
    ...(file !== '' && { file }),
  };
}

/** Plans a change on a snapshot and writes it, its inverse first into the history of the workbook. */
export async function changeWorkbook<Read = null>(
  context: Excel.RequestContext,
  snapshot: Snapshot,
  change: WorkbookChange,
  { command, at, file, readBack, createHistoryRows }: ChangeOptions<Read>,
): Promise<Result<ChangeResult<Read>>> {
  const planned = planChange(snapshot, change);
  if (!planned.ok) return planned;
  const { value, warnings } = planned;
  if (isEmptyChangeSet(snapshot, value)) return ok({ written: false, read: null }, warnings);
  const history =
    createHistoryRows?.(value) ??
    buildDoneEntryRows(
      snapshot.metadataSheet,
      command,
      at.toISOString(),
      value.inverse,
      describeSubject(change, file),
    );
  const done = await writeChange(context, snapshot, value, history, () => readBack?.() ?? null);
  return done.ok ? ok({ written: true, read: done.value }, [...warnings, ...done.warnings]) : done;
}
