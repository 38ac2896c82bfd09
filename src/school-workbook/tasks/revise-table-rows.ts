import { isSameFormula } from '../../sheets/normalize-formula';
import type { CellContent } from '../../sheets/sheet-spec';
import type { TaskTableRow } from '../school-workbook';
import { buildTaskKeys } from './build-task-keys';

/** A row of a managed table; `extra` holds the cells of columns that the clerk added, by header. */
export type TableRow<Id extends string> = {
  cells: Record<Id, CellContent>;
  extra: Record<string, CellContent>;
};

/** `extra`: cells of columns that are not managed, by header. */
export type TableRowEdit<Id extends string> = {
  key: string;
  cells: Partial<Record<Id, CellContent>>;
  extra?: Record<string, CellContent>;
};

/** A row that goes after the row of a key (null: before all). Rows after the same key keep their order. */
export type TableRowAddition<Id extends string> = { after: string | null; row: TableRow<Id> };

/** Rows are named by their keys, so that they are found after the clerk has sorted or moved the table. */
export type TableRowChanges<Id extends string> = {
  edits: TableRowEdit<Id>[];
  add: TableRowAddition<Id>[];
  remove: string[];
};

type RetainedRow<Id extends string> = { row: TableRow<Id>; before: number | null };

function isSameContent(a: CellContent, b: CellContent): boolean {
  return typeof a === 'object' && typeof b === 'object' ? isSameFormula(a.formula, b.formula) : a === b;
}

function applyRowEdit<Id extends string>(
  row: TableRow<Id>,
  edit: TableRowEdit<Id> | undefined,
): TableRow<Id> {
  return edit
    ? { ...row, cells: { ...row.cells, ...edit.cells }, extra: { ...row.extra, ...edit.extra } }
    : row;
}

/** Returns the cells that an edit changes; of the columns that are not managed only those that the table has. */
function selectChanged<Id extends string>(
  row: TableRow<Id>,
  { key, cells, extra = {} }: TableRowEdit<Id>,
): TableRowEdit<Id> | null {
  const changed = (Object.entries(cells) as [Id, CellContent][]).filter(
    ([id, content]) => !isSameContent(row.cells[id], content),
  );
  const others = Object.entries(extra).filter(
    ([header, content]) => row.extra[header] !== undefined && !isSameContent(row.extra[header], content),
  );
  if (changed.length + others.length === 0) return null;
  return {
    key,
    cells: Object.fromEntries(changed) as TableRowEdit<Id>['cells'],
    ...(others.length > 0 && { extra: Object.fromEntries(others) }),
  };
}

/** Groups by key, in order. */
function groupByKey<T>(items: readonly T[], key: (item: T) => string | null): Map<string | null, T[]> {
  const groups = new Map<string | null, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/**
 * Applies a revision to rows and returns the revision that leads back. Edits of missing rows and cells that already
 * hold the new content are left out; additions after a missing row go to the end.
 *
 * @returns `effective` is the revision with only what does something
 */
export function reviseTableRows<Id extends string>(
  buildKeys: (rows: readonly TableRow<Id>[]) => string[],
  rows: readonly TableRow<Id>[],
  { edits, add, remove }: TableRowChanges<Id>,
): { rows: TableRow<Id>[]; effective: TableRowChanges<Id>; inverse: TableRowChanges<Id> } {
  const keys = buildKeys(rows);
  const indexes = new Map(keys.map((key, index) => [key, index]));
  const removed = new Set(remove.filter((key) => indexes.has(key)));
  const editsByKey = new Map<string, TableRowEdit<Id>>();
  for (const edit of edits) {
    const row = rows[indexes.get(edit.key) ?? -1];
    const changed = row && !removed.has(edit.key) ? selectChanged(row, edit) : null;
    if (changed) editsByKey.set(edit.key, changed);
  }
  const additions = groupByKey(
    add.map(({ after, row }) => ({
      after: after === null || indexes.has(after) ? after : (keys.at(-1) ?? null),
      row,
    })),
    ({ after }) => after,
  );
  const added = (after: string | null): RetainedRow<Id>[] =>
    (additions.get(after) ?? []).map(({ row }) => ({ row, before: null }));
  const result: RetainedRow<Id>[] = [
    ...added(null),
    ...rows.flatMap((row, index): RetainedRow<Id>[] => {
      const key = keys[index]!;
      const retained = removed.has(key)
        ? []
        : [{ row: applyRowEdit(row, editsByKey.get(key)), before: index }];
      return [...retained, ...added(key)];
    }),
  ];

  const after = result.map(({ row }) => row);
  const keysAfter = buildKeys(after);
  const keyAfter = new Map(result.map(({ before }, position) => [before, keysAfter[position]!]));
  const inverseEdits = [...editsByKey.values()].map(({ key, cells, extra }): TableRowEdit<Id> => {
    const index = indexes.get(key)!;
    const previous = rows[index]!;
    return {
      key: keyAfter.get(index)!,
      cells: Object.fromEntries(
        (Object.keys(cells) as Id[]).map((id) => [id, previous.cells[id]]),
      ) as TableRowEdit<Id>['cells'],
      ...(extra && {
        extra: Object.fromEntries(Object.keys(extra).map((header) => [header, previous.extra[header]!])),
      }),
    };
  });
  let survivor: string | null = null;
  const inverseAdd: TableRowAddition<Id>[] = [];
  for (const [index, row] of rows.entries()) {
    if (removed.has(keys[index]!)) inverseAdd.push({ after: survivor, row });
    else survivor = keyAfter.get(index)!;
  }
  return {
    rows: after,
    effective: {
      edits: [...editsByKey.values()],
      add: [...additions.values()].flat(),
      remove: [...removed],
    },
    inverse: {
      edits: inverseEdits,
      add: inverseAdd,
      remove: result.flatMap(({ before }, position) => (before === null ? [keysAfter[position]!] : [])),
    },
  };
}

/** Revises the rows of the table of tasks. */
export function reviseTaskRows(
  rows: readonly TaskTableRow[],
  changes: TableRowChanges<keyof TaskTableRow['cells']>,
): ReturnType<typeof reviseTableRows<keyof TaskTableRow['cells']>> {
  return reviseTableRows(buildTaskKeys, rows, changes);
}
