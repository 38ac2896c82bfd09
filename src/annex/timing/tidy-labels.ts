import { isDays, isEvery, isPoints, type Placed } from './group';
import { isYearOnly } from './tidy-years';

const isDate = (placed: Placed | undefined): boolean =>
  placed !== undefined && isPoints(placed) && placed.piece.points.every((point) => point.unit === 'date');

const isBounded = (placed: Placed): boolean =>
  (isPoints(placed) || isDays(placed)) && (placed.piece.bound === 'before' || placed.piece.bound === 'by');

/** The same place in the phrase, its piece now telling what a deadline is for. */
const asLabel = (placed: Placed): Placed => {
  const { from, end } = placed.piece;
  return { ...placed, piece: { is: 'label', from, end, evidence: [{ from, end, meaning: 'label' }] } };
};

/**
 * Periods that only name a report are labels: before a colon ("Báo cáo 6 tháng: 15/6"), right before the date by
 * which it is due ("quý II trước ngày 15/6"), in brackets after it ("15/6 (6 tháng)"), or a bare "6 tháng" beside it.
 */
export const markLabels = (pieces: readonly Placed[]): Placed[] =>
  pieces.map((placed, k) => {
    if (!isPoints(placed) && !isEvery(placed)) return placed;
    const dated = pieces.some(
      (other, at) => at !== k && (isDate(other) || (isDays(other) && isPoints(placed))),
    );
    if (placed.colon && dated) return asLabel(placed);
    if (!isPoints(placed) || isDate(placed)) return placed;
    const next = pieces[k + 1];
    const unnamed = placed.piece.bare === true || isYearOnly(placed);
    const beside = next?.gap === 'none' || (next?.gap === 'bracket' && unnamed);
    const beforeDate = next !== undefined && beside && isDate(next) && isBounded(next);
    const tellsYear =
      isYearOnly(placed) && placed.piece.points.some(({ year, shift }) => year !== null || shift !== 0);
    if (beforeDate && !tellsYear) return asLabel(placed);
    const bare = placed.piece.bare === true;
    const after =
      placed.gap === 'bracket' ? bare || placed.leading : placed.leading && (bare || placed.gap === 'none');
    return after && dated && k > 0 ? asLabel(placed) : placed;
  });
