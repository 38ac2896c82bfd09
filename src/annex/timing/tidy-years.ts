import { isDays, isEvery, isPoints, type Placed } from './group';
import type { PieceOf } from './pieces';

type PlacedPoints = Placed & { piece: PieceOf<'points'> };

/** Only a year, not bounded: "năm 2024", "trong năm", "cả năm". */
export function isYearOnly(placed: Placed): placed is PlacedPoints {
  return (
    isPoints(placed) &&
    placed.piece.range === 'none' &&
    placed.piece.points.length === 1 &&
    placed.piece.points[0]?.unit === 'year' &&
    placed.piece.bound === undefined
  );
}

const isParted = ({ gap }: Placed): boolean => gap === 'comma' || gap === 'and' || gap === 'strong';

/** A year is a deadline of its own, tells the year of the others, or is one more report beside a recurring one. */
type YearRole = 'own' | 'context' | 'report';

function roleOf(placed: PlacedPoints, pieces: readonly Placed[]): YearRole {
  const others = pieces.filter((other) => other !== placed && !['label', 'onward'].includes(other.piece.is));
  if (others.every(isYearOnly)) return 'own';
  const made = placed.piece.points[0];
  const explicit = made !== undefined && (made.year !== null || made.shift !== 0);
  const partOfYear = made?.part !== undefined;
  const added = isParted(placed) && pieces[0] !== placed;
  const recurring = others.some((other) => isEvery(other) || (isDays(other) && other.piece.month !== null));
  if (recurring) return partOfYear || (added && !explicit) ? 'report' : 'context';
  const dated = others.filter((other) => isPoints(other) || isDays(other));
  if (partOfYear) return 'own';
  if (dated.length === 0) {
    const parted = pieces[0] === placed && pieces[1]?.gap !== 'none';
    return parted && !others.some(({ piece }) => piece.is === 'continuous') ? 'own' : 'context';
  }
  if (!explicit) return added ? 'own' : 'context';
  // A year that the others need, or all have, is theirs; another one stands for itself.
  const points = dated.flatMap((other) => (isPoints(other) ? other.piece.points : []));
  const needed =
    dated.some((other) => !isPoints(other)) || points.some(({ year, shift }) => year === null && shift === 0);
  if (needed) return 'context';
  const repeated = points.every(({ year }) => year === made?.year);
  return added || (!repeated && pieces[1]?.gap !== 'none') ? 'own' : 'context';
}

export type YearsAbsorbed = { pieces: Placed[]; year: number | null; shift: number; yearly: boolean };

/** Takes the years that only say when the rest is. */
export function absorbYears(pieces: readonly Placed[]): YearsAbsorbed {
  const result: YearsAbsorbed = { pieces: [], year: null, shift: 0, yearly: false };
  for (const placed of pieces) {
    const role = isYearOnly(placed) ? roleOf(placed, pieces) : 'own';
    if (role === 'own' || !isYearOnly(placed)) {
      result.pieces.push(placed);
      continue;
    }
    if (role === 'report') result.yearly = true;
    const made = placed.piece.points[0];
    result.year = made?.year ?? result.year;
    result.shift = made?.shift || result.shift;
  }
  return result;
}
