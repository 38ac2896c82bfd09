import { createRange } from '@phuluc/ooxml/a1';
import { findMax } from '../../shared/min-max';
import type { Operation } from '../../sheets/operation';
import type { CellContent } from '../../sheets/sheet-spec';
import type { TaskTable } from './read-tasks';
import type { TableRow, TableRowAddition, TableRowChanges, TableRowEdit } from './revise-table-rows';
import {
  getExtraNumberFormat,
  TASK_COLUMN_IDS,
  TASK_COLUMN_STYLES,
  TASK_TABLE,
  type TaskColumnId,
} from './task-columns';

/** A managed table: its name, its columns, and their number formats. */
export type TableDefinition<Id extends string> = {
  name: string;
  columnIds: readonly Id[];
  numberFormat: (id: Id) => string;
};

/** A managed table as it stands. */
type ExistingTable<Id extends string> = {
  sheet: string;
  top: number;
  left: number;
  columns: Partial<Record<Id, number>>;
  headers: readonly string[];
  rows: readonly { key: string; index: number }[];
};

type EditedCell = { index: number; content: CellContent };

/** Cells under each other in one column are written together. */
function createColumnOperations<Id extends string>(
  table: ExistingTable<Id>,
  column: number,
  cells: readonly EditedCell[],
): Operation[] {
  const operations: (Operation & { kind: 'write-cells' })[] = [];
  for (const { index, content } of [...cells].sort((a, b) => a.index - b.index)) {
    const row = table.top + 1 + index;
    const last = operations.at(-1);
    if (last && last.row + last.cells.length === row) last.cells.push([content]);
    else {
      const { sheet } = table;
      operations.push({
        kind: 'write-cells',
        sheet,
        row,
        column: table.left + column,
        cells: [[content]],
      });
    }
  }
  return operations;
}

function createEditOperations<Id extends string>(
  { columnIds }: TableDefinition<Id>,
  table: ExistingTable<Id>,
  edits: readonly TableRowEdit<Id>[],
): Operation[] {
  const indexes = new Map(table.rows.map(({ key, index }) => [key, index]));
  const collect = (getContent: (edit: TableRowEdit<Id>) => CellContent | undefined): EditedCell[] =>
    edits.flatMap((edit) => {
      const content = getContent(edit);
      const index = indexes.get(edit.key);
      return content === undefined || index === undefined ? [] : [{ index, content }];
    });
  const managed = columnIds.flatMap((id) => {
    const column = table.columns[id];
    return column === undefined
      ? []
      : createColumnOperations(
          table,
          column,
          collect(({ cells }) => cells[id]),
        );
  });
  const known = new Set<number | undefined>(Object.values(table.columns) as number[]);
  const others = table.headers.flatMap((header, column) =>
    known.has(column)
      ? []
      : createColumnOperations(
          table,
          column,
          collect(({ extra }) => extra?.[header]),
        ),
  );
  return [...managed, ...others];
}

/** Returns the cells of a row in the table's own order of columns. */
function toTableCells<Id extends string>(table: ExistingTable<Id>, row: TableRow<Id>): CellContent[] {
  const idsByColumn = new Map(
    (Object.entries(table.columns) as [Id, number][]).map(([id, column]): [number, Id] => [column, id]),
  );
  return table.headers.map((header, column) => {
    const id = idsByColumn.get(column);
    return id ? row.cells[id] : (row.extra[header] ?? '');
  });
}

function getNumberFormats<Id extends string>(kind: TableDefinition<Id>, table: ExistingTable<Id>): string[] {
  const formats = table.headers.map(getExtraNumberFormat);
  for (const [id, column] of Object.entries(table.columns) as [Id, number][]) {
    formats[column] = kind.numberFormat(id);
  }
  return formats;
}

type RowMove<Id extends string> =
  { index: number; kind: 'insert'; rows: TableRow<Id>[] } | { index: number; kind: 'delete'; count: number };

/** Insertions stand before the body row `index`; neighbours that go are deleted together. */
function buildRowMoves<Id extends string>(
  rows: ExistingTable<Id>['rows'],
  add: readonly TableRowAddition<Id>[],
  removed: readonly number[],
): RowMove<Id>[] {
  const indexes = new Map(rows.map(({ key, index }) => [key, index]));
  const inserts = new Map<number, TableRow<Id>[]>();
  for (const { after, row } of add) {
    const index = after === null ? 0 : indexes.get(after)! + 1;
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
    ...[...inserts].map(([index, inserted]): RowMove<Id> => ({ index, kind: 'insert', rows: inserted })),
    ...deletions.map((deletion): RowMove<Id> => ({ ...deletion, kind: 'delete' })),
  ];
}

/**
 * Steps of edits, additions and removals of rows, from the bottom up so that each finds its rows where the snapshot
 * saw them. Additions and removals must name rows of the table.
 *
 * @param blanks body rows without contents that go too
 */
export function planTableChanges<Id extends string>(
  kind: TableDefinition<Id>,
  table: ExistingTable<Id>,
  { edits, add, remove }: TableRowChanges<Id>,
  blanks: readonly number[] = [],
): Operation[] {
  const indexes = new Map(table.rows.map(({ key, index }) => [key, index]));
  const removed = [...blanks, ...remove.map((key) => indexes.get(key)!)];
  const width = table.headers.length;
  const moves = buildRowMoves(table.rows, add, removed).sort(
    // At one index the deletion comes first: it is of the row that an insertion would push down.
    (a, b) => b.index - a.index || (a.kind === 'delete' ? -1 : 1),
  );
  const lowest =
    table.top + 1 + Math.max(0, findMax(table.rows.map(({ index }) => index)), findMax(blanks)) + add.length;
  const fit: Operation[] =
    moves.length > 0 ? [{ kind: 'fit-rows', sheet: table.sheet, first: table.top + 1, last: lowest }] : [];
  return [
    ...createEditOperations(kind, table, edits),
    ...moves.map((move): Operation => {
      const row = table.top + 1 + move.index;
      if (move.kind === 'delete') {
        return {
          kind: 'delete-rows',
          sheet: table.sheet,
          area: createRange(row, table.left, move.count, width),
        };
      }
      const cells = move.rows.map((added) => toTableCells(table, added));
      return {
        kind: 'insert-rows',
        sheet: table.sheet,
        table: kind.name,
        index: move.index,
        block: { row, column: table.left, numberFormats: getNumberFormats(kind, table), cells },
      };
    }),
    ...fit,
  ];
}

const TASK_TABLE_DEFINITION: TableDefinition<TaskColumnId> = {
  name: TASK_TABLE,
  columnIds: TASK_COLUMN_IDS,
  numberFormat: (id) => TASK_COLUMN_STYLES[id].numberFormat,
};

/** Plans the changes of the table of tasks. */
export function planTaskTableChanges(
  table: TaskTable,
  changes: TableRowChanges<TaskColumnId>,
  blanks: readonly number[] = [],
): Operation[] {
  return planTableChanges(TASK_TABLE_DEFINITION, table, changes, blanks);
}
