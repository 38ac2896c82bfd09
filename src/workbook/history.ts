import type { BookChange } from './book-change';
import { LARGEST_KEPT, MOST_ENTRIES, MOST_KEPT, clearedRow, entryRow } from './record';
import type { HistoryEntry, RecordRow, WorkbookRecord } from './record';

/** The change as it is kept; '' where it is null or larger than may be kept. */
export function keptJson(change: BookChange | null): string {
  const json = change ? JSON.stringify(change) : '';
  return json.length > LARGEST_KEPT ? '' : json;
}

/** What undo would take back next: the newest entry that is done. */
export function lastDone({ entries }: WorkbookRecord): HistoryEntry | null {
  return entries.findLast(({ state }) => state === 'done') ?? null;
}

/** What redo would do next: of the undone entries after all that are done the one undone last. */
export function nextUndone(record: WorkbookRecord): HistoryEntry | null {
  const done = lastDone(record)?.id ?? -1;
  const undone = record.entries.filter(({ id, state }) => state === 'undone' && id > done);
  return undone.reduce<HistoryEntry | null>(
    (last, entry) => (last && last.at >= entry.at ? last : entry),
    null,
  );
}

/**
 * Oldest entries first are let go until what stays fits beside `size` more characters, and no two ids up to `newest`
 * share a row of the ring.
 */
function letGo(entries: readonly HistoryEntry[], size: number, newest: number): HistoryEntry[] {
  const gone: HistoryEntry[] = [];
  let kept = entries.reduce((sum, entry) => sum + entry.size, size);
  let count = entries.length + 1;
  for (const entry of entries) {
    const fits = kept <= MOST_KEPT && count <= MOST_ENTRIES;
    if (fits && entry.id > newest - MOST_ENTRIES) break;
    gone.push(entry);
    kept -= entry.size;
    count -= 1;
  }
  return gone;
}

/**
 * Rows that record a new command. What had been undone from the end cannot be redone after it and is let go; an older
 * entry that was undone by itself stays.
 */
export function recordDone(
  record: WorkbookRecord,
  command: string,
  at: string,
  inverse: BookChange | null,
): RecordRow[] {
  const json = keptJson(inverse);
  const last = lastDone(record)?.id ?? 0;
  const ended = record.entries.filter((entry) => entry.id > last);
  const kept = record.entries.filter((entry) => entry.id <= last);
  const id = last + 1;
  return [
    ...[...ended, ...letGo(kept, json.length, id)].map((entry) => clearedRow(entry.id)),
    entryRow({ id, command, at, state: 'done', size: json.length }, json),
  ];
}

/** Rows that record that an entry was undone or done again; `inverse` leads back. */
export function recordSwitched(
  record: WorkbookRecord,
  entry: HistoryEntry,
  at: string,
  inverse: BookChange | null,
): RecordRow[] {
  const json = keptJson(inverse);
  const others = record.entries.filter(({ id }) => id !== entry.id);
  const state = entry.state === 'done' ? 'undone' : 'done';
  return [
    ...letGo(others, json.length, entry.id).map(({ id }) => clearedRow(id)),
    entryRow({ ...entry, at, state, size: json.length }, json),
  ];
}
