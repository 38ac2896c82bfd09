import { hasTerm, isMark, type ScannedPhrase, skipTerms } from '../lexer/scan-phrase';
import type { TimingWarningCode } from '../types';
import { type CalendarPoint, createCalendarPoint } from './calendar-point';
import { type MonthPosition, parseMonthPositionAt } from './month-position';
import { createMonthPoint } from './parse-dates';
import {
  parseDigitsAt,
  type ParsedNumber,
  parseJoinedNumbersAt,
  parseMonthNumberAt,
  parseRomanAt,
  parseSpelledNumberAt,
} from './parse-numbers';
import { applyYear, parseYearAfter } from './parse-years';

/** Points read at a place; `range`: the first is where a stretch starts, the second where it ends. */
export type ParsedPoints = {
  points: CalendarPoint[];
  end: number;
  range?: true;
  dayNamed?: true;
  plural?: true;
};

/** A semicolon or line end begins a deadline of its own. */
const LIST_SEPARATORS = [',', '/', '+', '&'];

export function skipSeparators(s: ScannedPhrase, i: number): number {
  let at = i;
  while (isMark(s, at, ...LIST_SEPARATORS) || hasTerm(s, at, 'and')) at = s.ends[at] ?? at + 1;
  return at;
}

/**
 * Returns true if a number counts something else ("6 tháng", "01 lần") or begins a date: it is no element of
 * a list of months.
 */
function isCountedUnit(s: ScannedPhrase, end: number): boolean {
  return (
    hasTerm(s, end, 'unit:day') ||
    hasTerm(s, end, 'unit:week') ||
    hasTerm(s, end, 'unit:month') ||
    hasTerm(s, end, 'times') ||
    isMark(s, end, '%')
  );
}

type NumberParser = (s: ScannedPhrase, i: number) => ParsedNumber | null;
type CreatePoint = (numeral: ParsedNumber) => CalendarPoint;

export const getNumberWarnings = (numeral: ParsedNumber): TimingWarningCode[] =>
  numeral.corrected ? ['misprint'] : [];

/** Parses digits or a Roman number. Without its unit repeated, a word is no number ("tháng 6, năm 2024"). */
function parseDigitsOrRoman(
  s: ScannedPhrase,
  i: number,
  readOne: NumberParser,
  unit: string,
): ParsedNumber | null {
  const numeral = readOne(s, i);
  if (!numeral || numeral.spelled) return null;
  return s.tokens[i]?.kind === 'number' || unit !== 'unit:month' ? numeral : null;
}

/** Skips to the next element; after a semicolon only a bare number continues the list ("tháng 2; 5; 8"). */
function skipToNextElement(s: ScannedPhrase, i: number): number {
  if (!isMark(s, i, ';')) return skipSeparators(s, i);
  const next = parseDigitsAt(s, i + 1);
  const bare = next !== null && (next.end === s.tokens.length || isMark(s, next.end, ';', ',', '.'));
  return bare && !parseJoinedNumbersAt(s, i + 1) ? i + 1 : i;
}

/**
 * Parses "tháng 4", "tháng 4, 10", "tháng 6-9", "quý II, quý III và IV/2024": elements with or without the
 * unit repeated, each with a year of its own or with one at the end.
 */
function parseList(
  s: ScannedPhrase,
  i: number,
  unit: 'unit:month' | 'unit:quarter' | 'unit:semester',
  base: number | null,
  readOne: NumberParser,
  make: CreatePoint,
): ParsedPoints | null {
  const first = readOne(s, i);
  if (!first) return null;
  const points: CalendarPoint[] = [];
  let end = first.end;
  let range = false;
  const add = (numeral: ParsedNumber): void => {
    const year = parseYearAfter(s, numeral.end, base);
    points.push(applyYear(make(numeral), year));
    end = year.end;
  };
  add(first);
  for (;;) {
    const linked = isMark(s, end, '-') || hasTerm(s, end, 'until');
    const at = linked ? skipTerms(s, end + 1, 'whole') : skipToNextElement(s, end);
    if (at === end) break;
    const repeated = skipTerms(s, skipTerms(s, at, 'plural'), unit);
    if (repeated > at && linked) break;
    const numbers = isMark(s, end, '/') ? null : parseJoinedNumbersAt(s, repeated);
    if (numbers && numbers.mark !== '/' && numbers.mark !== '-') break;
    if (numbers && numbers.values.length === 2 && (numbers.widths[1] ?? 0) < 4 && repeated === at) break;
    if (numbers && numbers.values.length > 2) break;
    const next = repeated === at ? parseDigitsOrRoman(s, repeated, readOne, unit) : readOne(s, repeated);
    if (!next || next.value > 12 || isCountedUnit(s, next.end)) break;
    range = linked;
    add(next);
    if (linked) break;
  }
  return range && points.length === 2 ? { points, end, range } : { points, end };
}

function createQuarterPoint(numeral: ParsedNumber): CalendarPoint {
  return numeral.value >= 1 && numeral.value <= 4
    ? createCalendarPoint('quarter', numeral.value, { warnings: getNumberWarnings(numeral) })
    : createCalendarPoint('quarter', numeral.value, { impossible: { code: 'impossible-quarter' } });
}

/** Parses "quý đầu năm", "quý cuối của năm 2024"; `i` is after "quý". */
function parseQuarterOfYearAt(s: ScannedPhrase, i: number, base: number | null): ParsedPoints | null {
  if (!hasTerm(s, i, 'start') && !hasTerm(s, i, 'end')) return null;
  const unit = skipTerms(s, s.ends[i] ?? i + 1, 'of');
  if (!hasTerm(s, unit, 'unit:year')) return null;
  const year = parseYearAfter(s, unit, base);
  const end = year.end > unit ? year.end : (s.ends[unit] ?? unit + 1);
  return { points: [applyYear(createCalendarPoint('quarter', hasTerm(s, i, 'start') ? 1 : 4), year)], end };
}

export function parseQuartersAt(s: ScannedPhrase, i: number, base: number | null): ParsedPoints | null {
  const at = skipTerms(s, i, 'plural');
  if (!hasTerm(s, at, 'unit:quarter')) return null;
  const after = s.ends[at] ?? at + 1;
  const number = isMark(s, after, '.') ? after + 1 : after;
  return (
    parseList(s, number, 'unit:quarter', base, parseRomanAt, createQuarterPoint) ??
    parseQuarterOfYearAt(s, after, base)
  );
}

const MONTHS_BY_POSITION = { start: 1, middle: 2, end: 3 } as const satisfies Record<MonthPosition, number>;

/** Parses "tháng cuối quý II", "tháng thứ hai của quý III", "tháng cuối năm". */
function parseMonthOfPeriodAt(s: ScannedPhrase, i: number, base: number | null): ParsedPoints | null {
  if (!hasTerm(s, i, 'unit:month')) return null;
  const read = parseMonthPositionAt(s, skipTerms(s, s.ends[i] ?? i + 1, 'of'));
  if (!read) return null;
  const place = MONTHS_BY_POSITION[read.position];
  const unit = skipTerms(s, read.end, 'of');
  if (hasTerm(s, unit, 'unit:quarter')) {
    const quarters = parseQuartersAt(s, unit, base);
    if (!quarters || quarters.range) return null;
    const points = quarters.points.map((quarter) => ({
      ...createMonthPoint(quarter.n * 3 - 3 + place, quarter.year, quarter.warnings),
      shift: quarter.shift,
    }));
    return { points, end: quarters.end };
  }
  if (hasTerm(s, unit, 'unit:year') && !hasTerm(s, read.end - 2, 'ordinal') && place !== 2) {
    const year = parseYearAfter(s, unit, base);
    const end = year.end > unit ? year.end : (s.ends[unit] ?? unit + 1);
    return { points: [applyYear(createMonthPoint(place === 1 ? 1 : 12, null), year)], end };
  }
  return null;
}

export function parseMonthsAt(s: ScannedPhrase, i: number, base: number | null): ParsedPoints | null {
  const at = skipTerms(s, i, 'plural');
  if (!hasTerm(s, at, 'unit:month')) return null;
  const token = s.tokens[at];
  if (token?.key === 't' && s.tokens[at + 1]?.kind !== 'number' && !isMark(s, at + 1, '.')) return null;
  const after = s.ends[at] ?? at + 1;
  const counted = at > i || s.tokens[at - 1]?.kind === 'number';
  const number = isMark(s, after, '.') || (counted && isMark(s, after, ':')) ? after + 1 : after;
  const slashes = parseJoinedNumbersAt(s, number);
  if (slashes && slashes.values.length > 2 && slashes.values.every((value) => value >= 1 && value <= 12)) {
    return { points: slashes.values.map((value) => createMonthPoint(value, null)), end: slashes.end };
  }
  const make: CreatePoint = (numeral) => createMonthPoint(numeral.value, null, getNumberWarnings(numeral));
  const list = parseList(s, number, 'unit:month', base, parseMonthNumberAt, make);
  if (list && at > i && list.points.length > 1) return { ...list, plural: true };
  return list ?? parseMonthOfPeriodAt(s, at, base);
}

export function parseSemestersAt(s: ScannedPhrase, i: number, base: number | null): ParsedPoints | null {
  if (!hasTerm(s, i, 'unit:semester')) return null;
  return parseList(s, s.ends[i] ?? i + 1, 'unit:semester', base, parseRomanAt, (numeral) =>
    createCalendarPoint(
      'semester',
      numeral.value,
      numeral.value > 2 ? { impossible: { code: 'not-understood' } } : {},
    ),
  );
}

/**
 * Parses counted months that are named: "02 tháng: 5 và 6".
 *
 * @returns null for anything else
 */
export function parseCountedMonthsAt(s: ScannedPhrase, i: number, base: number | null): ParsedPoints | null {
  const count = parseDigitsAt(s, i);
  if (!count || !hasTerm(s, count.end, 'unit:month') || !isMark(s, count.end + 1, ':')) return null;
  const months = parseMonthsAt(s, count.end, base);
  return months?.points.length === count.value ? months : null;
}

/**
 * Parses "nửa năm đầu", "nửa năm cuối 2024".
 *
 * @returns null for anything else
 */
export function parseHalfOfYearAt(s: ScannedPhrase, i: number, base: number | null): ParsedPoints | null {
  if (!hasTerm(s, i, 'halfYear')) return null;
  const at = s.ends[i] ?? i + 1;
  if (!hasTerm(s, at, 'start') && !hasTerm(s, at, 'end')) return null;
  const year = parseYearAfter(s, s.ends[at] ?? at + 1, base);
  return {
    points: [applyYear(createCalendarPoint('half', hasTerm(s, at, 'start') ? 1 : 2), year)],
    end: year.end,
  };
}

/**
 * Parses "6 tháng đầu năm 2024", "9 tháng đầu năm", "6T cuối năm". Without "năm" other parsers count the
 * months.
 *
 * @returns null for anything else
 */
export function parseMonthsOfYearAt(s: ScannedPhrase, i: number, base: number | null): ParsedPoints | null {
  const count = parseDigitsAt(s, i) ?? parseSpelledNumberAt(s, i);
  if (!count || count.value > 12 || !hasTerm(s, count.end, 'unit:month')) return null;
  const after = s.ends[count.end] ?? count.end + 1;
  const first = hasTerm(s, after, 'start');
  if (!first && !hasTerm(s, after, 'end')) return null;
  const unit = skipTerms(s, s.ends[after] ?? after + 1, 'of');
  const year = parseYearAfter(s, unit, base);
  const named = hasTerm(s, unit, 'unit:year');
  if (!named && year.end === unit) return null;
  const end = year.end > unit ? year.end : (s.ends[unit] ?? unit + 1);
  const made =
    count.value === 6
      ? createCalendarPoint('half', first ? 1 : 2)
      : createCalendarPoint(first ? 'firstMonths' : 'lastMonths', count.value);
  return { points: [applyYear(made, year)], end };
}
