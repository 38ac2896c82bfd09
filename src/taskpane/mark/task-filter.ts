export type TaskFilterId = 'all' | 'undecided' | 'contradictory' | 'notPerformed' | 'noReason' | 'performed';

/** Rows behind a figure of the summary: their keys, chosen there. */
export type SummaryRows = { keys: readonly string[] };

export type TaskFilter = {
  id: TaskFilterId;
  /** Code of a document; '' for all. */
  document: string;
  /** As `getAreaKey`; '' for all. */
  area: string;
  search: string;
  summaryRows: SummaryRows | null;
};
export const NO_TASK_FILTER: TaskFilter = {
  id: 'all',
  document: '',
  area: '',
  search: '',
  summaryRows: null,
};
