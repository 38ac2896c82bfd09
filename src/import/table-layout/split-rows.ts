import type { TextMetrics } from '../../readers/placed-text';
import { findMax, findMin } from '../../shared/min-max';

/** The words one printed line has in one column. */
export type CellFragment = { column: number; y: number; text: string };

/** Where a row's label stands: its first and last line (one and the same, but where a label is broken). */
export type LabelPosition = { first: number; last: number };

export type RowBand = {
  /** Pieces with y above `to` and not above the band before. */
  to: number;
  /** Index of its label; null for what stands before the first one. */
  label: number | null;
  /** How ill its parts fit together, in lines; 0 is perfect. */
  penalty: number;
};

const hasLowercaseStart = (text: string): boolean => /^["“(]?\p{Ll}/u.test(text);
const isSentenceEnd = (text: string): boolean => /[.;:!?…)]["”]?$/.test(text);

/** Returns the first and last line of each column's fragments. */
function getColumnExtents(fragments: readonly CellFragment[]): { first: number; last: number }[] {
  const byColumn = new Map<number, { first: number; last: number }>();
  for (const { column, y } of fragments) {
    const extent = byColumn.get(column);
    if (!extent) byColumn.set(column, { first: y, last: y });
    else {
      extent.first = Math.min(extent.first, y);
      extent.last = Math.max(extent.last, y);
    }
  }
  return [...byColumn.values()];
}

/** Returns the index of the first fragment below `y`; fragments are in order. */
function findFirstBelow(fragments: readonly CellFragment[], y: number): number {
  let [low, high] = [0, fragments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fragments[middle]!.y > y) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Computes how badly a row fits: its cells are printed from the top or round the middle, and its label
 * likewise.
 */
function getRowPenalty(fragments: readonly CellFragment[], label: LabelPosition, pitch: number): number {
  const apart = (one: number, other: number): number => Math.abs(one - other);
  if (fragments.length === 0) return 0;
  const top = findMin(fragments.map((fragment) => fragment.y));
  const bottom = findMax(fragments.map((fragment) => fragment.y));
  const middle = (top + bottom) / 2;
  const off = getColumnExtents(fragments).reduce(
    (sum, { first, last }) => sum + Math.min(apart((first + last) / 2, middle), apart(first, top)),
    0,
  );
  const labelOff = Math.min(apart(middle, (label.first + label.last) / 2), apart(top, label.first));
  return (labelOff + 0.5 * off) / pitch;
}

/**
 * Computes the penalty of a cut between two lines: a sentence must not be cut, and extra space speaks for the
 * cut.
 */
function getCutPenalty(fragments: readonly CellFragment[], at: number, pitch: number): number {
  let penalty = 0;
  const cut = findFirstBelow(fragments, at);
  const seen = new Set<number>();
  // The next piece of each column below the cut, and the last one above it.
  for (const below of fragments.slice(cut, cut + 24)) {
    if (seen.has(below.column)) continue;
    seen.add(below.column);
    const above = fragments
      .slice(Math.max(0, cut - 24), cut)
      .findLast((fragment) => fragment.column === below.column);
    if (!above) continue;
    if (hasLowercaseStart(below.text)) penalty += isSentenceEnd(above.text) ? 0.8 : 1.2;
    const gap = (below.y - above.y) / pitch - 1;
    if (gap > 0.15) penalty -= Math.min(0.6, gap);
  }
  return penalty;
}

/**
 * Cuts the lines between two rules (or of a whole page) into rows, one for each label, and one before the first
 * label when the row before goes on there. Chooses the cuts under which cells fit best: every cell's lines start at
 * the row's top or stand round its middle, labels do so too, and no sentence is cut.
 *
 * @param fragments what stands in the columns beside the labels, top down
 * @param continuesRow may the first lines belong to the row before (at the top of a page)?
 */
export function splitRows(
  fragments: readonly CellFragment[],
  labels: readonly LabelPosition[],
  metrics: TextMetrics,
  continuesRow: boolean,
): RowBand[] {
  if (labels.length === 0) return [{ to: Infinity, label: null, penalty: 0 }];
  const ys = [
    ...new Set([
      ...fragments.map((fragment) => fragment.y),
      ...labels.flatMap(({ first, last }) => [first, last]),
    ]),
  ].sort((a, b) => a - b);
  const cutAfter = (y: number): number => {
    const next = ys.find((other) => other > y);
    return next === undefined ? y + metrics.pitch / 2 : (y + next) / 2;
  };
  /** Possible ends of a row: anywhere from its label to the next. */
  const endsBetween = (from: number, to: number): number[] => {
    const cuts = ys.filter((y) => y >= from && y < to).map(cutAfter);
    const lowest = (from + to) / 2;
    return cuts.length > 0 ? cuts.filter((cut) => cut < to + 0.5 * metrics.pitch) : [lowest];
  };
  const within = (from: number, to: number): CellFragment[] =>
    fragments.filter((fragment) => fragment.y > from && fragment.y <= to);
  const top = ys[0]!;

  type Path = { cost: number; bands: RowBand[] };
  const start = top - metrics.pitch;
  let paths = new Map<number, Path>([[start, { cost: 0, bands: [] }]]);
  if (continuesRow)
    for (const y of ys.filter((other) => other < labels[0]!.first)) {
      const cut = cutAfter(y);
      const before = within(start, cut);
      const off =
        getColumnExtents(before).reduce((sum, { first }) => sum + Math.abs(first - top), 0) / metrics.pitch;
      const opens = before.find((fragment) => !hasLowercaseStart(fragment.text)) ? 0.3 : 0;
      const cost = 0.5 * off + opens + getCutPenalty(fragments, cut, metrics.pitch);
      paths.set(cut, { cost, bands: [{ to: cut, label: null, penalty: cost }] });
    }
  labels.forEach((label, index) => {
    const next = labels[index + 1];
    const ends = next ? endsBetween(label.last, next.first) : [Infinity];
    const reached = new Map<number, Path>();
    for (const end of ends) {
      const cut = Number.isFinite(end) ? getCutPenalty(fragments, end, metrics.pitch) : 0;
      for (const [from, path] of paths) {
        if (from >= end) continue;
        const own = getRowPenalty(within(from, end), label, metrics.pitch);
        const cost = path.cost + own + cut;
        const best = reached.get(end);
        if (!best || cost < best.cost)
          reached.set(end, {
            cost,
            bands: [...path.bands, { to: end, label: index, penalty: own + Math.max(0, cut) }],
          });
      }
    }
    paths = reached;
  });
  let best: Path | null = null;
  for (const path of paths.values()) if (!best || path.cost < best.cost) best = path;
  return best?.bands ?? [{ to: Infinity, label: 0, penalty: Infinity }];
}
