import { areaOf } from './address';
import type { RowAddition, RowEdit } from './book-change';
import { COLUMN_IDS, TASK_TABLE, taskNumberFormats } from './columns';
import type { ColumnId } from './columns';
import type { TrackedRow, TrackedTable } from './read-tasks';
import type { BookRow } from './school-book';
import type { CellContent } from './sheet-plan';
import type { Step } from './step';

const FORMATS = taskNumberFormats();

/** Cells under each other in one column are written together. */
const editSteps = (table: TrackedTable, edits: readonly RowEdit[]): Step[] => {
  const indexOf = new Map(table.rows.map(({ key, index }) => [key, index]));
  const steps: (Step & { kind: 'write-cells' })[] = [];
  for (const id of COLUMN_IDS) {
    const column = table.columns[id];
    if (column === undefined) continue;
    const cells = edits
      .flatMap(({ key, cells: edited }) => {
        const content = edited[id];
        const index = indexOf.get(key);
        return content === undefined || index === undefined ? [] : [{ index, content }];
      })
      .sort((a, b) => a.index - b.index);
    for (const { index, content } of cells) {
      const row = table.top + 1 + index;
      const last = steps.at(-1);
      if (last && last.column === table.left + column && last.row + last.cells.length === row) {
        last.cells.push([content]);
      } else {
        steps.push({
          kind: 'write-cells',
          sheet: table.sheet,
          row,
          column: table.left + column,
          cells: [[content]],
        });
      }
    }
  }
  return steps;
};

/** The cells of a row in the table's own order of columns. */
const inTableOrder = (table: TrackedTable, row: BookRow): CellContent[] => {
  const idAt = new Map(
    Object.entries(table.columns).map(([id, column]): [number, ColumnId] => [column, id as ColumnId]),
  );
  return table.headers.map((header, column) => {
    const id = idAt.get(column);
    return id ? row.cells[id] : (row.extra[header] ?? '');
  });
};

const numberFormats = (table: TrackedTable): string[] => {
  const formats = table.headers.map(() => 'General');
  for (const [id, column] of Object.entries(table.columns)) {
    formats[column] = FORMATS[COLUMN_IDS.indexOf(id as ColumnId)]!;
  }
  return formats;
};

type Move =
  { index: number; kind: 'insert'; rows: BookRow[] } | { index: number; kind: 'delete'; count: number };

/** Insertions stand before the body row `index`; neighbours that go are deleted together. */
const movesOf = (
  rows: readonly TrackedRow[],
  add: readonly RowAddition[],
  removed: readonly number[],
): Move[] => {
  const indexOf = new Map(rows.map(({ key, index }) => [key, index]));
  const inserts = new Map<number, BookRow[]>();
  for (const { after, row } of add) {
    const index = after === null ? 0 : indexOf.get(after)! + 1;
    inserts.set(index, [...(inserts.get(index) ?? []), row]);
  }
  const deletions: { index: number; count: number }[] = [];
  for (const index of [...removed].sort((a, b) => a - b)) {
    const last = deletions.at(-1);
    // Rows that come between two that go keep the two apart.
    if (last && last.index + last.count === index && !inserts.has(index)) last.count += 1;
    else deletions.push({ index, count: 1 });
  }
  return [
    ...[...inserts].map(([index, inserted]): Move => ({ index, kind: 'insert', rows: inserted })),
    ...deletions.map((deletion): Move => ({ ...deletion, kind: 'delete' })),
  ];
};

/**
 * Steps of edits, additions and removals of rows, from the bottom up so that each finds its rows where the snapshot
 * saw them. Additions and removals must name rows of the table.
 *
 * @param blanks body rows without contents that go too
 */
export const planRows = (
  table: TrackedTable,
  { edits, add, remove }: { edits: RowEdit[]; add: RowAddition[]; remove: string[] },
  blanks: readonly number[] = [],
): Step[] => {
  const indexOf = new Map(table.rows.map(({ key, index }) => [key, index]));
  const removed = [...blanks, ...remove.map((key) => indexOf.get(key)!)];
  const width = table.headers.length;
  const moves = movesOf(table.rows, add, removed).sort(
    // At one index the deletion comes first: it is of the row that an insertion would push down.
    (a, b) => b.index - a.index || (a.kind === 'delete' ? -1 : 1),
  );
  const lowest = table.top + 1 + Math.max(0, ...table.rows.map(({ index }) => index), ...blanks) + add.length;
  const fit: Step[] =
    moves.length > 0 ? [{ kind: 'fit-rows', sheet: table.sheet, first: table.top + 1, last: lowest }] : [];
  return [
    ...editSteps(table, edits),
    ...moves.map((move): Step => {
      const row = table.top + 1 + move.index;
      if (move.kind === 'delete') {
        return {
          kind: 'delete-rows',
          sheet: table.sheet,
          area: areaOf(row, table.left, move.count, width),
        };
      }
      const cells = move.rows.map((added) => inTableOrder(table, added));
      return {
        kind: 'insert-rows',
        sheet: table.sheet,
        table: TASK_TABLE,
        index: move.index,
        block: { row, column: table.left, numberFormats: numberFormats(table), cells },
      };
    }),
    ...fit,
  ];
};
