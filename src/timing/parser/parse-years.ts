import { hasTerm, isMark, type ScannedPhrase, skipTerms } from '../lexer/scan-phrase';
import { type CalendarPoint, createCalendarPoint } from './calendar-point';
import { isFullYear, isInYearWindow } from './parse-dates';
import { parseDigitsAt, parseJoinedNumbersAt } from './parse-numbers';

/** The year that follows a month, quarter or date; `end` is the start index if none follows. */
type ParsedYear = {
  year: number | null;
  shift: number;
  lastYear?: number;
  end: number;
  short?: boolean;
};

const createEmptyYear = (i: number): ParsedYear => ({ year: null, shift: 0, end: i });

export function parseFullYearAt(s: ScannedPhrase, i: number): number | null {
  const token = s.tokens[i];
  return token?.kind === 'number' && isFullYear(token.value, token.key.length) ? token.value : null;
}

/**
 * Parses "2024-2025", "2024 – 2025", "2024/2025", "2024 đến 2025", "2024-25".
 *
 * @returns null for anything else
 */
export function parseYearRangeAt(
  s: ScannedPhrase,
  i: number,
): { from: number; to: number; end: number } | null {
  const from = parseFullYearAt(s, i);
  if (from === null) return null;
  const linked = isMark(s, i + 1, '-', '/') || hasTerm(s, i + 1, 'until');
  if (!linked) return null;
  const at = skipTerms(s, i + 2, 'whole', 'unit:year');
  const to = parseFullYearAt(s, at);
  if (to !== null) return to > from ? { from, to, end: at + 1 } : null;
  const short = parseDigitsAt(s, at);
  if (!short || s.tokens[at]?.key.length !== 2 || !isMark(s, i + 1, '-')) return null;
  const full = from - (from % 100) + short.value;
  return full === from + 1 ? { from, to: full, end: short.end } : null;
}

/**
 * Parses "năm học 2024-2025", "năm học này", "năm học".
 *
 * @returns null for anything else
 */
export function parseSchoolYearAt(s: ScannedPhrase, i: number): { point: CalendarPoint; end: number } | null {
  if (!hasTerm(s, i, 'unit:schoolYear')) return null;
  const after = s.ends[i] ?? i + 1;
  const range = parseYearRangeAt(s, after);
  if (range) {
    return {
      point: createCalendarPoint('schoolYear', 1, { year: range.from, lastYear: range.to }),
      end: range.end,
    };
  }
  if (s.tokens[i]?.key === 'nh') return null;
  const first = parseFullYearAt(s, after);
  if (first !== null) return { point: createCalendarPoint('schoolYear', 1, { year: first }), end: after + 1 };
  // Whose next one, the edition's or that of today, is not said.
  if (hasTerm(s, after, 'next'))
    return {
      point: createCalendarPoint('schoolYear', 1, { shift: 1, warnings: ['vague-words'] }),
      end: s.ends[after] ?? after + 1,
    };
  return { point: createCalendarPoint('schoolYear', 1), end: skipTerms(s, after, 'this') };
}

function parseNamedYear(s: ScannedPhrase, i: number): ParsedYear {
  const year = parseFullYearAt(s, i);
  if (year !== null) return { year, shift: 0, end: i + 1 };
  if (hasTerm(s, i, 'next') && !hasTerm(s, i, 'until'))
    return { year: null, shift: 1, end: s.ends[i] ?? i + 1 };
  if (s.tokens[i]?.key === 'toi') return { year: null, shift: 1, end: i + 1 };
  const after = s.ends[i] ?? i + 1;
  const dated =
    hasTerm(s, after, 'unit:day') || hasTerm(s, after, 'unit:month') || hasTerm(s, after, 'unit:quarter');
  if (hasTerm(s, i, 'previous') && !dated && s.tokens[after]?.kind !== 'number') {
    return { year: null, shift: -1, end: after };
  }
  if (hasTerm(s, i, 'this')) return { year: null, shift: 0, end: s.ends[i] ?? i + 1 };
  return createEmptyYear(i);
}

/**
 * Parses the year after a point: "/2024", "/24", "-2024", "năm 2024", "của năm sau", "(2024)", "năm học
 * 2024-2025".
 */
export function parseYearAfter(s: ScannedPhrase, i: number, base: number | null): ParsedYear {
  if (isMark(s, i, '/', '.', '-')) {
    const full = parseFullYearAt(s, i + 1);
    if (full !== null && parseYearRangeAt(s, i + 1) === null) return { year: full, shift: 0, end: i + 2 };
    const short = parseDigitsAt(s, i + 1);
    if (short && isMark(s, i, '/') && s.tokens[i + 1]?.key.length === 2 && short.value > 12) {
      if (isInYearWindow(2000 + short.value, base)) {
        return { year: 2000 + short.value, shift: 0, end: i + 2, short: true };
      }
    }
    if (isMark(s, i, '/') && hasTerm(s, i + 1, 'unit:year')) {
      const named = parseNamedYear(s, s.ends[i + 1] ?? i + 2);
      if (named.year !== null) return named;
    }
    return createEmptyYear(i);
  }
  const bare = parseFullYearAt(s, i);
  if (bare !== null && parseJoinedNumbersAt(s, i) === null) return { year: bare, shift: 0, end: i + 1 };
  const opened = isMark(s, i, '(') ? i + 1 : i;
  const at = skipTerms(s, isMark(s, opened, ',') ? opened + 1 : opened, 'of');
  const school = parseSchoolYearAt(s, at);
  if (school && school.point.year !== null) {
    return { year: school.point.year, shift: 0, lastYear: school.point.year + 1, end: school.end };
  }
  const range = opened > i ? parseYearRangeAt(s, opened) : null;
  if (range && range.to === range.from + 1 && isMark(s, range.end, ')')) {
    return { year: range.from, shift: 0, lastYear: range.to, end: range.end + 1 };
  }
  const inBrackets = opened > i ? parseFullYearAt(s, opened) : null;
  if (inBrackets !== null && isMark(s, opened + 1, ')'))
    return { year: inBrackets, shift: 0, end: opened + 2 };
  if (!hasTerm(s, at, 'unit:year')) return createEmptyYear(i);
  const after = s.ends[at] ?? at + 1;
  const named = parseNamedYear(s, after);
  if (named.end === after) return createEmptyYear(i);
  return opened > i && isMark(s, named.end, ')') ? { ...named, end: named.end + 1 } : named;
}

/** Gives a point its year; in a school year the months from August belong to its first year. */
export function applyYear(made: CalendarPoint, read: ParsedYear): CalendarPoint {
  if (read.year === null && read.shift === 0) return made;
  const inSecondYear =
    made.calendarUnit === 'quarter'
      ? made.n <= 2
      : (made.calendarUnit === 'month' || made.calendarUnit === 'date') && made.n < 8;
  const year = read.lastYear !== undefined && inSecondYear ? read.lastYear : read.year;
  const warnings = read.short ? [...(made.warnings ?? []), 'two-digit-year' as const] : made.warnings;
  return { ...made, year, shift: read.shift, warnings };
}
