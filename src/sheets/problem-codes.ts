/** Codes of what is noticed while managed tables are read back. */
export type SheetsProblem = 'column-missing' | 'header-row-off'; // a managed table whose header row is switched off

declare module '../shared/problem' {
  interface ProblemCodes {
    sheets: SheetsProblem;
  }
}
