import { format, isDateFormat } from 'numfmt';

/**
 * Built-in formats by id. Source: ECMA-376-1 §18.8.30. Those that Excel prints by the region of the machine are
 * given as a Vietnamese region prints them.
 */
export const BUILT_IN_FORMATS: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  37: '#,##0;(#,##0)',
  38: '#,##0;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

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
