import type { IsoDate } from '../../shared/dates';
import type { VagueDays } from '../calendar/calendar-settings';
import type { CalendarPoint } from '../parser/calendar-point';
import type { MonthDays } from '../parser/clause';
import { sortFrequencies } from '../parser/parse-frequency';
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

/** Whether the phrase repeats: it says how often, names a day of every month, or months together ("các tháng 3, 6, 9"). */
export function isRecurring(pieces: readonly PlacedClause[]): boolean {
  if (pieces.some((each) => isDaysClause(each) && each.clause.month !== null)) return true;
  const points = pieces.filter(isPointsClause);
  const together =
    points.length > 0 &&
    points.every(({ clause: piece }) => piece.plural && piece.points.every(({ year }) => year === null));
  const everies = pieces.filter(isFrequencyClause).flatMap(({ clause: piece }) => piece.frequencies);
  if (together && everies.length === 0) return true;
  const continuous = pieces.some(({ clause: piece }) => piece.kind === 'continuous');
  const elsewhere = continuous || pieces.some(({ clause: piece }) => piece.kind === 'perPlan');
  const dated = points.length > 0 || pieces.some(isDaysClause);
  if (everies.every((frequency) => frequency === 'unspecified')) {
    return (
      everies.length > 0 &&
      !elsewhere &&
      points.every(({ clause: piece }) => piece.points.every(({ calendarUnit: unit }) => unit !== 'date'))
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

/** The days of a year named beside "hàng năm"; whole months, quarters and halves end with their last day. */
function getYearDays(pieces: readonly PlacedClause[], stated: readonly IsoDate[]): DayOfYear[] {
  const whole = pieces
    .filter(isPointsClause)
    .flatMap(({ clause: piece }) => (piece.range === 'none' ? piece.points : piece.points.slice(-1)))
    .map(isFullPeriod);
  return stated.map((date, i) => ({
    month: Number(date.slice(5, 7)),
    day: whole[i] === true ? 'last' : Number(date.slice(8)),
  }));
}

function getMonthDays(pieces: readonly PlacedClause[]): MonthDays | null {
  const days = pieces.filter(isDaysClause).map(({ clause: piece }) => piece.days);
  if (days.length === 0) return null;
  const numbered = days.flatMap((each) => (each === 'last' ? [] : each));
  return numbered.length > 0 ? [...new Set(numbered)] : 'last';
}

/** "hàng quý (quý II, III, IV)" leaves out a quarter. */
function hasNamedQuarters(pieces: readonly PlacedClause[]): boolean {
  const points = pieces.filter(isPointsClause);
  return (
    points.length > 0 &&
    points.every(({ clause: piece }) => piece.points.every(({ calendarUnit: unit }) => unit === 'quarter'))
  );
}

function applyFlags(recurrence: Recurrence, pieces: readonly PlacedClause[]): Recurrence {
  const made = { ...recurrence };
  for (const { clause: piece } of pieces) {
    if (piece.kind === 'onRequest') made.onRequest = true;
    if (piece.kind === 'conditional') made.conditional = true;
    if (piece.kind === 'every' && piece.interval !== undefined) made.interval = piece.interval;
    if (piece.kind === 'every' && piece.minCount !== undefined) made.minCount = piece.minCount;
  }
  return made;
}

/** The dates of a recurrence; a stretch, quarters named and dates beside it are written into it. */
function resolveStatedDates(
  recurrence: Recurrence,
  { parts }: ResolvedDeadlines,
  pieces: readonly PlacedClause[],
  year: number | null,
): IsoDate[] {
  const stated = sortDates(parts.flatMap((part) => part.due));
  const stretch = parts.find((part) => part.start !== undefined && part.due.length > 0);
  if (stretch?.start !== undefined) {
    recurrence.from = stretch.start;
    recurrence.until = stretch.due[0] ?? stretch.start;
    return getRecurrenceDatesWithin(recurrence, recurrence.from, recurrence.until);
  }
  if (year === null) return stated;
  if (recurrence.freq === 'quarterly' && hasNamedQuarters(pieces)) {
    recurrence.months = stated.map((date) => Number(date.slice(5, 7)));
    return getRecurrenceDates(recurrence, year);
  }
  const dates = getRecurrenceDates(recurrence, year);
  const also = stated.filter((date) => !dates.includes(date));
  if (also.length > 0) recurrence.also = also;
  return [...dates, ...also];
}

/** Months in a period of the frequencies whose periods a date may stand for; null for the rest. */
function getPeriodLength(frequencies: readonly Frequency[]): number | null {
  const [first] = frequencies;
  return first === 'quarterly' ? 3 : first === 'halfyearly' ? 6 : null;
}

/**
 * "6 tháng (trước 15/6), năm (trước 15/12)": dates given beside a frequency say when in its periods it is due; periods
 * without a date end with their last day. The whole is the same days every year.
 */
function getPeriodYearDays(
  frequencies: readonly Frequency[],
  pieces: readonly PlacedClause[],
  stated: readonly IsoDate[],
  year: number | null,
): DayOfYear[] | undefined {
  const length = getPeriodLength(sortFrequencies(frequencies));
  const points = pieces.filter(isPointsClause);
  const areDates = points.every(
    ({ clause: piece }) =>
      piece.range === 'none' &&
      piece.bound !== 'on' &&
      piece.points.every(({ calendarUnit: unit }) => unit === 'date'),
  );
  const inYear = stated.every((date) => Number(date.slice(0, 4)) === year);
  if (length === null || stated.length === 0 || !areDates || !inYear || pieces.some(isDaysClause))
    return undefined;
  const periodOf = (month: number): number => Math.ceil(month / length);
  const days = stated.map((date): DayOfYear => ({
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8)),
  }));
  const given = new Set(days.map(({ month }) => periodOf(month)));
  const rest = Array.from({ length: 12 / length }, (_, i): DayOfYear => ({
    month: (i + 1) * length,
    day: 'last',
  }));
  return [...days, ...rest.filter(({ month }) => !given.has(periodOf(month)))].sort(
    (a, b) => a.month - b.month,
  );
}

/** Puts a phrase that repeats together: what repeats, how often, on which days, within which stretch. */
export function composeRecurring(
  pieces: readonly PlacedClause[],
  dated: ResolvedDeadlines,
  yearly: boolean,
  year: number | null,
  vague: VagueDays,
): ReadingDraft {
  const everies = pieces.filter(isFrequencyClause);
  const stated = dated.parts.flatMap((part) => part.due);
  const frequencies: Frequency[] = everies.flatMap(({ clause: piece }) => piece.frequencies);
  if (yearly && frequencies.length > 0) frequencies.push('yearly');
  const byYear =
    !pieces.some((each) => isDaysClause(each) && each.clause.month !== null) &&
    frequencies.every((frequency) => frequency === 'yearly' || frequency === 'unspecified');
  const yearDays =
    byYear && stated.length > 0
      ? getYearDays(pieces, stated)
      : getPeriodYearDays(frequencies, pieces, stated, year);
  const dayBounds = pieces.filter(isDaysClause).map(({ clause: piece }) => piece.bound);
  const statedBound = getCommonBound(dated.parts.map((part) => part.bound));
  const numbered = yearDays?.some(({ day }) => day !== 'last');
  const bound = yearDays ? (statedBound ?? (numbered ? 'by' : undefined)) : getCommonBound(dayBounds);
  const days = getMonthDays(pieces);
  const part = everies.find(({ clause: piece }) => piece.part !== undefined)?.clause.part;
  const month =
    pieces.filter(isDaysClause).find(({ clause: piece }) => piece.month !== null)?.clause.month ?? null;
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
      : resolveStatedDates(recurrence, dated, pieces, year);
  return {
    kind: 'recurring',
    due: sortDates(due),
    bound,
    recurrence: applyFlags(recurrence, pieces),
    parts: [],
    warnings: notes,
  };
}
