import { type IsoDate, toIsoDate } from '../../shared/dates';
import type { VagueDays } from '../calendar/calendar-settings';
import type { CalendarPoint } from '../parser/calendar-point';
import type { MonthDays } from '../parser/clause';
import { sortFrequencies } from '../parser/parse-frequency';
import type { YearContext } from '../parser/year-context';
import type { Frequency, Recurrence, TimingWarning } from '../types';
import {
  buildRecurrence,
  type DayOfYear,
  getRecurrenceDates,
  getRecurrenceDatesWithin,
} from './build-recurrence';
import { isDaysClause, isFrequencyClause, isPointsClause, type PlacedClause } from './place-clauses';
import { getCommonBound, type ReadingDraft, sortDates } from './reading-draft';
import type { ResolvedDeadlines } from './resolve-deadlines';

/**
 * Returns true if the phrase repeats: it states a frequency, names a day of every month, or months together
 * ("các tháng 3, 6, 9").
 */
export function isRecurring(clauses: readonly PlacedClause[]): boolean {
  if (clauses.some((each) => isDaysClause(each) && each.clause.month !== null)) return true;
  const points = clauses.filter(isPointsClause);
  const together =
    points.length > 0 &&
    points.every(({ clause }) => clause.plural && clause.points.every(({ year }) => year === null));
  const everies = clauses.filter(isFrequencyClause).flatMap(({ clause }) => clause.frequencies);
  if (together && everies.length === 0) return true;
  const continuous = clauses.some(({ clause }) => clause.kind === 'continuous');
  const elsewhere = continuous || clauses.some(({ clause }) => clause.kind === 'perPlan');
  const dated = points.length > 0 || clauses.some(isDaysClause);
  if (everies.every((frequency) => frequency === 'unspecified')) {
    return (
      everies.length > 0 &&
      !elsewhere &&
      points.every(({ clause }) => clause.points.every(({ calendarUnit: unit }) => unit !== 'date'))
    );
  }
  return !(
    continuous &&
    !dated &&
    everies.every((frequency) => frequency === 'yearly' || frequency === 'daily')
  );
}

const isFullPeriod = ({ calendarUnit: unit, part }: CalendarPoint): boolean =>
  unit !== 'date' && unit !== 'event' && part === undefined;

/**
 * Returns the days of a year named with "hàng năm"; full months, quarters and halves end with their last day.
 */
function getYearDays(clauses: readonly PlacedClause[], stated: readonly IsoDate[]): DayOfYear[] {
  const full = clauses
    .filter(isPointsClause)
    .flatMap(({ clause }) => (clause.range === 'none' ? clause.points : clause.points.slice(-1)))
    .map(isFullPeriod);
  return stated.map((date, i) => ({
    month: Number(date.slice(5, 7)),
    day: full[i] === true ? 'last' : Number(date.slice(8)),
  }));
}

function getMonthDays(clauses: readonly PlacedClause[]): MonthDays | null {
  const days = clauses.filter(isDaysClause).map(({ clause }) => clause.days);
  if (days.length === 0) return null;
  const numbered = days.flatMap((each) => (each === 'last' ? [] : each));
  return numbered.length > 0 ? [...new Set(numbered)] : 'last';
}

/** Returns true if quarters are named and one is left out: "hàng quý (quý II, III, IV)". */
function hasNamedQuarters(clauses: readonly PlacedClause[]): boolean {
  const points = clauses.filter(isPointsClause);
  return (
    points.length > 0 &&
    points.every(({ clause }) => clause.points.every(({ calendarUnit: unit }) => unit === 'quarter'))
  );
}

function applyFlags(recurrence: Recurrence, clauses: readonly PlacedClause[]): Recurrence {
  const made = { ...recurrence };
  for (const { clause } of clauses) {
    if (clause.kind === 'onRequest') made.onRequest = true;
    if (clause.kind === 'conditional') made.conditional = true;
    if (clause.kind === 'every' && clause.interval !== undefined) made.interval = clause.interval;
    if (clause.kind === 'every' && clause.minCount !== undefined) made.minCount = clause.minCount;
  }
  return made;
}

/** Resolves the dates of a recurrence; a period, named quarters and additional dates become part of it. */
function resolveStatedDates(
  recurrence: Recurrence,
  { parts }: ResolvedDeadlines,
  clauses: readonly PlacedClause[],
  { year, schoolYear }: YearContext,
): IsoDate[] {
  const stated = sortDates(parts.flatMap((part) => part.due));
  const period = parts.find((part) => part.start !== undefined && part.due.length > 0);
  if (period?.start !== undefined) {
    recurrence.from = period.start;
    recurrence.until = period.due[0] ?? period.start;
    return getRecurrenceDatesWithin(recurrence, recurrence.from, recurrence.until);
  }
  if (year === null) return stated;
  if (recurrence.freq === 'quarterly' && hasNamedQuarters(clauses)) {
    recurrence.months = stated.map((date) => Number(date.slice(5, 7)));
    return getRecurrenceDates(recurrence, year);
  }
  const dates = schoolYear
    ? getRecurrenceDatesWithin(recurrence, toIsoDate(year, 9, 1), toIsoDate(year + 1, 8, 31))
    : getRecurrenceDates(recurrence, year);
  const also = stated.filter((date) => !dates.includes(date));
  if (also.length > 0) recurrence.also = also;
  return [...dates, ...also];
}

/**
 * Returns the months in a period of the frequencies for which a date may stand for its period; null for the
 * rest.
 */
function getPeriodLength(frequencies: readonly Frequency[]): number | null {
  const [first] = frequencies;
  return first === 'quarterly' ? 3 : first === 'halfyearly' ? 6 : null;
}

/**
 * Resolves dates next to a frequency as deadlines of its periods: "6 tháng (trước 15/6), năm (trước 15/12)".
 * Periods without a date end with their last day. The days are the same every year.
 */
function getPeriodYearDays(
  frequencies: readonly Frequency[],
  clauses: readonly PlacedClause[],
  stated: readonly IsoDate[],
  year: number | null,
): DayOfYear[] | undefined {
  const length = getPeriodLength(sortFrequencies(frequencies));
  const points = clauses.filter(isPointsClause);
  const areDates = points.every(
    ({ clause }) =>
      clause.range === 'none' &&
      clause.bound !== 'on' &&
      clause.points.every(({ calendarUnit: unit }) => unit === 'date'),
  );
  const inYear = stated.every((date) => Number(date.slice(0, 4)) === year);
  if (length === null || stated.length === 0 || !areDates || !inYear || clauses.some(isDaysClause))
    return undefined;
  const getPeriod = (month: number): number => Math.ceil(month / length);
  const days = stated.map((date): DayOfYear => ({
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8)),
  }));
  const given = new Set(days.map(({ month }) => getPeriod(month)));
  const rest = Array.from({ length: 12 / length }, (_, i): DayOfYear => ({
    month: (i + 1) * length,
    day: 'last',
  }));
  return [...days, ...rest.filter(({ month }) => !given.has(getPeriod(month)))].sort(
    (a, b) => a.month - b.month,
  );
}

/** Puts a phrase that repeats together: what repeats, how often, on which days, within which stretch. */
export function composeRecurring(
  clauses: readonly PlacedClause[],
  dated: ResolvedDeadlines,
  yearly: boolean,
  context: YearContext,
  vague: VagueDays,
): ReadingDraft {
  const { year } = context;
  const everies = clauses.filter(isFrequencyClause);
  const stated = dated.parts.flatMap((part) => part.due);
  const frequencies: Frequency[] = everies.flatMap(({ clause }) => clause.frequencies);
  if (yearly && frequencies.length > 0) frequencies.push('yearly');
  const byYear =
    !clauses.some((each) => isDaysClause(each) && each.clause.month !== null) &&
    frequencies.every((frequency) => frequency === 'yearly' || frequency === 'unspecified');
  const yearDays =
    byYear && stated.length > 0
      ? getYearDays(clauses, stated)
      : getPeriodYearDays(frequencies, clauses, stated, year);
  const dayBounds = clauses.filter(isDaysClause).map(({ clause }) => clause.bound);
  const statedBound = getCommonBound(dated.parts.map((part) => part.bound));
  const numbered = yearDays?.some(({ day }) => day !== 'last');
  const bound = yearDays ? (statedBound ?? (numbered ? 'by' : undefined)) : getCommonBound(dayBounds);
  const days = getMonthDays(clauses);
  const part = everies.find(({ clause }) => clause.part !== undefined)?.clause.part;
  const month =
    clauses.filter(isDaysClause).find(({ clause }) => clause.month !== null)?.clause.month ?? null;
  const recurrence = buildRecurrence(
    {
      frequencies: yearDays ? ['yearly'] : frequencies,
      days,
      month,
      part,
      bound,
      yearDays,
    },
    vague,
  );
  // The days of a school year are the office's own; 31/12 is none of them.
  if (everies.some(({ clause }) => clause.schoolYear) && days === null && stated.length === 0) {
    delete recurrence.day;
    delete recurrence.months;
  }
  const notes: TimingWarning[] = [...dated.warnings];
  if (part !== undefined && part !== 'end') notes.push({ code: 'vague-words' });
  if (byYear && days !== null && month === null && !yearDays) notes.push({ code: 'missing-month' });
  if (recurrence.freq === 'unspecified') notes.push({ code: 'no-frequency' });
  if (recurrence.freq === 'semester') notes.push({ code: 'vague-words' });
  if (year === null && recurrence.day !== undefined) notes.push({ code: 'missing-year' });
  const inPeriods = yearDays && !byYear && year !== null;
  const due = inPeriods
    ? getRecurrenceDates(recurrence, year)
    : yearDays
      ? stated
      : resolveStatedDates(recurrence, dated, clauses, context);
  // Reports of the summer months are asked for by some plans of a school year and not by others.
  if (context.schoolYear && year !== null && !yearDays && recurrence.day !== undefined && !recurrence.from)
    notes.push({ code: 'school-year-months', phrase: `${year}-${year + 1}` });
  return {
    kind: 'recurring',
    due: sortDates(due),
    bound,
    recurrence: applyFlags(recurrence, clauses),
    parts: [],
    warnings: notes,
  };
}
