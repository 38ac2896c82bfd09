import { addDays, type IsoDate, isValidDate, parseIsoDate } from '../../shared/dates';
import type { CalendarSettings } from '../calendar/calendar-settings';
import { getSourceText, type ScannedPhrase } from '../lexer/scan-phrase';
import type { CalendarPoint } from '../parser/calendar-point';
import type { YearContext } from '../parser/year-context';
import type { TimingKind, TimingPart, TimingWarning, TimingWarningCode } from '../types';
import { isPointsClause, type PlacedClause } from './place-clauses';
import { assignYears, resolvePeriod } from './resolve-period';

/** The deadlines of the dated pieces, with what was doubtful about them. */
export type ResolvedDeadlines = { parts: DatedPart[]; warnings: TimingWarning[] };

export type DatedPart = TimingPart & { start?: IsoDate; leading: boolean };

const KIND_BY_UNIT = {
  date: 'date',
  month: 'month',
  quarter: 'quarter',
  half: 'halfYear',
  firstMonths: 'period',
  lastMonths: 'period',
  year: 'year',
  schoolYear: 'period',
  semester: 'period',
  event: 'date',
} as const satisfies Record<CalendarPoint['calendarUnit'], TimingKind>;

const VAGUE_PART_NAMES = ['start', 'middle', 'firstHalf', 'secondHalf', 'decade1', 'decade2', 'decade3'];

function isVaguePoint(point: CalendarPoint): boolean {
  return (
    point.calendarUnit === 'event' ||
    point.calendarUnit === 'semester' ||
    (typeof point.part === 'object' ? 'week' in point.part : VAGUE_PART_NAMES.includes(point.part ?? ''))
  );
}

type DatedPeriod = { start: IsoDate; end: IsoDate };

function resolvePoint(
  point: CalendarPoint,
  year: number | null,
  calendar: Pick<CalendarSettings, 'vague' | 'events'>,
  warn: (warn: TimingWarningCode, suggestion?: string) => void,
): DatedPeriod | null {
  for (const each of point.warnings ?? []) warn(each);
  if (isVaguePoint(point)) warn('vague-words');
  if (point.impossible) {
    warn(point.impossible.code, point.impossible.suggestion);
    return null;
  }
  if (year === null) {
    warn('missing-year');
    return null;
  }
  if (year < 1901 || year > 9998) {
    warn('impossible-date');
    return null;
  }
  if (point.calendarUnit === 'date' && !isValidDate(year, point.n, point.day ?? 0)) {
    warn('impossible-date', `${year}-${String(point.n).padStart(2, '0')}-28`);
    return null;
  }
  const period = resolvePeriod(point, year, calendar);
  if (!period) warn('no-day-for-event');
  return period;
}

/** Returns the kind of a clause: a range is a period whatever its ends are. */
function getClauseKind({
  clause,
}: PlacedClause & { clause: Extract<PlacedClause['clause'], { kind: 'points' }> }): TimingKind {
  if (clause.range !== 'none') return 'period';
  const point = clause.points[0];
  if (point?.calendarUnit === 'schoolYear' || point?.calendarUnit === 'semester') {
    return point.part !== undefined || clause.bound === 'by' ? 'date' : 'period';
  }
  if (point?.event === 'summerEnd' && clause.bound === undefined) return 'period';
  return KIND_BY_UNIT[point?.calendarUnit ?? 'date'];
}

function isFullPeriods(points: readonly CalendarPoint[]): boolean {
  return points.every(
    ({ calendarUnit: unit, part }) => unit !== 'date' && unit !== 'event' && part === undefined,
  );
}

/** Resolves the dates of every dated clause; years are shared along the entire phrase. */
export function resolveDeadlines(
  s: ScannedPhrase,
  placed: readonly PlacedClause[],
  context: YearContext,
  calendar: Pick<CalendarSettings, 'vague' | 'events'>,
): ResolvedDeadlines {
  const dated = placed.filter(isPointsClause);
  const years = assignYears(
    dated.flatMap(({ clause }) => clause.points),
    context.year,
    context.schoolYear,
  );
  const notes: TimingWarning[] = [];
  const parts: DatedPart[] = [];
  let next = 0;
  for (const each of dated) {
    const { clause } = each;
    const text = getSourceText(s, clause.from, clause.end);
    const warn = (name: TimingWarningCode, suggestion?: string): void => {
      if (notes.some((note) => note.code === name && note.phrase === text)) return;
      notes.push(
        suggestion === undefined ? { code: name, phrase: text } : { code: name, phrase: text, suggestion },
      );
    };
    const periods = clause.points.map((point, i) =>
      resolvePoint(point, years[next + i] ?? null, calendar, warn),
    );
    if (clause.range === 'between' && periods[0] && periods[1] && periods[1].end < periods[0].start) {
      const last = clause.points[1];
      const year = years[next + 1];
      if (last && last.year === null && year !== null && year !== undefined) {
        periods[1] = resolvePoint(last, year + 1, calendar, warn);
      } else warn('range-reversed');
    }
    next += clause.points.length;
    const part: DatedPart = {
      label: each.label,
      phrase: text,
      kind: getClauseKind(each),
      due: [],
      leading: each.leading,
    };
    if (clause.bound !== undefined) part.bound = clause.bound;
    if (clause.range === 'none' && clause.bound === 'before' && isFullPeriods(clause.points)) {
      // "Trước tháng 7" is over when July begins.
      part.due = periods.flatMap((period) => (period ? [addDays(period.start, -1)] : []));
      part.bound = 'by';
      warn('vague-words');
    } else if (clause.range === 'none') part.due = periods.flatMap((period) => (period ? [period.end] : []));
    else if (clause.range === 'open') {
      const from = periods[0];
      const year = from ? parseIsoDate(from.start)?.year : undefined;
      if (from && year !== undefined) {
        part.start = from.start;
        part.due = [`${year}-12-31`];
        warn('open-ended');
      }
    } else {
      const last = periods.at(-1);
      if (last) part.due = [last.end];
      if (clause.range === 'between' && periods[0]) part.start = periods[0].start;
    }
    parts.push(part);
  }
  return { parts, warnings: notes };
}
