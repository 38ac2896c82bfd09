import { hasTerm, isMark, type ScannedPhrase, skipTerms } from '../lexer/scan-phrase';
import type { Bound, TimingMeaning } from '../types';
import { type CalendarPoint, createCalendarPoint } from './calendar-point';
import type { Clause, ClauseByKind } from './clause';
import { parseDaysAt } from './parse-days';
import type { ParsedPoints } from './parse-lists';
import { parseDigitsAt, parseSpelledNumberAt } from './parse-numbers';
import { parsePartOrPointsAt } from './parse-points';
import { applyYear, parseYearAfter } from './parse-years';
import { skipHour, skipWeekday } from './skip-ignored';

/** How a deadline is bound: the words before it, and the index after them. */
type ParsedBound = { bound: Bound | undefined; end: number };

const TERMS_AFTER_BOUND = ['filler', 'of', 'about', 'each'] as const;

/** Parses a bound: "trước", "chậm nhất là", "đến hết", "hạn cuối:", "xong trước". */
function parseBoundAt(s: ScannedPhrase, i: number): ParsedBound {
  let at = i;
  let bound: Bound | undefined;
  for (;;) {
    if (hasTerm(s, at, 'before')) bound = 'before';
    else if (hasTerm(s, at, 'by') || hasTerm(s, at, 'whole') || hasTerm(s, at, 'until')) bound ??= 'by';
    else if (bound === undefined) break;
    else if (!isMark(s, at, ':') && !TERMS_AFTER_BOUND.some((role) => hasTerm(s, at, role))) break;
    at = s.ends[at] ?? at + 1;
  }
  return { bound, end: bound === undefined ? i : at };
}

const UNBOUND = { bound: undefined } as const;

function getPointsMeaning(points: readonly CalendarPoint[]): TimingMeaning {
  const first = points[0];
  if (first?.part !== undefined) return 'partOfPeriod';
  if (first?.warnings?.includes('serial-number')) return 'serial';
  const meanings = {
    date: 'day',
    month: 'month',
    quarter: 'quarter',
    half: 'halfYear',
    firstMonths: 'months',
    lastMonths: 'months',
    year: 'year',
    schoolYear: 'schoolYear',
    semester: 'semester',
    event: 'event',
  } as const satisfies Record<CalendarPoint['calendarUnit'], TimingMeaning>;
  return meanings[first?.calendarUnit ?? 'date'];
}

function createPointsClause(
  from: number,
  at: number,
  read: ParsedPoints,
  range: ClauseByKind<'points'>['range'],
  bound: ParsedBound,
): ClauseByKind<'points'> {
  const evidence: Clause['evidence'] = [];
  if (bound.bound && bound.end > from)
    evidence.push({ from, end: bound.end, meaning: 'bound', value: bound.bound });
  evidence.push({ from: at, end: read.end, meaning: getPointsMeaning(read.points) });
  const made: ClauseByKind<'points'> = {
    kind: 'points',
    points: read.points,
    range: read.range ? 'between' : range,
    from,
    end: read.end,
    evidence,
  };
  const dated = read.points.some(
    ({ calendarUnit: unit, part, event }) =>
      unit === 'date' ||
      (unit === 'event' && event !== 'summerEnd') ||
      ((unit === 'schoolYear' || unit === 'semester') && part !== undefined),
  );
  if (read.plural) made.plural = true;
  if (bound.bound) made.bound = bound.bound;
  else if (dated && !read.range && range === 'none') made.bound = read.dayNamed ? 'on' : 'by';
  return made;
}

/**
 * Parses the end of a period after its first point: "đến hết tháng 9", "- quý III".
 *
 * @returns null if no end follows
 */
function parseRangeEndAt(s: ScannedPhrase, i: number, base: number | null): ParsedPoints | null {
  const at = isMark(s, i, ',') && hasTerm(s, i + 1, 'until') ? i + 1 : i;
  if (!isMark(s, at, '-') && !hasTerm(s, at, 'until')) return null;
  const end = skipTerms(s, s.ends[at] ?? at + 1, 'whole', 'until', 'before', 'of');
  const read = parsePartOrPointsAt(s, end, base);
  return read && !read.range ? read : null;
}

export function parseDatedClauseAt(s: ScannedPhrase, i: number, base: number | null): Clause | null {
  const from = skipTerms(s, i, 'from');
  const opened = from > i;
  if (opened && hasTerm(s, from, 'now')) {
    const now = s.ends[from] ?? from + 1;
    const last = parseRangeEndAt(s, now, base);
    if (!last) return null;
    return createPointsClause(i, now, last, 'fromNow', { ...UNBOUND, end: i });
  }
  const bound = opened ? { ...UNBOUND, end: from } : parseBoundAt(s, i);
  const hour = skipHour(s, bound.end);
  const at =
    hour > bound.end ? skipTerms(s, hour, 'of', 'about', 'filler') : skipTerms(s, hour, 'of', 'about');
  const start = skipTerms(s, skipWeekday(s, at), 'of');
  const days = parseDaysAt(s, start, bound.bound !== undefined);
  const read = parsePartOrPointsAt(s, start, base);
  if (days && (!read || days.end >= read.end)) {
    const evidence: Clause['evidence'] = [{ from: start, end: days.monthFrom, meaning: 'day' }];
    if (bound.bound) evidence.unshift({ from: i, end: bound.end, meaning: 'bound', value: bound.bound });
    if (days.month)
      evidence.push({ from: days.monthFrom, end: days.end, meaning: 'monthOfPeriod', value: days.month });
    const made: ClauseByKind<'days'> = {
      kind: 'days',
      days: days.days,
      month: days.month,
      from: i,
      end: days.end,
      evidence,
    };
    if (bound.bound) made.bound = bound.bound;
    return made;
  }
  if (!read) return null;
  if (read.range || bound.bound !== undefined) return createPointsClause(i, start, read, 'none', bound);
  const last = parseRangeEndAt(s, read.end, base);
  if (last && read.points.length === 1) {
    const points = [...read.points, ...last.points.slice(-1)];
    return createPointsClause(i, start, { points, end: last.end, range: true }, 'between', bound);
  }
  return createPointsClause(i, start, read, opened ? 'open' : 'none', bound);
}

/**
 * Parses "trước khi kết thúc quý III", "trước khi nghỉ hè"; `i` is where "trước khi" begins.
 *
 * @returns null for anything else
 */
export function parseBeforeEndAt(s: ScannedPhrase, i: number, base: number | null): Clause | null {
  if (!hasTerm(s, i, 'beforeEnd')) return null;
  const after = s.ends[i] ?? i + 1;
  const at = skipTerms(s, after, 'whole', 'filler');
  const read = parsePartOrPointsAt(s, at, base);
  if (!read || read.range) return null;
  const days = read.points.every(
    ({ calendarUnit: unit, part }) => unit === 'date' || unit === 'event' || part !== undefined,
  );
  if (!days && at === after) return null;
  return createPointsClause(i, at, read, 'none', { bound: days ? 'before' : 'by', end: at });
}

/**
 * Parses "6 tháng" by itself: the first half, or both if the phrase repeats.
 *
 * @returns null for anything else
 */
export function parseBareMonthsAt(s: ScannedPhrase, i: number, base: number | null): Clause | null {
  const count = parseDigitsAt(s, i) ?? parseSpelledNumberAt(s, i);
  if (!count || !hasTerm(s, count.end, 'unit:month') || ![3, 6, 9].includes(count.value)) return null;
  const year = parseYearAfter(s, s.ends[count.end] ?? count.end + 1, base);
  const end = year.end;
  const made =
    count.value === 6 ? createCalendarPoint('half', 1) : createCalendarPoint('firstMonths', count.value);
  const points = [applyYear(made, year)];
  const evidence: Clause['evidence'] = [{ from: i, end, meaning: count.value === 6 ? 'halfYear' : 'months' }];
  return { kind: 'points', points, range: 'none', bare: true, from: i, end, evidence };
}
