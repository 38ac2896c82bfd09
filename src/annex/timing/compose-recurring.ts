import type { IsoDate } from '../calendar/dates';
import type { VagueDays } from '../calendar/settings';
import type { Deadlines } from './deadlines';
import { orderedFrequencies } from './read-frequency';
import { commonBound, sortedDates, type Draft } from './draft';
import { isDays, isEvery, isPoints, type Placed } from './group';
import type { Days } from './pieces';
import type { Point } from './points';
import { datesOf, datesWithin, recurrenceOf, type YearDay } from './recurrence';
import type { Frequency, Recurrence, TimingNote } from './types';

/** Whether the phrase repeats: it says how often, names a day of every month, or months together ("các tháng 3, 6, 9"). */
export function repeats(pieces: readonly Placed[]): boolean {
  if (pieces.some((each) => isDays(each) && each.piece.month !== null)) return true;
  const points = pieces.filter(isPoints);
  const together =
    points.length > 0 &&
    points.every(({ piece }) => piece.plural && piece.points.every(({ year }) => year === null));
  const everies = pieces.filter(isEvery).flatMap(({ piece }) => piece.frequencies);
  if (together && everies.length === 0) return true;
  const continuous = pieces.some(({ piece }) => piece.is === 'continuous');
  const elsewhere = continuous || pieces.some(({ piece }) => piece.is === 'perPlan');
  const dated = points.length > 0 || pieces.some(isDays);
  if (everies.every((frequency) => frequency === 'unspecified')) {
    return (
      everies.length > 0 &&
      !elsewhere &&
      points.every(({ piece }) => piece.points.every(({ unit }) => unit !== 'date'))
    );
  }
  return !(
    continuous &&
    !dated &&
    everies.every((frequency) => frequency === 'yearly' || frequency === 'daily')
  );
}

const isWhole = ({ unit, part }: Point): boolean => unit !== 'date' && unit !== 'event' && part === undefined;

/** The days of a year named beside "hàng năm"; whole months, quarters and halves end with their last day. */
function yearDaysOf(pieces: readonly Placed[], stated: readonly IsoDate[]): YearDay[] {
  const whole = pieces
    .filter(isPoints)
    .flatMap(({ piece }) => (piece.range === 'none' ? piece.points : piece.points.slice(-1)))
    .map(isWhole);
  return stated.map((date, i) => ({
    month: Number(date.slice(5, 7)),
    day: whole[i] === true ? 'last' : Number(date.slice(8)),
  }));
}

function daysOf(pieces: readonly Placed[]): Days | null {
  const days = pieces.filter(isDays).map(({ piece }) => piece.days);
  if (days.length === 0) return null;
  const numbered = days.flatMap((each) => (each === 'last' ? [] : each));
  return numbered.length > 0 ? [...new Set(numbered)] : 'last';
}

/** "hàng quý (quý II, III, IV)" leaves out a quarter. */
function quartersNamed(pieces: readonly Placed[]): boolean {
  const points = pieces.filter(isPoints);
  return (
    points.length > 0 && points.every(({ piece }) => piece.points.every(({ unit }) => unit === 'quarter'))
  );
}

function withFlags(recurrence: Recurrence, pieces: readonly Placed[]): Recurrence {
  const made = { ...recurrence };
  for (const { piece } of pieces) {
    if (piece.is === 'onRequest') made.onRequest = true;
    if (piece.is === 'conditional') made.conditional = true;
    if (piece.is === 'every' && piece.interval !== undefined) made.interval = piece.interval;
    if (piece.is === 'every' && piece.minCount !== undefined) made.minCount = piece.minCount;
  }
  return made;
}

/** The dates of a recurrence; a stretch, quarters named and dates beside it are written into it. */
function datesStated(
  recurrence: Recurrence,
  { parts }: Deadlines,
  pieces: readonly Placed[],
  year: number | null,
): IsoDate[] {
  const stated = sortedDates(parts.flatMap((part) => part.due));
  const stretch = parts.find((part) => part.start !== undefined && part.due.length > 0);
  if (stretch?.start !== undefined) {
    recurrence.from = stretch.start;
    recurrence.until = stretch.due[0] ?? stretch.start;
    return datesWithin(recurrence, recurrence.from, recurrence.until);
  }
  if (year === null) return stated;
  if (recurrence.freq === 'quarterly' && quartersNamed(pieces)) {
    recurrence.months = stated.map((date) => Number(date.slice(5, 7)));
    return datesOf(recurrence, year);
  }
  const dates = datesOf(recurrence, year);
  const also = stated.filter((date) => !dates.includes(date));
  if (also.length > 0) recurrence.also = also;
  return [...dates, ...also];
}

/** Months in a period of the frequencies whose periods a date may stand for; null for the rest. */
function periodLength(frequencies: readonly Frequency[]): number | null {
  const [first] = frequencies;
  return first === 'quarterly' ? 3 : first === 'halfyearly' ? 6 : null;
}

/**
 * "6 tháng (trước 15/6), năm (trước 15/12)": dates given beside a frequency say when in its periods it is due; periods
 * without a date end with their last day. The whole is the same days every year.
 */
function withDatesOfPeriods(
  frequencies: readonly Frequency[],
  pieces: readonly Placed[],
  stated: readonly IsoDate[],
  year: number | null,
): YearDay[] | undefined {
  const length = periodLength(orderedFrequencies(frequencies));
  const points = pieces.filter(isPoints);
  const areDates = points.every(
    ({ piece }) =>
      piece.range === 'none' && piece.bound !== 'on' && piece.points.every(({ unit }) => unit === 'date'),
  );
  const inYear = stated.every((date) => Number(date.slice(0, 4)) === year);
  if (length === null || stated.length === 0 || !areDates || !inYear || pieces.some(isDays)) return undefined;
  const periodOf = (month: number): number => Math.ceil(month / length);
  const days = stated.map((date): YearDay => ({
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8)),
  }));
  const given = new Set(days.map(({ month }) => periodOf(month)));
  const rest = Array.from({ length: 12 / length }, (_, i): YearDay => ({
    month: (i + 1) * length,
    day: 'last',
  }));
  return [...days, ...rest.filter(({ month }) => !given.has(periodOf(month)))].sort(
    (a, b) => a.month - b.month,
  );
}

/** Puts a phrase that repeats together: what repeats, how often, on which days, within which stretch. */
export function composeRecurring(
  pieces: readonly Placed[],
  dated: Deadlines,
  yearly: boolean,
  year: number | null,
  vague: VagueDays,
): Draft {
  const everies = pieces.filter(isEvery);
  const stated = dated.parts.flatMap((part) => part.due);
  const frequencies: Frequency[] = everies.flatMap(({ piece }) => piece.frequencies);
  if (yearly && frequencies.length > 0) frequencies.push('yearly');
  const byYear =
    !pieces.some((each) => isDays(each) && each.piece.month !== null) &&
    frequencies.every((frequency) => frequency === 'yearly' || frequency === 'unspecified');
  const yearDays =
    byYear && stated.length > 0
      ? yearDaysOf(pieces, stated)
      : withDatesOfPeriods(frequencies, pieces, stated, year);
  const dayBounds = pieces.filter(isDays).map(({ piece }) => piece.bound);
  const statedBound = commonBound(dated.parts.map((part) => part.bound));
  const numbered = yearDays?.some(({ day }) => day !== 'last');
  const bound = yearDays ? (statedBound ?? (numbered ? 'by' : undefined)) : commonBound(dayBounds);
  const days = daysOf(pieces);
  const part = everies.find(({ piece }) => piece.part !== undefined)?.piece.part;
  const month = pieces.filter(isDays).find(({ piece }) => piece.month !== null)?.piece.month ?? null;
  const recurrence = recurrenceOf(
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
  const notes: TimingNote[] = [...dated.notes];
  if (part !== undefined && part !== 'end') notes.push({ doubt: 'vague-words' });
  if (byYear && days !== null && month === null && !yearDays) notes.push({ doubt: 'missing-month' });
  if (recurrence.freq === 'unspecified') notes.push({ doubt: 'no-frequency' });
  if (recurrence.freq === 'semester') notes.push({ doubt: 'vague-words' });
  if (year === null && recurrence.day !== undefined) notes.push({ doubt: 'missing-year' });
  const inPeriods = yearDays && !byYear && year !== null;
  const due = inPeriods
    ? datesOf(recurrence, year)
    : yearDays
      ? stated
      : datesStated(recurrence, dated, pieces, year);
  return {
    kind: 'recurring',
    due: sortedDates(due),
    bound,
    recurrence: withFlags(recurrence, pieces),
    parts: [],
    notes,
  };
}
