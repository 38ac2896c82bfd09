import { datePoint, figuresDateAt, monthPoint } from './read-dates';
import { afterSeparators, doubtsOf, monthsAt, type PointsRead } from './read-lists';
import { figuresAt, joinedFiguresAt } from './read-numbers';
import { withYear, yearAfter } from './read-years';
import { is, isMark, skip, type Scan } from './scan';

/** "ngày 15 tháng 6 năm 2024", "ngày 15 và 30 tháng 6", "20 tháng 3, 6, 9, 12": each day in each month. */
function daysOfMonthsAt(s: Scan, i: number, base: number | null): PointsRead | null {
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
  const unit = skip(s, lastDay ? lastDay.end : end, 'of');
  if (!is(s, skip(s, unit, 'plural'), 'unit:month')) return null;
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
  return months.plural ? { points, end: months.end, plural: true } : { points, end: months.end };
}

/** "01-15/6/2024", "15, 30/6": days that share the month written after the last. */
function daysBeforeSlashAt(s: Scan, i: number, base: number | null): PointsRead | null {
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
}

/** "10-11/2024": months that share the year written after the last. */
function monthsBeforeYearAt(s: Scan, i: number, base: number | null): PointsRead | null {
  const first = figuresAt(s, i);
  if (!first || first.value < 1 || first.value > 12 || !isMark(s, first.end, '-')) return null;
  const rest = figuresDateAt(s, first.end + 1, base, false);
  const last = rest?.points[0];
  if (!rest || last?.unit !== 'month' || last.impossible || first.value >= last.n) return null;
  return { points: [monthPoint(first.value, last.year, doubtsOf(first)), last], end: rest.end, range: true };
}

export function datesAt(s: Scan, i: number, base: number | null): PointsRead | null {
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
}
