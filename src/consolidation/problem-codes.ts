/** Codes of what is noticed while the workbooks of many units are issued and consolidated. */
export type ConsolidationProblem =
  | 'no-units'
  | 'too-many-units' // more than one workbook can be made of
  | 'unit-incomplete' // no code or no name
  | 'unit-code-twice'
  | 'unit-date'
  | 'unit-name-twice' // two units of one name under one authority
  | 'unit-parent-missing' // the unit above is not in the list
  | 'unit-look-alike' // letters of another script that look Latin, or that are not seen
  | 'unit-letters' // letters were lost, or are in an encoding of its own
  | 'unit-too-long' // a name longer than Excel takes
  | 'kind-default' // a default that names no task of the annex, or no mark
  | 'already-issued' // a file of that name is there; it may hold the unit's work
  | 'consolidation-table-gone'
  | 'consolidation-cut' // the last run did not end
  | 'consolidation-as-before' // a run failed and was taken back
  | 'decided-file-absent' // the officer chose a file that was not given this time
  | 'not-a-ledger' // a folder that holds something else, or nothing where a ledger is to be read
  | 'ledger-damaged'
  | 'ledger-newer'
  | 'ledger-part-differs' // ledgers of another annex, level or day do not add up
  | 'ledger-parts-share-units' // rows of a unit in several ledgers would be counted twice
  | 'ledger-as-before' // the last run was killed; the folder holds the ledger before it
  | 'ledger-completed' // the last run was killed when all was written; the folder holds the new ledger
  | 'ledger-interrupted' // neither the old nor the new tables could be put in their place
  | 'ledger-guide-old' // the tables are new, README and SQL may not be
  | 'ledger-ahead' // the ledger was written, the workbook was not
  | 'ledger-needed' // the workbook holds a part of the ledger; the rest is in a folder
  | 'ledger-too-long' // more rows than a sheet holds
  | 'no-duckdb'
  | 'no-workbooks' // nothing to consolidate, nor an annex to do it by
  | 'status-unclear' // words of status that say nothing we know
  | 'applicability-unclear'
  | 'status-contradicts' // "không thực hiện" as status of a task marked as performed
  | 'note-contradicts' // a note that says of done work that it is not done
  | 'document-missing' // a workbook of several documents, or of another, without the authority's
  | 'document-other-sign' // the unit keeps the authority's document under another sign
  | 'documents-left-out' // documents of a workbook that are not consolidated
  | 'record-missing' // our table, but the hidden sheet that says whose it is has gone
  | 'headers-hidden' // the header row of our table is off, so formulas that refer to it have no values
  | 'other-sheet-differs' // a second sheet of the same tasks holds other answers
  | 'sheets-merged' // sheets of single periods, read together
  | 'periods-merged' // rows of single periods on one sheet, read together
  | 'sheets-joined' // sheets that each hold a part of the annex, read together
  | 'sheet-not-there' // the sheet that was chosen for a unit is none of its file's
  | 'file-not-there' // no file, or several, has the name that the officer decided of
  | 'unit-not-there' // the unit that the officer named for a file is none of the list
  | 'period-differs' // a later period takes back what an earlier one recorded
  | 'sheet-hidden' // the sheet that is counted is hidden
  | 'column-unread' // a column of the unit's own that says something we do not read
  | 'marker-typed' // the annex's own mark "không thực hiện", typed by the unit beside another answer
  | 'several-dates' // a cell with several dates, none of which is plainly the day of completion
  | 'date-not-done' // the day of an extension, a plan or a deadline
  | 'date-order' // day and month may have been exchanged
  | 'struck-out' // crossed-out text that was not counted
  | 'cell-error' // "#N/A": an Excel error, or a picture in the cell
  | 'picture-over-cell' // a picture, handwriting or a text box that lies on the row of a task
  | 'annex-changed' // another annex was chosen after the files were matched
  | 'file-named-other' // the file's name is another unit's than its content names
  | 'consolidation-among-units' // a consolidation of units whose own workbooks are there too
  | 'unit-in-consolidation' // a unit's workbook beside a consolidation that holds the unit
  | 'consolidation-record-missing' // a consolidation without the hidden sheet that says whose it is
  | 'archive-too-deep' // an archive in an archive in an archive
  | 'archive-limit' // more files, or more bytes, than archives may hold
  | 'archive-empty';

declare module '../shared/problem' {
  interface ProblemCodes {
    consolidation: ConsolidationProblem;
  }
}
