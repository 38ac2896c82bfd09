import { getLastDayOfMonth, type IsoDate } from '../../shared/dates';
import type { CalendarPoint } from '../parser/calendar-point';
import type { Clause } from '../parser/clause';
import type { Recurrence, TimingKind, TimingWarning } from '../types';
import { toMonthsAndDays } from './build-recurrence';
import { isDaysClause, isPointsClause, type PlacedClause } from './place-clauses';
import { getCommonBound, type ReadingDraft, sortDates } from './reading-draft';
import type { DatedPart, ResolvedDeadlines } from './resolve-deadlines';

function isLastDayOfMonth(date: IsoDate): boolean {
  return date === getLastDayOfMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
}

const isFullSemester = (point: CalendarPoint): boolean =>
  point.calendarUnit === 'semester' && point.part === undefined;

/**
 * Returns true if only relative years are named: "năm sau" by itself counts from a year the phrase does not
 * give.
 */
function hasOnlyRelativeYears(clauses: readonly PlacedClause[]): boolean {
  return clauses
    .filter(isPointsClause)
    .every(({ clause }) =>
      clause.points.every(
        ({ calendarUnit: unit, year, shift }) => unit === 'year' && year === null && shift !== 0,
      ),
    );
}

function createUnknownDraft(notes: TimingWarning[]): ReadingDraft {
  return {
    kind: 'unknown',
    due: [],
    recurrence: null,
    parts: [],
    warnings: notes,
  };
}

/** Creates the recurrence of "và các năm tiếp theo": the stated days return every year. */
function createYearlyRecurrence(due: readonly IsoDate[]): Recurrence {
  return {
    freq: 'yearly',
    ...toMonthsAndDays(
      due.map((date) => ({
        month: Number(date.slice(5, 7)),
        day: isLastDayOfMonth(date) ? 'last' : Number(date.slice(8)),
      })),
    ),
    open: true,
  };
}

function hasOnePurpose(parts: readonly DatedPart[]): boolean {
  const labelled = parts.filter((part) => part.label !== '').length;
  const named = labelled > 1 || parts.slice(1).some((part) => part.leading);
  return new Set(parts.map((part) => part.kind)).size < 2 && (parts.length < 2 || !named);
}

/** Composes a phrase with dates: of one kind, or in parts that differ or have different purposes. */
export function composeFixed(clauses: readonly PlacedClause[], dated: ResolvedDeadlines): ReadingDraft {
  const { warnings: notes } = dated;
  const parts = dated.parts.filter((part) => part.due.length > 0);
  const due = sortDates(parts.flatMap((part) => part.due));
  const bound = getCommonBound(parts.map((part) => part.bound));
  const start = parts.length === 1 ? parts[0]?.start : undefined;
  const has = (kind: Clause['kind']): boolean => clauses.some(({ clause }) => clause.kind === kind);
  const draft = (kind: TimingKind, more: Partial<ReadingDraft> = {}): ReadingDraft => ({
    kind,
    due: more.due ?? due,
    start,
    bound: more.recurrence?.open ? undefined : bound,
    recurrence: more.recurrence ?? null,
    parts,
    warnings: more.warnings ?? notes,
  });
  if (hasOnlyRelativeYears(clauses)) {
    const suggestion = due[0];
    return createUnknownDraft([{ code: 'missing-year', ...(suggestion ? { suggestion } : {}) }]);
  }
  const points = clauses.filter(isPointsClause);
  if (due.length === 0) {
    const kind = dated.parts[0]?.kind ?? 'unknown';
    return notes.some(({ code }) => code !== 'missing-year') ? createUnknownDraft(notes) : draft(kind);
  }
  if (has('onward')) return draft('period', { recurrence: createYearlyRecurrence(due) });
  if (has('continuous')) {
    const periods = parts.every((part) => part.kind === 'period' || part.kind === 'year');
    return periods
      ? draft('continuous', { due: [] })
      : draft('mixed', { recurrence: { freq: 'continuous' } });
  }
  if (has('onRequest')) return draft('mixed', { recurrence: { freq: 'onRequest' } });
  if (points.every(({ clause }) => clause.points.length > 1 && clause.points.every(isFullSemester))) {
    return draft('recurring', { due: [], recurrence: { freq: 'semester' } });
  }
  if (!hasOnePurpose(parts)) return draft('mixed');
  const bare = points.some(
    ({ clause }) =>
      clause.bare && clause.points.every(({ calendarUnit: unit, year }) => unit === 'half' && year === null),
  );
  const warnings = [...notes];
  if (bare) warnings.push({ code: 'half-or-every-half' });
  // A day whose month is not said is still to be settled.
  if (clauses.some(isDaysClause)) warnings.push({ code: 'missing-month' });
  return draft(parts[0]?.kind ?? 'unknown', { warnings });
}

const UNDATED_KINDS = ['continuous', 'onRequest', 'perPlan', 'relative'] as const;

/** Composes a phrase without any date. */
export function composeUndated(clauses: readonly PlacedClause[]): ReadingDraft {
  const found = clauses.flatMap(({ clause }) => UNDATED_KINDS.filter((kind) => kind === clause.kind));
  const conditional = clauses.some(({ clause }) => clause.kind === 'conditional');
  const kind = found.includes('continuous') ? 'continuous' : (found[0] ?? (conditional ? 'onRequest' : null));
  if (kind !== null) return { kind, due: [], recurrence: null, parts: [], warnings: [] };
  const code = clauses.some(isDaysClause) ? 'missing-month' : 'not-understood';
  return createUnknownDraft([{ code }]);
}
