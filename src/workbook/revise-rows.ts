import type { Revision, RowAddition, RowEdit } from './book-change';
import type { ColumnId } from './columns';
import { rowKeys } from './row-keys';
import type { BookRow } from './school-book';
import type { CellContent } from './sheet-plan';

type Kept = { row: BookRow; before: number | null };

const sameContent = (a: CellContent, b: CellContent): boolean =>
  typeof a === 'object' && typeof b === 'object' ? a.formula === b.formula : a === b;

const withCells = (row: BookRow, edit: RowEdit | undefined): BookRow =>
  edit ? { ...row, cells: { ...row.cells, ...edit.cells } } : row;

/** Groups by key, in order. */
const grouped = <T>(items: readonly T[], key: (item: T) => string | null): Map<string | null, T[]> => {
  const groups = new Map<string | null, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
};

/**
 * The rows after a revision, and the revision that leads back. Edits of rows that are not there any more and cells
 * that hold the new content already are left out; additions after a row that is gone go to the end.
 *
 * @returns `effective` is the revision with only what does something
 */
export const reviseRows = (
  rows: readonly BookRow[],
  { edits, add, remove }: Pick<Revision, 'edits' | 'add' | 'remove'>,
): {
  rows: BookRow[];
  effective: { edits: RowEdit[]; add: RowAddition[]; remove: string[] };
  inverse: { edits: RowEdit[]; add: RowAddition[]; remove: string[] };
} => {
  const keys = rowKeys(rows);
  const indexOf = new Map(keys.map((key, index) => [key, index]));
  const removed = new Set(remove.filter((key) => indexOf.has(key)));
  const editOf = new Map<string, RowEdit>();
  for (const { key, cells } of edits) {
    const row = rows[indexOf.get(key) ?? -1];
    if (!row || removed.has(key)) continue;
    const changed = Object.entries(cells).filter(
      ([id, content]) => !sameContent(row.cells[id as ColumnId], content),
    );
    if (changed.length > 0) editOf.set(key, { key, cells: Object.fromEntries(changed) });
  }
  const additions = grouped(
    add.map(({ after, row }) => ({
      after: after === null || indexOf.has(after) ? after : (keys.at(-1) ?? null),
      row,
    })),
    ({ after }) => after,
  );
  const added = (after: string | null): Kept[] =>
    (additions.get(after) ?? []).map(({ row }) => ({ row, before: null }));
  const result: Kept[] = [
    ...added(null),
    ...rows.flatMap((row, index): Kept[] => {
      const key = keys[index]!;
      const kept = removed.has(key) ? [] : [{ row: withCells(row, editOf.get(key)), before: index }];
      return [...kept, ...added(key)];
    }),
  ];

  const after = result.map(({ row }) => row);
  const keysAfter = rowKeys(after);
  const keyAfter = new Map(result.map(({ before }, position) => [before, keysAfter[position]!]));
  const inverseEdits = [...editOf.values()].map(({ key, cells }): RowEdit => {
    const index = indexOf.get(key)!;
    const was = rows[index]!.cells;
    return {
      key: keyAfter.get(index)!,
      cells: Object.fromEntries(Object.keys(cells).map((id) => [id, was[id as ColumnId]])),
    };
  });
  let survivor: string | null = null;
  const inverseAdd: RowAddition[] = [];
  for (const [index, row] of rows.entries()) {
    if (removed.has(keys[index]!)) inverseAdd.push({ after: survivor, row });
    else survivor = keyAfter.get(index)!;
  }
  return {
    rows: after,
    effective: {
      edits: [...editOf.values()],
      add: [...additions.values()].flat(),
      remove: [...removed],
    },
    inverse: {
      edits: inverseEdits,
      add: inverseAdd,
      remove: result.flatMap(({ before }, position) => (before === null ? [keysAfter[position]!] : [])),
    },
  };
};
