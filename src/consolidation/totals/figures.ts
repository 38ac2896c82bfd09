import type { IsoDate } from '../../annex/calendar/dates';
import { marksOf } from '../ledger/entry';
import type { LedgerEntry } from '../ledger/entry';
import { OUTCOMES, outcomeOf } from './outcome';
import type { Outcome } from './outcome';

/**
 * Counts of tasks. `required` = performed + notPerformed + undecided; `performed` is the sum of the other outcomes.
 * `done` counts what is reported done, also where its day or deadline needs review; `late` what was done late and what
 * is open past its deadline.
 */
export type Figures = Record<Outcome, number> & {
  required: number;
  performed: number;
  done: number;
  late: number;
  /** `done` of `performed`, 0 to 1; null for 0 of 0. */
  share: number | null;
};

/** Counts whole tasks; rows of single occurrences are left out, so that a monthly task counts once. */
export const figuresOf = (entries: Iterable<LedgerEntry>, asOf: IsoDate): Figures => {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  let [required, done] = [0, 0];
  for (const entry of entries) {
    if (entry.occurrence !== '') continue;
    required += 1;
    counts[outcomeOf(entry, asOf)] += 1;
    const { applicability, state } = marksOf(entry);
    if (applicability === 'performed' && state === 'done') done += 1;
  }
  const performed = required - counts.notPerformed - counts.undecided;
  return {
    ...counts,
    required,
    performed,
    done,
    late: counts.doneLate + counts.inProgressLate + counts.notStartedLate,
    share: performed === 0 ? null : done / performed,
  };
};

/** Figures by what a row belongs to, in order of first appearance. */
export const figuresBy = (
  entries: readonly LedgerEntry[],
  keyOf: (entry: LedgerEntry) => string,
  asOf: IsoDate,
): Map<string, Figures> => {
  const groups = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    const group = groups.get(keyOf(entry));
    if (group) group.push(entry);
    else groups.set(keyOf(entry), [entry]);
  }
  return new Map([...groups].map(([key, group]) => [key, figuresOf(group, asOf)]));
};
