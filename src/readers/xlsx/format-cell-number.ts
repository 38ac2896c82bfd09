import { getBuiltInFormat } from '@phuluc/ooxml/number-formats';
import { format, isDateFormat } from 'numfmt';
import { fromExcelSerial, type IsoDate } from '../../shared/dates';

/**
 * Formats that Excel prints by the region of the machine, as a Vietnamese region prints them. Amounts of money are
 * printed as plain numbers, for the file does not say in which currency they are.
 */
const REGIONAL_FORMATS: Readonly<Record<number, string>> = {
  ...Object.fromEntries([5, 6, 7, 8, 41, 42, 43, 44].map((id) => [id, 'General'])),
  14: 'dd/mm/yyyy',
  22: 'dd/mm/yyyy h:mm',
};

/** Returns the code of a number format that files name only by number. */
export function getStandardFormat(id: number): string {
  return REGIONAL_FORMATS[id] ?? getBuiltInFormat(id) ?? 'General';
}

/**
 * The formats that Excel itself gives to a cell in which "15/6", "6/2025" or "15/6/2025" is typed. The cell is read as
 * typed, not as "15-Jun", which no clerk wrote.
 */
const TYPED_DATES: Readonly<Record<string, string>> = {
  'd-mmm': 'd/m',
  'mmm-yy': 'm/yyyy',
  'd-mmm-yy': 'd/m/yyyy',
};

const normalizePattern = (pattern: string): string => pattern.replace(/\\(?=[- /])/g, '').toLowerCase();

/** Returns true if Excel itself gives this format to a typed date. */
export const isTypedDateFormat = (pattern: string): boolean => normalizePattern(pattern) in TYPED_DATES;

const DAYS_1900_TO_1904 = 1462;

/** Returns true if a number format shows the day of a date; "6/2025" stands for a month. */
function isDatePattern(pattern: string): boolean {
  try {
    return /d/i.test(pattern) && isDateFormat(pattern);
  } catch {
    return false;
  }
}

/**
 * Returns the day that a stored number with a date format stands for.
 *
 * @returns null where the format is none of dates, or the number none of a day
 */
export function getStoredDate(value: number, pattern: string, date1904: boolean): IsoDate | null {
  return isDatePattern(pattern) ? fromExcelSerial(date1904 ? value + DAYS_1900_TO_1904 : value) : null;
}

/**
 * Returns a stored number as the sheet prints it. Decimal point and thousands comma as in the file format, so that a
 * number like 1.1 keeps its point whatever the region. An unreadable format prints the number itself.
 */
export function formatCellNumber(value: number, pattern: string, date1904: boolean): string {
  const shown = TYPED_DATES[normalizePattern(pattern)] ?? pattern;
  try {
    const isDate = isDateFormat(shown);
    const serial = isDate && date1904 ? value + DAYS_1900_TO_1904 : value;
    return format(shown, serial, { locale: isDate ? 'vi' : 'en', dateErrorNumber: true }).trim();
  } catch {
    return String(value);
  }
}
