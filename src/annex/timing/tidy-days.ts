import { isDays, isEvery, isPoints, type Placed } from './group';
import type { PieceOf } from './pieces';
import type { Point } from './points';
import { datePoint } from './read-dates';

type PlacedPoints = Placed & { piece: PieceOf<'points'> };

/** First and last month of a whole month, quarter or half; null for the rest. */
function monthsOf({ unit, n, part }: Point): readonly [number, number] | null {
  if (part !== undefined) return null;
  if (unit === 'month') return [n, n];
  if (unit === 'quarter') return [n * 3 - 2, n * 3];
  if (unit === 'half') return [n * 6 - 5, n * 6];
  return null;
}

function isMonths(placed: Placed | undefined): placed is PlacedPoints {
  return (
    placed !== undefined && isPoints(placed) && placed.piece.points.every((point) => monthsOf(point) !== null)
  );
}

/** The days of a piece in the last month of each point of its neighbour. */
function daysIn(days: PieceOf<'days'>, months: PieceOf<'points'>, base: number | null): PieceOf<'points'> {
  const numbers = days.days === 'last' ? [] : days.days;
  const points = months.points.flatMap((made) => {
    const month = monthsOf(made)?.[1] ?? 1;
    const doubts = [...(made.doubts ?? []), ...(made.unit === 'month' ? [] : ['vague-words' as const])];
    return numbers.map((day) => ({ ...datePoint(day, month, made.year, base, doubts), shift: made.shift }));
  });
  return {
    is: 'points',
    points: points.length > 0 ? points : months.points,
    range: 'none',
    bound: days.bound ?? 'on',
    from: Math.min(days.from, months.from),
    end: Math.max(days.end, months.end),
    evidence: [...months.evidence, ...days.evidence].sort((a, b) => a.from - b.from),
  };
}

/** "Tháng 6 (trước ngày 15)": a day without a month takes that of its neighbour; in a quarter, of its last. */
export function joinDays(pieces: readonly Placed[], base: number | null): Placed[] {
  if (pieces.some(isEvery)) return [...pieces];
  const joined = [...pieces];
  for (let k = 0; k < joined.length; k += 1) {
    const placed = joined[k];
    if (!placed || !isDays(placed) || placed.piece.month !== null) continue;
    const [before, after] = [joined[k - 1], joined[k + 1]];
    if (isMonths(before)) {
      joined.splice(k - 1, 2, { ...before, piece: daysIn(placed.piece, before.piece, base) });
      k -= 1;
    } else if (isMonths(after)) {
      joined.splice(k, 2, { ...placed, piece: daysIn(placed.piece, after.piece, base) });
    }
  }
  return joined;
}

function only(placed: Placed): Point | null {
  return isPoints(placed) && placed.piece.range === 'none' && placed.piece.points.length === 1
    ? (placed.piece.points[0] ?? null)
    : null;
}

function isWithin(fine: Point, coarse: Point): boolean {
  const [outer, inner] = [
    monthsOf(coarse),
    fine.unit === 'date' ? ([fine.n, fine.n] as const) : monthsOf(fine),
  ];
  if (!outer || !inner || fine.unit === coarse.unit) return false;
  const sameYear = fine.year === null || coarse.year === null || fine.year === coarse.year;
  return sameYear && outer[0] <= inner[0] && inner[1] <= outer[1];
}

/**
 * A deadline said twice, once roughly: "Quý II (chậm nhất 15/6)", "Tháng 6/2024 (Quý II)". The finer one stands. After
 * a comma only a bounded date says it again; another label makes another deadline.
 */
function isVaguePart({ unit, part }: Point): boolean {
  return part !== undefined && (unit === 'year' || unit === 'schoolYear' || unit === 'semester');
}

export function dropRoughOnes(pieces: readonly Placed[]): Placed[] {
  return pieces.filter((placed, k) => {
    const rough = only(placed);
    if (!rough) return true;
    const said = pieces[k - 1];
    // "Tháng 9 (đầu năm học)"
    if (placed.gap === 'bracket' && isVaguePart(rough) && said && isPoints(said)) return false;
    return ![pieces[k - 1], pieces[k + 1]].some((other) => {
      const fine = other ? only(other) : null;
      if (!other || !fine || !isPoints(other) || !isWithin(fine, rough)) return false;
      const later = other === pieces[k + 1] ? other : placed;
      if (later.gap === 'bracket') return true;
      const bounded = other.piece.bound === 'before' || other.piece.bound === 'by';
      return (
        fine.unit === 'date' && bounded && (later.gap === 'comma' || later.gap === 'none') && !later.leading
      );
    });
  });
}
