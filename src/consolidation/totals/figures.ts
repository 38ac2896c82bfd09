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

/** Figures while entries come one by one; none is held. */
export type FigureCounter = { add(entry: LedgerEntry): void; figures(): Figures };

/** Counts whole tasks; rows of single occurrences are left out, so that a monthly task counts once. */
export function figureCounter(asOf: IsoDate): FigureCounter {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  let [required, done] = [0, 0];
  return {
    add(entry) {
      if (entry.occurrence !== '') return;
      required += 1;
      counts[outcomeOf(entry, asOf)] += 1;
      const { applicability, state } = marksOf(entry);
      if (applicability === 'performed' && state === 'done') done += 1;
    },
    figures() {
      const performed = required - counts.notPerformed - counts.undecided;
      return {
        ...counts,
        required,
        performed,
        done,
        late: counts.doneLate + counts.inProgressLate + counts.notStartedLate,
        share: performed === 0 ? null : done / performed,
      };
    },
  };
}

export function figuresOf(entries: Iterable<LedgerEntry>, asOf: IsoDate): Figures {
  const counter = figureCounter(asOf);
  for (const entry of entries) counter.add(entry);
  return counter.figures();
}

/** Counters by what a row belongs to, in order of first appearance. */
export function figureCounters(keyOf: (entry: LedgerEntry) => string, asOf: IsoDate) {
  const counters = new Map<string, FigureCounter>();
  return {
    add(entry: LedgerEntry): void {
      const key = keyOf(entry);
      const known = counters.get(key);
      const counter = known ?? figureCounter(asOf);
      if (!known) counters.set(key, counter);
      counter.add(entry);
    },
    figures: (): Map<string, Figures> =>
      new Map([...counters].map(([key, counter]) => [key, counter.figures()])),
  };
}

/** Figures by what a row belongs to, in order of first appearance. */
export function figuresBy(
  entries: Iterable<LedgerEntry>,
  keyOf: (entry: LedgerEntry) => string,
  asOf: IsoDate,
): Map<string, Figures> {
  const counters = figureCounters(keyOf, asOf);
  for (const entry of entries) counters.add(entry);
  return counters.figures();
}
