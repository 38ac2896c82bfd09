import type { EventId } from '../calendar/settings';
import { point, type Part } from './points';
import { datesAt } from './read-day-lists';
import {
  afterSeparators,
  monthsAt,
  monthsOfYearAt,
  quartersAt,
  semestersAt,
  type PointsRead,
} from './read-lists';
import { figuresAt, joinedFiguresAt, spelledAt } from './read-numbers';
import { fullYearAt, schoolYearAt, withYear, yearAfter, yearRangeAt } from './read-years';
import { is, skip, type Scan } from './scan';

export type { PointsRead } from './read-lists';

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
