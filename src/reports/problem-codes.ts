/** Codes of what is noticed while a document is made of the tracked sheet. */
export type ReportsProblem =
  | 'nothing-to-print'
  | 'no-consolidation'
  | 'no-report-period' // the office has struck it out of its calendar
  | 'print-edited'; // texts of the sheet to print were changed by hand and are written anew

declare module '../shared/problem' {
  interface ProblemCodes {
    reports: ReportsProblem;
  }
}
