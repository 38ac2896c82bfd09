/**
 * Dates as Excel counts them: day 1 is 1 January 1900, and 29 February 1900 (day 60) exists.
 */
const EPOCH = Date.UTC(1899, 11, 30);
const MS_PER_DAY = 86_400_000;

/**
 * Returns the serial number of a calendar date.
 * @returns null when there is no such day or it is before 1900.
 */
export function toSerialDay(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (year < 1900 || year > 9999 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return null;
  const serial = Math.round((time - EPOCH) / MS_PER_DAY);
  return serial > 60 ? serial : serial - 1;
}

/** Returns the serial number of a moment in local time (NOW()). */
export function toSerialMoment(moment: Date): number {
  const day = toSerialDay(moment.getFullYear(), moment.getMonth() + 1, moment.getDate()) ?? 0;
  return day + (moment.getHours() * 3600 + moment.getMinutes() * 60 + moment.getSeconds()) / 86_400;
}
