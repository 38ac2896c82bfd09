import { getSourceText, type ScannedPhrase } from '../lexer/scan-phrase';
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

/** Turns a clause into the label of a deadline, at the same place in the phrase. */
function toLabelClause(placed: PlacedClause): PlacedClause {
  const { from, end } = placed.clause;
  return { ...placed, clause: { kind: 'label', from, end, evidence: [{ from, end, meaning: 'label' }] } };
}

/** Returns true for "6 tháng", "năm" without what makes it one period of the calendar. */
function isBarePeriod(placed: PlacedClause): boolean {
  if (!isPointsClause(placed)) return false;
  const statesYear = placed.clause.points.some(({ year, shift }) => year !== null || shift !== 0);
  return placed.clause.bare === true || (isYearOnly(placed) && !statesYear);
}

/** Returns true if a period only names the report of its neighbour. */
function isReportName(placed: PlacedClause, k: number, clauses: readonly PlacedClause[]): boolean {
  if (!isPointsClause(placed) && !isFrequencyClause(placed)) return false;
  const dated = clauses.some(
    (other, at) => at !== k && (isDatesClause(other) || (isDaysClause(other) && isPointsClause(placed))),
  );
  if (placed.colon && dated) return true;
  if (isFrequencyClause(placed)) return placed.clause.report === true && clauses.some(isPointsClause);
  if (isDatesClause(placed)) return false;
  const previous = clauses[k - 1];
  const inBracket = placed.separator === 'bracket' && isBarePeriod(placed);
  if (inBracket && previous && isPointsClause(previous) && (placed.leading || isDatesClause(previous)))
    return true;
  const next = clauses[k + 1];
  const unnamed = placed.clause.bare === true || isYearOnly(placed);
  const isNextAdjacent = next?.separator === 'none' || (next?.separator === 'bracket' && unnamed);
  const labelled = next !== undefined && (isBoundedClause(next) || (placed.leading && isBarePeriod(placed)));
  const beforeDate = isNextAdjacent && labelled && isDatesClause(next);
  if (beforeDate && (!isYearOnly(placed) || isBarePeriod(placed))) return true;
  const bare = placed.clause.bare === true;
  const after =
    placed.separator === 'bracket'
      ? bare || placed.leading
      : placed.leading && (bare || placed.separator === 'none');
  return after && dated && k > 0;
}

/** Gives the text of a label to the deadline it names: the one before it in brackets, else the next one. */
function labelNeighbours(s: ScannedPhrase, placed: readonly PlacedClause[]): PlacedClause[] {
  const named = [...placed];
  placed.forEach((label, k) => {
    if (label.clause.kind !== 'label') return;
    const next = named[k + 1];
    const first = label.colon || next?.separator === 'none' || next?.separator === 'bracket';
    const ahead = label.colon || (label.separator !== 'bracket' && first);
    const neighbour = ahead ? next : named[k - 1];
    if (!neighbour || !isPointsClause(neighbour)) return;
    const source = `${label.label} ${getSourceText(s, label.clause.from, label.clause.end)}`.trim();
    named[ahead ? k + 1 : k - 1] = { ...neighbour, label: source, leading: neighbour.leading || ahead };
  });
  return named;
}

/**
 * Marks periods that only name a report as labels: before a colon ("Báo cáo 6 tháng: 15/6"), right before the
 * date by which it is due ("quý II trước ngày 15/6"), in brackets after it ("15/6 (6 tháng)", "tháng 12 (báo
 * cáo năm)"), or a bare "6 tháng" next to it.
 */
export function markLabels(s: ScannedPhrase, clauses: readonly PlacedClause[]): PlacedClause[] {
  return labelNeighbours(
    s,
    clauses.map((placed, k) => (isReportName(placed, k, clauses) ? toLabelClause(placed) : placed)),
  );
}
