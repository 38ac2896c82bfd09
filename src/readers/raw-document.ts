import type { CellRange } from '@phuluc/ooxml/a1';
import type { IsoDate } from '../shared/dates';
import type { Problem, ProblemLocation } from '../shared/problem';

/**
 * What every reader returns, whatever the source: the document's blocks in reading order. Readers know nothing of
 * annexes; `import/assemble` knows nothing of file formats.
 */
export type RawDocument = {
  source: SourceKind;
  file: string;
  blocks: RawBlock[];
  warnings: Problem[];
  /** Days of the workbook are counted from 1904; only numbers that are no dates need it. */
  date1904?: true;
  /** The cells that pictures stand on, by the names of their sheets, where the reader of the format met them. */
  pictures?: ReadonlyMap<string, CellRange[]>;
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
  /** The text that was left out because it is struck through. */
  struck?: string;
  noteMarks?: NoteMark[];
  /** Where a printed line begins and ends across the page (points), if the source shows it. */
  line?: { from: number; to: number };
  /** A blank line stands above it in a plain text. */
  afterBlank?: boolean;
};

/** The mark of a note that was left out of the words. */
export type NoteMark = {
  mark: string;
  /** The words before it. */
  words: string;
  /** The text of the note, where the source links it with the mark. */
  note?: string;
};

/** Text in one font; a cell's or paragraph's runs joined are its text, line breaks included. */
export type RawRun = {
  text: string;
  font?: string;
  /** Struck through: readers leave it out. */
  struck?: boolean;
  /** Marks of notes that stood in it or right behind it. */
  noteMarks?: NoteMark[];
};

/**
 * A table as a sparse list of cells. Merged cells appear once, at their top left, with their spans; the positions
 * that they cover have no cell. Text keeps its line breaks as "\n".
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
  /** Its tasks stand side by side in the source, one a column: rows and columns were exchanged. */
  turned?: true;
};

export type RawRow = {
  place: ProblemLocation;
  hidden?: boolean;
  /** The source marks this row as a heading repeated on each page. */
  header?: boolean;
  /** The row starts a page (used to rejoin rows cut by a page end). */
  startsPage?: boolean;
  /** The source shows that this row continues the previous one (its cells were open at the page end). */
  continues?: boolean;
  /** How certain it is that this row was put together correctly, 0 to 1; only where the reader had to guess. */
  confidence?: number;
  /** The lines of the source it was put together from; only where the reader had to guess. */
  sourceLines?: string[];
};

export type RawCell = {
  /** 0-based. */
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
  /** The day, where the source stores the cell as a date; the text may show it month first. */
  date?: IsoDate;
  place?: ProblemLocation;
  /** Font names of the runs, if the source has them (legacy encodings are detected by font). */
  fonts?: string[];
  /** The runs, if the source has fonts and the text has more than one of them. */
  runs?: RawRun[];
  /** The text as stored, where it was converted from a legacy encoding. */
  original?: string;
  /** The text that was left out because it is struck through. */
  struck?: string;
  /** Marks of notes that were left out. */
  noteMarks?: NoteMark[];
};
