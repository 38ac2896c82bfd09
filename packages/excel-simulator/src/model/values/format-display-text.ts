import { format } from 'numfmt';
import type { CellValue } from '../types';

/** How the machine writes numbers and dates; a clerk's is Vietnamese. */
export type Locale = 'vi-VN' | 'en-US';

function isDateFormat(numberFormat: string): boolean {
  return /[dmyhs]/i.test(numberFormat.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
}

/**
 * What a cell shows: its value through its number format (Range.text). A number that does not fit its column
 * is shown whole: the model knows no fonts.
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
  // A negative date has no text in Excel but a row of #.
  if (typeof value === 'number' && value < 0 && isDateFormat(pattern) && !pattern.includes(';'))
    return '#'.repeat(8);
  try {
    return format(pattern, value, { locale: locale === 'vi-VN' ? 'vi' : 'en-US', throws: true });
  } catch {
    // A format numfmt cannot read is shown as Excel shows one it refuses: the plain value.
    return format('General', value, { locale: locale === 'vi-VN' ? 'vi' : 'en-US' });
  }
}
