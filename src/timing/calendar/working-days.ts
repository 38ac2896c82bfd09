import { addDays, getWeekday, type IsoDate } from '../../shared/dates';
import type { CalendarSettings } from './calendar-settings';

type DaysOffSettings = Pick<CalendarSettings, 'daysOff'>;

/** Returns true for a working day; Saturdays worked in exchange count. */
export function isWorkingDay(date: IsoDate, { daysOff }: DaysOffSettings): boolean {
  if (daysOff.worked.includes(date)) return true;
  const weekday = getWeekday(date);
  return weekday !== 0 && weekday !== 6 && !daysOff.off.some((day) => day.date === date);
}

/** No run of days off is longer than this; a list edited into nonsense must not hang the workbook. */
const MAX_DAYS_TRIED = 31;

function findNearestWorkingDay(date: IsoDate, step: 1 | -1, days: DaysOffSettings): IsoDate {
  let moved = date;
  for (let tried = 0; tried < MAX_DAYS_TRIED; tried += 1) {
    if (isWorkingDay(moved, days)) return moved;
    moved = addDays(moved, step);
  }
  return date;
}

/** Shifts a deadline by the office's rule for days off; keeps the stated day if the rule is `none`. */
export function shiftFromDayOff(
  date: IsoDate,
  settings: DaysOffSettings & Pick<CalendarSettings, 'shift'>,
): IsoDate {
  return settings.shift === 'none'
    ? date
    : findNearestWorkingDay(date, settings.shift === 'earlier' ? -1 : 1, settings);
}

/** Returns the last day on which a result is still in time. */
export function getLastDayInTime(
  due: IsoDate,
  bound: 'before' | 'by' | 'on' | undefined,
  settings: DaysOffSettings & Pick<CalendarSettings, 'shift' | 'beforeMeans'>,
): IsoDate {
  return shiftFromDayOff(
    bound === 'before' && settings.beforeMeans === 'dayBefore' ? addDays(due, -1) : due,
    settings,
  );
}
