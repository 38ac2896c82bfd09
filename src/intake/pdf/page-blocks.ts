import type { RawBlock, RawTable } from '../raw-document';
import type { Place } from '../../annex/problem';
import { contentOfGlyphs, contentOfLines } from './cell-text';
import type { Box } from './geometry';
import type { Lattice } from './lattice';
import type { Glyph } from './page-content';
import { lineOf, textLines, type TextLine, type Word } from './text-lines';

function centre(glyph: Glyph): [number, number] {
  if (glyph.wordMiddle !== undefined) return [glyph.wordMiddle, glyph.y - 0.3 * glyph.size];
  // The middle of the letter itself: a third of its height above the baseline.
  const [dx, dy] = glyph.turn % 2 === 0 ? [glyph.width / 2, 0] : [0, glyph.width / 2];
  const up = 0.3 * glyph.size;
  if (glyph.turn === 0) return [glyph.x + dx, glyph.y - up];
  if (glyph.turn === 1) return [glyph.x + up, glyph.y + dy];
  if (glyph.turn === 2) return [glyph.x - dx, glyph.y + up];
  return [glyph.x - up, glyph.y - dy];
}

function isInside([x, y]: readonly [number, number], box: Box): boolean {
  return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
}

/** Words farther apart than this many letter heights are side by side, not one line (letterheads). */
const sideBySide = 2.5;

/** Lines outside of tables, letterhead columns apart. */
function splitWideGaps(line: TextLine): TextLine[] {
  const parts: TextLine['words'][] = [];
  for (const word of line.words) {
    const last = parts.at(-1);
    if (last && word.x0 - last.at(-1)!.x1 - (word.struckBefore ?? 0) <= sideBySide * line.size)
      last.push(word);
    else parts.push([word]);
  }
  return parts.map(lineOf);
}

/** Finds the row or column of a coordinate between boundaries. */
function slot(boundaries: readonly number[], at: number): number {
  let index = 0;
  while (index < boundaries.length - 2 && at > boundaries[index + 1]!) index++;
  return index;
}

/** A lattice with the characters that stand in its cells. */
export function tableOfLattice(lattice: Lattice, glyphs: readonly Glyph[], place: Place): RawTable {
  const { xs, ys } = lattice;
  const columns = xs.length - 1;
  const owner = new Int32Array((ys.length - 1) * columns).fill(-1);
  lattice.cells.forEach((cell, index) => {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++)
        owner[row * columns + column] = index;
  });
  const contents: Glyph[][] = lattice.cells.map(() => []);
  for (const glyph of glyphs) {
    const at = centre(glyph);
    if (isInside(at, lattice.box)) contents[owner[slot(ys, at[1]) * columns + slot(xs, at[0])]!]!.push(glyph);
  }
  return {
    type: 'table',
    rowCount: ys.length - 1,
    columnCount: columns,
    place,
    rows: ys.slice(1).map((_, row) => ({ place: { ...place, row: row + 1 } })),
    cells: lattice.cells.map((cell, index) => ({
      ...cell,
      ...contentOfGlyphs(contents[index]!, xs[cell.column + cell.columnSpan]!),
    })),
  };
}

/** Printed lines outside of tables, letterhead columns apart. */
export function linesAround(glyphs: readonly Glyph[], tables: readonly Box[]): TextLine[] {
  return textLines(
    glyphs.filter((glyph) => glyph.turn === 0 && !tables.some((box) => isInside(centre(glyph), box))),
  ).flatMap(splitWideGaps);
}

export function textBlock(line: { words: Word[] }, place: Place): RawBlock {
  const whole = lineOf(line.words);
  return { type: 'text', ...contentOfLines([whole]), place, line: { from: whole.x0, to: whole.x1 } };
}
