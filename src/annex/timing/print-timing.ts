import { lastDayOf, printDate, type IsoDate } from '../calendar/dates';
import type { Bound, Frequency, Recurrence, TimingKind, TimingPart, TimingReading } from './types';

/**
 * The plain form of a reading, in the words of the annex: reading it again with the same options gives the same kind,
 * dates, bound and recurrence. Kinds without a date keep their words, which hold what was not interpreted.
 */

const BOUND_WORDS = { before: 'trước ngày', by: 'chậm nhất ngày', on: 'ngày' } as const satisfies Record<
  Bound,
  string
>;

const EVERY_WORDS = {
  daily: 'ngày',
  weekly: 'tuần',
  biweekly: '02 tuần',
  monthly: 'tháng',
  bimonthly: '02 tháng',
  quarterly: 'quý',
  fourMonthly: '04 tháng',
  halfyearly: '06 tháng',
  nineMonths: '09 tháng',
  semester: 'học kỳ',
  yearly: 'năm',
} as const satisfies Partial<Record<Frequency, string>>;

const ROMAN = ['I', 'II', 'III', 'IV'] as const;

const pad = (value: number): string => String(value).padStart(2, '0');
const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));
const monthOf = (date: IsoDate): number => Number(date.slice(5, 7));
const dayOf = (date: IsoDate): number => Number(date.slice(8));
const isLastDay = (date: IsoDate): boolean => date === lastDayOf(yearOf(date), monthOf(date));

function bounded(words: string, bound: Bound | undefined): string {
  return bound === 'before' ? `trước ${words}` : bound === 'by' ? `chậm nhất ${words}` : words;
}

function printMonth(date: IsoDate): string {
  const month = `tháng ${monthOf(date)}/${yearOf(date)}`;
  return isLastDay(date) ? month : `${pad(dayOf(date))} ngày đầu ${month}`;
}

const QUARTER_PARTS = ['đầu ', 'giữa ', ''] as const;

function printQuarter(date: IsoDate): string {
  const quarter = Math.ceil(monthOf(date) / 3);
  const part = QUARTER_PARTS[(monthOf(date) - 1) % 3] ?? '';
  return `${part}quý ${ROMAN[quarter - 1] ?? ''}/${yearOf(date)}`;
}

function printYear(date: IsoDate, due: readonly IsoDate[]): string {
  const parts: Readonly<Record<number, string>> = { 1: 'đầu ', 6: 'giữa ' };
  const part = parts[monthOf(date)] ?? (due.every((each) => monthOf(each) === 12) ? '' : 'cuối ');
  return `${part}năm ${yearOf(date)}`;
}

function printHalf(date: IsoDate): string {
  return `6 tháng ${monthOf(date) <= 6 ? 'đầu' : 'cuối'} năm ${yearOf(date)}`;
}

type Stated = Pick<TimingReading, 'due' | 'start' | 'bound'>;

const PRINT_DATED: Partial<Record<TimingKind, (date: IsoDate, stated: Stated) => string>> = {
  month: (date, { bound }) => bounded(printMonth(date), bound),
  quarter: (date, { bound }) => bounded(printQuarter(date), bound),
  year: (date, { bound, due }) => bounded(printYear(date, due), bound),
  halfYear: (date, { bound }) => bounded(printHalf(date), bound),
  date: (date, { bound }) => `${BOUND_WORDS[bound ?? 'by']} ${printDate(date)}`,
  period: (date, { start }) =>
    `${start ? `từ ngày ${printDate(start)}` : 'từ nay'} đến ngày ${printDate(date)}`,
};

function printDated(kind: TimingKind, stated: Stated): string {
  return stated.due.map((date) => PRINT_DATED[kind]?.(date, stated) ?? printDate(date)).join(', ');
}

function printPart(part: TimingPart & { start?: IsoDate }): string {
  const words = printDated(part.kind, part);
  return part.label === '' ? words : `${part.label}: ${words}`;
}

/** "hàng tháng, quý, năm"; a period longer than its unit is "02 năm một lần". */
function printFrequency({ freq, interval, minCount }: Recurrence): string {
  const units = freq.split('+').map((each) => EVERY_WORDS[each as keyof typeof EVERY_WORDS] ?? '');
  if (freq === 'unspecified') return 'định kỳ';
  if (interval !== undefined) return `${pad(interval)} năm một lần`;
  if (minCount !== undefined) return `ít nhất ${pad(minCount)} lần/${units[0] ?? ''}`;
  return `định kỳ ${units.join(', ')}`;
}

const MONTH_WORDS: Readonly<Record<string, string>> = {
  '1,4,7,10': 'tháng đầu quý',
  '2,5,8,11': 'tháng giữa quý',
  '3,6,9,12': 'tháng cuối quý',
};

function printDays(day: Recurrence['day'], bound: Bound | undefined): string {
  const words = bound === 'before' || bound === 'by' ? BOUND_WORDS[bound] : 'ngày';
  if (day === 'last') return `${words} cuối cùng`;
  return `${words} ${(Array.isArray(day) ? day : [day ?? 1]).map(pad).join(', ')}`;
}

function printYearly({ months = [], day, bound }: Recurrence): string {
  const dates = months.map((month, i) => {
    const each = Array.isArray(day) ? day[i] : day;
    return each === 'last' || each === undefined
      ? bounded(`tháng ${month}`, bound)
      : `${bound === 'before' || bound === 'by' ? BOUND_WORDS[bound] : 'ngày'} ${pad(each)}/${pad(month)}`;
  });
  return `${dates.join(', ')} hàng năm`;
}

/** What stands beside a recurrence: requests, "nếu có", a stretch, dates of their own. */
function printBeside({ onRequest, conditional, from, until, also }: Recurrence): string {
  return [
    from !== undefined && until !== undefined
      ? `, từ ngày ${printDate(from)} đến ngày ${printDate(until)}`
      : '',
    also ? `; ${also.map((date) => `ngày ${printDate(date)}`).join(', ')}` : '',
    onRequest ? '; khi có yêu cầu' : '',
    conditional ? ' (nếu có)' : '',
  ].join('');
}

const NAMED_MONTHS = Object.keys(MONTH_WORDS);

function printMonthOfPeriod({ freq, months = [], offset }: Recurrence): string {
  if (offset) return freq.startsWith('quarterly') ? 'tháng đầu quý sau' : 'tháng sau';
  return (freq.startsWith('quarterly') ? MONTH_WORDS[months.join()] : undefined) ?? 'tháng';
}

function printRecurring(recurrence: Recurrence): string {
  const { freq, months, day, bound } = recurrence;
  const beside = printBeside(recurrence);
  const lastDays = day === undefined || (day === 'last' && bound === undefined);
  const counted = recurrence.interval !== undefined || recurrence.minCount !== undefined;
  if (freq === 'yearly' && !counted && months && day !== undefined) {
    return `${lastDays && months.join() === '12' ? 'hàng năm' : printYearly(recurrence)}${beside}`;
  }
  const every = printFrequency(recurrence);
  if (freq === 'quarterly' && months && !NAMED_MONTHS.includes(months.join()) && !recurrence.offset) {
    return `${every} (quý ${months.map((month) => ROMAN[month / 3 - 1] ?? '').join(', ')})${beside}`;
  }
  if (lastDays && (months === undefined || !MONTH_WORDS[months.join()] || months.join() === '3,6,9,12')) {
    return `${every}${beside}`;
  }
  return `${every}, ${printDays(day, bound)} ${printMonthOfPeriod(recurrence)}${beside}`;
}

/** Kinds whose words are kept. */
const KEPT: readonly TimingKind[] = ['continuous', 'onRequest', 'perPlan', 'relative', 'ditto', 'unknown'];

function inYear({ due, recurrence }: TimingReading): string {
  const first = due.find((date) => !recurrence?.also?.includes(date));
  return first === undefined || recurrence?.day === undefined || recurrence.from !== undefined
    ? ''
    : ` (năm ${yearOf(first)})`;
}

export function printTiming(reading: TimingReading): string {
  const { kind, recurrence, due } = reading;
  if (KEPT.includes(kind) || (due.length === 0 && kind !== 'recurring')) return reading.text;
  if (kind === 'recurring' && recurrence) return `${printRecurring(recurrence)}${inYear(reading)}`;
  if (kind === 'mixed') {
    const extra =
      recurrence?.freq === 'onRequest'
        ? '; khi có yêu cầu'
        : recurrence?.freq === 'continuous'
          ? '; thường xuyên'
          : '';
    return `${reading.parts.map(printPart).join('; ')}${extra}`;
  }
  if (kind === 'period' && recurrence?.open) {
    const years = due.every((date) => date.endsWith('-12-31'));
    const days = due.map((date) => (years ? printYear(date, due) : `ngày ${printDate(date)}`)).join(', ');
    return `${reading.start === undefined ? days : printDated(kind, reading)} và các năm tiếp theo`;
  }
  // Deadlines bound each in its own way are printed one by one.
  if (kind === 'date' && reading.bound === undefined) return reading.parts.map(printPart).join(', ');
  return printDated(kind, reading);
}
