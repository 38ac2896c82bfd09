import {
  buildClearedRow,
  buildEntryRow,
  type HistoryEntry,
  type HistorySubject,
  MAX_CHANGE_LENGTH,
  MAX_ENTRIES,
  MAX_HISTORY_LENGTH,
  type MetadataRow,
  type MetadataSheet,
} from './metadata-sheet';
import type { WorkbookChange } from './workbook-change';

/** Serializes a change for storage; '' if it is null or longer than may be stored. */
function serializeChange(change: WorkbookChange | null): string {
  const json = change ? JSON.stringify(change) : '';
  return json.length > MAX_CHANGE_LENGTH ? '' : json;
}

/**
 * Finds the entry that undo reverts next: the newest one that is done.
 * @returns null if there is none
 */
export function findLastDone({ entries }: MetadataSheet): HistoryEntry | null {
  return entries.findLast(({ state }) => state === 'done') ?? null;
}

/**
 * Finds the entry that redo applies next: of the undone entries after the last done one the one undone last.
 * @returns null if there is none
 */
export function findNextUndone(metadataSheet: MetadataSheet): HistoryEntry | null {
  const done = findLastDone(metadataSheet)?.id ?? -1;
  const undone = metadataSheet.entries.filter(({ id, state }) => state === 'undone' && id > done);
  return undone.reduce<HistoryEntry | null>(
    (last, entry) => (last && last.at >= entry.at ? last : entry),
    null,
  );
}

/**
 * Finds the oldest entries that must be discarded until the others fit next to `size` more characters, and until no
 * two ids up to `newest` share a row of the ring.
 */
function findDiscardedEntries(
  entries: readonly HistoryEntry[],
  size: number,
  newest: number,
): HistoryEntry[] {
  const removed: HistoryEntry[] = [];
  let retained = entries.reduce((sum, entry) => sum + entry.size, size);
  let count = entries.length + 1;
  for (const entry of entries) {
    const fits = retained <= MAX_HISTORY_LENGTH && count <= MAX_ENTRIES;
    if (fits && entry.id > newest - MAX_ENTRIES) break;
    removed.push(entry);
    retained -= entry.size;
    count -= 1;
  }
  return removed;
}

/**
 * Rows that record a new command. What had been undone from the end cannot be redone after it and is let go; an older
 * entry that was undone by itself stays.
 */
export function buildDoneEntryRows(
  metadataSheet: MetadataSheet,
  command: string,
  at: string,
  inverse: WorkbookChange | null,
  subject: HistorySubject | null = null,
): MetadataRow[] {
  const json = serializeChange(inverse);
  const last = findLastDone(metadataSheet)?.id ?? 0;
  const ended = metadataSheet.entries.filter((entry) => entry.id > last);
  const retained = metadataSheet.entries.filter((entry) => entry.id <= last);
  const id = last + 1;
  return [
    ...[...ended, ...findDiscardedEntries(retained, json.length, id)].map((entry) =>
      buildClearedRow(entry.id),
    ),
    buildEntryRow({ id, command, at, state: 'done', size: json.length, ...(subject && { subject }) }, json),
  ];
}

/** Rows that record that an entry was undone or done again; `inverse` leads back. */
export function buildSwitchedEntryRows(
  metadataSheet: MetadataSheet,
  entry: HistoryEntry,
  at: string,
  inverse: WorkbookChange | null,
): MetadataRow[] {
  const json = serializeChange(inverse);
  const others = metadataSheet.entries.filter(({ id }) => id !== entry.id);
  const state = entry.state === 'done' ? 'undone' : 'done';
  return [
    ...findDiscardedEntries(others, json.length, entry.id).map(({ id }) => buildClearedRow(id)),
    buildEntryRow({ ...entry, at, state, size: json.length }, json),
  ];
}
