/** Columns of the table of tasks that are linked to *Tiến độ* by formula. */
export const LINKED_COLUMNS = ['due', 'status', 'doneOn', 'evidence'] as const;

export type LinkedColumn = (typeof LINKED_COLUMNS)[number];
