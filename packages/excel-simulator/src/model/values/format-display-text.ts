import { format } from 'numfmt';
import type { CellValue } from '../types';

/** The culture in which numbers and dates are written; that of the users is Vietnamese. */
export type Locale = 'vi-VN' | 'en-US';

function isDateFormat(numberFormat: string): boolean {
  return /[dmyhs]/i.test(numberFormat.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
}

/**
 * Formats a value with its number format as a cell displays it (Range.text). A number that does not fit its
 * column is shown in full: the model has no fonts.
 */
export function formatDisplayText(
  value: CellValue,
  numberFormat = 'General',
  locale: Locale = 'vi-VN',
): string {
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (numberFormat === '@' && typeof value === 'string') return value;
  const pattern = numberFormat === '' ? 'General' : numberFormat;
  // Excel shows a negative date as a row of #.
  if (typeof value === 'number' && value < 0 && isDateFormat(pattern) && !pattern.includes(';'))
    return '#'.repeat(8);
  try {
    return format(pattern, value, { locale: locale === 'vi-VN' ? 'vi' : 'en-US', throws: true });
  } catch {
    // Excel shows the plain value where it does not accept a format.
    return format('General', value, { locale: locale === 'vi-VN' ? 'vi' : 'en-US' });
  }
}
