import type { CalendarPoint } from '../parser/calendar-point';
import type { ClauseByKind } from '../parser/clause';
import { createDatePoint } from '../parser/parse-dates';
import { isDaysClause, isFrequencyClause, isPointsClause, type PlacedClause } from './place-clauses';

type PlacedPointsClause = PlacedClause & { clause: ClauseByKind<'points'> };

/** Returns first and last month of a full month, quarter or half; null for the rest. */
function getMonthSpan({ calendarUnit: unit, n, part }: CalendarPoint): readonly [number, number] | null {
  if (part !== undefined) return null;
  if (unit === 'month') return [n, n];
  if (unit === 'quarter') return [n * 3 - 2, n * 3];
  if (unit === 'half') return [n * 6 - 5, n * 6];
  return null;
}

function isMonthsClause(placed: PlacedClause | undefined): placed is PlacedPointsClause {
  return (
    placed !== undefined &&
    isPointsClause(placed) &&
    placed.clause.points.every((point) => getMonthSpan(point) !== null)
  );
}

/** Applies the days of a clause to the last month of each point of its neighbour. */
function applyDaysToMonths(
  days: ClauseByKind<'days'>,
  months: ClauseByKind<'points'>,
  base: number | null,
): ClauseByKind<'points'> {
  const numbers = days.days === 'last' ? [] : days.days;
  const points = months.points.flatMap((made) => {
    const month = getMonthSpan(made)?.[1] ?? 1;
    const warnings = [
      ...(made.warnings ?? []),
      ...(made.calendarUnit === 'month' ? [] : ['vague-words' as const]),
    ];
    return numbers.map((day) => ({
      ...createDatePoint(day, month, made.year, base, warnings),
      shift: made.shift,
    }));
  });
  return {
    kind: 'points',
    points: points.length > 0 ? points : months.points,
    range: 'none',
    bound: days.bound ?? 'on',
    from: Math.min(days.from, months.from),
    end: Math.max(days.end, months.end),
    evidence: [...months.evidence, ...days.evidence].sort((a, b) => a.from - b.from),
  };
}

/**
 * Merges a day without a month with its neighbour's month: "Tháng 6 (trước ngày 15)"; in a quarter, with its
 * last month.
 */
export function mergeDays(clauses: readonly PlacedClause[], base: number | null): PlacedClause[] {
  if (clauses.some(isFrequencyClause)) return [...clauses];
  const joined = [...clauses];
  for (let k = 0; k < joined.length; k += 1) {
    const placed = joined[k];
    if (!placed || !isDaysClause(placed) || placed.clause.month !== null) continue;
    const [before, after] = [joined[k - 1], joined[k + 1]];
    if (isMonthsClause(before)) {
      joined.splice(k - 1, 2, { ...before, clause: applyDaysToMonths(placed.clause, before.clause, base) });
      k -= 1;
    } else if (isMonthsClause(after)) {
      joined.splice(k, 2, { ...placed, clause: applyDaysToMonths(placed.clause, after.clause, base) });
    }
  }
  return joined;
}

function getSinglePoint(placed: PlacedClause): CalendarPoint | null {
  return isPointsClause(placed) && placed.clause.range === 'none' && placed.clause.points.length === 1
    ? (placed.clause.points[0] ?? null)
    : null;
}

function isWithinPeriod(fine: CalendarPoint, coarse: CalendarPoint): boolean {
  const [outer, inner] = [
    getMonthSpan(coarse),
    fine.calendarUnit === 'date' ? ([fine.n, fine.n] as const) : getMonthSpan(fine),
  ];
  if (!outer || !inner || fine.calendarUnit === coarse.calendarUnit) return false;
  const sameYear = fine.year === null || coarse.year === null || fine.year === coarse.year;
  return sameYear && outer[0] <= inner[0] && inner[1] <= outer[1];
}

/**
 * A deadline said twice, once roughly: "Quý II (chậm nhất 15/6)", "Tháng 6/2024 (Quý II)". The finer one stands. After
 * a comma only a bounded date says it again; another label makes another deadline.
 */
function isVaguePart({ calendarUnit: unit, part }: CalendarPoint): boolean {
  return part !== undefined && (unit === 'year' || unit === 'schoolYear' || unit === 'semester');
}

/** "Tháng 9, tuần 1 (07/9-12/9)": the days in brackets are those of the week. */
function coversWeek({ calendarUnit, part, n }: CalendarPoint, { clause }: PlacedClause): boolean {
  return (
    calendarUnit === 'month' &&
    typeof part === 'object' &&
    'week' in part &&
    clause.kind === 'points' &&
    clause.range === 'between' &&
    clause.points.every((point) => point.calendarUnit === 'date') &&
    clause.points.some((point) => point.n === n)
  );
}

export function dropVagueDuplicates(clauses: readonly PlacedClause[]): PlacedClause[] {
  return clauses.filter((placed, k) => {
    const rough = getSinglePoint(placed);
    if (!rough) return true;
    const said = clauses[k - 1];
    const next = clauses[k + 1];
    if (next && next.separator === 'bracket' && coversWeek(rough, next)) return false;
    // "Tháng 9 (đầu năm học)"
    if (placed.separator === 'bracket' && isVaguePart(rough) && said && isPointsClause(said)) return false;
    return ![clauses[k - 1], clauses[k + 1]].some((other) => {
      const fine = other ? getSinglePoint(other) : null;
      if (!other || !fine || !isPointsClause(other) || !isWithinPeriod(fine, rough)) return false;
      const later = other === clauses[k + 1] ? other : placed;
      if (later.separator === 'bracket') return true;
      const bounded = other.clause.bound === 'before' || other.clause.bound === 'by';
      return (
        fine.calendarUnit === 'date' &&
        bounded &&
        (later.separator === 'comma' || later.separator === 'none') &&
        !later.leading
      );
    });
  });
}
