import type { CalendarPoint } from '../parser/calendar-point';
import type { ClauseByKind } from '../parser/clause';
import { isPointsClause, type PlacedClause } from './place-clauses';

type PlacedPointsClause = PlacedClause & { clause: ClauseByKind<'points'> };

function isSinglePointClause(placed: PlacedClause | undefined): placed is PlacedPointsClause {
  return placed !== undefined && isPointsClause(placed) && placed.clause.points.length === 1;
}

/**
 * Merges a period whose end is stated separately: "Từ tháng 3, hoàn thành trong tháng 9". After a semicolon,
 * or with a label of its own, the second is another deadline.
 */
export function mergePeriods(clauses: readonly PlacedClause[]): PlacedClause[] {
  const joined = [...clauses];
  for (let k = 0; k + 1 < joined.length; k += 1) {
    const [first, last] = [joined[k], joined[k + 1]];
    if (!isSinglePointClause(first) || first.clause.range !== 'open') continue;
    if (!isSinglePointClause(last) || last.clause.range !== 'none') continue;
    if (last.leading || last.separator === 'strong' || last.separator === 'bracket') continue;
    const clause: ClauseByKind<'points'> = {
      ...last.clause,
      points: [...first.clause.points, ...last.clause.points],
      range: 'between',
      from: first.clause.from,
      evidence: [...first.clause.evidence, ...last.clause.evidence],
    };
    joined.splice(k, 2, { ...first, clause });
  }
  return joined;
}

type ExtractedSchoolYear = { clauses: PlacedClause[]; year: number | null };

function isSchoolYearClause(placed: PlacedClause): placed is PlacedPointsClause {
  return (
    isSinglePointClause(placed) &&
    placed.clause.range === 'none' &&
    placed.clause.points[0]?.calendarUnit === 'schoolYear' &&
    placed.clause.points[0].year !== null &&
    placed.clause.points[0].part === undefined
  );
}

function hasNoYear({ calendarUnit: unit, year, shift }: CalendarPoint): boolean {
  return year === null && shift === 0 && unit !== 'year' && unit !== 'schoolYear';
}

/** Extracts the school year that gives the years of the rest: "Năm học 2024-2025: tháng 9, tháng 3". */
export function extractSchoolYear(clauses: readonly PlacedClause[]): ExtractedSchoolYear {
  const rest = clauses.filter((placed) => !isSchoolYearClause(placed));
  const [named, another] = clauses.filter(isSchoolYearClause);
  const points = rest.filter(isPointsClause).flatMap(({ clause }) => clause.points);
  if (!named || another || points.length === 0 || !points.every(hasNoYear)) {
    return { clauses: [...clauses], year: null };
  }
  return { clauses: rest, year: named.clause.points[0]?.year ?? null };
}
