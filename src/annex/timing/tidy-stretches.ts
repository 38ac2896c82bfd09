import { isPoints, type Placed } from './group';
import type { PieceOf } from './pieces';
import type { Point } from './points';

type PlacedPoints = Placed & { piece: PieceOf<'points'> };

function isOnePoint(placed: Placed | undefined): placed is PlacedPoints {
  return placed !== undefined && isPoints(placed) && placed.piece.points.length === 1;
}

/**
 * "Từ tháng 3, hoàn thành trong tháng 9": a stretch whose end is said apart. After a semicolon or with a label of its
 * own the second is another deadline.
 */
export function joinStretches(pieces: readonly Placed[]): Placed[] {
  const joined = [...pieces];
  for (let k = 0; k + 1 < joined.length; k += 1) {
    const [first, last] = [joined[k], joined[k + 1]];
    if (!isOnePoint(first) || first.piece.range !== 'open') continue;
    if (!isOnePoint(last) || last.piece.range !== 'none') continue;
    if (last.leading || last.gap === 'strong' || last.gap === 'bracket') continue;
    const piece: PieceOf<'points'> = {
      ...last.piece,
      points: [...first.piece.points, ...last.piece.points],
      range: 'between',
      from: first.piece.from,
      evidence: [...first.piece.evidence, ...last.piece.evidence],
    };
    joined.splice(k, 2, { ...first, piece });
  }
  return joined;
}

export type SchoolYearTold = { pieces: Placed[]; year: number | null };

function namesSchoolYear(placed: Placed): placed is PlacedPoints {
  return (
    isOnePoint(placed) &&
    placed.piece.range === 'none' &&
    placed.piece.points[0]?.unit === 'schoolYear' &&
    placed.piece.points[0].year !== null &&
    placed.piece.points[0].part === undefined
  );
}

function hasNoYear({ unit, year, shift }: Point): boolean {
  return year === null && shift === 0 && unit !== 'year' && unit !== 'schoolYear';
}

/** "Năm học 2024-2025: tháng 9, tháng 3": the school year tells the years of the rest. */
export function tellSchoolYear(pieces: readonly Placed[]): SchoolYearTold {
  const rest = pieces.filter((placed) => !namesSchoolYear(placed));
  const [named, another] = pieces.filter(namesSchoolYear);
  const points = rest.filter(isPoints).flatMap(({ piece }) => piece.points);
  if (!named || another || points.length === 0 || !points.every(hasNoYear)) {
    return { pieces: [...pieces], year: null };
  }
  return { pieces: rest, year: named.piece.points[0]?.year ?? null };
}
