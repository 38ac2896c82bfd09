import { point, type Point } from './points';
import { figuresAt, joinedFiguresAt } from './read-numbers';
import { inWindow, isYear } from './read-dates';
import { is, isMark, skip, type Scan } from './scan';

/** What stands after a month, quarter or date to say its year; `end` is where it began if nothing does. */
export type YearRead = {
  year: number | null;
  shift: number;
  lastYear?: number;
  end: number;
  short?: boolean;
};

const nothing = (i: number): YearRead => ({ year: null, shift: 0, end: i });

export function fullYearAt(s: Scan, i: number): number | null {
  const token = s.tokens[i];
  return token?.type === 'number' && isYear(token.value, token.key.length) ? token.value : null;
}

/** "2024-2025", "2024 – 2025", "2024/2025", "2024 đến 2025", "2024-25". */
export function yearRangeAt(s: Scan, i: number): { from: number; to: number; end: number } | null {
  const from = fullYearAt(s, i);
  if (from === null) return null;
  const linked = isMark(s, i + 1, '-', '/') || is(s, i + 1, 'until');
  if (!linked) return null;
  const at = skip(s, i + 2, 'whole', 'unit:year');
  const to = fullYearAt(s, at);
  if (to !== null) return to > from ? { from, to, end: at + 1 } : null;
  const short = figuresAt(s, at);
  if (!short || s.tokens[at]?.key.length !== 2 || !isMark(s, i + 1, '-')) return null;
  const whole = from - (from % 100) + short.value;
  return whole === from + 1 ? { from, to: whole, end: short.end } : null;
}

/** "năm học 2024-2025", "năm học này", "năm học". */
export function schoolYearAt(s: Scan, i: number): { point: Point; end: number } | null {
  if (!is(s, i, 'unit:schoolYear')) return null;
  const after = s.ends[i] ?? i + 1;
  const range = yearRangeAt(s, after);
  if (range) {
    return { point: point('schoolYear', 1, { year: range.from, lastYear: range.to }), end: range.end };
  }
  if (s.tokens[i]?.key === 'nh') return null;
  const first = fullYearAt(s, after);
  if (first !== null) return { point: point('schoolYear', 1, { year: first }), end: after + 1 };
  return { point: point('schoolYear', 1), end: skip(s, after, 'this') };
}

function namedYear(s: Scan, i: number): YearRead {
  const year = fullYearAt(s, i);
  if (year !== null) return { year, shift: 0, end: i + 1 };
  if (is(s, i, 'next') && !is(s, i, 'until')) return { year: null, shift: 1, end: s.ends[i] ?? i + 1 };
  if (s.tokens[i]?.key === 'toi') return { year: null, shift: 1, end: i + 1 };
  const after = s.ends[i] ?? i + 1;
  const dated = is(s, after, 'unit:day') || is(s, after, 'unit:month') || is(s, after, 'unit:quarter');
  if (is(s, i, 'previous') && !dated && s.tokens[after]?.type !== 'number') {
    return { year: null, shift: -1, end: after };
  }
  if (is(s, i, 'this')) return { year: null, shift: 0, end: s.ends[i] ?? i + 1 };
  return nothing(i);
}

/** Year after a point: "/2024", "/24", "-2024", "năm 2024", "của năm sau", "(2024)", "năm học 2024-2025". */
export function yearAfter(s: Scan, i: number, base: number | null): YearRead {
  if (isMark(s, i, '/', '.', '-')) {
    const whole = fullYearAt(s, i + 1);
    if (whole !== null && yearRangeAt(s, i + 1) === null) return { year: whole, shift: 0, end: i + 2 };
    const short = figuresAt(s, i + 1);
    if (short && isMark(s, i, '/') && s.tokens[i + 1]?.key.length === 2 && short.value > 12) {
      if (inWindow(2000 + short.value, base)) {
        return { year: 2000 + short.value, shift: 0, end: i + 2, short: true };
      }
    }
    if (isMark(s, i, '/') && is(s, i + 1, 'unit:year')) {
      const named = namedYear(s, s.ends[i + 1] ?? i + 2);
      if (named.year !== null) return named;
    }
    return nothing(i);
  }
  const bare = fullYearAt(s, i);
  if (bare !== null && joinedFiguresAt(s, i) === null) return { year: bare, shift: 0, end: i + 1 };
  const opened = isMark(s, i, '(') ? i + 1 : i;
  const at = skip(s, isMark(s, opened, ',') ? opened + 1 : opened, 'of');
  const school = schoolYearAt(s, at);
  if (school && school.point.year !== null) {
    return { year: school.point.year, shift: 0, lastYear: school.point.year + 1, end: school.end };
  }
  const range = opened > i ? yearRangeAt(s, opened) : null;
  if (range && range.to === range.from + 1 && isMark(s, range.end, ')')) {
    return { year: range.from, shift: 0, lastYear: range.to, end: range.end + 1 };
  }
  const inBrackets = opened > i ? fullYearAt(s, opened) : null;
  if (inBrackets !== null && isMark(s, opened + 1, ')'))
    return { year: inBrackets, shift: 0, end: opened + 2 };
  if (!is(s, at, 'unit:year')) return nothing(i);
  const after = s.ends[at] ?? at + 1;
  const named = namedYear(s, after);
  if (named.end === after) return nothing(i);
  return opened > i && isMark(s, named.end, ')') ? { ...named, end: named.end + 1 } : named;
}

/** Gives a point its year; in a school year the months from August belong to its first year. */
export function withYear(made: Point, read: YearRead): Point {
  if (read.year === null && read.shift === 0) return made;
  const inSecondYear =
    made.unit === 'quarter' ? made.n <= 2 : (made.unit === 'month' || made.unit === 'date') && made.n < 8;
  const year = read.lastYear !== undefined && inSecondYear ? read.lastYear : read.year;
  const doubts = read.short ? [...(made.doubts ?? []), 'two-digit-year' as const] : made.doubts;
  return { ...made, year, shift: read.shift, doubts };
}
