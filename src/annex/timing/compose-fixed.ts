import type { Deadlines } from './deadlines';
import { commonBound, sortedDates, type Draft } from './draft';
import { isDays, isPoints, type Placed } from './group';
import type { Piece } from './pieces';
import type { Point } from './points';
import type { Recurrence, TimingKind, TimingNote } from './types';

const OPEN_YEARS: Recurrence = { freq: 'yearly', months: [12], day: 'last', open: true };

const isSemester = (point: Point): boolean => point.unit === 'semester' && point.part === undefined;

/** "năm sau" by itself counts from a year the phrase does not give. */
const isYearAfterAnother = (pieces: readonly Placed[]): boolean =>
  pieces
    .filter(isPoints)
    .every(({ piece }) =>
      piece.points.every(({ unit, year, shift }) => unit === 'year' && year === null && shift !== 0),
    );

const unknown = (notes: TimingNote[]): Draft => ({
  kind: 'unknown',
  due: [],
  recurrence: null,
  parts: [],
  notes,
});

/** Puts a phrase with dates together: of one kind, or in parts that differ or are each for something else. */
export const composeFixed = (pieces: readonly Placed[], { parts, notes }: Deadlines): Draft => {
  const has = (kind: Piece['is']): boolean => pieces.some(({ piece }) => piece.is === kind);
  const due = sortedDates(parts.flatMap((part) => part.due));
  const bound = commonBound(parts.map((part) => part.bound));
  const start = parts.length === 1 ? parts[0]?.start : undefined;
  const draft = (kind: TimingKind, more: Partial<Draft> = {}): Draft => ({
    kind,
    due: more.due ?? due,
    start,
    bound,
    recurrence: more.recurrence ?? null,
    parts: more.parts ?? [],
    notes: more.notes ?? notes,
  });
  if (isYearAfterAnother(pieces)) {
    const suggestion = due[0];
    return unknown([{ doubt: 'missing-year', ...(suggestion ? { suggestion } : {}) }]);
  }
  if (due.length === 0 && notes.some(({ doubt }) => doubt !== 'missing-year')) return unknown(notes);
  if (has('onward')) return draft('period', { recurrence: OPEN_YEARS });
  if (has('continuous')) {
    const stretches = parts.every((part) => part.kind === 'period' || part.kind === 'year');
    return stretches
      ? draft('continuous', { due: [] })
      : draft('mixed', { recurrence: { freq: 'continuous' }, parts });
  }
  if (has('onRequest')) return draft('mixed', { recurrence: { freq: 'onRequest' }, parts });
  const points = pieces.filter(isPoints);
  if (points.every(({ piece }) => piece.points.length > 1 && piece.points.every(isSemester))) {
    return draft('recurring', { due: [], recurrence: { freq: 'semester' } });
  }
  const kinds = new Set(parts.map((part) => part.kind));
  const labelled = parts.filter((part) => part.label !== '').length;
  const named = labelled > 1 || parts.slice(1).some((part) => part.leading);
  if (kinds.size > 1 || (parts.length > 1 && named)) return draft('mixed', { parts });
  const bare = points.some(
    ({ piece }) => piece.bare && piece.points.every(({ unit, year }) => unit === 'half' && year === null),
  );
  const doubts: TimingNote[] = bare ? [...notes, { doubt: 'half-or-every-half' }] : notes;
  return draft(parts[0]?.kind ?? 'unknown', { parts, notes: doubts });
};

const UNDATED = ['continuous', 'onRequest', 'perPlan', 'relative'] as const;

/** Puts a phrase without any date together. */
export const composeUndated = (pieces: readonly Placed[]): Draft => {
  const found = pieces.flatMap(({ piece }) => UNDATED.filter((kind) => kind === piece.is));
  const conditional = pieces.some(({ piece }) => piece.is === 'conditional');
  const kind = found.includes('continuous') ? 'continuous' : (found[0] ?? (conditional ? 'onRequest' : null));
  if (kind !== null) return { kind, due: [], recurrence: null, parts: [], notes: [] };
  const doubt = pieces.some(isDays) ? 'missing-month' : 'not-understood';
  return unknown([{ doubt }]);
};
