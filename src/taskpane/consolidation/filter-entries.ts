import type { LedgerEntry } from '../../consolidation/ledger/ledger-entry';
import { getTaskOutcome, type TaskOutcome } from '../../consolidation/ledger/task-outcome';
import type { IsoDate } from '../../shared/dates';
import { toMatchKey } from '../../shared/text';

/** `outcome`: '' for every state. The search needs no diacritics. */
export type DrillFilter = { outcome: TaskOutcome | ''; search: string };
export const NO_DRILL_FILTER: DrillFilter = { outcome: '', search: '' };

/** Filters rows of the ledger by state, and by words of school, task and content. */
export function filterEntries(
  entries: readonly LedgerEntry[],
  asOf: IsoDate,
  { outcome, search }: DrillFilter,
): LedgerEntry[] {
  const words = toMatchKey(search);
  return entries.filter(
    (entry) =>
      (outcome === '' || getTaskOutcome(entry, asOf) === outcome) &&
      (words === '' ||
        toMatchKey([entry.unit, entry.unitName, entry.task.id, entry.task.content].join(' ')).includes(
          words,
        )),
  );
}
