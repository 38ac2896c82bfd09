import type { Problem, ProblemLocation } from '../shared/problem';

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
export type RawText = {
  kind: 'text';
  text: string;
  place: ProblemLocation;
  fonts?: string[];
  runs?: RawRun[];
  original?: string;
  /** A printed line: where it begins and ends across the page (points); where the source tells. */
  line?: { from: number; to: number };
};

/** A stretch of text under one font; a cell's or paragraph's runs joined are its text, line breaks included. */
export type RawRun = { text: string; font?: string };

/**
 * A table as a sparse list of cells. Merged cells appear once, at their top left, with their spans; positions
 * they cover have no cell. Text keeps its line breaks as "\n".
 */
export type RawTable = {
  kind: 'table';
  rowCount: number;
  columnCount: number;
  cells: RawCell[];
  /** One per row: where it stands in the source. */
  rows: RawRow[];
  place: ProblemLocation;
  /** Name for messages when the source has one (a sheet's name). */
  name?: string;
};

export type RawRow = {
  place: ProblemLocation;
  hidden?: boolean;
  /** The source itself says that this row is a heading repeated on each page. */
  header?: boolean;
  /** The row starts a page (used to rejoin rows cut by a page end). */
  startsPage?: boolean;
  /** The source shows that the row before goes on in this one (its cells were left open at the page end). */
  continues?: boolean;
  /** How sure the reader is of having put this row together rightly, 0 to 1; where it had to guess. */
  confidence?: number;
  /** The lines of the source it was put together from; where it had to guess. */
  sourceLines?: string[];
};

export type RawCell = {
  /** 0-based. */
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
  place?: ProblemLocation;
  /** Font names of the runs, when the source carries them (legacy encodings are told by font). */
  fonts?: string[];
  /** The runs themselves, when the source carries fonts and the text has more than one of them. */
  runs?: RawRun[];
  /** The text as stored, where it was converted from a legacy encoding. */
  original?: string;
};
