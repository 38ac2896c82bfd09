/** Codes of what is noticed while our sheets are read back and changes are planned. */
export type WorkbookProblem =
  | 'no-annex-sheet'
  | 'sheet-name-taken'
  | 'table-name-taken'
  | 'defined-name-taken'
  | 'task-table-missing' // the workbook is ours, but its table has another name or is a range
  | 'sheet-protected'
  | 'no-summary-sheet'
  | 'summary-edited'
  | 'stays-not-performed'
  | 'words-not-counted' // words outside of the lists: read, and not counted by the formulas of *Tổng hợp*
  | 'status-outside-period' // words of completion that name a time before the annex or after today
  | 'gone-rows-kept'
  | 'marks-kept'
  | 'print-outdated' // the sheet to print was made before the annex was changed
  | 'no-task-selected'
  | 'no-person-column' // a workbook of before that column
  | 'schema-newer'
  | 'edition-differs'
  | 'older-edition' // the workbook has a newer edition of the annex; nothing is changed
  | 'document-not-found'
  | 'document-not-chosen' // a paper is of one document, and the workbook has several
  | 'document-unnamed' // a document that a person adds has neither number nor title
  | 'document-exists' // such a document is in the workbook already
  | 'only-document' // a workbook has to follow something
  | 'task-without-content'
  | 'task-repeated' // the document has a task in the same words and with the same timing
  | 'document-column-taken' // a clerk's own column has the header of the column of documents
  | 'nothing-to-undo'
  | 'no-targets-sheet'
  | 'sheet-gone' // the sheet a change is about was deleted or renamed
  | 'cells-changed' // cells hold something else than when they were changed; they are left alone
  | 'cells-mixed' // legacy text in cells of several fonts
  | 'nothing-legacy'
  | 'undo-not-kept'
  | 'undo-blocked' // a later entry touches the same cells
  | 'redo-blocked'; // an earlier entry that is undone does

declare module '../shared/problem' {
  interface ProblemCodes {
    workbook: WorkbookProblem;
  }
}
