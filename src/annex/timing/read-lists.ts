import { point, type Point } from './points';
import { monthPoint } from './read-dates';
import { figuresAt, joinedFiguresAt, monthNumberAt, romanAt, spelledAt, type Numeral } from './read-numbers';
import { withYear, yearAfter } from './read-years';
import { is, isMark, skip, type Scan } from './scan';
import type { TimingDoubt } from './types';

/** Points read at a place; `range`: the first is where a stretch starts, the second where it ends. */
export type PointsRead = { points: Point[]; end: number; range?: true; dayNamed?: true; plural?: true };

/** A semicolon or line end begins a deadline of its own. */
const SEPARATORS = [',', '/', '+', '&'];

export function afterSeparators(s: Scan, i: number): number {
  let at = i;
  while (isMark(s, at, ...SEPARATORS) || is(s, at, 'and')) at = s.ends[at] ?? at + 1;
  return at;
}

/** A number that counts something else ("6 tháng", "01 lần") or begins a date is no element of a list of months. */
function countsSomething(s: Scan, end: number): boolean {
  return (
    is(s, end, 'unit:day') ||
    is(s, end, 'unit:week') ||
    is(s, end, 'unit:month') ||
    is(s, end, 'times') ||
    isMark(s, end, '%')
  );
}

type ReadOne = (s: Scan, i: number) => Numeral | null;
type MakePoint = (numeral: Numeral) => Point;

export const doubtsOf = (numeral: Numeral): TimingDoubt[] => (numeral.misread ? ['misprint'] : []);

/** Without its unit repeated, a word is no number ("tháng 6, năm 2024"). */
function onlyFiguresOrRoman(s: Scan, i: number, readOne: ReadOne, unit: string): Numeral | null {
  const numeral = readOne(s, i);
  if (!numeral || numeral.spelled) return null;
  return s.tokens[i]?.type === 'number' || unit !== 'unit:month' ? numeral : null;
}

/** "tháng 2; 5; 8": after a semicolon only a bare number goes on with the list. */
function afterElement(s: Scan, i: number): number {
  if (!isMark(s, i, ';')) return afterSeparators(s, i);
  const next = figuresAt(s, i + 1);
  const bare = next !== null && (next.end === s.tokens.length || isMark(s, next.end, ';', ',', '.'));
  return bare && !joinedFiguresAt(s, i + 1) ? i + 1 : i;
}

/**
 * "tháng 4", "tháng 4, 10", "tháng 6-9", "quý II, quý III và IV/2024": elements with or without the unit repeated,
 * each with a year of its own or with one at the end.
 */
function listOf(
  s: Scan,
  i: number,
  unit: 'unit:month' | 'unit:quarter' | 'unit:semester',
  base: number | null,
  readOne: ReadOne,
  make: MakePoint,
): PointsRead | null {
  const first = readOne(s, i);
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
    const at = linked ? skip(s, end + 1, 'whole') : afterElement(s, end);
    if (at === end) break;
    const repeated = skip(s, skip(s, at, 'plural'), unit);
    if (repeated > at && linked) break;
    const figures = isMark(s, end, '/') ? null : joinedFiguresAt(s, repeated);
    if (figures && figures.mark !== '/' && figures.mark !== '-') break;
    if (figures && figures.values.length === 2 && (figures.widths[1] ?? 0) < 4 && repeated === at) break;
    if (figures && figures.values.length > 2) break;
    const next = repeated === at ? onlyFiguresOrRoman(s, repeated, readOne, unit) : readOne(s, repeated);
    if (!next || next.value > 12 || countsSomething(s, next.end)) break;
    range = linked;
    add(next);
    if (linked) break;
  }
  return range && points.length === 2 ? { points, end, range } : { points, end };
}

function quarterPoint(numeral: Numeral): Point {
  return numeral.value >= 1 && numeral.value <= 4
    ? point('quarter', numeral.value, { doubts: doubtsOf(numeral) })
    : point('quarter', numeral.value, { impossible: { doubt: 'impossible-quarter' } });
}

/** "quý đầu năm", "quý cuối của năm 2024": `i` is after "quý". */
function quarterOfYearAt(s: Scan, i: number, base: number | null): PointsRead | null {
  if (!is(s, i, 'start') && !is(s, i, 'end')) return null;
  const unit = skip(s, s.ends[i] ?? i + 1, 'of');
  if (!is(s, unit, 'unit:year')) return null;
  const year = yearAfter(s, unit, base);
  const end = year.end > unit ? year.end : (s.ends[unit] ?? unit + 1);
  return { points: [withYear(point('quarter', is(s, i, 'start') ? 1 : 4), year)], end };
}

export function quartersAt(s: Scan, i: number, base: number | null): PointsRead | null {
  const at = skip(s, i, 'plural');
  if (!is(s, at, 'unit:quarter')) return null;
  const after = s.ends[at] ?? at + 1;
  const number = isMark(s, after, '.') ? after + 1 : after;
  return listOf(s, number, 'unit:quarter', base, romanAt, quarterPoint) ?? quarterOfYearAt(s, after, base);
}

/** "tháng cuối quý II", "tháng đầu tiên của quý III", "tháng cuối năm". */
function monthOfPeriodAt(s: Scan, i: number, base: number | null): PointsRead | null {
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
}

export function monthsAt(s: Scan, i: number, base: number | null): PointsRead | null {
  const at = skip(s, i, 'plural');
  if (!is(s, at, 'unit:month')) return null;
  const token = s.tokens[at];
  if (token?.key === 't' && s.tokens[at + 1]?.type !== 'number' && !isMark(s, at + 1, '.')) return null;
  const after = s.ends[at] ?? at + 1;
  const counted = at > i || s.tokens[at - 1]?.type === 'number';
  const number = isMark(s, after, '.') || (counted && isMark(s, after, ':')) ? after + 1 : after;
  const slashes = joinedFiguresAt(s, number);
  if (slashes && slashes.values.length > 2 && slashes.values.every((value) => value >= 1 && value <= 12)) {
    return { points: slashes.values.map((value) => monthPoint(value, null)), end: slashes.end };
  }
  const make: MakePoint = (numeral) => monthPoint(numeral.value, null, doubtsOf(numeral));
  const list = listOf(s, number, 'unit:month', base, monthNumberAt, make);
  if (list && at > i && list.points.length > 1) return { ...list, plural: true };
  return list ?? monthOfPeriodAt(s, at, base);
}

export function semestersAt(s: Scan, i: number, base: number | null): PointsRead | null {
  if (!is(s, i, 'unit:semester')) return null;
  return listOf(s, s.ends[i] ?? i + 1, 'unit:semester', base, romanAt, (numeral) =>
    point('semester', numeral.value, numeral.value > 2 ? { impossible: { doubt: 'not-understood' } } : {}),
  );
}

/** "02 tháng: 5 và 6": the months counted are named. */
export function countedMonthsAt(s: Scan, i: number, base: number | null): PointsRead | null {
  const count = figuresAt(s, i);
  if (!count || !is(s, count.end, 'unit:month') || !isMark(s, count.end + 1, ':')) return null;
  const months = monthsAt(s, count.end, base);
  return months?.points.length === count.value ? months : null;
}

/** "nửa năm đầu", "nửa năm cuối 2024". */
export function halfOfYearAt(s: Scan, i: number, base: number | null): PointsRead | null {
  if (!is(s, i, 'halfYear')) return null;
  const at = s.ends[i] ?? i + 1;
  if (!is(s, at, 'start') && !is(s, at, 'end')) return null;
  const year = yearAfter(s, s.ends[at] ?? at + 1, base);
  return { points: [withYear(point('half', is(s, at, 'start') ? 1 : 2), year)], end: year.end };
}

/** "6 tháng đầu năm 2024", "9 tháng đầu năm", "6T cuối năm". Without "năm" the months are counted by others. */
export function monthsOfYearAt(s: Scan, i: number, base: number | null): PointsRead | null {
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
}
