import { hasTerm, isMark, type ScannedPhrase, skipTerms } from '../lexer/scan-phrase';
import type { Frequency } from '../types';
import {
  parseDigitsAt,
  type ParsedNumber,
  parseJoinedNumbersAt,
  parseMonthNumberAt,
  parseRomanAt,
  parseSpelledNumberAt,
} from './parse-numbers';
import { parseFullYearAt } from './parse-years';

/** How often, every how many periods ("2 năm một lần"), at least how many times ("ít nhất 02 lần"). */
export type ParsedFrequency = {
  frequencies: Frequency[];
  interval?: number;
  minCount?: number;
  schoolYear?: boolean;
  end: number;
};

type CalendarUnit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'semester' | 'schoolYear';

const CALENDAR_UNITS = ['schoolYear', 'semester', 'day', 'week', 'month', 'quarter', 'year'] as const;

const getUnitAt = (s: ScannedPhrase, i: number): CalendarUnit | null =>
  CALENDAR_UNITS.find((unit) => hasTerm(s, i, `unit:${unit}`)) ?? null;

const MONTHS_PER_UNIT = { month: 1, quarter: 3, year: 12 } as const;

const FREQUENCY_BY_MONTHS: Readonly<Record<number, Frequency>> = {
  1: 'monthly',
  2: 'bimonthly',
  3: 'quarterly',
  4: 'fourMonthly',
  6: 'halfyearly',
  9: 'nineMonths',
  12: 'yearly',
};

const FREQUENCY_BY_DAYS: Readonly<Record<number, Frequency>> = {
  1: 'daily',
  7: 'weekly',
  14: 'biweekly',
  15: 'biweekly',
};

const FREQUENCY_BY_TIMES_A_YEAR: Readonly<Record<number, Frequency>> = {
  1: 'yearly',
  2: 'halfyearly',
  3: 'fourMonthly',
  4: 'quarterly',
  6: 'bimonthly',
  12: 'monthly',
};

type FrequencyRate = { frequency: Frequency; interval?: number };

/**
 * Returns how often something falls due that falls due once in so many units.
 *
 * @returns null if offices have no such period
 */
function getSingleRate(count: number, unit: CalendarUnit): FrequencyRate | null {
  if (unit === 'semester') return { frequency: 'semester' };
  if (unit === 'schoolYear') return { frequency: 'yearly' };
  if (unit === 'day' || unit === 'week') {
    const frequency = FREQUENCY_BY_DAYS[unit === 'day' ? count : count * 7];
    return frequency ? { frequency } : null;
  }
  const months = count * MONTHS_PER_UNIT[unit];
  const frequency = FREQUENCY_BY_MONTHS[months];
  if (frequency) return { frequency };
  return months % 12 === 0 ? { frequency: 'yearly', interval: months / 12 } : null;
}

/**
 * Converts several times in a unit to a rate: "02 lần/năm" is every half year. In a shorter unit the unit
 * decides.
 */
function getRate(times: number, count: number, unit: CalendarUnit): FrequencyRate | null {
  if (times <= 1 || unit === 'day' || unit === 'week' || unit === 'semester')
    return getSingleRate(count, unit);
  const years = unit === 'schoolYear' ? 1 : (count * MONTHS_PER_UNIT[unit]) / 12;
  const frequency = FREQUENCY_BY_TIMES_A_YEAR[times / years];
  if (frequency) return { frequency };
  return times / years > 12 ? { frequency: 'monthly' } : { frequency: 'unspecified' };
}

/** Returns true if a number after the unit names one period ("quý II"); "mỗi quý 01 lần" names all. */
function isNumberedUnit(s: ScannedPhrase, end: number, unit: CalendarUnit): boolean {
  // "Tháng thứ hai": one of them, whatever follows.
  if (hasTerm(s, end, 'ordinal')) return true;
  if (unit === 'month') {
    const number = parseMonthNumberAt(s, end);
    return number !== null
      ? !hasTerm(s, number.end, 'times')
      : isMark(s, end, '.', ...(hasTerm(s, end - 2, 'plural') ? [':'] : [])) &&
          parseDigitsAt(s, end + 1) !== null;
  }
  if (unit === 'quarter' || unit === 'semester') {
    const roman = parseRomanAt(s, end);
    return roman !== null && !roman.spelled && !hasTerm(s, roman.end, 'times');
  }
  if (unit === 'year')
    return parseFullYearAt(s, end) !== null || hasTerm(s, end, 'next') || hasTerm(s, end, 'this');
  return parseDigitsAt(s, end) !== null && !hasTerm(s, end + 1, 'times');
}

/** Returns true if the number after the unit counts what is handed in: "mỗi tháng 2 tin bài". */
function isProductCount(s: ScannedPhrase, i: number): boolean {
  const after = s.tokens[i + 1];
  return (
    s.tokens[i]?.kind === 'number' && after?.kind === 'word' && after.spaced && s.terms[i + 1]?.length === 0
  );
}

/** Parses a spelled number if its unit follows and has no number of its own: "sáu tháng", "ba tháng". */
function parseCountWordAt(s: ScannedPhrase, i: number): ParsedNumber | null {
  const spelled = s.tokens[i]?.key === 'nam' ? null : parseSpelledNumberAt(s, i);
  if (!spelled || !getUnitAt(s, spelled.end)) return null;
  return isNumberedUnit(s, s.ends[spelled.end] ?? spelled.end + 1, 'month') ? null : spelled;
}

type PeriodElement = { count: number; unit: CalendarUnit; end: number };

/**
 * Parses one element of a list of periods: "quý", "6 tháng", "cả năm". `named`: "hàng" stands right before.
 */
function parseElementAt(s: ScannedPhrase, i: number, named: boolean): PeriodElement | null {
  const at = skipTerms(s, i, 'full');
  const counted = parseJoinedNumbersAt(s, at) ? null : (parseDigitsAt(s, at) ?? parseCountWordAt(s, at));
  const from = counted ? counted.end : at;
  const unit = getUnitAt(s, from);
  if (!unit) return null;
  const end = s.ends[from] ?? from + 1;
  if (counted) {
    if (counted.value === 0 || counted.value > 12) return null;
    if (hasTerm(s, end, 'start') || hasTerm(s, end, 'end') || hasTerm(s, end, 'working')) return null;
    return getSingleRate(counted.value, unit) === null ? null : { count: counted.value, unit, end };
  }
  if (isNumberedUnit(s, end, unit) && !(named && (unit === 'year' || isProductCount(s, end)))) return null;
  if (!named && (unit === 'day' || s.tokens[at]?.key.length === 1)) return null;
  return { count: 1, unit, end };
}

/** Parses the count after a unit and where it ends: "một lần", "01 lần", "/lần". */
function parseTimesAfter(s: ScannedPhrase, i: number): { times: number; end: number } | null {
  const counted = parseDigitsAt(s, i) ?? parseSpelledNumberAt(s, i);
  const at = !counted && (isMark(s, i, '/') || hasTerm(s, i, 'each')) ? i + 1 : i;
  const count = parseDigitsAt(s, at) ?? parseSpelledNumberAt(s, at);
  const end = count ? count.end : at;
  return hasTerm(s, end, 'times') ? { times: count?.value ?? 1, end: s.ends[end] ?? end + 1 } : null;
}

const LIST_MARKS = [',', '/', ';', '+', '&', '-'];

function findNextElement(s: ScannedPhrase, i: number): { at: number; named: boolean } | null {
  let at = i;
  while (isMark(s, at, ...LIST_MARKS) || hasTerm(s, at, 'and')) at = s.ends[at] ?? at + 1;
  if (at === i) return null;
  const element = skipTerms(s, at, 'every');
  return { at: element, named: element > at };
}

const FREQUENCY_ORDER: readonly Frequency[] = [
  'daily',
  'weekly',
  'biweekly',
  'monthly',
  'bimonthly',
  'quarterly',
  'fourMonthly',
  'halfyearly',
  'nineMonths',
  'semester',
  'yearly',
  'unspecified',
];

/** Sorts frequencies, most frequent first, each once. */
export function sortFrequencies(frequencies: readonly Frequency[]): Frequency[] {
  return FREQUENCY_ORDER.filter((frequency) => frequencies.includes(frequency));
}

function createParsedFrequency(
  rates: readonly FrequencyRate[],
  end: number,
  minCount: number | undefined,
): ParsedFrequency {
  const interval = rates.find((rate) => rate.interval !== undefined)?.interval;
  return {
    frequencies: sortFrequencies(rates.map(({ frequency }) => frequency)),
    end,
    ...(interval !== undefined ? { interval } : {}),
    ...(minCount !== undefined ? { minCount } : {}),
  };
}

/**
 * Parses "hàng tháng, quý, năm", "định kỳ 6 tháng", "mỗi quý 01 lần"; without "hàng" only a list of two or
 * more.
 *
 * @returns null if there is no list
 */
export function parsePeriodListAt(s: ScannedPhrase, i: number): ParsedFrequency | null {
  if (hasTerm(s, i, 'yearly')) return { frequencies: ['yearly'], end: s.ends[i] ?? i + 1 };
  const first = skipTerms(s, i, 'every', 'plural', 'of');
  // "Định kỳ (quý)"
  const start = first > i && isMark(s, first, '(') ? skipTerms(s, first + 1, 'every') : first;
  let named = false;
  let explicit = false;
  for (let at = i; at < first; at = s.ends[at] ?? at + 1) {
    named ||= hasTerm(s, at, 'every');
    explicit ||= named || hasTerm(s, at, 'plural');
  }
  const rates: FrequencyRate[] = [];
  let end = i;
  let count = 0;
  let minCount: number | undefined;
  let schoolYear = false;
  let next: { at: number; named: boolean } | null = { at: start, named };
  while (next) {
    const element = parseElementAt(s, next.at, next.named);
    if (!element) break;
    const least = skipTerms(s, element.end, 'atLeast');
    const times = parseTimesAfter(s, least);
    if (times && least > element.end) minCount = times.times;
    const rate = getRate(times?.times ?? 1, element.count, element.unit);
    if (rate) rates.push(rate);
    schoolYear ||= element.unit === 'schoolYear';
    explicit ||= times !== null;
    end = times?.end ?? element.end;
    count += 1;
    next = findNextElement(s, end);
  }
  if (rates.length === 0 || (!explicit && count < 2)) return null;
  return { ...createParsedFrequency(rates, end, minCount), ...(schoolYear ? { schoolYear } : {}) };
}

const REPORTED_UNITS = ['week', 'month', 'quarter'] as const satisfies readonly CalendarUnit[];

/**
 * Parses the report of every period: "báo cáo quý", "báo cáo tháng trước ngày 25". "Báo cáo tháng này" means
 * one period.
 *
 * @returns null for anything else
 */
export function parseReportAt(s: ScannedPhrase, i: number): ParsedFrequency | null {
  if (!hasTerm(s, i, 'report')) return null;
  const at = s.ends[i] ?? i + 1;
  const list = parsePeriodListAt(s, at);
  if (list) return list;
  const unit = REPORTED_UNITS.find((each) => hasTerm(s, at, `unit:${each}`));
  if (!unit || s.tokens[at]?.key.length === 1) return null;
  const end = s.ends[at] ?? at + 1;
  const one = (['start', 'middle', 'end', 'next', 'this'] as const).some((role) => hasTerm(s, end, role));
  const rate = one || isNumberedUnit(s, end, unit) ? null : getSingleRate(1, unit);
  return rate && createParsedFrequency([rate], end, undefined);
}

/**
 * Parses every period of the year: "4 quý", "cả 12 tháng".
 *
 * @returns null for anything else
 */
export function parseAllOfYearAt(s: ScannedPhrase, i: number): ParsedFrequency | null {
  const count = parseDigitsAt(s, i) ?? parseSpelledNumberAt(s, i);
  if (!count) return null;
  const end = s.ends[count.end] ?? count.end + 1;
  if (count.value === 4 && hasTerm(s, count.end, 'unit:quarter') && !isNumberedUnit(s, end, 'quarter')) {
    return { frequencies: ['quarterly'], end };
  }
  const months =
    count.value === 12 && hasTerm(s, count.end, 'unit:month') && !isNumberedUnit(s, end, 'month');
  return months ? { frequencies: ['monthly'], end } : null;
}

/**
 * Parses "01 lần/quý", "hai lần trong năm", "ít nhất 02 bài/tháng".
 *
 * @returns null for anything else
 */
export function parseTimesAt(s: ScannedPhrase, i: number): ParsedFrequency | null {
  const from = skipTerms(s, i, 'atLeast');
  const count = parseDigitsAt(s, from) ?? parseSpelledNumberAt(s, from);
  if (!count) return null;
  let at = count.end;
  const named = hasTerm(s, at, 'times');
  if (named) at = s.ends[at] ?? at + 1;
  else while (s.tokens[at]?.kind === 'word' && s.terms[at]?.length === 0 && at < count.end + 3) at += 1;
  const slash = isMark(s, at, '/');
  if (!slash && !(named && (hasTerm(s, at, 'each') || hasTerm(s, at, 'every')))) return null;
  const element = parseElementAt(s, skipTerms(s, slash ? at + 1 : at, 'each', 'every', 'of'), true);
  const rate = element && getRate(named ? count.value : 1, element.count, element.unit);
  if (!rate) return null;
  return {
    ...createParsedFrequency([rate], element.end, from > i ? count.value : undefined),
    ...(element.unit === 'schoolYear' ? { schoolYear: true } : {}),
  };
}
