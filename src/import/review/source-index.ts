import type { RawBlock, RawDocument } from '../../readers/raw-document';
import { findMax } from '../../shared/min-max';
import type { ProblemLocation } from '../../shared/problem';
import { cleanText } from '../../shared/text';

/** `original` is the text as stored, where it was converted from a legacy encoding. */
type SourceFragmentCell = { text: string; original?: string; place?: ProblemLocation };

/** One row of the source, or one paragraph, as it was read. */
export type SourceFragment = {
  place: ProblemLocation;
  cells: SourceFragmentCell[];
  /** The lines it was put together from, where the reader had to guess; else null. */
  lines: string[] | null;
};

/**
 * Returns the key of a location: two locations of one row have the same; file and cell names are left out.
 */
export function getLocationKey({ sheet, page, table, row }: ProblemLocation): string {
  return JSON.stringify([sheet, page, table, row]);
}

function toFragmentCell({ text, original }: SourceFragmentCell): SourceFragmentCell {
  return original === undefined ? { text } : { text, original };
}

function toFragments(block: RawBlock): SourceFragment[] {
  if (block.kind === 'text') return [{ place: block.place, cells: [toFragmentCell(block)], lines: null }];
  const sourceRows = block.rows.map(({ place, sourceLines }): SourceFragment => ({
    place: { ...block.place, ...place },
    cells: [],
    lines: sourceLines ?? null,
  }));
  for (const { row, column, text, original, place } of [...block.cells].sort((a, b) => a.column - b.column)) {
    if (cleanText(text) === '' || column < 0) continue;
    sourceRows[row]?.cells.push({
      text,
      ...(original !== undefined && { original }),
      ...(place && { place }),
    });
  }
  return sourceRows;
}

/** Finds what stands at a place of the document. */
export type FindSourceFragment = (place: ProblemLocation) => SourceFragment | null;

/**
 * Indexes the rows of a document by location. Paragraphs share locations; they are found by location only if
 * it is unique.
 */
export function createSourceIndex(document: RawDocument): FindSourceFragment {
  const found = new Map<string, SourceFragment>();
  const shared = new Set<string>();
  for (const sourceRow of document.blocks.flatMap(toFragments)) {
    const key = getLocationKey(sourceRow.place);
    if (found.has(key)) shared.add(key);
    else found.set(key, sourceRow);
  }
  return (place) => (shared.has(getLocationKey(place)) ? null : (found.get(getLocationKey(place)) ?? null));
}

const splitPrintedLines = (text: string): string[] => text.split(/\r\n?|\n/);

/** Returns the lines of a fragment from the top; those of cells side by side are one line. */
export function getFragmentLines({ lines, cells }: SourceFragment): string[] {
  if (lines) return lines;
  const columns = cells.map(({ text }) => splitPrintedLines(text));
  const height = findMax([0, ...columns.map((column) => column.length)]);
  return Array.from({ length: height }, (_, at) =>
    columns
      .map((column) => column[at] ?? '')
      .filter((line) => line !== '')
      .join(' '),
  );
}
