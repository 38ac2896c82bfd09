import { type DaysOff, getDefaultDaysOff } from './days-off';
import { DEFAULT_REPORT_PERIODS, type ReportPeriodRule } from './report-periods';

/** Events that wordings name instead of a date. */
export type EventId =
  | 'tet'
  | 'midAutumn'
  | 'ancestors'
  | 'openingDay'
  | 'firstSemesterEnd'
  | 'schoolYearEnd'
  | 'summerEnd'
  | 'teachersDay'
  | 'nationalDay'
  | 'liberationDay'
  | 'lawDay'
  | 'digitalDay'
  | 'womenDay'
  | 'childrenDay';

/** `lunar` events take their day from the lunar table; `year` +1: the day falls in the year after the plan's. */
export type EventRule =
  | { id: EventId; lunar: 'tet' | 'midAutumn' | 'ancestors' }
  | { id: EventId; month: number; day: number; year?: 1 };

/** Where a vague word ("đầu tháng", "tuần 2") puts the deadline: a day of the month, or 'last'. */
export type VagueDay = number | 'last';

export type VagueDays = {
  monthStart: VagueDay;
  monthMiddle: VagueDay;
  /** Last day of week 1 to 4 of a month; a fifth or last week ends with the month. */
  weeks: readonly [VagueDay, VagueDay, VagueDay, VagueDay];
};

export type CalendarSettings = {
  /** "Trước ngày 15": handed in on the 15th is late (`dayBefore`) or in time (`sameDay`). Offices differ. */
  beforeMeans: 'dayBefore' | 'sameDay';
  vague: VagueDays;
  events: readonly EventRule[];
  /** A deadline on a day off moves to the working day before or after it. Off: the stated day stands. */
  shift: 'none' | 'earlier' | 'later';
  daysOff: DaysOff;
  reportPeriods: readonly ReportPeriodRule[];
  /** A task counts as due soon from this many days before its deadline. */
  soonDays: number;
};

/** Framework of the school year: opening on 05/9, first semester to mid January, second to 31/5. */
export const DEFAULT_EVENTS: readonly EventRule[] = [
  { id: 'tet', lunar: 'tet' },
  { id: 'midAutumn', lunar: 'midAutumn' },
  { id: 'ancestors', lunar: 'ancestors' },
  { id: 'openingDay', month: 9, day: 5 },
  { id: 'firstSemesterEnd', month: 1, day: 18, year: 1 },
  { id: 'schoolYearEnd', month: 5, day: 31 },
  { id: 'summerEnd', month: 8, day: 31 },
  { id: 'teachersDay', month: 11, day: 20 },
  { id: 'nationalDay', month: 9, day: 2 },
  { id: 'liberationDay', month: 4, day: 30 },
  { id: 'lawDay', month: 11, day: 9 },
  { id: 'digitalDay', month: 10, day: 10 },
  { id: 'womenDay', month: 3, day: 8 },
  { id: 'childrenDay', month: 6, day: 1 },
];

export const DEFAULT_VAGUE_DAYS: VagueDays = { monthStart: 10, monthMiddle: 15, weeks: [7, 14, 21, 28] };

/**
 * Creates the calendar an office starts from; the office may change every value, and the workbook stores it.
 */
export function createDefaultCalendar(year: number): CalendarSettings {
  return {
    beforeMeans: 'dayBefore',
    vague: DEFAULT_VAGUE_DAYS,
    events: DEFAULT_EVENTS,
    shift: 'none',
    daysOff: getDefaultDaysOff(year),
    reportPeriods: DEFAULT_REPORT_PERIODS,
    soonDays: 7,
  };
}
