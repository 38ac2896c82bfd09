import { type IsoDate, parseIsoDate } from '../../shared/dates';
import { getEffectiveMarks, type LedgerEntry } from './ledger-entry';

/**
 * Where a row stands on a day; every row has exactly one, so that the counts of a line add up. A deadline that could
 * not be read and a task reported done without a day are for review: never in time, never late.
 */
export const TASK_OUTCOMES = [
  'doneEarly',
  'doneOnTime',
  'doneLate',
  /** Done, of a task without a deadline. */
  'doneOpen',
  'inProgress',
  'inProgressLate',
  'notStarted',
  'notStartedLate',
  'nothingArisen',
  'needsReview',
  'notPerformed',
  'undecided',
] as const;
export type TaskOutcome = (typeof TASK_OUTCOMES)[number];

/** The formula of the column *Kết quả* says the same; a test holds the two together. */
export function getTaskOutcome(
  entry: Pick<LedgerEntry, 'reported' | 'corrected' | 'deadline'>,
  asOf: IsoDate,
): TaskOutcome {
  const { applicability, state, due, doneOn } = getEffectiveMarks(entry);
  if (applicability === 'notPerformed') return 'notPerformed';
  if (applicability !== 'performed') return 'undecided';
  if (state === 'nothingArisen') return 'nothingArisen';
  if (state === null || (due === '' && entry.deadline === 'unread')) return 'needsReview';
  if (state === 'done') {
    if (due === '') return 'doneOpen';
    if (!parseIsoDate(doneOn)) return 'needsReview';
    return doneOn < due ? 'doneEarly' : doneOn === due ? 'doneOnTime' : 'doneLate';
  }
  return due !== '' && asOf > due ? (`${state}Late` as const) : state;
}
