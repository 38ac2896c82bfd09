import { toMatchKey } from '../../shared/text';
import { getPlainText } from '../../sheets/cell-content';
import type { TaskTableRow } from '../school-workbook';

/**
 * Keys of rows, each once: the task's id; for a row without one its content; "#2", "#3" … where a clerk copied a row.
 */
export function buildTaskKeys(rows: readonly TaskTableRow[]): string[] {
  const seen = new Map<string, number>();
  return rows.map(({ cells }) => {
    const id = getPlainText(cells.id).trim();
    const key = id === '' ? `~${toMatchKey(getPlainText(cells.content))}` : id;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
  });
}
