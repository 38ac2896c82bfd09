import type { HeaderBand } from './header-band';
import type { PlacedLine, PlacedWord } from './placed-text';

/** How many lines have a word over each place; edges of words are where it changes. */
const coverage = (
  lines: readonly PlacedLine[],
  from: number,
  to: number,
): { x0: number; x1: number; count: number }[] => {
  const edges = new Map<number, number>([
    [from, 0],
    [to, 0],
  ]);
  for (const line of lines)
    for (const word of line.words) {
      const [x0, x1] = [Math.max(from, word.x0), Math.min(to, word.x1)];
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
};

type Gap = { x0: number; x1: number };

/** Stretches that no more than `most` words stand over. */
const gapsUpTo = (parts: readonly (Gap & { count: number })[], most: number): Gap[] => {
  const gaps: Gap[] = [];
  for (const part of parts) {
    if (part.count > most) continue;
    const last = gaps.at(-1);
    if (last && last.x1 === part.x0) last.x1 = part.x1;
    else gaps.push({ x0: part.x0, x1: part.x1 });
  }
  return gaps;
};

/**
 * Boundaries between columns, one fewer than there are headers: between each two headers, where the fewest words
 * stand in the way; the widest such gap. `lines`: those of the table's body.
 */
export const columnBoundaries = (clusters: HeaderBand['clusters'], lines: readonly PlacedLine[]): number[] =>
  clusters.slice(1).map((right, index) => {
    const left = clusters[index]!;
    const parts = coverage(lines, left.x1, right.x0);
    const fewest = Math.min(...parts.map((part) => part.count));
    const best = gapsUpTo(parts, fewest).reduce((a, b) => (b.x1 - b.x0 > a.x1 - a.x0 ? b : a));
    return (best.x0 + best.x1) / 2;
  });

/** Which column a word stands in, by its middle. */
export const columnOf = (word: PlacedWord, boundaries: readonly number[]): number => {
  const middle = (word.x0 + word.x1) / 2;
  const column = boundaries.findIndex((boundary) => middle < boundary);
  return column < 0 ? boundaries.length : column;
};
