/**
 * Calendar dates without time or time zone, as ISO text yyyy-mm-dd: they compare and sort as text, travel as JSON
 * and never move by a day. Years 1900 to 9999.
 */

export type IsoDate = string;

const MS_PER_DAY = 86_400_000;
/** Day 0 of Excel's 1900 system for dates after February 1900. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Returns the days in a month 1–12; 0 for a month that does not exist. */
export function getDaysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

export function isValidDate(year: number, month: number, day: number): boolean {
  return year >= 1900 && year <= 9999 && day >= 1 && day <= getDaysInMonth(year, month);
}

export function toIsoDate(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** Returns the local day: an early morning in Việt Nam is still yesterday in UTC. */
export const toLocalIsoDate = (at: Date): IsoDate =>
  toIsoDate(at.getFullYear(), at.getMonth() + 1, at.getDate());

export function getLastDayOfMonth(year: number, month: number): IsoDate {
  return toIsoDate(year, month, getDaysInMonth(year, month));
}

type DateParts = { year: number; month: number; day: number };

/**
 * Parses yyyy-mm-dd.
 *
 * @returns null if the text has another form or no such day exists
 */
export function parseIsoDate(date: IsoDate): DateParts | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isValidDate(year, month, day) ? { year, month, day } : null;
}

function toUtcTime(date: IsoDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
}

const fromUtcTime = (time: number): IsoDate => new Date(time).toISOString().slice(0, 10);

export const addDays = (date: IsoDate, days: number): IsoDate =>
  fromUtcTime(toUtcTime(date) + days * MS_PER_DAY);

/** Counts the days from one date to another; negative if `to` is earlier. */
export const countDaysBetween = (from: IsoDate, to: IsoDate): number =>
  (toUtcTime(to) - toUtcTime(from)) / MS_PER_DAY;

/** Returns the weekday: 0 = Sunday … 6 = Saturday. */
export const getWeekday = (date: IsoDate): number => new Date(toUtcTime(date)).getUTCDay();

/**
 * Converts an Excel serial number (1900 system) to a date.
 *
 * @returns null outside 1900-03-01 … 9999-12-31
 */
export function fromExcelSerial(serial: number): IsoDate | null {
  return serial >= 61 && serial < 2_958_466
    ? fromUtcTime(EXCEL_EPOCH + Math.floor(serial) * MS_PER_DAY)
    : null;
}

/** Converts a moment (milliseconds, UTC) to an Excel serial number (1900 system), the time of day as its fraction. */
export const toExcelSerialTime = (time: number): number => (time - EXCEL_EPOCH) / MS_PER_DAY;

/** Converts a date to an Excel serial number (1900 system). */
export const toExcelSerial = (date: IsoDate): number => toExcelSerialTime(toUtcTime(date));

/** Formats a date as dd/mm/yyyy, as administrative documents print it. */
export function formatDate(date: IsoDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** Formats a date as `formatDate` does; '' for none. */
export const formatOptionalDate = (date: IsoDate | '' | null | undefined): string =>
  date ? formatDate(date) : '';
