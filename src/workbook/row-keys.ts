import { toMatchKey } from '../annex/text';
import type { BookRow } from './school-book';
import { plainText } from './typed';

/**
 * Keys of rows, each once: the task's id; for a row without one its content; "#2", "#3" … where a clerk copied a row.
 */
export function rowKeys(rows: readonly BookRow[]): string[] {
  const seen = new Map<string, number>();
  return rows.map(({ cells }) => {
    const id = plainText(cells.id).trim();
    const key = id === '' ? `~${toMatchKey(plainText(cells.content))}` : id;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
  });
}
