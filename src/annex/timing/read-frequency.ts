import { figuresAt, joinedFiguresAt, monthNumberAt, romanAt, spelledAt, type Numeral } from './read-numbers';
import { fullYearAt } from './read-years';
import { is, isMark, skip, type Scan } from './scan';
import type { Frequency } from './types';

/** How often, every how many periods ("2 năm một lần"), at least how many times ("ít nhất 02 lần"). */
export type FrequencyRead = { frequencies: Frequency[]; interval?: number; minCount?: number; end: number };

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'semester' | 'schoolYear';

const UNITS = ['schoolYear', 'semester', 'day', 'week', 'month', 'quarter', 'year'] as const;

const unitAt = (s: Scan, i: number): Unit | null => UNITS.find((unit) => is(s, i, `unit:${unit}`)) ?? null;

const MONTHS_OF = { month: 1, quarter: 3, year: 12 } as const;

const ONCE_IN_MONTHS: Readonly<Record<number, Frequency>> = {
  1: 'monthly',
  2: 'bimonthly',
  3: 'quarterly',
  4: 'fourMonthly',
  6: 'halfyearly',
  9: 'nineMonths',
  12: 'yearly',
};

const ONCE_IN_DAYS: Readonly<Record<number, Frequency>> = {
  1: 'daily',
  7: 'weekly',
  14: 'biweekly',
  15: 'biweekly',
};

const TIMES_A_YEAR: Readonly<Record<number, Frequency>> = {
  1: 'yearly',
  2: 'halfyearly',
  3: 'fourMonthly',
  4: 'quarterly',
  6: 'bimonthly',
  12: 'monthly',
};

type Rate = { frequency: Frequency; interval?: number };

/** How often something falls due that falls due once in so many units; null where offices have no such period. */
function onceIn(count: number, unit: Unit): Rate | null {
  if (unit === 'semester') return { frequency: 'semester' };
  if (unit === 'schoolYear') return { frequency: 'yearly' };
  if (unit === 'day' || unit === 'week') {
    const frequency = ONCE_IN_DAYS[unit === 'day' ? count : count * 7];
    return frequency ? { frequency } : null;
  }
  const months = count * MONTHS_OF[unit];
  const frequency = ONCE_IN_MONTHS[months];
  if (frequency) return { frequency };
  return months % 12 === 0 ? { frequency: 'yearly', interval: months / 12 } : null;
}

/** "02 lần/năm" is every half year; several times in a shorter unit stay what the unit says. */
function timesIn(times: number, count: number, unit: Unit): Rate | null {
  if (times <= 1 || unit === 'day' || unit === 'week' || unit === 'semester') return onceIn(count, unit);
  const years = unit === 'schoolYear' ? 1 : (count * MONTHS_OF[unit]) / 12;
  const frequency = TIMES_A_YEAR[times / years];
  if (frequency) return { frequency };
  return times / years > 12 ? { frequency: 'monthly' } : { frequency: 'unspecified' };
}

/** A unit with a number after it names one period ("quý II"), not all; "mỗi quý 01 lần" does not. */
function isNumbered(s: Scan, end: number, unit: Unit): boolean {
  if (unit === 'month') {
    const number = monthNumberAt(s, end);
    return number !== null
      ? !is(s, number.end, 'times')
      : isMark(s, end, '.', ...(is(s, end - 2, 'plural') ? [':'] : [])) && figuresAt(s, end + 1) !== null;
  }
  if (unit === 'quarter' || unit === 'semester') {
    const roman = romanAt(s, end);
    return roman !== null && !roman.spelled && !is(s, roman.end, 'times');
  }
  if (unit === 'year') return fullYearAt(s, end) !== null || is(s, end, 'next') || is(s, end, 'this');
  return figuresAt(s, end) !== null && !is(s, end + 1, 'times');
}

/** "mỗi tháng 2 tin bài": the number after the unit counts what is handed in. */
function countsThings(s: Scan, i: number): boolean {
  const after = s.tokens[i + 1];
  return (
    s.tokens[i]?.type === 'number' && after?.type === 'word' && after.spaced && s.terms[i + 1]?.length === 0
  );
}

/** "sáu tháng", "ba tháng": a spelled number counts only where its unit follows and has no number of its own. */
function countedWordAt(s: Scan, i: number): Numeral | null {
  const spelled = s.tokens[i]?.key === 'nam' ? null : spelledAt(s, i);
  if (!spelled || !unitAt(s, spelled.end)) return null;
  return isNumbered(s, s.ends[spelled.end] ?? spelled.end + 1, 'month') ? null : spelled;
}

type Element = { count: number; unit: Unit; end: number };

/** "quý", "6 tháng", "cả năm": one element of a list of periods. `named`: "hàng" stands right before. */
function elementAt(s: Scan, i: number, named: boolean): Element | null {
  const at = skip(s, i, 'full');
  const counted = joinedFiguresAt(s, at) ? null : (figuresAt(s, at) ?? countedWordAt(s, at));
  const from = counted ? counted.end : at;
  const unit = unitAt(s, from);
  if (!unit) return null;
  const end = s.ends[from] ?? from + 1;
  if (counted) {
    if (counted.value === 0 || counted.value > 12) return null;
    if (is(s, end, 'start') || is(s, end, 'end') || is(s, end, 'working')) return null;
    return onceIn(counted.value, unit) === null ? null : { count: counted.value, unit, end };
  }
  if (isNumbered(s, end, unit) && !(named && (unit === 'year' || countsThings(s, end)))) return null;
  if (!named && (unit === 'day' || s.tokens[at]?.key.length === 1)) return null;
  return { count: 1, unit, end };
}

/** "một lần", "01 lần", "/lần" after a unit: how many times, and where the words end. */
function timesAfter(s: Scan, i: number): { times: number; end: number } | null {
  const counted = figuresAt(s, i) ?? spelledAt(s, i);
  const at = !counted && (isMark(s, i, '/') || is(s, i, 'each')) ? i + 1 : i;
  const count = figuresAt(s, at) ?? spelledAt(s, at);
  const end = count ? count.end : at;
  return is(s, end, 'times') ? { times: count?.value ?? 1, end: s.ends[end] ?? end + 1 } : null;
}

const LIST_MARKS = [',', '/', ';', '+', '&', '-'];

function nextElement(s: Scan, i: number): { at: number; named: boolean } | null {
  let at = i;
  while (isMark(s, at, ...LIST_MARKS) || is(s, at, 'and')) at = s.ends[at] ?? at + 1;
  if (at === i) return null;
  const element = skip(s, at, 'every');
  return { at: element, named: element > at };
}

const RANK: readonly Frequency[] = [
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

/** Each once, most frequent first. */
export function orderedFrequencies(frequencies: readonly Frequency[]): Frequency[] {
  return RANK.filter((frequency) => frequencies.includes(frequency));
}

function readOf(rates: readonly Rate[], end: number, minCount: number | undefined): FrequencyRead {
  const interval = rates.find((rate) => rate.interval !== undefined)?.interval;
  return {
    frequencies: orderedFrequencies(rates.map(({ frequency }) => frequency)),
    end,
    ...(interval !== undefined ? { interval } : {}),
    ...(minCount !== undefined ? { minCount } : {}),
  };
}

/** "hàng tháng, quý, năm", "định kỳ 6 tháng", "mỗi quý 01 lần"; without "hàng" only a list of two or more. */
export function periodListAt(s: Scan, i: number): FrequencyRead | null {
  if (is(s, i, 'yearly')) return { frequencies: ['yearly'], end: s.ends[i] ?? i + 1 };
  const first = skip(s, i, 'every', 'plural', 'of');
  // "Định kỳ (quý)"
  const start = first > i && isMark(s, first, '(') ? skip(s, first + 1, 'every') : first;
  let named = false;
  let explicit = false;
  for (let at = i; at < first; at = s.ends[at] ?? at + 1) {
    named ||= is(s, at, 'every');
    explicit ||= named || is(s, at, 'plural');
  }
  const rates: Rate[] = [];
  let end = i;
  let count = 0;
  let minCount: number | undefined;
  let next: { at: number; named: boolean } | null = { at: start, named };
  while (next) {
    const element = elementAt(s, next.at, next.named);
    if (!element) break;
    const least = skip(s, element.end, 'atLeast');
    const times = timesAfter(s, least);
    if (times && least > element.end) minCount = times.times;
    const rate = timesIn(times?.times ?? 1, element.count, element.unit);
    if (rate) rates.push(rate);
    explicit ||= times !== null;
    end = times?.end ?? element.end;
    count += 1;
    next = nextElement(s, end);
  }
  return rates.length === 0 || (!explicit && count < 2) ? null : readOf(rates, end, minCount);
}

const REPORTED = ['week', 'month', 'quarter'] as const satisfies readonly Unit[];

/** "báo cáo quý", "báo cáo tháng trước ngày 25": the report of every period, unless one is meant ("báo cáo tháng này"). */
export function reportAt(s: Scan, i: number): FrequencyRead | null {
  if (!is(s, i, 'report')) return null;
  const at = s.ends[i] ?? i + 1;
  const list = periodListAt(s, at);
  if (list) return list;
  const unit = REPORTED.find((each) => is(s, at, `unit:${each}`));
  if (!unit || s.tokens[at]?.key.length === 1) return null;
  const end = s.ends[at] ?? at + 1;
  const one = (['start', 'middle', 'end', 'next', 'this'] as const).some((role) => is(s, end, role));
  const rate = one || isNumbered(s, end, unit) ? null : onceIn(1, unit);
  return rate && readOf([rate], end, undefined);
}

/** "4 quý", "cả 12 tháng": every one of the year. */
export function allOfYearAt(s: Scan, i: number): FrequencyRead | null {
  const count = figuresAt(s, i) ?? spelledAt(s, i);
  if (!count) return null;
  const end = s.ends[count.end] ?? count.end + 1;
  if (count.value === 4 && is(s, count.end, 'unit:quarter') && !isNumbered(s, end, 'quarter')) {
    return { frequencies: ['quarterly'], end };
  }
  const months = count.value === 12 && is(s, count.end, 'unit:month') && !isNumbered(s, end, 'month');
  return months ? { frequencies: ['monthly'], end } : null;
}

/** "01 lần/quý", "hai lần trong năm", "ít nhất 02 bài/tháng". */
export function timesAt(s: Scan, i: number): FrequencyRead | null {
  const from = skip(s, i, 'atLeast');
  const count = figuresAt(s, from) ?? spelledAt(s, from);
  if (!count) return null;
  let at = count.end;
  const named = is(s, at, 'times');
  if (named) at = s.ends[at] ?? at + 1;
  else while (s.tokens[at]?.type === 'word' && s.terms[at]?.length === 0 && at < count.end + 3) at += 1;
  const slash = isMark(s, at, '/');
  if (!slash && !(named && (is(s, at, 'each') || is(s, at, 'every')))) return null;
  const element = elementAt(s, skip(s, slash ? at + 1 : at, 'each', 'every', 'of'), true);
  const rate = element && timesIn(named ? count.value : 1, element.count, element.unit);
  return rate ? readOf([rate], element.end, from > i ? count.value : undefined) : null;
}
