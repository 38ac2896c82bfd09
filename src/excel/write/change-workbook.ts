import { buildDoneEntryRows } from '../../school-workbook/history';
import type { MetadataRow } from '../../school-workbook/metadata-sheet';
import { type ChangeSet, isEmptyChangeSet, planChange } from '../../school-workbook/plan-change';
import type { Snapshot } from '../../school-workbook/snapshot';
import type { WorkbookChange } from '../../school-workbook/workbook-change';
import { ok, type Result } from '../../shared/result';
import { writeChange } from './write-change';

type ChangeOptions<Read> = {
  /** Id of the command, for the history. */
  command: string;
  at: Date;
  /** Queues loads that are answered after everything is written. */
  readBack?: () => Read;
  /** Rows of the history; by default a new entry. */
  createHistoryRows?: (planned: ChangeSet) => MetadataRow[];
};

/** `written` is false where the workbook was so already: nothing was sent, no entry made in the history. */
type ChangeResult<Read> = { written: boolean; read: Read | null };

/** Plans a change on a snapshot and writes it, with the way back kept in the workbook before. */
export async function changeWorkbook<Read = null>(
  context: Excel.RequestContext,
  snapshot: Snapshot,
  change: WorkbookChange,
  { command, at, readBack, createHistoryRows: record }: ChangeOptions<Read>,
): Promise<Result<ChangeResult<Read>>> {
  const planned = planChange(snapshot, change);
  if (!planned.ok) return planned;
  const { value, warnings } = planned;
  if (isEmptyChangeSet(snapshot, value)) return ok({ written: false, read: null }, warnings);
  const history =
    record?.(value) ?? buildDoneEntryRows(snapshot.metadataSheet, command, at.toISOString(), value.inverse);
  const done = await writeChange(context, snapshot, value, history, () => readBack?.() ?? null);
  return done.ok ? ok({ written: true, read: done.value }, warnings) : done;
}
