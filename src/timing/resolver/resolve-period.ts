import { addDays, getLastDayOfMonth, type IsoDate, parseIsoDate, toIsoDate } from '../../shared/dates';
import type { CalendarSettings, EventId, VagueDay } from '../calendar/calendar-settings';
import { getLunarFeast } from '../calendar/lunar-feasts';
import type { CalendarPoint, PeriodPart } from '../parser/calendar-point';
import { getVagueDay } from './get-vague-day';

type CalendarPeriod = { start: IsoDate; end: IsoDate };

type CalendarRules = Pick<CalendarSettings, 'vague' | 'events'>;

function clampDayToMonth(year: number, month: number, day: VagueDay): IsoDate {
  const last = getLastDayOfMonth(year, month);
  if (day === 'last') return last;
  const stated = toIsoDate(year, month, Math.max(1, Math.min(day, 31)));
  return stated < last ? stated : last;
}

/**
 * Returns the day of an event in a plan year; null if the table of feasts ends or the office has no such
 * event.
 */
function getEventDay(event: EventId, year: number, calendar: CalendarRules): IsoDate | null {
  const rule = calendar.events.find(({ id }) => id === event);
  if (!rule) return null;
  if ('lunar' in rule) return getLunarFeast(rule.lunar, year);
  return clampDayToMonth(year + (rule.year ?? 0), rule.month, rule.day);
}

/** Returns the last day of a part of a month. */
function getEndInMonth(year: number, month: number, part: PeriodPart, { vague }: CalendarRules): IsoDate {
  return clampDayToMonth(year, month, getVagueDay(part, vague));
}

/** Returns the last day of a part of several months: of the first month, of the middle, or of all. */
function getEndInMonths(year: number, first: number, count: number, part: PeriodPart): IsoDate {
  if (typeof part === 'object' && 'days' in part)
    return addDays(toIsoDate(year, first, 1), Math.min(part.days, 27) - 1);
  if (typeof part === 'object') return addDays(toIsoDate(year, first, 1), part.week * 7 - 1);
  const share =
    part === 'start' ? 1 : part === 'middle' || part === 'firstHalf' ? Math.ceil(count / 2) : count;
  return getLastDayOfMonth(year, first + share - 1);
}

function getMonthRange(point: CalendarPoint): { first: number; count: number } | null {
  switch (point.calendarUnit) {
    case 'month':
      return { first: point.n, count: 1 };
    case 'quarter':
      return { first: point.n * 3 - 2, count: 3 };
    case 'half':
      return { first: point.n * 6 - 5, count: 6 };
    case 'firstMonths':
      return { first: 1, count: point.n };
    case 'lastMonths':
      return { first: 13 - point.n, count: point.n };
    case 'year':
      return { first: 1, count: 12 };
    default:
      return null;
  }
}

/**
 * Resolves school years and semesters, which lie between events that the office dates itself. Without a year
 * of its own, the end of the school year is the one in the plan's year.
 */
function resolveSchoolPeriod(
  point: CalendarPoint,
  year: number,
  calendar: CalendarRules,
): CalendarPeriod | null {
  const named = point.year !== null || point.part !== 'end' || point.calendarUnit === 'semester';
  const first = named ? year : year - 1;
  const opening = getEventDay('openingDay', first, calendar);
  const middle = getEventDay('firstSemesterEnd', first, calendar);
  const closing = getEventDay('schoolYearEnd', first + 1, calendar);
  if (!opening || !middle || !closing) return null;
  const second = point.calendarUnit === 'semester' && point.n === 2;
  const full: CalendarPeriod = {
    start: second ? addDays(middle, 1) : opening,
    end: point.calendarUnit === 'semester' && !second ? middle : closing,
  };
  if (point.part === 'end') return { start: full.end, end: full.end };
  if (point.part === 'middle' && point.calendarUnit === 'schoolYear') return { start: middle, end: middle };
  if (point.part !== 'start') return full;
  const parts = parseIsoDate(full.start);
  return parts ? { start: full.start, end: getLastDayOfMonth(parts.year, parts.month) } : null;
}

/**
 * Resolves a possible point to its first and last day in a year.
 *
 * @returns null if an event has no day
 */
export function resolvePeriod(
  point: CalendarPoint,
  year: number,
  calendar: CalendarRules,
): CalendarPeriod | null {
  if (point.calendarUnit === 'date') {
    const day = toIsoDate(year, point.n, point.day ?? 1);
    return { start: day, end: day };
  }
  if (point.calendarUnit === 'event') {
    const day = point.event ? getEventDay(point.event, year, calendar) : null;
    return day ? { start: day, end: day } : null;
  }
  const span = getMonthRange(point);
  if (!span) return resolveSchoolPeriod(point, year, calendar);
  const start = toIsoDate(year, span.first, 1);
  if (point.part === undefined) return { start, end: getLastDayOfMonth(year, span.first + span.count - 1) };
  return {
    start,
    end:
      span.count === 1
        ? getEndInMonth(year, span.first, point.part, calendar)
        : getEndInMonths(year, span.first, span.count, point.part),
  };
}

/**
 * Returns the position of a point within its year, which decides to which of two years a point without one
 * belongs.
 */
function getPositionInYear(point: CalendarPoint): number {
  if (point.calendarUnit === 'date') return point.n * 32 + (point.day ?? 0);
  const span = getMonthRange(point);
  return span ? (span.first + span.count - 1) * 32 + 31 : 12 * 32;
}

/**
 * Assigns years to points that have none: that of the next point with one ("Tháng 11, 12/2024"; a later month
 * is of the year before, unless that is before the context's), else of the one before, else of the context.
 */
export function assignYears(
  points: readonly CalendarPoint[],
  contextYear: number | null,
  schoolYear: boolean,
): (number | null)[] {
  const years: (number | null)[] = points.map((point) =>
    point.year !== null
      ? point.year
      : point.shift !== 0 && contextYear !== null
        ? contextYear + point.shift
        : null,
  );
  for (let i = points.length - 2; i >= 0; i -= 1) {
    const [point, next, year] = [points[i], points[i + 1], years[i + 1]];
    if (years[i] !== null || !point || !next || year === null || year === undefined) continue;
    if (point.calendarUnit === 'year') continue;
    const before =
      next.calendarUnit !== 'year' &&
      getPositionInYear(point) > getPositionInYear(next) &&
      year !== contextYear;
    years[i] = before ? year - 1 : year;
  }
  for (let i = 1; i < points.length; i += 1) {
    const [point, previous, year] = [points[i], points[i - 1], years[i - 1]];
    if (years[i] !== null || !point || !previous || year === null || year === undefined) continue;
    if (point.calendarUnit === 'year') continue;
    years[i] = getPositionInYear(point) >= getPositionInYear(previous) ? year : year + 1;
  }
  return years.map((year, i) => {
    const point = points[i];
    if (year !== null || contextYear === null || !point) return year;
    const second =
      schoolYear &&
      point.calendarUnit !== 'year' &&
      point.calendarUnit !== 'schoolYear' &&
      getPositionInYear(point) < 8 * 32;
    return second ? contextYear + 1 : contextYear;
  });
}
