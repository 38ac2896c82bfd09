import { daysInMonth, fromSerial, isRealDate, lastDayOf, partsOf } from '../calendar/dates';
import { ENGLISH_MONTHS } from './lexicon';
import { point, type Point } from './points';
import { figuresAt, joinedFiguresAt, type Figures } from './read-numbers';
import { isMark, type Scan } from './scan';
import type { TimingDoubt } from './types';

/** Years counted from the plan's: one before to six after. A date outside is never given without saying so. */
const YEARS_BEFORE = 1;
const YEARS_AFTER = 6;

export function inWindow(year: number, base: number | null): boolean {
  return base === null || (year >= base - YEARS_BEFORE && year <= base + YEARS_AFTER);
}

export function isYear(value: number, width: number): boolean {
  return width === 4 && value >= 1900 && value <= 2199;
}

/** A year in two figures, where it is near the plan's. */
function shortYear(value: number, width: number, base: number | null): number | null {
  if (width !== 2) return null;
  const year = 2000 + value;
  return inWindow(year, base ?? year) && (base !== null || value >= 15) ? year : null;
}

/** A date, or what is wrong with it and the nearest day there is. The year counts only for 29/02. */
export function datePoint(
  day: number,
  month: number,
  year: number | null,
  base: number | null,
  doubts: TimingDoubt[] = [],
): Point {
  const checked = year ?? base ?? 2024;
  const made = point('date', month, { day, year, doubts });
  if (isRealDate(checked, month, day)) return made;
  const known = month >= 1 && month <= 12 && day > daysInMonth(checked, month);
  return {
    ...made,
    impossible: known
      ? { doubt: 'impossible-date', suggestion: lastDayOf(checked, month) }
      : { doubt: month > 12 || month < 1 ? 'impossible-month' : 'impossible-date' },
  };
}

export function monthPoint(month: number, year: number | null, doubts: TimingDoubt[] = []): Point {
  return month >= 1 && month <= 12
    ? point('month', month, { year, doubts })
    : point('month', month, { year, impossible: { doubt: 'impossible-month' } });
}

/** Day and month in that order; month and day only where no other reading is possible. */
function threeFigures({ values, widths }: Figures, base: number | null): Point | null {
  const [a = 0, b = 0, c = 0] = values;
  if (isYear(a, widths[0] ?? 0)) return datePoint(c, b, a, base);
  const doubts: TimingDoubt[] = [];
  let year: number | null = null;
  if (isYear(c, widths[2] ?? 0)) year = c;
  else if (widths[2] === 2) {
    year = 2000 + c;
    doubts.push('two-digit-year');
  }
  if (year === null) return null;
  if (b > 12 && b <= 31 && a >= 1 && a <= 12) return datePoint(b, a, year, base, [...doubts, 'us-date']);
  return datePoint(a, b, year, base, doubts);
}

function twoFigures({ values, widths, mark }: Figures, base: number | null): Point[] | null {
  const [a = 0, b = 0] = values;
  const [wa = 0, wb = 0] = widths;
  if (isYear(a, wa) && isYear(b, wb)) return null;
  if (isYear(b, wb)) return wa <= 2 ? [monthPoint(a, b)] : null;
  if (isYear(a, wa)) return wb <= 2 && b >= 1 && b <= 12 ? [monthPoint(b, a)] : null;
  // "05-10" may be a range; "15-12" cannot.
  if (wa > 2 || wb > 2 || (mark === '-' && a <= b)) return null;
  if (b <= 12) return a === 0 && b === 0 ? null : [datePoint(a, b, null, base)];
  if (a < 1 || a > 12) return [datePoint(a, b, null, base)];
  const year = shortYear(b, wb, base);
  if (year !== null) return [monthPoint(a, year, ['two-digit-year'])];
  return b <= 31 ? [datePoint(b, a, null, base, ['us-date'])] : [datePoint(a, b, null, base)];
}

export type PointsRead = { points: Point[]; end: number };

/** Excel keeps a date as the count of days since 1900; a cell read as a number shows that count. */
function serialAt(s: Scan, i: number, base: number | null): PointsRead | null {
  const token = s.tokens[i];
  if (token?.type !== 'number' || token.key.length !== 5) return null;
  const date = partsOf(fromSerial(token.value) ?? '');
  if (!date || !inWindow(date.year, base)) return null;
  const fraction = isMark(s, i + 1, '.') && s.tokens[i + 2]?.type === 'number' ? 2 : 0;
  return {
    points: [point('date', date.month, { day: date.day, year: date.year, doubts: ['serial-number'] })],
    end: i + 1 + fraction,
  };
}

/** "Jun-24", "Thg6-24" are months as a spreadsheet shows them. */
function englishMonthAt(s: Scan, i: number, base: number | null): PointsRead | null {
  const month = ENGLISH_MONTHS[s.tokens[i]?.key ?? ''];
  if (month === undefined || !isMark(s, i + 1, '-', '/')) return null;
  const year = figuresAt(s, i + 2);
  if (!year) return null;
  const width = s.tokens[i + 2]?.key.length ?? 0;
  const whole = isYear(year.value, width) ? year.value : shortYear(year.value, width, base);
  return whole === null ? null : { points: [monthPoint(month, whole)], end: year.end };
}

/** "00:00:00", "T00:00:00.000Z": the time a spreadsheet or program writes after a date. */
function timeEnd(s: Scan, i: number): number {
  const letter = s.tokens[i]?.key === 't' && !s.tokens[i]?.spaced ? i + 1 : i;
  let end = letter;
  while (s.tokens[end]?.type === 'number' && isMark(s, end + 1, ':', '.')) end += 2;
  if (end === letter || s.tokens[end]?.type !== 'number') return i;
  return s.tokens[end + 1]?.key === 'z' ? end + 2 : end + 1;
}

/** A date or month in figures: 15/6/2024, 15.6.2024, 2024-06-15, 6/2025, 15/6, 45458, Jun-24. `dayNamed`: "ngày" stands before. */
export function figuresDateAt(s: Scan, i: number, base: number | null, dayNamed: boolean): PointsRead | null {
  const figures = joinedFiguresAt(s, i);
  const serial = serialAt(s, i, base);
  if (serial || !figures) return serial ?? englishMonthAt(s, i, base);
  if (figures.values.length > 3) return null;
  // "10-12/6": the first two figures are days of a stretch.
  if (figures.mark === '-' && figures.values.length === 2 && isMark(s, figures.end, '/')) return null;
  const read =
    figures.values.length === 3
      ? threeFigures(figures, base)
      : twoFigures(dayNamed ? { ...figures, mark: '/' } : figures, base);
  const points = Array.isArray(read) ? read : read ? [read] : null;
  if (!points) return null;
  if (figures.misread) for (const made of points) made.doubts = [...(made.doubts ?? []), 'misprint'];
  return { points, end: figures.values.length === 3 ? timeEnd(s, figures.end) : figures.end };
}
