import type { TrackedDocument } from '../annex/tracked-document';
import type { Applicability, Edition } from '../annex/types';
import type { StoredState } from '../progress/types';
/**
 * What the authority learns from the workbooks of its units. Plain data: passes between workers and threads as it is.
 * A file is read (`SchoolFile`), its rows are matched with the master (`MatchedFile`), its unit is identified (`UnitMatch`);
 * the ledger (`ledger/entry`) holds what came of it.
 */
import type { IsoDate } from '../shared/dates';
import type { Problem, ProblemLocation } from '../shared/problem';

/** Raised when a newer reader may read the same bytes otherwise: what is kept by hash is then read again. */
export const READER_VERSION = 7;

/** Columns of the table of tasks. */
export const TASK_FIELDS = [
  'id',
  'area',
  'tt',
  'content',
  'leadUnit',
  'coordinatingUnit',
  'product',
  'timing',
  'applicability',
  'reason',
  'due',
  'status',
  'doneOn',
  'evidence',
  'note',
] as const;
export type TaskField = (typeof TASK_FIELDS)[number];

/** Columns of the log of occurrences. */
export const PROGRESS_FIELDS = [
  'key',
  'task',
  'content',
  'product',
  'due',
  'dueByHand',
  'bound',
  'lastDay',
  'status',
  'doneOn',
  'number',
  'evidence',
  'explanation',
  'note',
] as const;
export type ProgressField = (typeof PROGRESS_FIELDS)[number];

export type CellValue = string | number | boolean;

/** A filled cell and where it stands. `blankFormula`: a formula whose result was not stored; its value is ''. */
export type SourceCell = { value: CellValue; cell: string; blankFormula?: true };

/** Days from the first to the last. */
export type DaySpan = { from: IsoDate; until: IsoDate };

/** What a unit says of a task or of one occurrence, read from whatever was typed. */
export type RecordedValues = {
  applicability: Applicability;
  reason: string;
  /** Null where nothing, or nothing that can be understood, is typed. */
  state: StoredState | null;
  /** '' where blank or not a date. */
  due: IsoDate;
  doneOn: IsoDate;
  /** When it was completed, where words name a year, a quarter or a month. */
  doneIn?: DaySpan;
  product: string;
  evidence: string;
  note: string;
};

/** One row of the table of tasks. `cells` holds what is filled, converted from legacy encodings. */
export type SchoolRow = {
  /** 1-based, on the sheet. */
  row: number;
  hidden: boolean;
  cells: Partial<Record<TaskField, SourceCell>>;
  recorded: RecordedValues;
  /** Where it stands on another sheet than its file's: sheets of single periods are read together. */
  sheet?: string;
  /** In a workbook of several documents the code of its own, '' where it names none; its id is that inside it. */
  document?: string;
};

/** One row of the log. */
export type ProgressRow = {
  row: number;
  cells: Partial<Record<ProgressField, SourceCell>>;
  /** The task's id as written there. */
  task: string;
  /** Key of the occurrence; '' where the row has none. */
  occurrence: string;
  recorded: RecordedValues;
  /** See `SchoolRow`. */
  document?: string;
};

/**
 * Where a name of a unit was met: the hidden sheet (its name, or what else it is called), the lines above the table, the
 * coordinating column.
 */
export type ClaimedName = { name: string; from: 'record' | 'alias' | 'title' | 'column' };

/** What a file says of whose it is, the most trusted name first. The name of the file itself is no claim. */
export type UnitClaims = { code: string; names: ClaimedName[] };

/** How a file was read: our own workbook by its table, another one by its headers. */
export type FileOrigin = 'own' | 'foreign';

/** A sheet of a file as it would be counted. */
export type SheetVersion = { sheet: string; rows: SchoolRow[]; warnings: Problem[] };

/** One file as read. */
export type SchoolFile = {
  /** Path or name as it was chosen. */
  file: string;
  /** Lower-case hexadecimal digits. */
  sha256: string;
  /** When the content was last saved, as the workbook itself says; '' where it does not. ISO time. */
  contentDate: string;
  readerVersion: number;
  origin: FileOrigin;
  edition: Edition;
  /** Of the annex the unit worked from; '' where the file does not say. */
  fingerprint: string;
  /** Where a workbook has several; edition and fingerprint are those of the first. */
  documents?: readonly TrackedDocument[];
  claims: UnitClaims;
  sheet: string;
  rows: SchoolRow[];
  progressSheet: string;
  progress: ProgressRow[];
  warnings: Problem[];
  /** The sheets of which the officer must choose one, where a file does not tell; `sheet` is the first of them. */
  versions?: SheetVersion[];
};

/** How the task of a row was found, from the strictest to the loosest; `none`: below the threshold, left to the officer. */
export type MatchPass = 'id' | 'number-and-content' | 'content' | 'wording' | 'none';

/** The task of a row. A row that matches none has the closest as `closest`, for the question. */
export type RowMatch = {
  /** Index into `SchoolFile.rows`. */
  row: number;
  /** Id in the master; null where nothing is near enough. */
  task: string | null;
  pass: MatchPass;
  /** 0 to 1: likeness of the contents; 1 where they are equal. */
  score: number;
  closest?: string;
};

/** How a file differs from the master. */
export type Drift =
  | { kind: 'missing'; task: string }
  | {
      kind: 'added';
      row: number;
      place: ProblemLocation;
      content: string;
      closest: string | null;
      score: number;
    }
  | { kind: 'repeated'; task: string; row: number; place: ProblemLocation }
  | { kind: 'reworded'; task: string; place: ProblemLocation; score: number; before: string; after: string }
  | {
      kind: 'changed';
      task: string;
      place: ProblemLocation;
      field: Exclude<TaskField, 'content'>;
      before: string;
      after: string;
    }
  | { kind: 'edition'; before: string; after: string };

/**
 * A file whose rows are matched. Printed cells that say what the master says are left out of `rows`, so that thousands
 * of files fit into memory; every cell that a unit fills in stays.
 */
export type MatchedFile = Omit<SchoolFile, 'versions' | 'documents'> & {
  matches: RowMatch[];
  drift: Drift[];
  versions?: MatchedVersion[];
};

type MatchedVersion = SheetVersion & Pick<MatchedFile, 'progress' | 'matches' | 'drift'>;

/** A unit as the authority lists it. */
export type UnitEntry = {
  code: string;
  name: string;
  aliases: string[];
  /** "MN", "TH", "THCS" …: words of the list, for defaults by kind. */
  kind: string;
  /** Code of the unit above; '' at the top. */
  parent: string;
  /** '' where open. */
  validFrom: IsoDate;
  validTo: IsoDate;
};

/** Whose file it is. A question names all units that could be meant, the likeliest first. */
export type UnitMatch =
  | { kind: 'known'; unit: string; by: 'code' | 'name' | 'alias' | 'choice' }
  | {
      kind: 'question';
      reason: 'no-claim' | 'unknown' | 'ambiguous' | 'contradiction';
      candidates: string[];
    };

/** Files of one unit, of which one counts. */
export type Duplicate = {
  unit: string;
  /** SHA-256 of each, newest first. */
  files: string[];
  /** The newest by content date, null where the dates do not tell; what the officer chose before stands above it. */
  proposed: string | null;
  chosen: string | null;
  /** How the others differ from the proposed one, cell by cell. */
  differences: CellDifference[];
};

/** A file with several filled sheets of the same tasks, of which one counts. */
export type SheetChoice = {
  unit: string;
  file: string;
  sha256: string;
  sheets: string[];
  /** Null before the officer has chosen: nothing of the file counts. */
  chosen: string | null;
  /** How the other sheets differ from the first one, cell by cell. */
  differences: CellDifference[];
};

export type CellDifference = {
  /** SHA-256 of the other file, or the name of the other sheet. */
  other: string;
  task: string;
  occurrence: string;
  field: TaskField | ProgressField;
  proposed: CellValue;
  value: CellValue;
  place: ProblemLocation;
  otherPlace: ProblemLocation;
};

/** A file that could not be read; never dropped in silence. */
export type FailedFile = { file: string; sha256: string; problems: Problem[] };
