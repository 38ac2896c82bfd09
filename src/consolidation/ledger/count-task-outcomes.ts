import type { IsoDate } from '../../shared/dates';
import { getEffectiveMarks, type LedgerEntry } from './ledger-entry';
import { getTaskOutcome, TASK_OUTCOMES, type TaskOutcome } from './task-outcome';

/**
 * Counts of tasks. `required` = performed + notPerformed + undecided; `performed` is the sum of the other outcomes.
 * `done` counts what is reported done, also where its day or deadline needs review; `overdue` what
 * is open past its last day; what was done after it is `doneLate` alone.
 */
export type TaskOutcomeCounts = Record<TaskOutcome, number> & {
  required: number;
  performed: number;
  done: number;
  overdue: number;
  /** `done` of `performed`, 0 to 1; null for 0 of 0. */
  share: number | null;
};

/** Figures while entries come one by one; none is held. */
type TaskOutcomeCounter = { add(entry: LedgerEntry): void; getCounts(): TaskOutcomeCounts };

/** Counts whole tasks; rows of single occurrences are left out, so that a monthly task counts once. */
export function createTaskOutcomeCounter(asOf: IsoDate): TaskOutcomeCounter {
  const counts = Object.fromEntries(TASK_OUTCOMES.map((outcome) => [outcome, 0])) as Record<
    TaskOutcome,
    number
  >;
  let [required, done] = [0, 0];
  return {
    add(entry) {
      if (entry.occurrence !== '') return;
      required += 1;
      counts[getTaskOutcome(entry, asOf)] += 1;
      const { applicability, state } = getEffectiveMarks(entry);
      if (applicability === 'performed' && state === 'done') done += 1;
    },
    getCounts() {
      const performed = required - counts.notPerformed - counts.undecided;
      return {
        ...counts,
        required,
        performed,
        done,
        overdue: counts.inProgressLate + counts.notStartedLate,
        share: performed === 0 ? null : done / performed,
      };
    },
  };
}

export function countTaskOutcomes(entries: Iterable<LedgerEntry>, asOf: IsoDate): TaskOutcomeCounts {
  const counter = createTaskOutcomeCounter(asOf);
  for (const entry of entries) counter.add(entry);
  return counter.getCounts();
}

/** Counters by what a row belongs to, in order of first appearance. */
export function createGroupedOutcomeCounter(getKey: (entry: LedgerEntry) => string, asOf: IsoDate) {
  const counters = new Map<string, TaskOutcomeCounter>();
  return {
    add(entry: LedgerEntry): void {
      const key = getKey(entry);
      const known = counters.get(key);
      const counter = known ?? createTaskOutcomeCounter(asOf);
      if (!known) counters.set(key, counter);
      counter.add(entry);
    },
    figures: (): Map<string, TaskOutcomeCounts> =>
      new Map([...counters].map(([key, counter]) => [key, counter.getCounts()])),
  };
}

/** Figures by what a row belongs to, in order of first appearance. */
export function countTaskOutcomesBy(
  entries: Iterable<LedgerEntry>,
  getKey: (entry: LedgerEntry) => string,
  asOf: IsoDate,
): Map<string, TaskOutcomeCounts> {
  const counters = createGroupedOutcomeCounter(getKey, asOf);
  for (const entry of entries) counters.add(entry);
  return counters.figures();
}
