import { addDays, countDaysBetween, type IsoDate, parseIsoDate } from '../shared/dates';
import type { CalendarSettings } from '../timing/calendar/calendar-settings';
import { getLastDayInTime } from '../timing/calendar/working-days';
import type { Deadline, LogRow } from './types';

/**
 * What follows from the record, the deadline and the day; never typed. `needsReview` stands wherever one of them is
 * missing or unread: such a row counts neither as in time nor as late.
 */
export type Timeliness =
  | 'doneEarly'
  | 'doneOnTime'
  | 'doneLate'
  /** Done, of a task that has no deadline. */
  | 'done'
  | 'overdue'
  | 'dueSoon'
  | 'notDueYet'
  /** Not done, and no deadline to be late for. */
  | 'noDeadline'
  | 'nothingArisen'
  | 'needsReview'
  /** Kept for what was recorded, but not asked for any more; counts nowhere. */
  | 'notTracked';

export type DeadlineRules = Pick<CalendarSettings, 'beforeMeans' | 'shift' | 'daysOff' | 'soonDays'>;

/** The deadline in force: the one set by hand, else the one read. */
export function getEffectiveDeadline(row: Pick<LogRow, 'deadline' | 'typed'>): Deadline {
  const { dueByHand } = row.typed;
  if (dueByHand === '') return row.deadline;
  return parseIsoDate(dueByHand) ? { kind: 'dated', due: dueByHand, bound: 'by' } : { kind: 'unread' };
}

/**
 * Returns the last day on which the row is in time.
 *
 * @returns null where it has no deadline or an unread one
 */
export function getRowLastDay(row: Pick<LogRow, 'deadline' | 'typed'>, rules: DeadlineRules): IsoDate | null {
  const deadline = getEffectiveDeadline(row);
  return deadline.kind === 'dated' ? getLastDayInTime(deadline.due, deadline.bound, rules) : null;
}

/** Where a row stands on a day. */
export function getTimeliness(
  row: Pick<LogRow, 'deadline' | 'typed' | 'untracked'>,
  today: IsoDate,
  rules: DeadlineRules,
): Timeliness {
  const { state, doneOn } = row.typed;
  if (row.untracked) return 'notTracked';
  if (state === 'nothingArisen') return 'nothingArisen';
  const deadline = getEffectiveDeadline(row);
  if (deadline.kind === 'unread') return 'needsReview';
  if (state === 'done' && !parseIsoDate(doneOn)) return 'needsReview';
  if (deadline.kind === 'none') return state === 'done' ? 'done' : 'noDeadline';
  const last = getLastDayInTime(deadline.due, deadline.bound, rules);
  if (state === 'done') {
    if (doneOn > last) return 'doneLate';
    // A deadline that moved off a day off is met on the stated day as on the last one.
    return doneOn < last && doneOn < deadline.due ? 'doneEarly' : 'doneOnTime';
  }
  if (today > last) return 'overdue';
  return countDaysBetween(today, last) <= rules.soonDays ? 'dueSoon' : 'notDueYet';
}

/**
 * Returns the first day on which the row counts as due soon.
 *
 * @returns null without a deadline
 */
export function getDueSoonDate(
  row: Pick<LogRow, 'deadline' | 'typed'>,
  rules: DeadlineRules,
): IsoDate | null {
  const last = getRowLastDay(row, rules);
  return last === null ? null : addDays(last, -rules.soonDays);
}
