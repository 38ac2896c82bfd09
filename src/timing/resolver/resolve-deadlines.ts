import { addDays, type IsoDate, isValidDate, parseIsoDate } from '../../shared/dates';
import type { CalendarSettings } from '../calendar/calendar-settings';
import { getWords, type ScannedPhrase } from '../lexer/scan-phrase';
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
  doubt: (doubt: TimingWarningCode, suggestion?: string) => void,
): DatedPeriod | null {
  for (const each of point.warnings ?? []) doubt(each);
  if (isVaguePoint(point)) doubt('vague-words');
  if (point.impossible) {
    doubt(point.impossible.doubt, point.impossible.suggestion);
    return null;
  }
  if (year === null) {
    doubt('missing-year');
    return null;
  }
  if (year < 1901 || year > 9998) {
    doubt('impossible-date');
    return null;
  }
  if (point.calendarUnit === 'date' && !isValidDate(year, point.n, point.day ?? 0)) {
    doubt('impossible-date', `${year}-${String(point.n).padStart(2, '0')}-28`);
    return null;
  }
  const stretch = resolvePeriod(point, year, calendar);
  if (!stretch) doubt('no-day-for-event');
  return stretch;
}

/** Kind of one piece: a stretch is a period whatever its ends are. */
function getClauseKind({
  clause: piece,
}: PlacedClause & { clause: Extract<PlacedClause['clause'], { kind: 'points' }> }): TimingKind {
  if (piece.range !== 'none') return 'period';
  const point = piece.points[0];
  if (point?.calendarUnit === 'schoolYear' || point?.calendarUnit === 'semester') {
    return point.part !== undefined || piece.bound === 'by' ? 'date' : 'period';
  }
  if (point?.event === 'summerEnd' && piece.bound === undefined) return 'period';
  return KIND_BY_UNIT[point?.calendarUnit ?? 'date'];
}

function isFullPeriods(points: readonly CalendarPoint[]): boolean {
  return points.every(
    ({ calendarUnit: unit, part }) => unit !== 'date' && unit !== 'event' && part === undefined,
  );
}

/** Dates of every dated piece, years shared along the whole phrase. */
export function resolveDeadlines(
  s: ScannedPhrase,
  placed: readonly PlacedClause[],
  context: YearContext,
  calendar: Pick<CalendarSettings, 'vague' | 'events'>,
): ResolvedDeadlines {
  const dated = placed.filter(isPointsClause);
  const years = assignYears(
    dated.flatMap(({ clause: piece }) => piece.points),
    context.year,
    context.schoolYear,
  );
  const notes: TimingWarning[] = [];
  const parts: DatedPart[] = [];
  let next = 0;
  for (const each of dated) {
    const { clause: piece } = each;
    const words = getWords(s, piece.from, piece.end);
    const doubt = (name: TimingWarningCode, suggestion?: string): void => {
      if (notes.some((note) => note.code === name && note.words === words)) return;
      notes.push(suggestion === undefined ? { code: name, words } : { code: name, words, suggestion });
    };
    const stretches = piece.points.map((point, i) =>
      resolvePoint(point, years[next + i] ?? null, calendar, doubt),
    );
    if (piece.range === 'between' && stretches[0] && stretches[1] && stretches[1].end < stretches[0].start) {
      const last = piece.points[1];
      const year = years[next + 1];
      if (last && last.year === null && year !== null && year !== undefined) {
        stretches[1] = resolvePoint(last, year + 1, calendar, doubt);
      } else doubt('range-reversed');
    }
    next += piece.points.length;
    const part: DatedPart = {
      label: each.label,
      words,
      kind: getClauseKind(each),
      due: [],
      leading: each.leading,
    };
    if (piece.bound !== undefined) part.bound = piece.bound;
    if (piece.range === 'none' && piece.bound === 'before' && isFullPeriods(piece.points)) {
      // "Trước tháng 7" is over when July begins.
      part.due = stretches.flatMap((stretch) => (stretch ? [addDays(stretch.start, -1)] : []));
      part.bound = 'by';
      doubt('vague-words');
    } else if (piece.range === 'none')
      part.due = stretches.flatMap((stretch) => (stretch ? [stretch.end] : []));
    else if (piece.range === 'open') {
      const from = stretches[0];
      const year = from ? parseIsoDate(from.start)?.year : undefined;
      if (from && year !== undefined) {
        part.start = from.start;
        part.due = [`${year}-12-31`];
        doubt('open-ended');
      }
    } else {
      const last = stretches.at(-1);
      if (last) part.due = [last.end];
      if (piece.range === 'between' && stretches[0]) part.start = stretches[0].start;
    }
    parts.push(part);
  }
  return { parts, warnings: notes };
}
