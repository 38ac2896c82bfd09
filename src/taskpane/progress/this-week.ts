import { addDays, type IsoDate } from '../../shared/dates';

const DAYS_OF_WEEK = 7;

/** Returns Monday and Sunday of the week of a day. */
export function getWeek(day: IsoDate): { from: IsoDate; until: IsoDate } {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  // Sunday, 0, ends its week.
  const from = addDays(day, weekday === 0 ? 1 - DAYS_OF_WEEK : 1 - weekday);
  return { from, until: addDays(from, DAYS_OF_WEEK - 1) };
}
