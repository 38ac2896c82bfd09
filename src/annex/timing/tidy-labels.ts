import { isDays, isEvery, isPoints, type Placed } from './group';
import { wordsOf, type Scan } from './scan';
import { isYearOnly } from './tidy-years';

function isDate(placed: Placed | undefined): boolean {
  return (
    placed !== undefined && isPoints(placed) && placed.piece.points.every((point) => point.unit === 'date')
  );
}

function isBounded(placed: Placed): boolean {
  return (
    (isPoints(placed) || isDays(placed)) && (placed.piece.bound === 'before' || placed.piece.bound === 'by')
  );
}

/** The same place in the phrase, its piece now telling what a deadline is for. */
function asLabel(placed: Placed): Placed {
  const { from, end } = placed.piece;
  return { ...placed, piece: { is: 'label', from, end, evidence: [{ from, end, meaning: 'label' }] } };
}

/** "6 tháng", "năm" without what makes it one stretch of the calendar. */
function isBarePeriod(placed: Placed): boolean {
  if (!isPoints(placed)) return false;
  const tellsYear = placed.piece.points.some(({ year, shift }) => year !== null || shift !== 0);
  return placed.piece.bare === true || (isYearOnly(placed) && !tellsYear);
}

/** Whether a period only names the report of its neighbour. */
function isName(placed: Placed, k: number, pieces: readonly Placed[]): boolean {
  if (!isPoints(placed) && !isEvery(placed)) return false;
  const dated = pieces.some(
    (other, at) => at !== k && (isDate(other) || (isDays(other) && isPoints(placed))),
  );
  if (placed.colon && dated) return true;
  if (isEvery(placed)) return placed.piece.report === true && pieces.some(isPoints);
  if (isDate(placed)) return false;
  const previous = pieces[k - 1];
  const inBracket = placed.gap === 'bracket' && isBarePeriod(placed);
  if (inBracket && previous && isPoints(previous) && (placed.leading || isDate(previous))) return true;
  const next = pieces[k + 1];
  const unnamed = placed.piece.bare === true || isYearOnly(placed);
  const beside = next?.gap === 'none' || (next?.gap === 'bracket' && unnamed);
  const told = next !== undefined && (isBounded(next) || (placed.leading && isBarePeriod(placed)));
  const beforeDate = beside && told && isDate(next);
  if (beforeDate && (!isYearOnly(placed) || isBarePeriod(placed))) return true;
  const bare = placed.piece.bare === true;
  const after =
    placed.gap === 'bracket' ? bare || placed.leading : placed.leading && (bare || placed.gap === 'none');
  return after && dated && k > 0;
}

/** Gives the words of a label to the deadline it names: the one before it in brackets, else the next beside it. */
function nameNeighbours(s: Scan, placed: readonly Placed[]): Placed[] {
  const named = [...placed];
  placed.forEach((label, k) => {
    if (label.piece.is !== 'label') return;
    const next = named[k + 1];
    const first = label.colon || next?.gap === 'none' || next?.gap === 'bracket';
    const ahead = label.colon || (label.gap !== 'bracket' && first);
    const neighbour = ahead ? next : named[k - 1];
    if (!neighbour || !isPoints(neighbour)) return;
    const words = `${label.label} ${wordsOf(s, label.piece.from, label.piece.end)}`.trim();
    named[ahead ? k + 1 : k - 1] = { ...neighbour, label: words, leading: neighbour.leading || ahead };
  });
  return named;
}

/**
 * Periods that only name a report are labels: before a colon ("Báo cáo 6 tháng: 15/6"), right before the date by
 * which it is due ("quý II trước ngày 15/6"), in brackets after it ("15/6 (6 tháng)", "tháng 12 (báo cáo năm)"), or a
 * bare "6 tháng" beside it.
 */
export function markLabels(s: Scan, pieces: readonly Placed[]): Placed[] {
  return nameNeighbours(
    s,
    pieces.map((placed, k) => (isName(placed, k, pieces) ? asLabel(placed) : placed)),
  );
}
