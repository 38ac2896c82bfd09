import type { ClauseByKind } from '../parser/clause';
import { isDaysClause, isFrequencyClause, isPointsClause, type PlacedClause } from './place-clauses';

type PlacedPointsClause = PlacedClause & { clause: ClauseByKind<'points'> };

/** Returns true for a year alone, without a bound: "năm 2024", "trong năm", "cả năm". */
export function isYearOnly(placed: PlacedClause): placed is PlacedPointsClause {
  return (
    isPointsClause(placed) &&
    placed.clause.range === 'none' &&
    placed.clause.points.length === 1 &&
    placed.clause.points[0]?.calendarUnit === 'year' &&
    placed.clause.bound === undefined
  );
}

const isSeparated = ({ separator: gap }: PlacedClause): boolean =>
  gap === 'comma' || gap === 'and' || gap === 'strong';

/**
 * A year is a deadline of its own, gives the year of the others, or is one more report of a recurring task.
 */
type YearRole = 'own' | 'context' | 'report';

function getYearRole(placed: PlacedPointsClause, clauses: readonly PlacedClause[]): YearRole {
  const others = clauses.filter(
    (other) => other !== placed && !['label', 'onward'].includes(other.clause.kind),
  );
  if (others.every(isYearOnly)) return 'own';
  const made = placed.clause.points[0];
  const explicit = made !== undefined && (made.year !== null || made.shift !== 0);
  const partOfYear = made?.part !== undefined;
  const added = isSeparated(placed) && clauses[0] !== placed;
  const recurring = others.some(
    (other) => isFrequencyClause(other) || (isDaysClause(other) && other.clause.month !== null),
  );
  if (recurring) return partOfYear || (added && !explicit) ? 'report' : 'context';
  const dated = others.filter((other) => isPointsClause(other) || isDaysClause(other));
  if (partOfYear) return 'own';
  if (dated.length === 0) {
    const parted = clauses[0] === placed && clauses[1]?.separator !== 'none';
    return parted && !others.some(({ clause }) => clause.kind === 'continuous') ? 'own' : 'context';
  }
  if (!explicit) return added ? 'own' : 'context';
  // A year that the others need, or all have, is theirs; another one stands for itself.
  const points = dated.flatMap((other) => (isPointsClause(other) ? other.clause.points : []));
  const needed =
    dated.some((other) => !isPointsClause(other)) ||
    points.some(({ year, shift }) => year === null && shift === 0);
  if (needed) return 'context';
  const repeated = points.every(({ year }) => year === made?.year);
  return added || (!repeated && clauses[1]?.separator !== 'none') ? 'own' : 'context';
}

export type ExtractedYears = { clauses: PlacedClause[]; year: number | null; shift: number; yearly: boolean };

/** Extracts the years that only state when the rest is. */
export function extractYears(clauses: readonly PlacedClause[]): ExtractedYears {
  const result: ExtractedYears = { clauses: [], year: null, shift: 0, yearly: false };
  for (const placed of clauses) {
    const role = isYearOnly(placed) ? getYearRole(placed, clauses) : 'own';
    if (role === 'own' || !isYearOnly(placed)) {
      result.clauses.push(placed);
      continue;
    }
    if (role === 'report') result.yearly = true;
    const made = placed.clause.points[0];
    result.year = made?.year ?? result.year;
    result.shift = made?.shift || result.shift;
  }
  return result;
}
