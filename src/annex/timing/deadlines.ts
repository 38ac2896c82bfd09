import { addDays, isRealDate, partsOf, type IsoDate } from '../calendar/dates';
import type { CalendarSettings } from '../calendar/settings';
import type { YearContext } from './context';
import { isPoints, type Placed } from './group';
import { assignYears, stretchOf } from './resolve';
import type { Point } from './points';
import { wordsOf, type Scan } from './scan';
import type { TimingDoubt, TimingKind, TimingNote, TimingPart } from './types';

/** The deadlines of the dated pieces, with what was doubtful about them. */
export type Deadlines = { parts: DatedPart[]; notes: TimingNote[] };

export type DatedPart = TimingPart & { start?: IsoDate; leading: boolean };

const KIND_OF = {
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
} as const satisfies Record<Point['unit'], TimingKind>;

const VAGUE_PARTS = ['start', 'middle', 'firstHalf', 'secondHalf', 'decade1', 'decade2', 'decade3'];

function isVague(point: Point): boolean {
  return (
    point.unit === 'event' ||
    point.unit === 'semester' ||
    (typeof point.part === 'object' ? 'week' in point.part : VAGUE_PARTS.includes(point.part ?? ''))
  );
}

type Dated = { start: IsoDate; end: IsoDate };

function dateOf(
  point: Point,
  year: number | null,
  calendar: Pick<CalendarSettings, 'vague' | 'events'>,
  doubt: (doubt: TimingDoubt, suggestion?: string) => void,
): Dated | null {
  for (const each of point.doubts ?? []) doubt(each);
  if (isVague(point)) doubt('vague-words');
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
  if (point.unit === 'date' && !isRealDate(year, point.n, point.day ?? 0)) {
    doubt('impossible-date', `${year}-${String(point.n).padStart(2, '0')}-28`);
    return null;
  }
  const stretch = stretchOf(point, year, calendar);
  if (!stretch) doubt('no-day-for-event');
  return stretch;
}

/** Kind of one piece: a stretch is a period whatever its ends are. */
function kindOf({ piece }: Placed & { piece: Extract<Placed['piece'], { is: 'points' }> }): TimingKind {
  if (piece.range !== 'none') return 'period';
  const point = piece.points[0];
  if (point?.unit === 'schoolYear' || point?.unit === 'semester') {
    return point.part !== undefined || piece.bound === 'by' ? 'date' : 'period';
  }
  if (point?.event === 'summerEnd' && piece.bound === undefined) return 'period';
  return KIND_OF[point?.unit ?? 'date'];
}

function isStretch(points: readonly Point[]): boolean {
  return points.every(({ unit, part }) => unit !== 'date' && unit !== 'event' && part === undefined);
}

/** Dates of every dated piece, years shared along the whole phrase. */
export function deadlinesOf(
  s: Scan,
  placed: readonly Placed[],
  context: YearContext,
  calendar: Pick<CalendarSettings, 'vague' | 'events'>,
): Deadlines {
  const dated = placed.filter(isPoints);
  const years = assignYears(
    dated.flatMap(({ piece }) => piece.points),
    context.year,
    context.schoolYear,
  );
  const notes: TimingNote[] = [];
  const parts: DatedPart[] = [];
  let next = 0;
  for (const each of dated) {
    const { piece } = each;
    const words = wordsOf(s, piece.from, piece.end);
    const doubt = (name: TimingDoubt, suggestion?: string): void => {
      if (notes.some((note) => note.doubt === name && note.words === words)) return;
      notes.push(suggestion === undefined ? { doubt: name, words } : { doubt: name, words, suggestion });
    };
    const stretches = piece.points.map((point, i) => dateOf(point, years[next + i] ?? null, calendar, doubt));
    if (piece.range === 'between' && stretches[0] && stretches[1] && stretches[1].end < stretches[0].start) {
      const last = piece.points[1];
      const year = years[next + 1];
      if (last && last.year === null && year !== null && year !== undefined) {
        stretches[1] = dateOf(last, year + 1, calendar, doubt);
      } else doubt('range-reversed');
    }
    next += piece.points.length;
    const part: DatedPart = { label: each.label, words, kind: kindOf(each), due: [], leading: each.leading };
    if (piece.bound !== undefined) part.bound = piece.bound;
    if (piece.range === 'none' && piece.bound === 'before' && isStretch(piece.points)) {
      // "Trước tháng 7" is over when July begins.
      part.due = stretches.flatMap((stretch) => (stretch ? [addDays(stretch.start, -1)] : []));
      part.bound = 'by';
      doubt('vague-words');
    } else if (piece.range === 'none')
      part.due = stretches.flatMap((stretch) => (stretch ? [stretch.end] : []));
    else if (piece.range === 'open') {
      const from = stretches[0];
      const year = from ? partsOf(from.start)?.year : undefined;
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
  return { parts, notes };
}
