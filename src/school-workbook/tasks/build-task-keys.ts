import { toMatchKey } from '../../shared/text';
import { getPlainText } from '../../sheets/cell-content';
import { numberDuplicates } from '../../sheets/read-table';
import type { TaskTableRow } from '../school-workbook';

/**
 * Keys of rows, each once: the task's id; for a row without one its content; "#2", "#3" … where a clerk copied a row.
 */
export function buildTaskKeys(rows: readonly TaskTableRow[]): string[] {
  return numberDuplicates(
    rows.map(({ cells }) => {
      const id = getPlainText(cells.id).trim();
      return id === '' ? `~${toMatchKey(getPlainText(cells.content))}` : id;
    }),
  );
}
