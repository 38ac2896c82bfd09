/** The cells of a task row that carry the authority's words. */
export const CELL_FIELDS = ['content', 'leadUnit', 'coordinatingUnit', 'product', 'timing', 'note'] as const;

export type CellField = (typeof CELL_FIELDS)[number];
