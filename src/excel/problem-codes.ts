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
  | 'page-setup-missing'
  | 'chart-missing'
  | 'frozen-panes-missing'
  | 'sheet-not-shown'
  | 'cells-filtered'
  | 'filter-not-readable'
  | 'filter-set-again'
  | 'filter-lost'
  | 'rows-not-movable'
  | 'workbook-not-in-front'
  | 'cells-merged'
  | 'no-space-on-sheet'
  | 'formula-too-long'
  | 'rows-not-added'
  | 'gridlines-shown'
  | 'host-unsupported'
  | 'host-error';

declare module '../shared/problem' {
  interface ProblemCodes {
    excel: ExcelProblem;
  }
}
