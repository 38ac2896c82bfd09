/** Codes of what is noticed while a document is made of the tracked sheet. */
export type ReportsProblem =
  | 'nothing-to-print'
  | 'no-consolidation'
  | 'no-report-period' // the office has struck it out of its calendar
  | 'report-before-period' // its day lies before the period begins
  | 'report-data-before-period' // the consolidation counts up to a day before the period begins
  | 'report-data-older' // the consolidation counts up to a day before the end of what is reported
  | 'report-files-newer' // files of units are newer than the day of the report
  | 'report-undated' // results without a day: whether of the period nobody knows
  | 'unit-unnamed' // the workbook does not say whose paper it is
  | 'unit-differs' // the annex names another unit than the workbook
  | 'agency-unnamed' // the consolidation does not say which authority reports
  | 'print-edited'; // texts of the sheet to print were changed by hand and are written anew

declare module '../shared/problem' {
  interface ProblemCodes {
    reports: ReportsProblem;
  }
}
