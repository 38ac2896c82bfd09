import { measureTextWidth } from './measure-text';
import type { DocumentBlock } from './print-document';

type TableBlock = Pick<Extract<DocumentBlock, { kind: 'table' }>, 'columns' | 'rows'>;

/** Programs set letters a little wider than the font says. */
const WIDTH_RESERVE = 1.04;

function getLongestWord(text: string, size: number, face: 'bold' | 'regular'): number {
  return Math.max(0, ...text.split(/\s+/).map((word) => measureTextWidth(word, size, face)));
}

/**
 * Returns the least widths in points at which no header breaks inside a syllable, nor a date or number in a centred
 * column.
 */
export function getLeastColumnWidths({ columns, rows }: TableBlock, size: number, padding: number): number[] {
  return columns.map(({ header, align }, at) => {
    const cells =
      align === 'center' ? rows.flatMap((row) => (row.kind === 'cells' ? [row.cells[at] ?? ''] : [])) : [];
    const words = cells.map((cell) => getLongestWord(cell, size, 'regular'));
    const longest = words.reduce(
      (most, width) => Math.max(most, width),
      getLongestWord(header, size, 'bold'),
    );
    return Math.ceil(longest * WIDTH_RESERVE) + padding;
  });
}

/** Distributes a width by weights, but gives each column its least width where there is room for all of them. */
export function distributeWidths(
  weights: readonly number[],
  width: number,
  least: readonly number[] = [],
): number[] {
  const getLeast = (at: number): number => least[at] ?? 0;
  const isNarrow = weights.reduce((sum, _, at) => sum + getLeast(at), 0) > width;
  const fixed = new Set<number>();
  for (;;) {
    const free = weights.reduce((rest, _, at) => (fixed.has(at) ? rest - getLeast(at) : rest), width);
    const total = weights.reduce((sum, weight, at) => (fixed.has(at) ? sum : sum + weight), 0);
    const widths = weights.map((weight, at) => (fixed.has(at) ? getLeast(at) : (weight / total) * free));
    const short = isNarrow
      ? []
      : widths.flatMap((one, at) => (!fixed.has(at) && one < getLeast(at) ? [at] : []));
    if (short.length === 0) return widths;
    short.forEach((at) => fixed.add(at));
  }
}
