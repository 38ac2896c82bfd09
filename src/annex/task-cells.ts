/** The cells of a task row that carry the authority's words. */
export const TASK_CELL_FIELDS = [
  'content',
  'leadUnit',
  'coordinatingUnit',
  'product',
  'timing',
  'note',
] as const;

export type TaskCellField = (typeof TASK_CELL_FIELDS)[number];
