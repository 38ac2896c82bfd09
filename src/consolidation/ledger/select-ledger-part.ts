import type { IsoDate } from '../../shared/dates';
import type { Finding } from '../findings/finding';
import { getEntryKey, isCorrected, type LedgerEntry } from './ledger-entry';
import { getTaskOutcome } from './task-outcome';

/** Rows of a part at most, beside those the officer has written on: what one can still look through. */
export const MAX_PART_ROWS = 20_000;

const LATE_OUTCOMES: ReadonlySet<string> = new Set(['doneLate', 'inProgressLate', 'notStartedLate']);

type LedgerPartOptions = {
  asOf: IsoDate;
  findings: readonly Finding[];
  /** Keys of rows that the officer has written on. */
  annotatedKeys: ReadonlySet<string>;
  maxRows: number;
};

/**
 * The rows to show of a ledger that a sheet does not hold: all the officer has written on, then what is overdue, what
 * needs review, and what findings speak of, as many as there is room for; in the order of the ledger.
 */
export function selectLedgerPart(
  entries: readonly LedgerEntry[],
  { asOf, findings, annotatedKeys: noted, maxRows: most }: LedgerPartOptions,
): LedgerEntry[] {
  const found = new Set(findings.map(({ unit, task }) => `${unit}|${task}`));
  const getUrgency = (entry: LedgerEntry): number | null => {
    if (isCorrected(entry) || noted.has(getEntryKey(entry))) return 0;
    const outcome = getTaskOutcome(entry, asOf);
    if (LATE_OUTCOMES.has(outcome)) return 1;
    if (outcome === 'needsReview') return 2;
    return found.has(`${entry.unit}|${entry.task.id}`) ? 3 : null;
  };
  const ranks = entries.map(getUrgency);
  const limits = [0, 0, 0, 0];
  for (const rank of ranks) if (rank !== null) limits[rank]! += 1;
  // Rows of the officer stay whatever the bound.
  let left = Math.max(0, most - limits[0]!);
  for (let rank = 1; rank < limits.length; rank += 1) {
    limits[rank] = Math.min(limits[rank]!, left);
    left -= limits[rank]!;
  }
  return entries.filter((_, index) => {
    const rank = ranks[index];
    if (rank === null || rank === undefined || limits[rank]! === 0) return false;
    limits[rank]! -= 1;
    return true;
  });
}
