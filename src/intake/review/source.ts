import type { ProblemLocation } from '../../annex/problem';
import { cleanText } from '../../annex/text';
import type { RawBlock, RawDocument } from '../raw-document';

/** `original` is the text as stored, where it was converted from a legacy encoding. */
export type SourceCell = { text: string; original?: string; place?: ProblemLocation };

/** One row of the source, or one paragraph, as it was read. */
export type SourcePiece = {
  place: ProblemLocation;
  cells: SourceCell[];
  /** The lines it was put together from, where the reader had to guess; else null. */
  lines: string[] | null;
};

/** Two places of one row have one key; what names the file or a cell is left out. */
export function placeKey({ sheet, page, table, row }: ProblemLocation): string {
  return JSON.stringify([sheet, page, table, row]);
}

function paragraphCells({ text, original }: SourceCell): SourceCell {
  return original === undefined ? { text } : { text, original };
}

function piecesOf(block: RawBlock): SourcePiece[] {
  if (block.kind === 'text') return [{ place: block.place, cells: [paragraphCells(block)], lines: null }];
  const pieces = block.rows.map(({ place, sourceLines }): SourcePiece => ({
    place: { ...block.place, ...place },
    cells: [],
    lines: sourceLines ?? null,
  }));
  for (const { row, column, text, original, place } of [...block.cells].sort((a, b) => a.column - b.column)) {
    if (cleanText(text) === '' || column < 0) continue;
    pieces[row]?.cells.push({ text, ...(original !== undefined && { original }), ...(place && { place }) });
  }
  return pieces;
}

/** Finds what stands at a place of the document. */
export type SourceIndex = (place: ProblemLocation) => SourcePiece | null;

/** The pieces of a document by place. Paragraphs share places; they are found by the place alone where it is theirs. */
export function indexSource(document: RawDocument): SourceIndex {
  const found = new Map<string, SourcePiece>();
  const shared = new Set<string>();
  for (const piece of document.blocks.flatMap(piecesOf)) {
    const key = placeKey(piece.place);
    if (found.has(key)) shared.add(key);
    else found.set(key, piece);
  }
  return (place) => (shared.has(placeKey(place)) ? null : (found.get(placeKey(place)) ?? null));
}

const printedLines = (text: string): string[] => text.split(/\r\n?|\n/);

/** The lines of a piece from the top; those of cells side by side are one. */
export function linesOfPiece({ lines, cells }: SourcePiece): string[] {
  if (lines) return lines;
  const columns = cells.map(({ text }) => printedLines(text));
  const height = Math.max(0, ...columns.map((column) => column.length));
  return Array.from({ length: height }, (_, at) =>
    columns
      .map((column) => column[at] ?? '')
      .filter((line) => line !== '')
      .join(' '),
  );
}
