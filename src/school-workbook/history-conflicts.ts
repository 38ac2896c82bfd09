import type { HistoryEntry, MetadataSheet } from './metadata-sheet';
import type { WorkbookChange } from './workbook-change';

/**
 * What a change touches, as paths from the wide to the narrow ("tasks", "tasks/IV.8", "tasks/IV.8/status"): two changes
 * meet where a path of one leads to a path of the other. '' is the whole workbook.
 */
type ChangePath = string;

const joinPath = (...parts: string[]): ChangePath =>
  parts.map((part) => part.replaceAll('/', '\u2215')).join('/');

type RowChangeParts = {
  edits: readonly { key: string; cells: object; extra?: object }[];
  add: readonly { row: object }[];
  remove: readonly string[];
};

/** Rows that come or go move others: their table is touched as a whole by whatever else adds or removes rows. */
function getRowPaths(table: string, { edits, add, remove }: RowChangeParts): ChangePath[] {
  return [
    ...edits.flatMap(({ key, cells, extra = {} }) =>
      Object.keys({ ...cells, ...extra }).map((cell) => joinPath(table, 'row', key, cell)),
    ),
    ...remove.map((key) => joinPath(table, 'row', key)),
    ...(add.length > 0 || remove.length > 0 ? [joinPath(table, 'rows')] : []),
  ];
}

function getChangedPaths(change: WorkbookChange): ChangePath[] {
  switch (change.kind) {
    case 'create':
    case 'remove':
      return [''];
    case 'several':
      return change.changes.flatMap(getChangedPaths);
    case 'revise':
      return [
        ...(change.facts ? ['facts'] : []),
        ...getRowPaths('tasks', change),
        ...(change.log ? getRowPaths('log', change.log) : []),
      ];
    case 'print':
      return ['print', 'facts/paper'];
    case 'report-sheet':
      return [joinPath('sheet', change.sheet)];
    case 'cells':
      return change.cells.map(({ row, column }) => joinPath('sheet', change.sheet, `${row},${column}`));
    case 'targets':
      return change.what === 'revise'
        ? getRowPaths('targets', { ...change, add: change.add.map((row) => ({ row })) })
        : ['targets'];
    case 'progress':
      // Making or removing the log changes columns of the annex, lines of the summary and the record.
      return change.sheets === 'absent' || change.renew
        ? ['log', 'settings', 'facts', 'tasks']
        : [
            ...getRowPaths('log', change.log),
            // Its rows follow those of the annex, and the summary has a line for each type among them.
            ...(change.log.add.length + change.log.remove.length > 0 ? ['facts/summary', 'tasks/rows'] : []),
            ...getRowPaths('tasks', { edits: change.tasks, add: [], remove: [] }),
            ...(change.settings ? ['settings'] : []),
            ...(change.unit ? ['facts/unit'] : []),
          ];
  }
}

function getAncestors(one: ChangePath): ChangePath[] {
  const parts = one.split('/');
  return ['', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))];
}

function hasOverlap(a: readonly ChangePath[], b: readonly ChangePath[]): boolean {
  const exact = new Set(b);
  const above = new Set(b.flatMap(getAncestors));
  return a.some((one) => above.has(one) || getAncestors(one).some((wide) => exact.has(wide)));
}

/** Returns the paths that an entry touched; the whole workbook if its change was not stored. */
function getEntryPaths({ changes }: MetadataSheet, { id }: HistoryEntry): ChangePath[] {
  const change = changes.get(id);
  return change ? getChangedPaths(change) : [''];
}

/**
 * Finds the entry that must be undone (or redone) before this one: the newest later entry that is done and touches
 * the same cells; for a redo else the oldest earlier entry that is undone. Needs a metadata sheet read with its
 * changes.
 * @returns null if nothing is in the way
 */
export function findBlockingEntry(metadataSheet: MetadataSheet, entry: HistoryEntry): HistoryEntry | null {
  const own = getEntryPaths(metadataSheet, entry);
  const meets = (other: HistoryEntry): boolean => hasOverlap(own, getEntryPaths(metadataSheet, other));
  const later = metadataSheet.entries.findLast(
    (other) => other.id > entry.id && other.state === 'done' && meets(other),
  );
  if (later || entry.state === 'done') return later ?? null;
  return (
    metadataSheet.entries.find((other) => other.id < entry.id && other.state === 'undone' && meets(other)) ??
    null
  );
}
