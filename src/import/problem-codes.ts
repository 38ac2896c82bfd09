/** Codes of what is noticed while an annex or a plan is found in a document. */
export type ImportProblem =
  | 'no-table'
  | 'columns-missing'
  | 'columns-unused' // columns whose header means nothing here, or a second one of a kind
  | 'header-guessed' // no header row: columns told by what stands in them
  | 'content-guessed' // no header says which column holds the tasks
  | 'table-turned' // its tasks stand side by side, one a column
  | 'rows-skipped' // rows after the header that are neither tasks nor sections
  | 'section-guessed' // words alone in a row, among numbered rows, were taken as a heading
  | 'no-rows'
  | 'sheet-chosen'
  | 'table-chosen'
  | 'table-left-out' // names each table that was not taken, with its rows
  | 'table-not-there' // no table has the number asked for
  | 'other-table' // seems to be no table of tasks but one of criteria, targets, money or names
  | 'years-differ' // tables to be taken together are of several years
  | 'columns-guessed' // no rules: columns told by the white space between them
  | 'units-not-split' // one cell names the unit in charge and others, and not where the one ends
  | 'year-unknown' // neither title nor headers nor the day of issue name the year of the annex
  | 'no-plan' // no section of a plan with anything in it
  | 'plan-text-skipped' // prose that is neither the head of a plan nor one of its items
  | 'plan-paragraph-joined' // a sentence without a number that may be a task, and was added to the one above
  | 'plan-not-annex' // prose without a table of tasks, where an annex is asked for
  | 'row-unsure'; // put together by guessing; to be looked at before it is applied

declare module '../shared/problem' {
  interface ProblemCodes {
    import: ImportProblem;
  }
}
