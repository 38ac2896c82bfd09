import type { EventId } from '../calendar/settings';
import { point, type Part, type Point } from './points';
import { datePoint, figuresDateAt, monthPoint } from './read-dates';
import { figuresAt, joinedFiguresAt, monthNumberAt, romanAt, spelledAt, type Numeral } from './read-numbers';
import { fullYearAt, schoolYearAt, withYear, yearAfter, yearRangeAt } from './read-years';
import { is, isMark, skip, type Scan } from './scan';
import type { TimingDoubt } from './types';

/** Points read at a place; `range`: the first is where a stretch starts, the second where it ends. */
export type PointsRead = { points: Point[]; end: number; range?: true; dayNamed?: true; plural?: true };

const SEPARATORS = [',', ';', '/', '+', '&', '\n'];

const afterSeparators = (s: Scan, i: number): number => {
  let at = i;
  while (isMark(s, at, ...SEPARATORS) || is(s, at, 'and')) at = s.ends[at] ?? at + 1;
  return at;
};

/** A number that counts something else ("6 tháng", "01 lần") or begins a date is no element of a list of months. */
const countsSomething = (s: Scan, end: number): boolean =>
  is(s, end, 'unit:day') ||
  is(s, end, 'unit:week') ||
  is(s, end, 'unit:month') ||
  is(s, end, 'times') ||
  isMark(s, end, '%');

type ReadOne = (s: Scan, i: number) => Numeral | null;
type MakePoint = (numeral: Numeral) => Point;

/**
 * "tháng 4", "tháng 4, 10", "tháng 6-9", "quý II, quý III và IV/2024": elements with or without the unit repeated,
 * each with a year of its own or with one at the end.
 */
const listOf = (
  s: Scan,
  i: number,
  unit: 'unit:month' | 'unit:quarter' | 'unit:semester',
  base: number | null,
  readOne: ReadOne,
  make: MakePoint,
): PointsRead | null => {
  const first = readOne(s, skip(s, i, unit));
  if (!first) return null;
  const points: Point[] = [];
  let end = first.end;
  let range = false;
  const add = (numeral: Numeral): void => {
    const year = yearAfter(s, numeral.end, base);
    points.push(withYear(make(numeral), year));
    end = year.end;
  };
  add(first);
  for (;;) {
    const linked = isMark(s, end, '-') || is(s, end, 'until');
    const at = linked ? skip(s, end + 1, 'whole') : afterSeparators(s, end);
    if (at === end) break;
    const repeated = skip(s, skip(s, at, 'plural'), unit);
    if (repeated > at && linked) break;
    const figures = isMark(s, end, '/') ? null : joinedFiguresAt(s, repeated);
    if (figures && figures.mark !== '/' && figures.mark !== '-') break;
    if (figures && figures.values.length === 2 && (figures.widths[1] ?? 0) < 4 && repeated === at) break;
    if (figures && figures.values.length > 2) break;
    const next = repeated === at ? onlyFiguresOrRoman(s, repeated, readOne, unit) : readOne(s, repeated);
    if (!next || next.value > 12 || countsSomething(s, next.end)) break;
    if (repeated === at && isMark(s, end, ';', '\n') && figures === null) break;
    range = linked;
    add(next);
    if (linked) break;
  }
  return range && points.length === 2 ? { points, end, range } : { points, end };
};

/** Without its unit repeated, a word is no number ("tháng 6, năm 2024"). */
const onlyFiguresOrRoman = (s: Scan, i: number, readOne: ReadOne, unit: string): Numeral | null => {
  const numeral = readOne(s, i);
  if (!numeral || numeral.spelled) return null;
  return s.tokens[i]?.type === 'number' || unit !== 'unit:month' ? numeral : null;
};

const doubtsOf = (numeral: Numeral): TimingDoubt[] => (numeral.misread ? ['misprint'] : []);

const quarterPoint = (numeral: Numeral): Point =>
  numeral.value >= 1 && numeral.value <= 4
    ? point('quarter', numeral.value, { doubts: doubtsOf(numeral) })
    : point('quarter', numeral.value, { impossible: { doubt: 'impossible-quarter' } });

/** "tháng cuối quý II", "tháng đầu tiên của quý III", "tháng cuối năm". */
const monthOfPeriodAt = (s: Scan, i: number, base: number | null): PointsRead | null => {
  if (!is(s, i, 'unit:month')) return null;
  const at = s.ends[i] ?? i + 1;
  const place = is(s, at, 'start') ? 1 : is(s, at, 'middle') ? 2 : is(s, at, 'end') ? 3 : 0;
  if (place === 0) return null;
  const unit = skip(s, s.ends[at] ?? at + 1, 'of');
  if (is(s, unit, 'unit:quarter')) {
    const quarters = quartersAt(s, unit, base);
    if (!quarters || quarters.range) return null;
    const points = quarters.points.map((quarter) => ({
      ...monthPoint(quarter.n * 3 - 3 + place, quarter.year, quarter.doubts),
      shift: quarter.shift,
    }));
    return { points, end: quarters.end };
  }
  if (is(s, unit, 'unit:year') && place !== 2) {
    const year = yearAfter(s, unit, base);
    const end = year.end > unit ? year.end : (s.ends[unit] ?? unit + 1);
    return { points: [withYear(monthPoint(place === 1 ? 1 : 12, null), year)], end };
  }
  return null;
};

const monthsAt = (s: Scan, i: number, base: number | null): PointsRead | null => {
  const at = skip(s, i, 'plural');
  if (!is(s, at, 'unit:month')) return null;
  const token = s.tokens[at];
  if (token?.key === 't' && s.tokens[at + 1]?.type !== 'number' && !isMark(s, at + 1, '.')) return null;
  const after = s.ends[at] ?? at + 1;
  const number = isMark(s, after, '.') ? after + 1 : after;
  const slashes = joinedFiguresAt(s, number);
  if (slashes && slashes.values.length > 2 && slashes.values.every((value) => value >= 1 && value <= 12)) {
    return { points: slashes.values.map((value) => monthPoint(value, null)), end: slashes.end };
  }
  const make: MakePoint = (numeral) => monthPoint(numeral.value, null, doubtsOf(numeral));
  const list = listOf(s, number, 'unit:month', base, monthNumberAt, make);
  if (list && at > i && list.points.length > 1) return { ...list, plural: true };
  return list ?? monthOfPeriodAt(s, at, base);
};

const quartersAt = (s: Scan, i: number, base: number | null): PointsRead | null => {
  const at = skip(s, i, 'plural');
  if (!is(s, at, 'unit:quarter')) return null;
  const after = s.ends[at] ?? at + 1;
  const number = isMark(s, after, '.') ? after + 1 : after;
  return listOf(s, number, 'unit:quarter', base, romanAt, quarterPoint);
};

const semestersAt = (s: Scan, i: number, base: number | null): PointsRead | null => {
  if (!is(s, i, 'unit:semester')) return null;
  return listOf(s, s.ends[i] ?? i + 1, 'unit:semester', base, romanAt, (numeral) =>
    point('semester', numeral.value, numeral.value > 2 ? { impossible: { doubt: 'not-understood' } } : {}),
  );
};

/** "6 tháng đầu năm 2024", "9 tháng đầu năm", "6T cuối năm". Without "năm" the months are counted by others. */
const monthsOfYearAt = (s: Scan, i: number, base: number | null): PointsRead | null => {
  const count = figuresAt(s, i) ?? spelledAt(s, i);
  if (!count || count.value > 12 || !is(s, count.end, 'unit:month')) return null;
  const after = s.ends[count.end] ?? count.end + 1;
  const first = is(s, after, 'start');
  if (!first && !is(s, after, 'end')) return null;
  const unit = skip(s, s.ends[after] ?? after + 1, 'of');
  const year = yearAfter(s, unit, base);
  const named = is(s, unit, 'unit:year');
  if (!named && year.end === unit) return null;
  const end = year.end > unit ? year.end : (s.ends[unit] ?? unit + 1);
  const made =
    count.value === 6
      ? point('half', first ? 1 : 2)
      : point(first ? 'firstMonths' : 'lastMonths', count.value);
  return { points: [withYear(made, year)], end };
};

/** "ngày 15 tháng 6 năm 2024", "ngày 15 và 30 tháng 6", "20 tháng 3, 6, 9, 12": each day in each month. */
const daysOfMonthsAt = (s: Scan, i: number, base: number | null): PointsRead | null => {
  const first = figuresAt(s, i);
  if (!first || first.value > 39) return null;
  const days = [first];
  let end = first.end;
  for (;;) {
    const at = skip(s, afterSeparators(s, end), 'unit:day');
    const next = at > end ? figuresAt(s, at) : null;
    if (!next || next.value > 39 || joinedFiguresAt(s, at)) break;
    days.push(next);
    end = next.end;
  }
  const linked = days.length === 1 && (isMark(s, end, '-') || is(s, end, 'until'));
  const lastDay = linked ? figuresAt(s, skip(s, end + 1, 'whole', 'unit:day')) : null;
  const unit = skip(s, lastDay ? lastDay.end : end, 'of', 'plural');
  if (!is(s, unit, 'unit:month')) return null;
  const months = monthsAt(s, unit, base);
  if (!months || months.range) return null;
  if (lastDay) {
    const month = months.points[0];
    if (!month || months.points.length !== 1) return null;
    const ends = [first, lastDay].map((day) => ({
      ...datePoint(day.value, month.n, month.year, base, doubtsOf(day)),
      shift: month.shift,
    }));
    return { points: ends, end: months.end, range: true };
  }
  const points = months.points.flatMap((month) =>
    days.map((day) => ({
      ...datePoint(day.value, month.n, month.year, base, [...doubtsOf(day), ...(month.doubts ?? [])]),
      shift: month.shift,
    })),
  );
  return { points, end: months.end };
};

/** "01-15/6/2024", "15, 30/6": days that share the month written after the last. */
const daysBeforeSlashAt = (s: Scan, i: number, base: number | null): PointsRead | null => {
  const first = figuresAt(s, i);
  if (!first || first.value > 31) return null;
  const linked = isMark(s, first.end, '-') || is(s, first.end, 'until');
  const at = skip(s, linked ? first.end + 1 : afterSeparators(s, first.end), 'whole', 'unit:day');
  if (at === first.end) return null;
  const rest = figuresDateAt(s, at, base, true);
  const last = rest?.points[0];
  if (!rest || last?.unit !== 'date' || last.day === undefined || rest.points.length !== 1) return null;
  if (linked && first.value >= last.day) return null;
  const points = [datePoint(first.value, last.n, last.year, base, doubtsOf(first)), last];
  return linked ? { points, end: rest.end, range: true } : { points, end: rest.end };
};

/** "10-11/2024": months that share the year written after the last. */
const monthsBeforeYearAt = (s: Scan, i: number, base: number | null): PointsRead | null => {
  const first = figuresAt(s, i);
  if (!first || first.value < 1 || first.value > 12 || !isMark(s, first.end, '-')) return null;
  const rest = figuresDateAt(s, first.end + 1, base, false);
  const last = rest?.points[0];
  if (!rest || last?.unit !== 'month' || last.impossible || first.value >= last.n) return null;
  return { points: [monthPoint(first.value, last.year, doubtsOf(first)), last], end: rest.end, range: true };
};

const datesAt = (s: Scan, i: number, base: number | null): PointsRead | null => {
  const named = skip(s, skip(s, i, 'plural'), 'unit:day');
  const read =
    figuresDateAt(s, named, base, named > i) ??
    daysOfMonthsAt(s, named, base) ??
    daysBeforeSlashAt(s, named, base) ??
    (named === i ? monthsBeforeYearAt(s, i, base) : null);
  if (!read) return null;
  const last = read.points.at(-1);
  const year = last?.unit === 'date' && last.year === null ? yearAfter(s, read.end, base) : null;
  if (year && last && year.end > read.end) {
    const points = read.points.map((made) => (made === last ? withYear(made, year) : made));
    return { ...read, points, end: year.end, ...(named > i ? { dayNamed: true } : {}) };
  }
  return named > i ? { ...read, dayNamed: true } : read;
};

const yearsAt = (s: Scan, i: number): PointsRead | null => {
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
  return { points: [point('year', 0, { loose: true })], end: named };
};

const eventAt = (s: Scan, i: number, base: number | null): PointsRead | null => {
  const term = s.terms[i]?.find((role) => role.startsWith('event:'));
  if (!term) return null;
  const event = term.slice('event:'.length) as EventId;
  const year = yearAfter(s, s.ends[i] ?? i + 1, base);
  return { points: [withYear(point('event', 0, { event }), year)], end: year.end };
};

/** A stretch of the calendar without a word for a part of it. */
export const pointsAt = (s: Scan, i: number, base: number | null): PointsRead | null => {
  const school = schoolYearAt(s, i);
  return (
    eventAt(s, i, base) ??
    (school ? { points: [school.point], end: school.end } : null) ??
    monthsOfYearAt(s, i, base) ??
    datesAt(s, i, base) ??
    monthsAt(s, i, base) ??
    quartersAt(s, i, base) ??
    semestersAt(s, i, base) ??
    yearsAt(s, i)
  );
};

/** Every point gets the part; a half of a year is a half year. */
const withPart = (read: PointsRead, part: Part): PointsRead => ({
  ...read,
  points: read.points.map((made) => {
    if (made.unit === 'year' && part === 'firstHalf') return { ...made, unit: 'half', n: 1 };
    if (made.unit === 'year' && part === 'secondHalf') return { ...made, unit: 'half', n: 2 };
    return { ...made, part };
  }),
});

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

export type PartRead = { part: Part; end: number };

/** "đầu", "giữa", "cuối", "nửa đầu", "tuần 2", "tuần cuối", "ngày cuối cùng", "05 ngày đầu": what part is meant. */
export const partAt = (s: Scan, i: number): PartRead | null => {
  const simple = SIMPLE_PARTS.find((part) => is(s, i, part));
  if (simple) return { part: simple, end: skip(s, s.ends[i] ?? i + 1, 'of') };
  if (is(s, i, 'unit:week')) {
    const at = skip(s, s.ends[i] ?? i + 1, 'ordinal');
    const week = figuresAt(s, at) ?? (is(s, at, 'unit:year') ? null : spelledAt(s, at));
    if (week && week.value >= 1 && week.value <= 5 && !joinedFiguresAt(s, at)) {
      return { part: { week: week.value }, end: skip(s, week.end, 'of') };
    }
    if (is(s, at, 'start')) return { part: { week: 1 }, end: skip(s, s.ends[at] ?? at + 1, 'of') };
    if (is(s, at, 'end')) return { part: { week: 5 }, end: skip(s, s.ends[at] ?? at + 1, 'of') };
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
};

/** A stretch of the calendar, whole or a part of it. */
export const partOrPointsAt = (s: Scan, i: number, base: number | null): PointsRead | null => {
  const part = partAt(s, i);
  if (part) {
    const read = pointsAt(s, part.end, base);
    if (read && read.points.every((made) => made.unit !== 'date' && made.unit !== 'event')) {
      return withPart(read, part.part);
    }
  }
  return pointsAt(s, i, base);
};
