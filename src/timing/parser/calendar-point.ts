import type { EventId } from '../calendar/calendar-settings';
import type { TimingWarningCode } from '../types';

/** A part of a month, quarter, year…: `days`: its first n days; `week`: its n-th week, 5 for the last. */
export type PeriodPart =
  | 'start'
  | 'middle'
  | 'end'
  | 'firstHalf'
  | 'secondHalf'
  | 'decade1'
  | 'decade2'
  | 'decade3'
  | { days: number }
  | { week: number };

/** A period of the calendar as the phrase names it; the year may come from elsewhere. */
export type CalendarPoint = {
  calendarUnit:
    | 'date'
    | 'month'
    | 'quarter'
    | 'half'
    | 'firstMonths'
    | 'lastMonths'
    | 'year'
    | 'schoolYear'
    | 'semester'
    | 'event';
  /** Month of a date, number of a month, quarter, half or semester, how many months. */
  n: number;
  day?: number;
  year: number | null;
  /** "năm sau": +1, "năm trước": −1; added where the year is not given by figures. */
  shift: number;
  /** Last year of "năm học 2024-2025". */
  lastYear?: number;
  part?: PeriodPart;
  event?: EventId;
  /** The year is only named ("trong năm"), so that other words may decide what is meant. */
  loose?: boolean;
  warnings?: TimingWarningCode[];
  /** No such day, month or quarter: the words, and what may have been meant. */
  impossible?: { code: TimingWarningCode; suggestion?: string };
};

/**
 * Creates a point with all fields in one order, so that the engine sees one kind of object in the grammar's
 * inner loops.
 */
export function createCalendarPoint(
  unit: CalendarPoint['calendarUnit'],
  n: number,
  more: Partial<CalendarPoint> = {},
): CalendarPoint {
  return {
    calendarUnit: unit,
    n,
    day: more.day,
    year: more.year ?? null,
    shift: more.shift ?? 0,
    lastYear: more.lastYear,
    part: more.part,
    event: more.event,
    loose: more.loose,
    warnings: more.warnings,
    impossible: more.impossible,
  };
}
