import type { ProblemLocation } from '../../shared/problem';
import type { RawBlock, RawTable } from '../raw-document';
import { buildCellContent, buildCellContentFromGlyphs } from './build-cell-content';
import { buildTextLines, createTextLine, type PdfTextLine, type PdfWord } from './build-text-lines';
import type { Lattice } from './find-lattices';
import type { Box } from './geometry';
import type { Glyph } from './read-page-content';

function getGlyphCentre(glyph: Glyph): [number, number] {
  if (glyph.wordMiddle !== undefined) return [glyph.wordMiddle, glyph.y - 0.3 * glyph.size];
  // The middle of the letter itself: a third of its height above the baseline.
  const [dx, dy] = glyph.turn % 2 === 0 ? [glyph.width / 2, 0] : [0, glyph.width / 2];
  const up = 0.3 * glyph.size;
  if (glyph.turn === 0) return [glyph.x + dx, glyph.y - up];
  if (glyph.turn === 1) return [glyph.x + up, glyph.y + dy];
  if (glyph.turn === 2) return [glyph.x - dx, glyph.y + up];
  return [glyph.x - up, glyph.y - dy];
}

function isInsideBox([x, y]: readonly [number, number], box: Box): boolean {
  return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
}

/** Words with a gap of more letter heights are two texts side by side, not one line (letterheads). */
const MAX_LINE_WORD_GAP = 2.5;

/** Splits a line into the columns of a letterhead. */
function splitAtWideGaps(line: PdfTextLine): PdfTextLine[] {
  const parts: PdfTextLine['words'][] = [];
  for (const word of line.words) {
    const last = parts.at(-1);
    if (last && word.x0 - last.at(-1)!.x1 - (word.struckBefore ?? 0) <= MAX_LINE_WORD_GAP * line.size)
      last.push(word);
    else parts.push([word]);
  }
  return parts.map(createTextLine);
}

/** Finds the row or column of a coordinate between boundaries. */
function findSlot(boundaries: readonly number[], at: number): number {
  let index = 0;
  while (index < boundaries.length - 2 && at > boundaries[index + 1]!) index++;
  return index;
}

/** Builds the table of a lattice with the characters that stand in its cells. */
export function buildLatticeTable(
  lattice: Lattice,
  glyphs: readonly Glyph[],
  place: ProblemLocation,
): RawTable {
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
    const at = getGlyphCentre(glyph);
    if (isInsideBox(at, lattice.box))
      contents[owner[findSlot(ys, at[1]) * columns + findSlot(xs, at[0])]!]!.push(glyph);
  }
  return {
    kind: 'table',
    rowCount: ys.length - 1,
    columnCount: columns,
    place,
    rows: ys.slice(1).map((_, row) => ({ place: { ...place, row: row + 1 } })),
    cells: lattice.cells.map((cell, index) => ({
      ...cell,
      ...buildCellContentFromGlyphs(contents[index]!, xs[cell.column + cell.columnSpan]!),
    })),
  };
}

/** Returns the printed lines outside of tables, columns of a letterhead separated. */
export function getLinesOutsideTables(glyphs: readonly Glyph[], tables: readonly Box[]): PdfTextLine[] {
  return buildTextLines(
    glyphs.filter(
      (glyph) => glyph.turn === 0 && !tables.some((box) => isInsideBox(getGlyphCentre(glyph), box)),
    ),
  ).flatMap(splitAtWideGaps);
}

export function toTextBlock(line: { words: PdfWord[] }, place: ProblemLocation): RawBlock {
  const full = createTextLine(line.words);
  return { kind: 'text', ...buildCellContent([full]), place, line: { from: full.x0, to: full.x1 } };
}
