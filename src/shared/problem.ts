/**
 * Errors are values: a code, a place and the figures for the message. The words (what happened, what to do
 * next) live in locales/, keyed by the code, so that every room can report without knowing a language.
 */

export type ProblemLocation = {
  file?: string;
  sheet?: string;
  /** A1 address. */
  cell?: string;
  page?: number;
  /** 1-based number of the table in its document. */
  table?: number;
  /** 1-based row of the table or sheet. */
  row?: number;
  task?: string;
};

export type Problem = {
  code: ProblemCode;
  severity: 'error' | 'warning';
  place: ProblemLocation;
  /** Figures and words the message names, e.g. {rows: 3}. */
  details?: Record<string, string | number>;
};

/** Either a value with what was noticed on the way, or the problems that prevented it. */
export type Result<T> = { ok: true; value: T; warnings: Problem[] } | { ok: false; problems: Problem[] };

/** Each room adds its codes to its own list below; locales/ must have words for all of them (type-checked). */
export type ProblemCode =
  | AnnexProblem
  | ProgressProblem
  | ImportProblem
  | WorkbookProblem
  | ReportProblem
  | ConsolidationProblem
  | CommandProblem;

/** Noticed while turning a table into an annex. */
export type AnnexProblem =
  | 'contradictory-row' // not performed, yet a product or timing is printed
  | 'incomplete-row' // performed, yet product or timing is blank
  | 'undecided-row' // the coordinating-unit cell says neither
  | 'blank-lead-unit'
  | 'duplicate-task'
  | 'numbering-gap'
  | 'no-section'
  | 'unnumbered-row' // a row without a TT among numbered ones
  | 'blank-content'
  | 'ditto-filled'
  | 'ditto-unresolved' // "như trên" with nothing above it in its section
  | 'row-rejoined'
  | 'ambiguous-marker';

/** Noticed while a paper is made of the tracked sheet. */
export type ReportProblem =
  | 'nothing-to-print'
  | 'no-consolidation'
  | 'no-report-period' // the office has struck it out of its calendar
  | 'print-edited'; // texts of the sheet to print were changed by hand and are written anew

/** Noticed in what was recorded of an occurrence. */
export type ProgressProblem =
  | LogProblem
  | 'not-a-date'
  | 'done-without-date'
  | 'done-in-future'
  | 'date-without-done'
  | 'no-evidence' // neither evidence nor an explanation
  | 'document-number'
  | 'document-type'; // the number's abbreviation is that of another product

/** Noticed while renewing the log of progress, recording in it, and reading the settings back. */
export type LogProblem =
  | 'no-progress-sheet'
  | 'no-occurrence-selected'
  | 'log-rows-kept' // typed in, no longer asked for
  | 'recorded-on-task' // a result of a task with several occurrences, now on each of them
  | 'setting-unread'
  | 'meaning-not-read'
  | 'task-not-found'
  | 'nothing-to-carry';

/** Noticed while reading a file. */
export type ImportProblem =
  | 'file-empty'
  | 'file-too-large'
  | 'format-unknown'
  | 'not-zip'
  | 'zip-damaged'
  | 'zip-bomb'
  | 'encrypted'
  | 'old-word'
  | 'old-excel'
  | 'format-unsupported'
  | 'xml-damaged'
  | 'xml-doctype'
  | 'xml-too-deep'
  | 'part-missing'
  | 'no-table'
  | 'columns-missing'
  | 'columns-unused' // columns whose header means nothing here, or a second one of a kind
  | 'header-guessed' // no header row: columns told by what stands in them
  | 'rows-skipped' // rows after the header that are neither tasks nor sections
  | 'no-rows'
  | 'too-many-rows'
  | 'hidden-rows'
  | 'hidden-columns'
  | 'hidden-sheet'
  | 'sheet-chosen'
  | 'table-chosen'
  | 'tracked-changes'
  | 'legacy-font'
  | 'formula-text'
  | 'formula-without-value'
  | 'text-box'
  | 'workbook-damaged'
  | 'pdf-damaged'
  | 'pdf-text-unreadable' // its fonts do not tell which letters they draw
  | 'scanned' // pictures of pages without any text
  | 'pages-without-text'
  | 'too-many-pages'
  | 'columns-guessed' // no rules: columns told by the white space between them
  | 'no-plan' // no section of a plan with anything in it
  | 'struck-text' // words with a line drawn through them were left out
  | 'plan-not-annex' // prose without a table of tasks, where an annex is asked for
  | 'row-unsure'; // put together by guessing; to be looked at before it is applied

/** Noticed while reading our own sheets back, planning or applying. */
export type WorkbookProblem =
  | 'no-annex-sheet'
  | 'sheet-name-taken'
  | 'table-name-taken'
  | 'defined-name-taken'
  | 'table-filtered'
  | 'no-summary-sheet'
  | 'summary-edited'
  | 'gone-rows-kept'
  | 'marks-kept'
  | 'workbook-changed'
  | 'partly-written'
  | 'no-task-selected'
  | 'column-missing'
  | 'schema-newer'
  | 'edition-differs'
  | 'nothing-to-undo'
  | 'no-targets-sheet'
  | 'sheet-gone' // the sheet a change is about was deleted or renamed
  | 'cells-changed' // cells hold something else than when they were changed; they are left alone
  | 'cells-mixed' // legacy text in cells of several fonts
  | 'nothing-legacy'
  | 'undo-not-kept'
  | 'undo-blocked' // a later entry touches the same cells
  | 'redo-blocked' // an earlier entry that is undone does
  | 'sheet-protected'
  | 'cell-being-edited'
  | 'payload-too-large'
  | 'host-unsupported'
  | 'host-error';

/** Noticed while issuing and consolidating the workbooks of many units. */
export type ConsolidationProblem =
  | 'no-units'
  | 'unit-incomplete' // no code or no name
  | 'unit-code-twice'
  | 'unit-date'
  | 'kind-default' // a default that names no task of the annex, or no mark
  | 'already-issued' // a file of that name is there; it may hold the unit's work
  | 'consolidation-table-gone'
  | 'consolidation-cut' // the last run did not end
  | 'consolidation-as-before' // a run failed and was taken back
  | 'decided-file-absent' // the officer chose a file that was not given this time
  | 'not-a-ledger' // a folder that holds something else, or nothing where a ledger is to be read
  | 'ledger-damaged'
  | 'ledger-newer'
  | 'ledger-as-before' // the last run was killed; the folder holds the ledger before it
  | 'ledger-completed' // the last run was killed when all was written; the folder holds the new ledger
  | 'ledger-needed' // the workbook holds a part of the ledger; the rest is in a folder
  | 'ledger-too-long' // more rows than a sheet holds
  | 'no-duckdb'
  | 'no-workbooks' // nothing to consolidate, nor an annex to do it by
  | 'status-unclear' // words of status that say nothing we know
  | 'applicability-unclear'
  | 'status-contradicts' // "không thực hiện" as status of a task marked as performed
  | 'record-missing' // our table, but the hidden sheet that says whose it is has gone
  | 'read-timeout'
  | 'reader-stopped';

export type CommandProblem = 'file-not-found' | 'file-not-writable' | 'content-lost' | 'usage' | 'internal';
