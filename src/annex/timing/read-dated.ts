import type { Piece, PieceOf } from './pieces';
import { point, type Point } from './points';
import { daysAt } from './read-days';
import { figuresAt, spelledAt } from './read-numbers';
import { hourEnd, weekdayEnd } from './read-passed';
import type { PointsRead } from './read-lists';
import { partOrPointsAt } from './read-points';
import { withYear, yearAfter } from './read-years';
import { is, isMark, skip, type Scan } from './scan';
import type { Bound, Meaning } from './types';

/** How a deadline is bound: the words before it, and the index after them. */
type BoundRead = { bound: Bound | undefined; end: number };

const AFTER_BOUND = ['filler', 'of', 'about', 'each'] as const;

/** "trước", "chậm nhất là", "đến hết", "hạn cuối:", "xong trước". */
function boundAt(s: Scan, i: number): BoundRead {
  let at = i;
  let bound: Bound | undefined;
  for (;;) {
    if (is(s, at, 'before')) bound = 'before';
    else if (is(s, at, 'by') || is(s, at, 'whole') || is(s, at, 'until')) bound ??= 'by';
    else if (bound === undefined) break;
    else if (!isMark(s, at, ':') && !AFTER_BOUND.some((role) => is(s, at, role))) break;
    at = s.ends[at] ?? at + 1;
  }
  return { bound, end: bound === undefined ? i : at };
}

const UNBOUND = { bound: undefined } as const;

function describe(points: readonly Point[]): Meaning {
  const first = points[0];
  if (first?.part !== undefined) return 'partOfPeriod';
  if (first?.doubts?.includes('serial-number')) return 'serial';
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
  } as const satisfies Record<Point['unit'], Meaning>;
  return meanings[first?.unit ?? 'date'];
}

function pointsPiece(
  from: number,
  at: number,
  read: PointsRead,
  range: PieceOf<'points'>['range'],
  bound: BoundRead,
): PieceOf<'points'> {
  const evidence: Piece['evidence'] = [];
  if (bound.bound && bound.end > from)
    evidence.push({ from, end: bound.end, meaning: 'bound', value: bound.bound });
  evidence.push({ from: at, end: read.end, meaning: describe(read.points) });
  const made: PieceOf<'points'> = {
    is: 'points',
    points: read.points,
    range: read.range ? 'between' : range,
    from,
    end: read.end,
    evidence,
  };
  const dated = read.points.some(
    ({ unit, part, event }) =>
      unit === 'date' ||
      (unit === 'event' && event !== 'summerEnd') ||
      ((unit === 'schoolYear' || unit === 'semester') && part !== undefined),
  );
  if (read.plural) made.plural = true;
  if (bound.bound) made.bound = bound.bound;
  else if (dated && !read.range && range === 'none') made.bound = read.dayNamed ? 'on' : 'by';
  return made;
}

/** "đến hết tháng 9" after a point, or "- quý III": where a stretch ends. */
function rangeEndAt(s: Scan, i: number, base: number | null): PointsRead | null {
  const at = isMark(s, i, ',') && is(s, i + 1, 'until') ? i + 1 : i;
  if (!isMark(s, at, '-') && !is(s, at, 'until')) return null;
  const end = skip(s, s.ends[at] ?? at + 1, 'whole', 'until', 'before', 'of');
  const read = partOrPointsAt(s, end, base);
  return read && !read.range ? read : null;
}

export function datedAt(s: Scan, i: number, base: number | null): Piece | null {
  const from = skip(s, i, 'from');
  const opened = from > i;
  if (opened && is(s, from, 'now')) {
    const now = s.ends[from] ?? from + 1;
    const last = rangeEndAt(s, now, base);
    if (!last) return null;
    return pointsPiece(i, now, last, 'fromNow', { ...UNBOUND, end: i });
  }
  const bound = opened ? { ...UNBOUND, end: from } : boundAt(s, i);
  const hour = hourEnd(s, bound.end);
  const at = hour > bound.end ? skip(s, hour, 'of', 'about', 'filler') : skip(s, hour, 'of', 'about');
  const start = skip(s, weekdayEnd(s, at), 'of');
  const days = daysAt(s, start, bound.bound !== undefined);
  const read = partOrPointsAt(s, start, base);
  if (days && (!read || days.end >= read.end)) {
    const evidence: Piece['evidence'] = [{ from: start, end: days.monthFrom, meaning: 'day' }];
    if (bound.bound) evidence.unshift({ from: i, end: bound.end, meaning: 'bound', value: bound.bound });
    if (days.month)
      evidence.push({ from: days.monthFrom, end: days.end, meaning: 'monthOfPeriod', value: days.month });
    const made: PieceOf<'days'> = {
      is: 'days',
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
  if (read.range || bound.bound !== undefined) return pointsPiece(i, start, read, 'none', bound);
  const last = rangeEndAt(s, read.end, base);
  if (last && read.points.length === 1) {
    const points = [...read.points, ...last.points.slice(-1)];
    return pointsPiece(i, start, { points, end: last.end, range: true }, 'between', bound);
  }
  return pointsPiece(i, start, read, opened ? 'open' : 'none', bound);
}

/** "trước khi kết thúc quý III", "trước khi nghỉ hè": `i` is where "trước khi" begins. */
export function beforeEndAt(s: Scan, i: number, base: number | null): Piece | null {
  if (!is(s, i, 'beforeEnd')) return null;
  const words = s.ends[i] ?? i + 1;
  const at = skip(s, words, 'whole', 'filler');
  const read = partOrPointsAt(s, at, base);
  if (!read || read.range) return null;
  const days = read.points.every(
    ({ unit, part }) => unit === 'date' || unit === 'event' || part !== undefined,
  );
  if (!days && at === words) return null;
  return pointsPiece(i, at, read, 'none', { bound: days ? 'before' : 'by', end: at });
}

/** "6 tháng" by itself: the first half, or both where the phrase repeats. */
export function bareMonthsAt(s: Scan, i: number, base: number | null): Piece | null {
  const count = figuresAt(s, i) ?? spelledAt(s, i);
  if (!count || !is(s, count.end, 'unit:month') || ![3, 6, 9].includes(count.value)) return null;
  const year = yearAfter(s, s.ends[count.end] ?? count.end + 1, base);
  const end = year.end;
  const made = count.value === 6 ? point('half', 1) : point('firstMonths', count.value);
  const points = [withYear(made, year)];
  const evidence: Piece['evidence'] = [{ from: i, end, meaning: count.value === 6 ? 'halfYear' : 'months' }];
  return { is: 'points', points, range: 'none', bare: true, from: i, end, evidence };
}
