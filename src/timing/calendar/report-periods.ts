import { getLastDayOfMonth, type IsoDate, isValidDate, toIsoDate } from '../../shared/dates';

export type ReportPeriodId = 'quarter1' | 'halfYear' | 'quarter3' | 'year';

/** A day of the plan year, or of a year near it: {year: -1, month: 12, day: 15} is 15/12 of the year before. */
export type RelativeYearDay = { year: number; month: number; day: number };

/** One report of the year: the data it covers (both days included) and the day it is sent by. */
export type ReportPeriodRule = {
  id: ReportPeriodId;
  from: RelativeYearDay;
  to: RelativeYearDay;
  send: RelativeYearDay;
};

type ReportPeriod = { id: ReportPeriodId; from: IsoDate; to: IsoDate; send: IsoDate };

/**
 * Official letter 581/BNV-CCHC: four reports a year, not seven, since the second quarter is in the six months and
 * the fourth in the year; the third quarter stands alone. Sent by the 20th of the period's last month.
 */
export const DEFAULT_REPORT_PERIODS: readonly ReportPeriodRule[] = [
  {
    id: 'quarter1',
    from: { year: -1, month: 12, day: 15 },
    to: { year: 0, month: 3, day: 14 },
    send: { year: 0, month: 3, day: 20 },
  },
  {
    id: 'halfYear',
    from: { year: -1, month: 12, day: 15 },
    to: { year: 0, month: 6, day: 14 },
    send: { year: 0, month: 6, day: 20 },
  },
  {
    id: 'quarter3',
    from: { year: 0, month: 6, day: 15 },
    to: { year: 0, month: 9, day: 14 },
    send: { year: 0, month: 9, day: 20 },
  },
  {
    id: 'year',
    from: { year: -1, month: 12, day: 15 },
    to: { year: 0, month: 12, day: 14 },
    send: { year: 0, month: 12, day: 20 },
  },
];

/**
 * Resolves a day of a year; a day that the month does not have (31/6 typed by hand) becomes the month's last.
 */
export function resolveYearDay(rule: RelativeYearDay, year: number): IsoDate {
  return isValidDate(year + rule.year, rule.month, rule.day)
    ? toIsoDate(year + rule.year, rule.month, rule.day)
    : getLastDayOfMonth(year + rule.year, rule.month);
}

export function getReportPeriods(year: number, rules: readonly ReportPeriodRule[]): ReportPeriod[] {
  return rules.map(({ id, from, to, send }) => ({
    id,
    from: resolveYearDay(from, year),
    to: resolveYearDay(to, year),
    send: resolveYearDay(send, year),
  }));
}

/**
 * Finds the periods that a date belongs to: a day in February is in the first quarter, the half year and the
 * year.
 */
export function findPeriodsCovering(date: IsoDate, periods: readonly ReportPeriod[]): ReportPeriodId[] {
  return periods.filter((period) => period.from <= date && date <= period.to).map((period) => period.id);
}

/**
 * Finds the next report to send on or after a date.
 *
 * @returns null if all are sent
 */
export function findNextReport(date: IsoDate, periods: readonly ReportPeriod[]): ReportPeriod | null {
  return (
    periods.filter((period) => period.send >= date).sort((a, b) => (a.send < b.send ? -1 : 1))[0] ?? null
  );
}
