import { lookUp } from '../../shared/look-up';
import type { EventId } from '../calendar/calendar-settings';
import { ENGLISH_MONTHS, type Term } from '../lexer/lexicon';
import { parseSpelledNumber } from '../lexer/numerals';
import { hasTerm, isMark, type ScannedPhrase, skipTerms } from '../lexer/scan-phrase';
import { type CalendarPoint, createCalendarPoint, type PeriodPart } from './calendar-point';
import { parseDatesAt } from './parse-date-lists';
import {
  parseCountedMonthsAt,
  type ParsedPoints,
  parseHalfOfYearAt,
  parseMonthsAt,
  parseMonthsOfYearAt,
  parseQuartersAt,
  parseSemestersAt,
  skipSeparators,
} from './parse-lists';
import { parseDigitsAt, parseJoinedNumbersAt, parseSpelledNumberAt } from './parse-numbers';
import {
  applyYear,
  parseFullYearAt,
  parseSchoolYearAt,
  parseYearAfter,
  parseYearRangeAt,
} from './parse-years';

/** Before "năm" they make it the whole year; "năm" alone may be a typo or the end of a name. */
const FULL_YEAR_TERMS = [
  'of',
  'full',
  'whole',
  'until',
  'start',
  'middle',
  'end',
  'firstHalf',
  'secondHalf',
] as const;

function parseYearsAt(s: ScannedPhrase, i: number): ParsedPoints | null {
  const at = skipTerms(s, i, 'plural');
  const named = skipTerms(s, at, 'unit:year');
  const range = parseYearRangeAt(s, named);
  if (range) {
    const points = [
      createCalendarPoint('year', 0, { year: range.from }),
      createCalendarPoint('year', 0, { year: range.to }),
    ];
    return { points, end: range.end, range: true };
  }
  const first = parseFullYearAt(s, named);
  if (first !== null) {
    const points = [createCalendarPoint('year', 0, { year: first })];
    let end = named + 1;
    for (;;) {
      const next = skipTerms(s, skipSeparators(s, end), 'unit:year');
      const year = next > end ? parseFullYearAt(s, next) : null;
      if (year === null || parseJoinedNumbersAt(s, next)) break;
      points.push(createCalendarPoint('year', 0, { year }));
      end = next + 1;
    }
    return { points, end };
  }
  if (named === at) return null;
  const year = parseYearAfter(s, at, null);
  if (year.end > named) return { points: [applyYear(createCalendarPoint('year', 0), year)], end: year.end };
  const said = FULL_YEAR_TERMS.some((role) => hasTerm(s, at - 1, role));
  const more: Partial<CalendarPoint> = said ? { loose: true } : { loose: true, warnings: ['vague-words'] };
  return { points: [createCalendarPoint('year', 0, more)], end: named };
}

/** Returns true for "hệ", "hẹ", "hể", which only without diacritics are summer ("hè"). */
function isOtherWord(s: ScannedPhrase, i: number): boolean {
  const token = s.tokens[i];
  if (token?.key !== 'he') return false;
  const written = s.text.slice(token.at, token.end).normalize('NFC').toLowerCase();
  return written !== 'hè' && written !== 'he';
}

function parseEventAt(s: ScannedPhrase, i: number, base: number | null): ParsedPoints | null {
  const term = s.terms[i]?.find((role) => role.startsWith('event:'));
  if (!term) return null;
  const event = term.slice('event:'.length) as EventId;
  if (isOtherWord(s, i)) return null;
  const year = parseYearAfter(s, s.ends[i] ?? i + 1, base);
  return { points: [applyYear(createCalendarPoint('event', 0, { event }), year)], end: year.end };
}

function parseSchoolYearPointAt(s: ScannedPhrase, i: number): ParsedPoints | null {
  const read = parseSchoolYearAt(s, i);
  return read ? { points: [read.point], end: read.end } : null;
}

type PointParser = (s: ScannedPhrase, i: number, base: number | null) => ParsedPoints | null;

/** What may begin with a word of each role, in the order in which it is tried. */
const PARSERS_BY_TERM: Partial<Record<Term, readonly PointParser[]>> = {
  plural: [parseDatesAt, parseMonthsAt, parseQuartersAt, parseYearsAt],
  'unit:day': [parseDatesAt],
  'unit:month': [parseMonthsAt],
  'unit:quarter': [parseQuartersAt],
  'unit:semester': [parseSemestersAt],
  'unit:schoolYear': [parseSchoolYearPointAt],
  'unit:year': [parseYearsAt],
  halfYear: [parseHalfOfYearAt],
};

const NUMBER_PARSERS: readonly PointParser[] = [
  parseMonthsOfYearAt,
  parseCountedMonthsAt,
  parseDatesAt,
  parseYearsAt,
];
/** Spelled numbers ("sáu tháng đầu năm") and English months. */
const WORD_PARSERS: readonly PointParser[] = [parseMonthsOfYearAt, parseDatesAt];

function parseFirst(
  readers: readonly PointParser[],
  s: ScannedPhrase,
  i: number,
  base: number | null,
): ParsedPoints | null {
  for (const read of readers) {
    const found = read(s, i, base);
    if (found) return found;
  }
  return null;
}

/**
 * Parses a period of the calendar without a word for a part of it.
 *
 * @returns null if there is none
 */
export function parsePointsAt(s: ScannedPhrase, i: number, base: number | null): ParsedPoints | null {
  const token = s.tokens[i];
  if (!token || token.kind === 'mark') return null;
  if (token.kind === 'number') return parseFirst(NUMBER_PARSERS, s, i, base);
  for (const role of s.terms[i] ?? []) {
    const found = role.startsWith('event:')
      ? parseEventAt(s, i, base)
      : parseFirst(PARSERS_BY_TERM[role] ?? [], s, i, base);
    if (found) return found;
  }
  const word = parseSpelledNumber(token.key) !== null || lookUp(ENGLISH_MONTHS, token.key) !== undefined;
  return word ? parseFirst(WORD_PARSERS, s, i, base) : null;
}

/** Gives every point the part; a half of a year is a half year. */
function applyPart(read: ParsedPoints, part: PeriodPart): ParsedPoints {
  return {
    ...read,
    points: read.points.map((made) => {
      if (made.calendarUnit === 'year' && part === 'firstHalf')
        return { ...made, calendarUnit: 'half', n: 1 };
      if (made.calendarUnit === 'year' && part === 'secondHalf')
        return { ...made, calendarUnit: 'half', n: 2 };
      return { ...made, part };
    }),
  };
}

const SIMPLE_PART_TERMS = [
  'start',
  'middle',
  'end',
  'firstHalf',
  'secondHalf',
  'decade1',
  'decade2',
  'decade3',
] as const;

type ParsedPart = { part: PeriodPart; end: number };

/** Skips to the month: "tuần 2 của tháng 3", "tuần 2/tháng 3", "tuần 2 (tháng 3)". */
function skipToMonth(s: ScannedPhrase, i: number): number {
  const at = skipTerms(s, isMark(s, i, '/', '-', ',', '(') ? i + 1 : i, 'of');
  return at === i || hasTerm(s, at, 'unit:month') ? at : skipTerms(s, i, 'of');
}

/**
 * Parses a part of a period: "đầu", "giữa", "cuối", "nửa đầu", "tuần 2", "tuần cuối", "ngày cuối cùng", "05
 * ngày đầu".
 *
 * @returns null if no part is named
 */
export function parsePartAt(s: ScannedPhrase, i: number): ParsedPart | null {
  if (s.tokens[i]?.kind !== 'number' && !s.terms[i]?.length) return null;
  // "Quy trình đầu tiên năm 2028": the first of its kind, not the beginning of a year.
  const first = s.tokens[i]?.key === 'dau' && s.tokens[i + 1]?.key === 'tien';
  const simple = first ? undefined : SIMPLE_PART_TERMS.find((part) => hasTerm(s, i, part));
  if (simple) return { part: simple, end: skipTerms(s, s.ends[i] ?? i + 1, 'of') };
  if (hasTerm(s, i, 'unit:week')) {
    const at = skipTerms(s, s.ends[i] ?? i + 1, 'ordinal');
    const week = parseDigitsAt(s, at) ?? (hasTerm(s, at, 'unit:year') ? null : parseSpelledNumberAt(s, at));
    if (week && week.value >= 1 && week.value <= 5 && !parseJoinedNumbersAt(s, at)) {
      return { part: { week: week.value }, end: skipToMonth(s, week.end) };
    }
    if (hasTerm(s, at, 'start')) return { part: { week: 1 }, end: skipToMonth(s, s.ends[at] ?? at + 1) };
    if (hasTerm(s, at, 'end')) return { part: { week: 5 }, end: skipToMonth(s, s.ends[at] ?? at + 1) };
    return null;
  }
  const count = parseDigitsAt(s, i);
  const day = count ? count.end : i;
  if (!hasTerm(s, day, 'unit:day')) return null;
  const at = skipTerms(s, s.ends[day] ?? day + 1, 'working');
  const end = skipTerms(s, s.ends[at] ?? at + 1, 'of');
  if (hasTerm(s, at, 'end')) return { part: 'end', end };
  if (hasTerm(s, at, 'start')) return { part: { days: count ? count.value : 1 }, end };
  return null;
}

/**
 * Returns true if a point can have a part. Weeks are counted within a month only; a date or an event has no
 * parts.
 */
function canHavePart({ calendarUnit: unit }: CalendarPoint, part: PeriodPart): boolean {
  return (
    unit === 'month' || (unit !== 'date' && unit !== 'event' && !(typeof part === 'object' && 'week' in part))
  );
}

const isSingleMonth = ({ points }: ParsedPoints): boolean =>
  points.length === 1 && points[0]?.calendarUnit === 'month';

/** Parses a part in brackets after its month: "tháng 3 (tuần 2)", "tháng 9 (đầu tháng)". */
function parsePartAfter(s: ScannedPhrase, i: number): ParsedPart | null {
  const week = isMark(s, i, ',') && hasTerm(s, i + 1, 'unit:week');
  const part = isMark(s, i, '(') || week ? parsePartAt(s, i + 1) : null;
  if (!part || week) return part;
  const end = skipTerms(s, part.end, 'unit:month');
  return isMark(s, end, ')') ? { part: part.part, end: end + 1 } : null;
}

/**
 * Parses a period of the calendar or a part of it.
 *
 * @returns null if there is none
 */
export function parsePartOrPointsAt(s: ScannedPhrase, i: number, base: number | null): ParsedPoints | null {
  const part = parsePartAt(s, i);
  if (part) {
    const read = parsePointsAt(s, part.end, base);
    if (read && read.points.every((made) => canHavePart(made, part.part))) {
      return applyPart(read, part.part);
    }
  }
  const read = parsePointsAt(s, i, base);
  const behind = read && isSingleMonth(read) ? parsePartAfter(s, read.end) : null;
  return read && behind ? applyPart({ ...read, end: behind.end }, behind.part) : read;
}
