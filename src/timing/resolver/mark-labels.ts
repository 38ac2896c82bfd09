import { getWords, type ScannedPhrase } from '../lexer/scan-phrase';
import { isYearOnly } from './extract-years';
import { isDaysClause, isFrequencyClause, isPointsClause, type PlacedClause } from './place-clauses';

function isDatesClause(placed: PlacedClause | undefined): boolean {
  return (
    placed !== undefined &&
    isPointsClause(placed) &&
    placed.clause.points.every((point) => point.calendarUnit === 'date')
  );
}

function isBoundedClause(placed: PlacedClause): boolean {
  return (
    (isPointsClause(placed) || isDaysClause(placed)) &&
    (placed.clause.bound === 'before' || placed.clause.bound === 'by')
  );
}

/** The same place in the phrase, its piece now telling what a deadline is for. */
function toLabelClause(placed: PlacedClause): PlacedClause {
  const { from, end } = placed.clause;
  return { ...placed, clause: { kind: 'label', from, end, evidence: [{ from, end, meaning: 'label' }] } };
}

/** "6 tháng", "năm" without what makes it one stretch of the calendar. */
function isBarePeriod(placed: PlacedClause): boolean {
  if (!isPointsClause(placed)) return false;
  const tellsYear = placed.clause.points.some(({ year, shift }) => year !== null || shift !== 0);
  return placed.clause.bare === true || (isYearOnly(placed) && !tellsYear);
}

/** Whether a period only names the report of its neighbour. */
function isReportName(placed: PlacedClause, k: number, pieces: readonly PlacedClause[]): boolean {
  if (!isPointsClause(placed) && !isFrequencyClause(placed)) return false;
  const dated = pieces.some(
    (other, at) => at !== k && (isDatesClause(other) || (isDaysClause(other) && isPointsClause(placed))),
  );
  if (placed.colon && dated) return true;
  if (isFrequencyClause(placed)) return placed.clause.report === true && pieces.some(isPointsClause);
  if (isDatesClause(placed)) return false;
  const previous = pieces[k - 1];
  const inBracket = placed.separator === 'bracket' && isBarePeriod(placed);
  if (inBracket && previous && isPointsClause(previous) && (placed.leading || isDatesClause(previous)))
    return true;
  const next = pieces[k + 1];
  const unnamed = placed.clause.bare === true || isYearOnly(placed);
  const beside = next?.separator === 'none' || (next?.separator === 'bracket' && unnamed);
  const told = next !== undefined && (isBoundedClause(next) || (placed.leading && isBarePeriod(placed)));
  const beforeDate = beside && told && isDatesClause(next);
  if (beforeDate && (!isYearOnly(placed) || isBarePeriod(placed))) return true;
  const bare = placed.clause.bare === true;
  const after =
    placed.separator === 'bracket'
      ? bare || placed.leading
      : placed.leading && (bare || placed.separator === 'none');
  return after && dated && k > 0;
}

/** Gives the words of a label to the deadline it names: the one before it in brackets, else the next beside it. */
function labelNeighbours(s: ScannedPhrase, placed: readonly PlacedClause[]): PlacedClause[] {
  const named = [...placed];
  placed.forEach((label, k) => {
    if (label.clause.kind !== 'label') return;
    const next = named[k + 1];
    const first = label.colon || next?.separator === 'none' || next?.separator === 'bracket';
    const ahead = label.colon || (label.separator !== 'bracket' && first);
    const neighbour = ahead ? next : named[k - 1];
    if (!neighbour || !isPointsClause(neighbour)) return;
    const words = `${label.label} ${getWords(s, label.clause.from, label.clause.end)}`.trim();
    named[ahead ? k + 1 : k - 1] = { ...neighbour, label: words, leading: neighbour.leading || ahead };
  });
  return named;
}

/**
 * Periods that only name a report are labels: before a colon ("Báo cáo 6 tháng: 15/6"), right before the date by
 * which it is due ("quý II trước ngày 15/6"), in brackets after it ("15/6 (6 tháng)", "tháng 12 (báo cáo năm)"), or a
 * bare "6 tháng" beside it.
 */
export function markLabels(s: ScannedPhrase, pieces: readonly PlacedClause[]): PlacedClause[] {
  return labelNeighbours(
    s,
    pieces.map((placed, k) => (isReportName(placed, k, pieces) ? toLabelClause(placed) : placed)),
  );
}
