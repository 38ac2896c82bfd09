import type { Locale } from '../model/values/format-display-text';
import { parseTypedNumber } from '../model/values/parse-typed-number';
import { toNumber } from './operators';
import {
  createError,
  createNumber,
  getFirstScalar,
  KIND,
  type RuntimeValue,
  type Scalar,
  toArrayValue,
} from './runtime-value';

/** How texts are read as dates, and the epoch of the numbers. */
export type WorkdayContext = { now: Date; locale: Locale; date1904: boolean };

/** Whether each day of the week, from Sunday, is free. */
type Weekend = readonly boolean[];

const DAYS_PER_WEEK = 7;
const LAST_SERIAL = 2_958_465; // 31 December 9999
const DAYS_BETWEEN_EPOCHS = 1_462;

/** The number of the weekend where none is given: Saturday and Sunday. */
const DEFAULT_WEEKEND = 1;
/** Numbers from here on stand for one free day, from Sunday. */
const FIRST_SINGLE_DAY = 11;

/** WORKDAY and WORKDAY.INTL: the day so many working days after or before another. */
export function evaluateWorkday(
  args: readonly RuntimeValue[],
  context: WorkdayContext,
  hasWeekend: boolean,
): Scalar {
  const read = readArguments(args, context, hasWeekend);
  if ('kind' in read) return read;
  if (!read.weekend.includes(false)) return createError('#VALUE!');
  const step = read.second >= 0 ? 1 : -1;
  let current = read.first;
  for (let left = Math.abs(read.second); left > 0;) {
    current += step;
    if (current < 0 || current > LAST_SERIAL) return createError('#NUM!');
    if (isWorkday(current, read) && !read.holidays.has(current)) left -= 1;
  }
  return createNumber(current);
}

/** NETWORKDAYS and NETWORKDAYS.INTL: working days from one day to another, both counted; negative when they go back. */
export function evaluateNetworkdays(
  args: readonly RuntimeValue[],
  context: WorkdayContext,
  hasWeekend: boolean,
): Scalar {
  const read = readArguments(args, context, hasWeekend);
  if ('kind' in read) return read;
  const [from, to] = [Math.min(read.first, read.second), Math.max(read.first, read.second)];
  const weeks = Math.floor((to - from + 1) / DAYS_PER_WEEK);
  let count = weeks * read.weekend.filter((isFree) => !isFree).length;
  for (let day = from + weeks * DAYS_PER_WEEK; day <= to; day += 1) if (isWorkday(day, read)) count += 1;
  for (const day of read.holidays) if (day >= from && day <= to && isWorkday(day, read)) count -= 1;
  return createNumber(read.first > read.second && count > 0 ? -count : count);
}

type WorkdayArguments = {
  first: number;
  second: number;
  weekend: Weekend;
  holidays: ReadonlySet<number>;
  date1904: boolean;
};

/** @returns the arguments, or the first error among them. */
function readArguments(
  args: readonly RuntimeValue[],
  context: WorkdayContext,
  hasWeekend: boolean,
): WorkdayArguments | Scalar {
  const first = readDay(getFirstScalar(args[0]!), context);
  if (typeof first !== 'number') return first;
  const second = readDay(getFirstScalar(args[1]!), context);
  if (typeof second !== 'number') return second;
  const weekend = readWeekend(hasWeekend ? args[2] : undefined);
  if ('kind' in weekend) return weekend;
  const holidays = readHolidays(args[hasWeekend ? 3 : 2], context);
  return 'kind' in holidays ? holidays : { first, second, weekend, holidays, date1904: context.date1904 };
}

function isWorkday(day: number, { weekend, date1904 }: WorkdayArguments): boolean {
  // Day 1 was a Sunday to Excel, whose year 1900 is a leap year.
  const fromSunday = day + (date1904 ? DAYS_BETWEEN_EPOCHS : 0) - 1 + DAYS_PER_WEEK;
  return !weekend[fromSunday % DAYS_PER_WEEK]!;
}

/** A whole number, also from a text that is a number or a date; an error otherwise. */
function readDay(value: Scalar, { locale, now }: WorkdayContext): number | Scalar {
  const number = toNumber(value);
  if (number.kind === KIND.number) return Math.trunc(number.value);
  const typed = value.kind === KIND.text ? parseTypedNumber(value.value.trim(), locale, now) : null;
  return typed ? Math.trunc(typed.value) : number;
}

/** Which days are free by a number (1–7, 11–17) or seven signs from Monday ("0000011"). */
function readWeekend(value: RuntimeValue | undefined): Weekend | Scalar {
  const given = value === undefined ? createNumber(DEFAULT_WEEKEND) : getFirstScalar(value);
  if (given.kind === KIND.error) return given;
  if (given.kind === KIND.text && /^[01]{7}$/.test(given.value)) {
    const fromMonday = [...given.value].map((sign) => sign === '1');
    return [fromMonday.at(-1)!, ...fromMonday.slice(0, -1)];
  }
  if (given.kind === KIND.text) return createError('#VALUE!');
  const number = given.kind === KIND.blank ? createNumber(DEFAULT_WEEKEND) : toNumber(given);
  const code = number.kind === KIND.number ? Math.trunc(number.value) : 0;
  if (code >= FIRST_SINGLE_DAY && code < FIRST_SINGLE_DAY + DAYS_PER_WEEK) {
    return createWeekend(code - FIRST_SINGLE_DAY);
  }
  // 1 is Saturday and Sunday, 2 is Sunday and Monday, and so on.
  return code >= 1 && code <= DAYS_PER_WEEK
    ? createWeekend((code + DAYS_PER_WEEK - 2) % DAYS_PER_WEEK, code - 1)
    : createError('#NUM!');
}

const createWeekend = (...freeDays: readonly number[]): Weekend =>
  Array.from({ length: DAYS_PER_WEEK }, (_, day) => freeDays.includes(day));

/** Days of a list; texts and booleans of a range are passed over, as is a single text that is no day. */
function readHolidays(
  value: RuntimeValue | undefined,
  context: WorkdayContext,
): ReadonlySet<number> | Scalar {
  const days = new Set<number>();
  if (value === undefined) return days;
  const isList = value.kind === KIND.array;
  for (const one of toArrayValue(value).rows.flat()) {
    if (one.kind === KIND.error) return one;
    if (one.kind === KIND.blank || (isList && one.kind !== KIND.number)) continue;
    const day = readDay(one, context);
    if (typeof day === 'number') days.add(day);
  }
  return days;
}
