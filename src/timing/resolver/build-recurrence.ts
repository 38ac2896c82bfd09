import { appendAll } from '../../shared/append-all';
import { getLastDayOfMonth, type IsoDate, isValidDate, parseIsoDate, toIsoDate } from '../../shared/dates';
import type { VagueDays } from '../calendar/calendar-settings';
import type { PeriodPart } from '../parser/calendar-point';
import type { MonthDays, MonthReference } from '../parser/clause';
import { sortFrequencies } from '../parser/parse-frequency';
import type { Bound, Frequency, Recurrence } from '../types';
import { getVagueDay } from './get-vague-day';
import { sortDates } from './reading-draft';

const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** Months in which a frequency falls due; empty: too often to list, or not by month. */
const DUE_MONTHS = {
  daily: [],
  weekly: [],
  biweekly: [],
  monthly: ALL_MONTHS,
  bimonthly: [2, 4, 6, 8, 10, 12],
  quarterly: [3, 6, 9, 12],
  fourMonthly: [4, 8, 12],
  halfyearly: [6, 12],
  nineMonths: [9],
  yearly: [12],
  semester: [],
  onRequest: [],
  continuous: [],
  unspecified: [],
} as const satisfies Record<Frequency, readonly number[]>;

/** How many months before the last of its quarter a month of the quarter lies. */
const MONTHS_BACK: Partial<Record<MonthReference, number>> = { quarterFirst: 2, quarterMiddle: 1 };

/** How many months after the last of its period a month of the next one lies. */
const MONTHS_AHEAD: Partial<Record<MonthReference, number>> = {
  next: 1,
  nextQuarterFirst: 1,
  nextQuarterMiddle: 2,
  nextQuarterLast: 3,
};

const OFFSETS = ['+1 month', '+2 months', '+3 months'] as const;

/** A day of a month named for a yearly deadline. */
export type DayOfYear = { month: number; day: number | 'last' };

type RecurrenceInput = {
  frequencies: readonly Frequency[];
  days: MonthDays | null;
  month: MonthReference | null;
  part?: PeriodPart;
  bound?: Bound;
  yearDays?: readonly DayOfYear[];
};

const getMonthLength = (month: number): number => Number(getLastDayOfMonth(2023, month).slice(8));

/**
 * Converts days of a year to months with one day for all if they agree, else with the day of each month in
 * order.
 */
export function toMonthsAndDays(
  yearDays: readonly DayOfYear[],
): Required<Pick<Recurrence, 'months' | 'day'>> {
  const months = yearDays.map(({ month }) => month);
  const first = yearDays[0]?.day ?? 'last';
  if (yearDays.every(({ day }) => day === first)) return { months: [...new Set(months)], day: first };
  return { months, day: yearDays.map(({ month, day }) => (day === 'last' ? getMonthLength(month) : day)) };
}

/** Returns the frequency that a month named within a quarter implies if no frequency is stated. */
function getImpliedFrequency(month: MonthReference | null): Frequency {
  return month === null || month === 'each' || month === 'next' ? 'monthly' : 'quarterly';
}

function getFrequencies({ frequencies, days, month }: RecurrenceInput): Frequency[] {
  const named = sortFrequencies(frequencies.filter((frequency) => frequency !== 'unspecified'));
  if (named.length > 0) return named;
  return [days === null ? 'unspecified' : getImpliedFrequency(month)];
}

function getDueMonths(frequencies: readonly Frequency[], { month, part, days }: RecurrenceInput): number[] {
  const months = [...new Set(frequencies.flatMap((each): readonly number[] => DUE_MONTHS[each]))];
  months.sort((a, b) => a - b);
  const ahead = month === null ? 0 : (MONTHS_AHEAD[month] ?? 0);
  if (ahead > 0) return months.map((each) => ((each + ahead - 1) % 12) + 1);
  if (frequencies[0] !== 'quarterly') return months;
  const named = month === null ? 0 : (MONTHS_BACK[month] ?? 0);
  const vague = days !== null ? 0 : part === 'start' ? 2 : part === 'middle' ? 1 : 0;
  return months.map((each) => each - Math.max(named, vague));
}

/** Builds the recurrence a phrase states, as it is stored and shown. */
export function buildRecurrence(input: RecurrenceInput, vague: VagueDays): Recurrence {
  const frequencies = getFrequencies(input);
  const recurrence: Recurrence = { freq: frequencies.join('+') };
  if (input.bound) recurrence.bound = input.bound;
  if (input.yearDays && input.yearDays.length > 0) {
    return { ...recurrence, ...toMonthsAndDays(input.yearDays) };
  }
  const months = getDueMonths(frequencies, input);
  if (months.length === 0) return recurrence;
  const monthly = frequencies.includes('monthly');
  if (!monthly) recurrence.months = months;
  if (input.days === null) recurrence.day = monthly ? getVagueDay(input.part, vague) : 'last';
  else if (input.days === 'last') recurrence.day = 'last';
  else recurrence.day = input.days.length > 1 ? input.days : (input.days[0] ?? 'last');
  const offset = input.month === null ? undefined : OFFSETS[(MONTHS_AHEAD[input.month] ?? 0) - 1];
  if (offset) recurrence.offset = offset;
  return recurrence;
}

/** Returns a day of a month; a day the month does not have falls on its last. */
function getDayInMonth(year: number, month: number, day: number | 'last'): IsoDate {
  return day !== 'last' && isValidDate(year, month, day)
    ? toIsoDate(year, month, day)
    : getLastDayOfMonth(year, month);
}

const isMonthly = ({ freq }: Recurrence): boolean => freq.split('+').includes('monthly');

/**
 * Returns the dates on which a recurrence falls due in the periods of a year; empty if it is not counted by
 * month. With an offset the last ones lie in the next year.
 */
export function getRecurrenceDates(recurrence: Recurrence, year: number): IsoDate[] {
  const { day, offset } = recurrence;
  if (day === undefined) return [];
  const months =
    recurrence.months ??
    (isMonthly(recurrence) ? ALL_MONTHS.map((month) => (offset ? (month % 12) + 1 : month)) : []);
  const paired = Array.isArray(day) && recurrence.freq === 'yearly' && day.length === months.length;
  let turned = 0;
  const dates = months.flatMap((month, i) => {
    if (offset && i > 0 && month < (months[i - 1] ?? 0)) turned = 1;
    const days: (number | 'last')[] = !Array.isArray(day) ? [day] : paired ? [day[i] ?? 'last'] : day;
    return days.map((each) => getDayInMonth(year + turned, month, each));
  });
  return sortDates(dates);
}

/** Years beyond which nobody plans; keeps a mistyped year from filling the workbook. */
const MAX_PERIOD_YEARS = 10;

/** Returns the occurrences within a period, year by year: "hàng tháng từ tháng 6/2024 đến tháng 3/2025". */
export function getRecurrenceDatesWithin(recurrence: Recurrence, start: IsoDate, end: IsoDate): IsoDate[] {
  const [first, last] = [parseIsoDate(start)?.year, parseIsoDate(end)?.year];
  if (first === undefined || last === undefined) return [];
  const dates: IsoDate[] = [];
  for (let year = first - 1; year <= Math.min(last, first + MAX_PERIOD_YEARS); year += 1) {
    appendAll(dates, getRecurrenceDates(recurrence, year));
  }
  return sortDates(dates).filter((date) => date >= start && date <= end);
}
