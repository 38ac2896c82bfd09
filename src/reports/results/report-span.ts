import { fillTemplate } from '../../i18n/fill-template';
import { addDays, type IsoDate } from '../../shared/dates';
import {
  type ReportPeriodId,
  type ReportPeriodRule,
  resolveYearDay,
} from '../../timing/calendar/report-periods';
import { REPORT_SPAN_LABELS } from '../labels/report-labels';

export type ReportSpanId = keyof typeof REPORT_SPAN_LABELS;
export const REPORT_SPAN_IDS = Object.keys(REPORT_SPAN_LABELS) as ReportSpanId[];

/** Days that a report speaks of, both included. */
export type ReportSpan = { id: ReportSpanId; year: number; from: IsoDate; to: IsoDate };

/** Where a span begins and ends: with a period of the office's report calendar, or the day after one. */
const SPAN_BOUNDS = {
  Q1: { from: 'quarter1', to: 'quarter1' },
  Q2: { after: 'quarter1', to: 'halfYear' },
  Q3: { from: 'quarter3', to: 'quarter3' },
  Q4: { after: 'quarter3', to: 'year' },
  '6M': { from: 'halfYear', to: 'halfYear' },
  '9M': { from: 'year', to: 'quarter3' },
  Y: { from: 'year', to: 'year' },
} as const satisfies Record<
  ReportSpanId,
  { to: ReportPeriodId } & ({ from: ReportPeriodId } | { after: ReportPeriodId })
>;

/**
 * Returns the days of a span by the office's calendar. Official letter 581/BNV-CCHC closes its data on the 14th, so
 * the second quarter is 15/3 to 14/6.
 * @returns null if the office removed the period that bounds the span
 */
export function getReportSpan(
  id: ReportSpanId,
  year: number,
  rules: readonly ReportPeriodRule[],
): ReportSpan | null {
  const ends: { to: ReportPeriodId; from?: ReportPeriodId; after?: ReportPeriodId } = SPAN_BOUNDS[id];
  const rule = (period: ReportPeriodId | undefined): ReportPeriodRule | undefined =>
    rules.find((one) => one.id === period);
  const [first, previous, last] = [rule(ends.from), rule(ends.after), rule(ends.to)];
  const from = first
    ? resolveYearDay(first.from, year)
    : previous
      ? addDays(resolveYearDay(previous.to, year), 1)
      : null;
  return from && last ? { id, year, from, to: resolveYearDay(last.to, year) } : null;
}

/** What comes after a span in the reports of the year: the quarter behind it. */
const NEXT_SPAN_IDS = {
  Q1: 'Q2',
  Q2: 'Q3',
  Q3: 'Q4',
  Q4: 'Q1',
  '6M': 'Q3',
  '9M': 'Q4',
  Y: 'Q1',
} as const satisfies Record<ReportSpanId, ReportSpanId>;

export function getNextReportSpan(
  { id, year }: ReportSpan,
  rules: readonly ReportPeriodRule[],
): ReportSpan | null {
  const next = NEXT_SPAN_IDS[id];
  return getReportSpan(next, next === 'Q1' ? year + 1 : year, rules);
}

/** Formats "quý II năm 2026". */
export const formatReportSpan = ({ id, year }: ReportSpan): string =>
  fillTemplate(REPORT_SPAN_LABELS[id], { year });
