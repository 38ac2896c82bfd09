import {
  fromExcelSerial,
  getDaysInMonth,
  getLastDayOfMonth,
  isValidDate,
  parseIsoDate,
} from '../../shared/dates';
import { lookUp } from '../../shared/look-up';
import { ENGLISH_MONTHS } from '../lexer/lexicon';
import { isMark, type ScannedPhrase } from '../lexer/scan-phrase';
import type { TimingWarningCode } from '../types';
import { type CalendarPoint, createCalendarPoint } from './calendar-point';
import { type JoinedNumbers, parseDigitsAt, parseJoinedNumbersAt } from './parse-numbers';

/** Years counted from the plan's: one before to six after. A date outside is never given without saying so. */
const MAX_YEARS_BEFORE = 1;
const MAX_YEARS_AFTER = 6;

export function isInYearWindow(year: number, base: number | null): boolean {
  return base === null || (year >= base - MAX_YEARS_BEFORE && year <= base + MAX_YEARS_AFTER);
}

export function isFullYear(value: number, width: number): boolean {
  return width === 4 && value >= 1900 && value <= 2199;
}

/** Expands a year of two digits to the one near the plan's year. */
function expandShortYear(value: number, width: number, base: number | null): number | null {
  if (width !== 2) return null;
  const year = 2000 + value;
  return isInYearWindow(year, base ?? year) && (base !== null || value >= 15) ? year : null;
}

/**
 * Creates a date, or records what is wrong with it and the nearest existing day. The year matters only for
 * 29/02.
 */
export function createDatePoint(
  day: number,
  month: number,
  year: number | null,
  base: number | null,
  warnings: TimingWarningCode[] = [],
): CalendarPoint {
  const checked = year ?? base ?? 2024;
  const made = createCalendarPoint('date', month, { day, year, warnings });
  if (isValidDate(checked, month, day)) return made;
  const known = month >= 1 && month <= 12 && day > getDaysInMonth(checked, month);
  return {
    ...made,
    impossible: known
      ? { code: 'impossible-date', suggestion: getLastDayOfMonth(checked, month) }
      : { code: month > 12 || month < 1 ? 'impossible-month' : 'impossible-date' },
  };
}

export function createMonthPoint(
  month: number,
  year: number | null,
  warnings: TimingWarningCode[] = [],
): CalendarPoint {
  return month >= 1 && month <= 12
    ? createCalendarPoint('month', month, { year, warnings })
    : createCalendarPoint('month', month, { year, impossible: { code: 'impossible-month' } });
}

/** Reads day and month in that order; month and day only if no other reading is possible. */
function parseThreeNumbers({ values, widths }: JoinedNumbers, base: number | null): CalendarPoint | null {
  const [a = 0, b = 0, c = 0] = values;
  if (isFullYear(a, widths[0] ?? 0)) return createDatePoint(c, b, a, base);
  const warnings: TimingWarningCode[] = [];
  let year: number | null = null;
  if (isFullYear(c, widths[2] ?? 0)) year = c;
  else if (widths[2] === 2) {
    year = 2000 + c;
    warnings.push('two-digit-year');
  }
  if (year === null) return null;
  if (b > 12 && b <= 31 && a >= 1 && a <= 12)
    return createDatePoint(b, a, year, base, [...warnings, 'us-date']);
  return createDatePoint(a, b, year, base, warnings);
}

function parseTwoNumbers(
  { values, widths, mark }: JoinedNumbers,
  base: number | null,
): CalendarPoint[] | null {
  const [a = 0, b = 0] = values;
  const [wa = 0, wb = 0] = widths;
  if (isFullYear(a, wa) && isFullYear(b, wb)) return null;
  if (isFullYear(b, wb)) return wa <= 2 ? [createMonthPoint(a, b)] : null;
  if (isFullYear(a, wa)) return wb <= 2 && b >= 1 && b <= 12 ? [createMonthPoint(b, a)] : null;
  // "05-10" may be a range; "15-12" cannot.
  if (wa > 2 || wb > 2 || (mark === '-' && a <= b)) return null;
  if (b <= 12) return a === 0 && b === 0 ? null : [createDatePoint(a, b, null, base)];
  if (a < 1 || a > 12) return [createDatePoint(a, b, null, base)];
  const year = expandShortYear(b, wb, base);
  if (year !== null) return [createMonthPoint(a, year, ['two-digit-year'])];
  return b <= 31 ? [createDatePoint(b, a, null, base, ['us-date'])] : [createDatePoint(a, b, null, base)];
}

type ParsedDatePoints = { points: CalendarPoint[]; end: number };

/** Reads a count of days since 1900: Excel stores a date so, and a cell read as a number shows it. */
function parseSerialAt(s: ScannedPhrase, i: number, base: number | null): ParsedDatePoints | null {
  const token = s.tokens[i];
  if (token?.kind !== 'number' || token.key.length !== 5) return null;
  const date = parseIsoDate(fromExcelSerial(token.value) ?? '');
  if (!date || !isInYearWindow(date.year, base)) return null;
  const fraction = isMark(s, i + 1, '.') && s.tokens[i + 2]?.kind === 'number' ? 2 : 0;
  return {
    points: [
      createCalendarPoint('date', date.month, {
        day: date.day,
        year: date.year,
        warnings: ['serial-number'],
      }),
    ],
    end: i + 1 + fraction,
  };
}

/** Reads "Jun-24", "Thg6-24": months as a spreadsheet shows them. */
function parseEnglishMonthAt(s: ScannedPhrase, i: number, base: number | null): ParsedDatePoints | null {
  const month = lookUp(ENGLISH_MONTHS, s.tokens[i]?.key ?? '');
  if (month === undefined || !isMark(s, i + 1, '-', '/')) return null;
  const year = parseDigitsAt(s, i + 2);
  if (!year) return null;
  const width = s.tokens[i + 2]?.key.length ?? 0;
  const years = isFullYear(year.value, width) ? year.value : expandShortYear(year.value, width, base);
  return years === null ? null : { points: [createMonthPoint(month, years)], end: year.end };
}

/** Skips "00:00:00", "T00:00:00.000Z": the time that a spreadsheet or program writes after a date. */
function skipTime(s: ScannedPhrase, i: number): number {
  const letter = s.tokens[i]?.key === 't' && !s.tokens[i]?.spaced ? i + 1 : i;
  let end = letter;
  while (s.tokens[end]?.kind === 'number' && isMark(s, end + 1, ':', '.')) end += 2;
  if (end === letter || s.tokens[end]?.kind !== 'number') return i;
  return s.tokens[end + 1]?.key === 'z' ? end + 2 : end + 1;
}

/**
 * Parses a date or month in digits: 15/6/2024, 15.6.2024, 2024-06-15, 6/2025, 15/6, 45458, Jun-24.
 * `dayNamed`: "ngày" stands before.
 *
 * @returns null if there is none
 */
export function parseNumericDateAt(
  s: ScannedPhrase,
  i: number,
  base: number | null,
  dayNamed: boolean,
): ParsedDatePoints | null {
  const numbers = parseJoinedNumbersAt(s, i);
  const serial = parseSerialAt(s, i, base);
  if (serial || !numbers) return serial ?? parseEnglishMonthAt(s, i, base);
  if (numbers.values.length > 3) return null;
  // "10-12/6": the first two figures are days of a stretch.
  if (numbers.mark === '-' && numbers.values.length === 2 && isMark(s, numbers.end, '/')) return null;
  const read =
    numbers.values.length === 3
      ? parseThreeNumbers(numbers, base)
      : parseTwoNumbers(dayNamed ? { ...numbers, mark: '/' } : numbers, base);
  const points = Array.isArray(read) ? read : read ? [read] : null;
  if (!points) return null;
  if (numbers.corrected) for (const made of points) made.warnings = [...(made.warnings ?? []), 'misprint'];
  return { points, end: numbers.values.length === 3 ? skipTime(s, numbers.end) : numbers.end };
}
