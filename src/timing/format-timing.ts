import { formatDate, getLastDayOfMonth, type IsoDate } from '../shared/dates';
import type { Bound, Frequency, Recurrence, TimingKind, TimingPart, TimingReading } from './types';

/**
 * The plain form of a reading, in the words of the annex: reading it again with the same options gives the same kind,
 * dates, bound and recurrence. Kinds without a date keep their words, which hold what was not interpreted.
 */

const BOUND_PHRASES = { before: 'trước ngày', by: 'chậm nhất ngày', on: 'ngày' } as const satisfies Record<
  Bound,
  string
>;

const FREQUENCY_UNITS = {
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

const QUARTER_NUMERALS = ['I', 'II', 'III', 'IV'] as const;

const padNumber = (value: number): string => String(value).padStart(2, '0');
const getYear = (date: IsoDate): number => Number(date.slice(0, 4));
const getMonth = (date: IsoDate): number => Number(date.slice(5, 7));
const getDay = (date: IsoDate): number => Number(date.slice(8));
const isMonthEnd = (date: IsoDate): boolean => date === getLastDayOfMonth(getYear(date), getMonth(date));

function formatBounded(phrase: string, bound: Bound | undefined): string {
  return bound === 'before' ? `trước ${phrase}` : bound === 'by' ? `chậm nhất ${phrase}` : phrase;
}

function formatMonth(date: IsoDate): string {
  const month = `tháng ${getMonth(date)}/${getYear(date)}`;
  return isMonthEnd(date) ? month : `${padNumber(getDay(date))} ngày đầu ${month}`;
}

const QUARTER_PARTS = ['đầu ', 'giữa ', ''] as const;

function formatQuarter(date: IsoDate): string {
  const quarter = Math.ceil(getMonth(date) / 3);
  const part = QUARTER_PARTS[(getMonth(date) - 1) % 3] ?? '';
  return `${part}quý ${QUARTER_NUMERALS[quarter - 1] ?? ''}/${getYear(date)}`;
}

function formatYear(date: IsoDate, due: readonly IsoDate[]): string {
  const parts: Readonly<Record<number, string>> = { 1: 'đầu ', 6: 'giữa ' };
  const part = parts[getMonth(date)] ?? (due.every((each) => getMonth(each) === 12) ? '' : 'cuối ');
  return `${part}năm ${getYear(date)}`;
}

function formatHalf(date: IsoDate): string {
  return `6 tháng ${getMonth(date) <= 6 ? 'đầu' : 'cuối'} năm ${getYear(date)}`;
}

type StatedDates = Pick<TimingReading, 'due' | 'start' | 'bound'>;

const DATED_FORMATTERS: Partial<Record<TimingKind, (date: IsoDate, stated: StatedDates) => string>> = {
  month: (date, { bound }) => formatBounded(formatMonth(date), bound),
  quarter: (date, { bound }) => formatBounded(formatQuarter(date), bound),
  year: (date, { bound, due }) => formatBounded(formatYear(date, due), bound),
  halfYear: (date, { bound }) => formatBounded(formatHalf(date), bound),
  date: (date, { bound }) => `${BOUND_PHRASES[bound ?? 'by']} ${formatDate(date)}`,
  period: (date, { start }) =>
    `${start ? `từ ngày ${formatDate(start)}` : 'từ nay'} đến ngày ${formatDate(date)}`,
};

function formatDated(kind: TimingKind, stated: StatedDates): string {
  return stated.due.map((date) => DATED_FORMATTERS[kind]?.(date, stated) ?? formatDate(date)).join(', ');
}

function formatPart(part: TimingPart & { start?: IsoDate }): string {
  const phrase = formatDated(part.kind, part);
  return part.label === '' ? phrase : `${part.label}: ${phrase}`;
}

/** Formats a frequency: "hàng tháng, quý, năm". A period longer than its unit is "02 năm một lần". */
function formatFrequency({ freq, interval, minCount }: Recurrence): string {
  const units = freq.split('+').map((each) => FREQUENCY_UNITS[each as keyof typeof FREQUENCY_UNITS] ?? '');
  if (freq === 'unspecified') return 'định kỳ';
  if (interval !== undefined) return `${padNumber(interval)} năm một lần`;
  if (minCount !== undefined) return `ít nhất ${padNumber(minCount)} lần/${units[0] ?? ''}`;
  return `định kỳ ${units.join(', ')}`;
}

const QUARTER_MONTH_PHRASES: Readonly<Record<string, string>> = {
  '1,4,7,10': 'tháng đầu quý',
  '2,5,8,11': 'tháng giữa quý',
  '3,6,9,12': 'tháng cuối quý',
};

function formatDays(day: Recurrence['day'], bound: Bound | undefined): string {
  const phrase = bound === 'before' || bound === 'by' ? BOUND_PHRASES[bound] : 'ngày';
  if (day === 'last') return `${phrase} cuối cùng`;
  return `${phrase} ${(Array.isArray(day) ? day : [day ?? 1]).map(padNumber).join(', ')}`;
}

function formatYearly({ months = [], day, bound }: Recurrence): string {
  const dates = months.map((month, i) => {
    const each = Array.isArray(day) ? day[i] : day;
    return each === 'last' || each === undefined
      ? formatBounded(`tháng ${month}`, bound)
      : `${bound === 'before' || bound === 'by' ? BOUND_PHRASES[bound] : 'ngày'} ${padNumber(each)}/${padNumber(month)}`;
  });
  return `${dates.join(', ')} hàng năm`;
}

/** Formats what accompanies a recurrence: requests, "nếu có", a period, dates of their own. */
function formatAdditions({ onRequest, conditional, from, until, also }: Recurrence): string {
  return [
    from !== undefined && until !== undefined
      ? `, từ ngày ${formatDate(from)} đến ngày ${formatDate(until)}`
      : '',
    also ? `; ${also.map((date) => `ngày ${formatDate(date)}`).join(', ')}` : '',
    onRequest ? '; khi có yêu cầu' : '',
    conditional ? ' (nếu có)' : '',
  ].join('');
}

const NAMED_MONTH_LISTS = Object.keys(QUARTER_MONTH_PHRASES);

function formatMonthReference({ freq, months = [], offset }: Recurrence): string {
  if (offset === '+2 months') return 'tháng giữa quý sau';
  if (offset === '+3 months') return 'tháng cuối quý sau';
  if (offset) return freq.startsWith('quarterly') ? 'tháng đầu quý sau' : 'tháng sau';
  return (freq.startsWith('quarterly') ? QUARTER_MONTH_PHRASES[months.join()] : undefined) ?? 'tháng';
}

function formatRecurrence(recurrence: Recurrence): string {
  const { freq, months, day, bound } = recurrence;
  const additions = formatAdditions(recurrence);
  const lastDays = day === undefined || (day === 'last' && bound === undefined);
  const counted = recurrence.interval !== undefined || recurrence.minCount !== undefined;
  if (freq === 'yearly' && !counted && months && day !== undefined) {
    return `${lastDays && months.join() === '12' ? 'hàng năm' : formatYearly(recurrence)}${additions}`;
  }
  const every = formatFrequency(recurrence);
  if (freq === 'quarterly' && months && !NAMED_MONTH_LISTS.includes(months.join()) && !recurrence.offset) {
    return `${every} (quý ${months.map((month) => QUARTER_NUMERALS[month / 3 - 1] ?? '').join(', ')})${additions}`;
  }
  if (
    lastDays &&
    (months === undefined || !QUARTER_MONTH_PHRASES[months.join()] || months.join() === '3,6,9,12')
  ) {
    return `${every}${additions}`;
  }
  return `${every}, ${formatDays(day, bound)} ${formatMonthReference(recurrence)}${additions}`;
}

/** Kinds whose text stays unchanged. */
const UNCHANGED_KINDS: readonly TimingKind[] = [
  'continuous',
  'onRequest',
  'perPlan',
  'relative',
  'ditto',
  'unknown',
];

function formatYearSuffix({ due, recurrence }: TimingReading): string {
  const first = due.find((date) => !recurrence?.also?.includes(date));
  return first === undefined || recurrence?.day === undefined || recurrence.from !== undefined
    ? ''
    : ` (năm ${getYear(first)})`;
}

export function formatTiming(reading: TimingReading): string {
  const { kind, recurrence, due } = reading;
  if (UNCHANGED_KINDS.includes(kind) || (due.length === 0 && kind !== 'recurring')) return reading.text;
  if (kind === 'recurring' && recurrence)
    return `${formatRecurrence(recurrence)}${formatYearSuffix(reading)}`;
  if (kind === 'mixed') {
    const extra =
      recurrence?.freq === 'onRequest'
        ? '; khi có yêu cầu'
        : recurrence?.freq === 'continuous'
          ? '; thường xuyên'
          : '';
    return `${reading.parts.map(formatPart).join('; ')}${extra}`;
  }
  if (kind === 'period' && recurrence?.open) {
    const years = due.every((date) => date.endsWith('-12-31'));
    const days = due.map((date) => (years ? formatYear(date, due) : `ngày ${formatDate(date)}`)).join(', ');
    return `${reading.start === undefined ? days : formatDated(kind, reading)} và các năm tiếp theo`;
  }
  // Deadlines bound each in its own way are printed one by one.
  if (kind === 'date' && reading.bound === undefined) return reading.parts.map(formatPart).join(', ');
  return formatDated(kind, reading);
}
