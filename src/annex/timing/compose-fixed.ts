import { lastDayOf, type IsoDate } from '../calendar/dates';
import type { DatedPart, Deadlines } from './deadlines';
import { commonBound, sortedDates, type Draft } from './draft';
import { isDays, isPoints, type Placed } from './group';
import type { Piece } from './pieces';
import type { Point } from './points';
import { onDaysOfYear } from './recurrence';
import type { Recurrence, TimingKind, TimingNote } from './types';

function isLastOfMonth(date: IsoDate): boolean {
  return date === lastDayOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
}

const isSemester = (point: Point): boolean => point.unit === 'semester' && point.part === undefined;

/** "năm sau" by itself counts from a year the phrase does not give. */
function isYearAfterAnother(pieces: readonly Placed[]): boolean {
  return pieces
    .filter(isPoints)
    .every(({ piece }) =>
      piece.points.every(({ unit, year, shift }) => unit === 'year' && year === null && shift !== 0),
    );
}

function unknown(notes: TimingNote[]): Draft {
  return {
    kind: 'unknown',
    due: [],
    recurrence: null,
    parts: [],
    notes,
  };
}

/** "và các năm tiếp theo": the days stated come back every year. */
function everyYearAfter(due: readonly IsoDate[]): Recurrence {
  return {
    freq: 'yearly',
    ...onDaysOfYear(
      due.map((date) => ({
        month: Number(date.slice(5, 7)),
        day: isLastOfMonth(date) ? 'last' : Number(date.slice(8)),
      })),
    ),
    open: true,
  };
}

function isSameFor(parts: readonly DatedPart[]): boolean {
  const labelled = parts.filter((part) => part.label !== '').length;
  const named = labelled > 1 || parts.slice(1).some((part) => part.leading);
  return new Set(parts.map((part) => part.kind)).size < 2 && (parts.length < 2 || !named);
}

/** Puts a phrase with dates together: of one kind, or in parts that differ or are each for something else. */
export function composeFixed(pieces: readonly Placed[], dated: Deadlines): Draft {
  const { notes } = dated;
  const parts = dated.parts.filter((part) => part.due.length > 0);
  const due = sortedDates(parts.flatMap((part) => part.due));
  const bound = commonBound(parts.map((part) => part.bound));
  const start = parts.length === 1 ? parts[0]?.start : undefined;
  const has = (kind: Piece['is']): boolean => pieces.some(({ piece }) => piece.is === kind);
  const draft = (kind: TimingKind, more: Partial<Draft> = {}): Draft => ({
    kind,
    due: more.due ?? due,
    start,
    bound: more.recurrence?.open ? undefined : bound,
    recurrence: more.recurrence ?? null,
    parts,
    notes: more.notes ?? notes,
  });
  if (isYearAfterAnother(pieces)) {
    const suggestion = due[0];
    return unknown([{ doubt: 'missing-year', ...(suggestion ? { suggestion } : {}) }]);
  }
  const points = pieces.filter(isPoints);
  if (due.length === 0) {
    const kind = dated.parts[0]?.kind ?? 'unknown';
    return notes.some(({ doubt }) => doubt !== 'missing-year') ? unknown(notes) : draft(kind);
  }
  if (has('onward')) return draft('period', { recurrence: everyYearAfter(due) });
  if (has('continuous')) {
    const stretches = parts.every((part) => part.kind === 'period' || part.kind === 'year');
    return stretches
      ? draft('continuous', { due: [] })
      : draft('mixed', { recurrence: { freq: 'continuous' } });
  }
  if (has('onRequest')) return draft('mixed', { recurrence: { freq: 'onRequest' } });
  if (points.every(({ piece }) => piece.points.length > 1 && piece.points.every(isSemester))) {
    return draft('recurring', { due: [], recurrence: { freq: 'semester' } });
  }
  if (!isSameFor(parts)) return draft('mixed');
  const bare = points.some(
    ({ piece }) => piece.bare && piece.points.every(({ unit, year }) => unit === 'half' && year === null),
  );
  const doubts = [...notes];
  if (bare) doubts.push({ doubt: 'half-or-every-half' });
  // A day whose month is not said is still to be settled.
  if (pieces.some(isDays)) doubts.push({ doubt: 'missing-month' });
  return draft(parts[0]?.kind ?? 'unknown', { notes: doubts });
}

const UNDATED = ['continuous', 'onRequest', 'perPlan', 'relative'] as const;

/** Puts a phrase without any date together. */
export function composeUndated(pieces: readonly Placed[]): Draft {
  const found = pieces.flatMap(({ piece }) => UNDATED.filter((kind) => kind === piece.is));
  const conditional = pieces.some(({ piece }) => piece.is === 'conditional');
  const kind = found.includes('continuous') ? 'continuous' : (found[0] ?? (conditional ? 'onRequest' : null));
  if (kind !== null) return { kind, due: [], recurrence: null, parts: [], notes: [] };
  const doubt = pieces.some(isDays) ? 'missing-month' : 'not-understood';
  return unknown([{ doubt }]);
}
