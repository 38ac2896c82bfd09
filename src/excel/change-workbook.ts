import type { Result } from '../annex/problem';
import type { BookChange } from '../workbook/book-change';
import { recordDone } from '../workbook/history';
import { doesNothing, planChange } from '../workbook/plan-change';
import type { ChangePlan } from '../workbook/plan-change';
import type { RecordRow } from '../workbook/record';
import type { Snapshot } from '../workbook/snapshot';
import { writeChange } from './write-change';

type Options<Read> = {
  /** Id of the command, for the history. */
  command: string;
  at: Date;
  /** Queues loads that are answered after everything is written. */
  readBack?: () => Read;
  /** Rows of the history; by default a new entry. */
  record?: (planned: ChangePlan) => RecordRow[];
};

/** `written` is false where the workbook was so already: nothing was sent, no entry made in the history. */
export type Change<Read> = { written: boolean; read: Read | null };

/** Plans a change on a snapshot and writes it, with the way back kept in the workbook before. */
export async function changeWorkbook<Read = null>(
  context: Excel.RequestContext,
  snapshot: Snapshot,
  change: BookChange,
  { command, at, readBack, record }: Options<Read>,
): Promise<Result<Change<Read>>> {
  const planned = planChange(snapshot, change);
  if (!planned.ok) return planned;
  const { value, warnings } = planned;
  if (doesNothing(snapshot, value)) return { ok: true, value: { written: false, read: null }, warnings };
  const history = record?.(value) ?? recordDone(snapshot.record, command, at.toISOString(), value.inverse);
  const done = await writeChange(context, snapshot, value, history, () => readBack?.() ?? null);
  return done.ok ? { ok: true, value: { written: true, read: done.value }, warnings } : done;
}
