import { isDays, isEvery, isPoints, type Placed } from './group';
import type { PieceOf } from './pieces';
import { datePoint } from './read-dates';
import type { Point } from './points';

const isDate = (placed: Placed | undefined): boolean =>
  placed !== undefined && isPoints(placed) && placed.piece.points.every((point) => point.unit === 'date');

const isBounded = (placed: Placed | undefined): boolean =>
  placed !== undefined &&
  (isPoints(placed) || isDays(placed)) &&
  (placed.piece.bound === 'before' || placed.piece.bound === 'by');

const isYearOnly = (placed: Placed): placed is Placed & { piece: PieceOf<'points'> } =>
  isPoints(placed) &&
  placed.piece.range === 'none' &&
  placed.piece.points.length === 1 &&
  placed.piece.points[0]?.unit === 'year' &&
  placed.piece.bound === undefined;

/** The same place in a list with its piece now telling what a deadline is for. */
const asLabel = (placed: Placed): Placed => {
  const { from, end } = placed.piece;
  return { ...placed, piece: { is: 'label', from, end, evidence: [{ from, end, meaning: 'label' }] } };
};

/**
 * Periods that only name a report are labels: before a colon ("Báo cáo 6 tháng: 15/6"), right before the date by
 * which it is due ("quý II trước ngày 15/6"), or a bare "6 tháng" after its word beside a date ("15/6 (báo cáo 6 tháng)").
 */
export const markLabels = (pieces: readonly Placed[]): Placed[] =>
  pieces.map((placed, k) => {
    const next = pieces[k + 1];
    const timed = isPoints(placed) || isEvery(placed);
    if (!timed) return placed;
    const others = pieces.some(
      (other, at) => at !== k && (isDate(other) || (isDays(other) && isPoints(placed))),
    );
    if (placed.colon && others) return asLabel(placed);
    if (!isPoints(placed)) return placed;
    if (!isDate(placed) && next?.gap === 'none' && isDate(next) && isBounded(next) && !isYearOnly(placed))
      return asLabel(placed);
    const named =
      placed.leading && (placed.gap === 'bracket' || placed.gap === 'none' || placed.piece.bare === true);
    return named && !isDate(placed) && others && k > 0 ? asLabel(placed) : placed;
  });

export type Absorbed = { pieces: Placed[]; year: number | null; shift: number; yearly: boolean };

/**
 * "năm 2024" or "trong năm" beside another timing only says in which year it is. After a comma, "cả năm" beside a
 * recurring deadline is one more report.
 */
export const absorbYears = (pieces: readonly Placed[]): Absorbed => {
  const recurring = pieces.some(
    (placed) => isEvery(placed) || (isDays(placed) && placed.piece.month !== null),
  );
  const substantial = pieces.some(
    (placed) => !isYearOnly(placed) && placed.piece.is !== 'label' && placed.piece.is !== 'onward',
  );
  const result: Absorbed = { pieces: [], year: null, shift: 0, yearly: false };
  for (const placed of pieces) {
    const made = isYearOnly(placed) ? placed.piece.points[0] : undefined;
    if (!made || !substantial) {
      result.pieces.push(placed);
      continue;
    }
    const explicit = made.year !== null || made.shift !== 0;
    const parted = placed.gap === 'comma' || placed.gap === 'and' || placed.gap === 'strong';
    const first = pieces[0] === placed;
    if (recurring && ((parted && !explicit) || made.part !== undefined) && !first) result.yearly = true;
    else if (!explicit && parted && !first && !onlyWords(pieces)) {
      result.pieces.push(placed);
      continue;
    } else if (made.part !== undefined && !first) {
      result.pieces.push(placed);
      continue;
    }
    if (made.year !== null) result.year = made.year;
    if (made.shift !== 0) result.shift = made.shift;
  }
  return result;
};

/** No piece but the years has a date. */
const onlyWords = (pieces: readonly Placed[]): boolean =>
  pieces.every((placed) => isYearOnly(placed) || (!isPoints(placed) && !isDays(placed)));

const lastMonthOf = (point: Point): number | null => {
  if (point.unit === 'month') return point.n;
  if (point.unit === 'quarter') return point.n * 3;
  if (point.unit === 'half') return point.n * 6;
  return null;
};

/** "Tháng 6 (trước ngày 15)": a day without a month takes that of its neighbour; in a quarter, of the last. */
export const joinDays = (pieces: readonly Placed[], base: number | null): Placed[] => {
  const joined: Placed[] = [];
  const used = new Set<Placed>();
  for (const [k, placed] of pieces.entries()) {
    if (!isDays(placed) || placed.piece.month !== null || pieces.some(isEvery)) {
      if (!used.has(placed)) joined.push(placed);
      continue;
    }
    const neighbour = [pieces[k - 1], pieces[k + 1]].find(
      (other): other is Placed & { piece: PieceOf<'points'> } =>
        other !== undefined &&
        isPoints(other) &&
        other.piece.points.every((point) => lastMonthOf(point) !== null),
    );
    if (!neighbour) {
      joined.push(placed);
      continue;
    }
    used.add(neighbour);
    const at = joined.indexOf(neighbour);
    if (at >= 0) joined.splice(at, 1);
    const days = placed.piece.days === 'last' ? [] : placed.piece.days;
    const points = neighbour.piece.points.flatMap((point) => {
      const month = lastMonthOf(point) ?? 1;
      const doubts = [...(point.doubts ?? []), ...(point.unit === 'month' ? [] : ['vague-words' as const])];
      return days.map((day) => ({ ...datePoint(day, month, point.year, base, doubts), shift: point.shift }));
    });
    const [from, end] = [
      Math.min(placed.piece.from, neighbour.piece.from),
      Math.max(placed.piece.end, neighbour.piece.end),
    ];
    const piece: PieceOf<'points'> = {
      is: 'points',
      points,
      range: 'none',
      bound: placed.piece.bound ?? 'on',
      from,
      end,
      evidence: [...neighbour.piece.evidence, ...placed.piece.evidence].sort((a, b) => a.from - b.from),
    };
    joined.push({ ...placed, piece, gap: k > 0 && pieces[k - 1] === neighbour ? neighbour.gap : placed.gap });
  }
  return joined;
};
