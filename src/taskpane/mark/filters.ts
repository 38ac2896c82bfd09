import { matchKey } from '../../annex/text';
import type { TrackedRow } from '../../workbook/read-tasks';

export type FilterId = 'all' | 'undecided' | 'contradictory' | 'notPerformed' | 'performed';

/** A task that does not apply needs no product and no time; one that has them deserves a look. */
export function isContradictory({ task }: TrackedRow): boolean {
  return task.applicability === 'notPerformed' && (task.product !== '' || task.timing !== '');
}

export const FILTERS: Record<FilterId, (row: TrackedRow) => boolean> = {
  all: () => true,
  undecided: ({ task }) => task.applicability === 'undecided',
  contradictory: isContradictory,
  notPerformed: ({ task }) => task.applicability === 'notPerformed',
  performed: ({ task }) => task.applicability === 'performed',
};
export const FILTER_IDS = Object.keys(FILTERS) as FilterId[];

/** Rows behind a figure of the summary: their keys, chosen there. */
export type Figure = { keys: readonly string[] };

export type Filter = { id: FilterId; area: string; search: string; figure: Figure | null };
export const NO_FILTER: Filter = { id: 'all', area: '', search: '', figure: null };

/** The rows that a filter shows, in the sheet's order. The search needs no diacritics. */
export function shownRows(rows: readonly TrackedRow[], { id, area, search, figure }: Filter): TrackedRow[] {
  const words = matchKey(search);
  const chosen = figure && new Set(figure.keys);
  return rows.filter(
    (row) =>
      FILTERS[id](row) &&
      (area === '' || row.task.section === area) &&
      (!chosen || chosen.has(row.key)) &&
      (words === '' || matchKey(`${row.task.id} ${row.task.content}`).includes(words)),
  );
}
