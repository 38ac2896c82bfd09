import {
  type PlacedLine,
  type PlacedWord,
  splitIntoChunks,
  type TextMetrics,
} from '../../readers/placed-text';
import { findMin } from '../../shared/min-max';
import type { HeaderBand } from './find-header-band';

/** Counts how many groups of words stand over each position; edges are where it changes. */
function countCoverage(
  groups: readonly PlacedLine[],
  from: number,
  to: number,
): { x0: number; x1: number; count: number }[] {
  const edges = new Map<number, number>([
    [from, 0],
    [to, 0],
  ]);
  for (const group of groups) {
    const [x0, x1] = [Math.max(from, group.x0), Math.min(to, group.x1)];
    if (x0 >= x1) continue;
    edges.set(x0, (edges.get(x0) ?? 0) + 1);
    edges.set(x1, (edges.get(x1) ?? 0) - 1);
  }
  const sorted = [...edges].sort(([a], [b]) => a - b);
  let count = 0;
  return sorted.slice(0, -1).map(([x0, change], index) => {
    count += change;
    return { x0, x1: sorted[index + 1]![0], count };
  });
}

const getMiddle = ({ x0, x1 }: Gap): number => (x0 + x1) / 2;

type Gap = { x0: number; x1: number };

/** Finds the spans that no more than `most` words stand over. */
function findGaps(parts: readonly (Gap & { count: number })[], most: number): Gap[] {
  const gaps: Gap[] = [];
  for (const part of parts) {
    if (part.count > most) continue;
    const last = gaps.at(-1);
    if (last && last.x1 === part.x0) last.x1 = part.x1;
    else gaps.push({ x0: part.x0, x1: part.x1 });
  }
  return gaps;
}

/**
 * Finds the boundaries between columns, one fewer than there are headers: between each two headers, where the
 * fewest words stand in the way (those of one line with usual blanks between count as one); the widest such
 * gap.
 *
 * @param lines those of the table's body
 * @param exact headers stand within their columns; text arranged with blanks moves them a little
 */
export function findColumnBoundaries(
  clusters: HeaderBand['clusters'],
  lines: readonly PlacedLine[],
  metrics: TextMetrics,
  exact = true,
): number[] {
  const groups = lines.flatMap((line) => splitIntoChunks(line, metrics));
  return clusters.slice(1).map((right, index) => {
    const left = clusters[index]!;
    const apart = exact && left.x1 < right.x0;
    const [from, to] = apart ? [left.x1, right.x0] : [getMiddle(left), getMiddle(right)];
    const parts = countCoverage(groups, from, to);
    const fewest = findMin(parts.map((part) => part.count));
    const gaps = findGaps(parts, fewest).sort((a, b) => b.x1 - b.x0 - (a.x1 - a.x0));
    return getMiddle(gaps[0] ?? { x0: from, x1: to });
  });
}

/** Finds the column in which a word stands, by its middle. */
export function findColumnIndex(word: PlacedWord, boundaries: readonly number[]): number {
  const middle = (word.x0 + word.x1) / 2;
  const column = boundaries.findIndex((boundary) => middle < boundary);
  return column < 0 ? boundaries.length : column;
}
