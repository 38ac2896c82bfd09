import { getStatedReason } from '../../annex/read-applicability';
import type { TaskRecord } from '../../school-workbook/tasks/read-tasks';
import { toMatchKey } from '../../shared/text';
import type { TaskFilter, TaskFilterId } from './task-filter';

/** Returns true for a task that is not performed though a product or a timing is printed: normal, yet listed. */
export function isContradictory({ task }: TaskRecord): boolean {
  return task.applicability === 'notPerformed' && (task.product !== '' || task.timing !== '');
}

/** Returns true for a task that is not performed without saying why. */
export function isWithoutReason({ task }: TaskRecord): boolean {
  return task.applicability === 'notPerformed' && getStatedReason(task.reason) === '';
}

export const TASK_FILTERS: Record<TaskFilterId, (row: TaskRecord) => boolean> = {
  all: () => true,
  undecided: ({ task }) => task.applicability === 'undecided',
  contradictory: isContradictory,
  notPerformed: ({ task }) => task.applicability === 'notPerformed',
  noReason: isWithoutReason,
  performed: ({ task }) => task.applicability === 'performed',
};
export const TASK_FILTER_IDS = Object.keys(TASK_FILTERS) as TaskFilterId[];

/** Documents number their areas alike: "I" of one is not "I" of another. */
export const getAreaKey = ({ document, task }: TaskRecord): string => `${document}|${task.section}`;

/** The rows that a filter shows, in the sheet's order. The search needs no diacritics. */
export function filterTaskRows(
  rows: readonly TaskRecord[],
  { id, document, area, search, summaryRows: figure }: TaskFilter,
): TaskRecord[] {
  const words = toMatchKey(search);
  const chosen = figure && new Set(figure.keys);
  return rows.filter(
    (row) =>
      TASK_FILTERS[id](row) &&
      (document === '' || row.document === document) &&
      (area === '' || getAreaKey(row) === area) &&
      (!chosen || chosen.has(row.key)) &&
      (words === '' || toMatchKey(`${row.task.id} ${row.task.content}`).includes(words)),
  );
}
