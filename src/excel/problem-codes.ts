/** Codes of what Excel rejects, or does differently, while changes are applied. */
export type ExcelProblem =
  | 'workbook-changed'
  | 'partly-written'
  | 'cell-being-edited'
  | 'payload-too-large'
  | 'selection-not-cells'
  | 'hidden-rows-skipped'
  | 'only-hidden-rows-selected'
  | 'rows-not-selected'
  | 'host-unsupported'
  | 'host-error';

declare module '../shared/problem' {
  interface ProblemCodes {
    excel: ExcelProblem;
  }
}
