import type { EventId } from '../calendar/settings';
import { ENGLISH_MONTHS, type Term } from './lexicon';
import { spelledNumber } from './numerals';
import { point, type Part, type Point } from './points';
import { datesAt } from './read-day-lists';
import {
  afterSeparators,
  countedMonthsAt,
  halfOfYearAt,
  monthsAt,
  monthsOfYearAt,
  quartersAt,
  semestersAt,
  type PointsRead,
} from './read-lists';
import { figuresAt, joinedFiguresAt, spelledAt } from './read-numbers';
import { fullYearAt, schoolYearAt, withYear, yearAfter, yearRangeAt } from './read-years';
import { is, isMark, skip, type Scan } from './scan';

/** Before "năm" they make it the whole year; "năm" alone may be a slip or the end of a name. */
const SAYS_WHOLE = [
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

function yearsAt(s: Scan, i: number): PointsRead | null {
  const at = skip(s, i, 'plural');
  const named = skip(s, at, 'unit:year');
  const range = yearRangeAt(s, named);
  if (range) {
    const points = [point('year', 0, { year: range.from }), point('year', 0, { year: range.to })];
    return { points, end: range.end, range: true };
  }
  const first = fullYearAt(s, named);
  if (first !== null) {
    const points = [point('year', 0, { year: first })];
    let end = named + 1;
    for (;;) {
      const next = skip(s, afterSeparators(s, end), 'unit:year');
      const year = next > end ? fullYearAt(s, next) : null;
      if (year === null || joinedFiguresAt(s, next)) break;
      points.push(point('year', 0, { year }));
      end = next + 1;
    }
    return { points, end };
  }
  if (named === at) return null;
  const year = yearAfter(s, at, null);
  if (year.end > named) return { points: [withYear(point('year', 0), year)], end: year.end };
  const said = SAYS_WHOLE.some((role) => is(s, at - 1, role));
  const more: Partial<Point> = said ? { loose: true } : { loose: true, doubts: ['vague-words'] };
  return { points: [point('year', 0, more)], end: named };
}

function eventAt(s: Scan, i: number, base: number | null): PointsRead | null {
  const term = s.terms[i]?.find((role) => role.startsWith('event:'));
  if (!term) return null;
  const event = term.slice('event:'.length) as EventId;
  const year = yearAfter(s, s.ends[i] ?? i + 1, base);
  return { points: [withYear(point('event', 0, { event }), year)], end: year.end };
}

function schoolYearsAt(s: Scan, i: number): PointsRead | null {
  const read = schoolYearAt(s, i);
  return read ? { points: [read.point], end: read.end } : null;
}

type Reader = (s: Scan, i: number, base: number | null) => PointsRead | null;

/** What may begin with a word of each role, in the order in which it is tried. */
const READERS: Partial<Record<Term, readonly Reader[]>> = {
  plural: [datesAt, monthsAt, quartersAt, yearsAt],
  'unit:day': [datesAt],
  'unit:month': [monthsAt],
  'unit:quarter': [quartersAt],
  'unit:semester': [semestersAt],
  'unit:schoolYear': [schoolYearsAt],
  'unit:year': [yearsAt],
  halfYear: [halfOfYearAt],
};

const NUMBER_READERS: readonly Reader[] = [monthsOfYearAt, countedMonthsAt, datesAt, yearsAt];
/** Spelled numbers ("sáu tháng đầu năm") and English months. */
const WORD_READERS: readonly Reader[] = [monthsOfYearAt, datesAt];

function firstOf(readers: readonly Reader[], s: Scan, i: number, base: number | null): PointsRead | null {
  for (const read of readers) {
    const found = read(s, i, base);
    if (found) return found;
  }
  return null;
}

/** A stretch of the calendar without a word for a part of it. */
export function pointsAt(s: Scan, i: number, base: number | null): PointsRead | null {
  const token = s.tokens[i];
  if (!token || token.type === 'mark') return null;
  if (token.type === 'number') return firstOf(NUMBER_READERS, s, i, base);
  for (const role of s.terms[i] ?? []) {
    const found = role.startsWith('event:') ? eventAt(s, i, base) : firstOf(READERS[role] ?? [], s, i, base);
    if (found) return found;
  }
  const word = spelledNumber(token.key) !== null || ENGLISH_MONTHS[token.key] !== undefined;
  return word ? firstOf(WORD_READERS, s, i, base) : null;
}

/** Every point gets the part; a half of a year is a half year. */
function withPart(read: PointsRead, part: Part): PointsRead {
  return {
    ...read,
    points: read.points.map((made) => {
      if (made.unit === 'year' && part === 'firstHalf') return { ...made, unit: 'half', n: 1 };
      if (made.unit === 'year' && part === 'secondHalf') return { ...made, unit: 'half', n: 2 };
      return { ...made, part };
    }),
  };
}

const SIMPLE_PARTS = [
  'start',
  'middle',
  'end',
  'firstHalf',
  'secondHalf',
  'decade1',
  'decade2',
  'decade3',
] as const;

type PartRead = { part: Part; end: number };

/** "tuần 2 của tháng 3", "tuần 2/tháng 3", "tuần 2 (tháng 3)": where the month begins. */
function toMonth(s: Scan, i: number): number {
  const at = skip(s, isMark(s, i, '/', '-', ',', '(') ? i + 1 : i, 'of');
  return at === i || is(s, at, 'unit:month') ? at : skip(s, i, 'of');
}

/** "đầu", "giữa", "cuối", "nửa đầu", "tuần 2", "tuần cuối", "ngày cuối cùng", "05 ngày đầu": what part is meant. */
export function partAt(s: Scan, i: number): PartRead | null {
  if (s.tokens[i]?.type !== 'number' && !s.terms[i]?.length) return null;
  const simple = SIMPLE_PARTS.find((part) => is(s, i, part));
  if (simple) return { part: simple, end: skip(s, s.ends[i] ?? i + 1, 'of') };
  if (is(s, i, 'unit:week')) {
    const at = skip(s, s.ends[i] ?? i + 1, 'ordinal');
    const week = figuresAt(s, at) ?? (is(s, at, 'unit:year') ? null : spelledAt(s, at));
    if (week && week.value >= 1 && week.value <= 5 && !joinedFiguresAt(s, at)) {
      return { part: { week: week.value }, end: toMonth(s, week.end) };
    }
    if (is(s, at, 'start')) return { part: { week: 1 }, end: toMonth(s, s.ends[at] ?? at + 1) };
    if (is(s, at, 'end')) return { part: { week: 5 }, end: toMonth(s, s.ends[at] ?? at + 1) };
    return null;
  }
  const count = figuresAt(s, i);
  const day = count ? count.end : i;
  if (!is(s, day, 'unit:day')) return null;
  const at = skip(s, s.ends[day] ?? day + 1, 'working');
  const end = skip(s, s.ends[at] ?? at + 1, 'of');
  if (is(s, at, 'end')) return { part: 'end', end };
  if (is(s, at, 'start')) return { part: { days: count ? count.value : 1 }, end };
  return null;
}

/** Weeks are counted within a month only; a date or an event has no parts. */
function canHavePart({ unit }: Point, part: Part): boolean {
  return (
    unit === 'month' || (unit !== 'date' && unit !== 'event' && !(typeof part === 'object' && 'week' in part))
  );
}

const isOneMonth = ({ points }: PointsRead): boolean => points.length === 1 && points[0]?.unit === 'month';

/** "tháng 3 (tuần 2)", "tháng 9 (đầu tháng)": the part of a month said after it, in brackets. */
function partBehind(s: Scan, i: number): PartRead | null {
  const part = isMark(s, i, '(') ? partAt(s, i + 1) : null;
  if (!part) return null;
  const end = skip(s, part.end, 'unit:month');
  return isMark(s, end, ')') ? { part: part.part, end: end + 1 } : null;
}

/** A stretch of the calendar, whole or a part of it. */
export function partOrPointsAt(s: Scan, i: number, base: number | null): PointsRead | null {
  const part = partAt(s, i);
  if (part) {
    const read = pointsAt(s, part.end, base);
    if (read && read.points.every((made) => canHavePart(made, part.part))) {
      return withPart(read, part.part);
    }
  }
  const read = pointsAt(s, i, base);
  const behind = read && isOneMonth(read) ? partBehind(s, read.end) : null;
  return read && behind ? withPart({ ...read, end: behind.end }, behind.part) : read;
}
