import type { Place, Problem } from '../annex/problem';

/**
 * What every reader gives, whatever the source: the document's blocks in reading order. Readers know nothing of
 * annexes; `intake/assemble` knows nothing of file formats.
 */
export type RawDocument = {
  source: SourceKind;
  file: string;
  blocks: RawBlock[];
  warnings: Problem[];
};

export type SourceKind = 'docx' | 'xlsx' | 'pdf' | 'html' | 'text' | 'range';

export type RawBlock = RawText | RawTable;

/** A paragraph outside of tables (title block, signature block, prose). */
export type RawText = { type: 'text'; text: string; place: Place };

/**
 * A table as a sparse list of cells. Merged cells appear once, at their top left, with their spans; positions
 * they cover have no cell. Text keeps its line breaks as "\n".
 */
export type RawTable = {
  type: 'table';
  rowCount: number;
  columnCount: number;
  cells: RawCell[];
  /** One per row: where it stands in the source. */
  rows: RawRow[];
  place: Place;
  /** Name for messages when the source has one (a sheet's name). */
  name?: string;
};

export type RawRow = {
  place: Place;
  hidden?: boolean;
  /** The source itself says that this row is a heading repeated on each page. */
  header?: boolean;
  /** The row starts a page (used to rejoin rows cut by a page end). */
  startsPage?: boolean;
};

export type RawCell = {
  /** 0-based. */
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
  place?: Place;
  /** Font names of the runs, when the source carries them (legacy encodings are told by font). */
  fonts?: string[];
};
