import type { BookChange } from './book-change';
import type { HistoryEntry, WorkbookRecord } from './record';

/**
 * What a change touches, as paths from the wide to the narrow ("tasks", "tasks/IV.8", "tasks/IV.8/status"): two changes
 * meet where a path of one leads to a path of the other. '' is the whole workbook.
 */
type Path = string;

const path = (...parts: string[]): Path => parts.map((part) => part.replaceAll('/', '\u2215')).join('/');

type RowParts = {
  edits: readonly { key: string; cells: object }[];
  add: readonly { row: object }[];
  remove: readonly string[];
};

/** Rows that come or go move others: their table is touched as a whole by whatever else adds or removes rows. */
function rowPaths(table: string, { edits, add, remove }: RowParts): Path[] {
  return [
    ...edits.flatMap(({ key, cells }) => Object.keys(cells).map((cell) => path(table, 'row', key, cell))),
    ...remove.map((key) => path(table, 'row', key)),
    ...(add.length > 0 || remove.length > 0 ? [path(table, 'rows')] : []),
  ];
}

function touchedBy(change: BookChange): Path[] {
  switch (change.kind) {
    case 'create':
    case 'remove':
      return [''];
    case 'several':
      return change.changes.flatMap(touchedBy);
    case 'revise':
      return [...(change.facts ? ['facts'] : []), ...rowPaths('tasks', change)];
    case 'print':
      return ['print', 'facts/paper'];
    case 'report-sheet':
      return [path('sheet', change.sheet)];
    case 'cells':
      return change.cells.map(({ row, column }) => path('sheet', change.sheet, `${row},${column}`));
    case 'targets':
      return change.what === 'revise'
        ? rowPaths('targets', { ...change, add: change.add.map((row) => ({ row })) })
        : ['targets'];
    case 'progress':
      // Making or removing the log changes columns of the annex, lines of the summary and the record.
      return change.sheets === 'absent' || change.renew
        ? ['log', 'settings', 'facts', 'tasks']
        : [
            ...rowPaths('log', change.log),
            // Its rows follow those of the annex, and the summary has a line for each type among them.
            ...(change.log.add.length + change.log.remove.length > 0 ? ['facts/summary', 'tasks/rows'] : []),
            ...rowPaths('tasks', { edits: change.tasks, add: [], remove: [] }),
            ...(change.settings ? ['settings'] : []),
            ...(change.unit ? ['facts/unit'] : []),
          ];
  }
}

function ancestors(one: Path): Path[] {
  const parts = one.split('/');
  return ['', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))];
}

function meet(a: readonly Path[], b: readonly Path[]): boolean {
  const exact = new Set(b);
  const above = new Set(b.flatMap(ancestors));
  return a.some((one) => above.has(one) || ancestors(one).some((wide) => exact.has(wide)));
}

/** What an entry touched; the whole workbook where its change was not kept. */
function touchedOf({ changes }: WorkbookRecord, { id }: HistoryEntry): Path[] {
  const change = changes.get(id);
  return change ? touchedBy(change) : [''];
}

/**
 * The entry that must be undone (or done again) before this one: the newest later one that is done and touches the same
 * cells; for one that is to be done again, else the oldest earlier one that is undone. Null where nothing is in the way.
 * Needs a record read with its changes.
 */
export function entryInTheWay(record: WorkbookRecord, entry: HistoryEntry): HistoryEntry | null {
  const own = touchedOf(record, entry);
  const meets = (other: HistoryEntry): boolean => meet(own, touchedOf(record, other));
  const later = record.entries.findLast(
    (other) => other.id > entry.id && other.state === 'done' && meets(other),
  );
  if (later || entry.state === 'done') return later ?? null;
  return (
    record.entries.find((other) => other.id < entry.id && other.state === 'undone' && meets(other)) ?? null
  );
}
