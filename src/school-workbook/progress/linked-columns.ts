import { type CellRange, createRange } from '@phuluc/ooxml/a1';
import type { TypedValues } from '../../progress/types';
import { parseIsoDate } from '../../shared/dates';
import { getPlainText } from '../../sheets/cell-content';
import { LOG_SHEET_LABELS } from '../../sheets/labels/progress-labels';
import { COLUMN_HEADERS } from '../../sheets/labels/school-labels';
import { isSameFormula } from '../../sheets/normalize-formula';
import type { Operation } from '../../sheets/operation';
import { getCurrentHeaders } from '../../sheets/read-table';
import type { FillSpec, ValidationSpec } from '../../sheets/sheet-spec';
import { buildAnnexValidations } from '../tasks/annex-sheet';
import { type TaskRecord, type TaskTable } from '../tasks/read-tasks';
import type { TableRowChanges, TableRowEdit } from '../tasks/revise-table-rows';
import { TASK_COLUMN_STYLES, type TaskColumnId } from '../tasks/task-columns';
import { LINKED_COLUMNS, type LinkedColumn } from './linked-column-ids';
import { buildLinkedFormulas, type LogHeaders, type TaskHeaders } from './log-formulas';
import { readDateContent } from './log-rows';

/** Headers of the table of tasks as they stand. */
export const getTaskHeaders = (table: TaskTable): TaskHeaders => getCurrentHeaders(table, COLUMN_HEADERS);

function isTypedCell({ tableRow }: TaskRecord, id: LinkedColumn): boolean {
  return typeof tableRow.cells[id] !== 'object' && getPlainText(tableRow.cells[id]) !== '';
}

/**
 * Returns what was typed on *Phụ lục* itself, before its columns were linked or over their formulas; it is the
 * clerk's and goes to the log.
 */
export function getValuesTypedOnTask(row: TaskRecord): Partial<TypedValues> {
  const status = isTypedCell(row, 'status') ? row.status : null;
  return {
    ...(status && status !== 'notStarted' && { state: status }),
    ...(isTypedCell(row, 'doneOn') && { doneOn: readDateContent(row.doneOn) }),
    ...(isTypedCell(row, 'evidence') && { evidence: row.evidence }),
    ...(isTypedCell(row, 'due') &&
      parseIsoDate(readDateContent(row.due)) && { dueByHand: readDateContent(row.due) }),
  };
}

/** Captures the cells of the linked columns in rows where they are not formulas. */
export function captureLinkedCells(table: TaskTable): TableRowEdit<TaskColumnId>[] {
  return table.rows.flatMap((row) => {
    const cells = LINKED_COLUMNS.filter((id) => typeof row.tableRow.cells[id] !== 'object').map((id) => [
      id,
      row.tableRow.cells[id],
    ]);
    return cells.length === 0 ? [] : [{ key: row.key, cells: Object.fromEntries(cells) }];
  });
}

function getColumnBody(table: TaskTable, id: TaskColumnId, height: number): CellRange | null {
  const column = table.columns[id];
  return column === undefined || height === 0
    ? null
    : createRange(table.top + 1, table.left + column, height, 1);
}

function createRejectingValidation(area: CellRange): ValidationSpec {
  return {
    area,
    rule: { kind: 'custom', formula: '=FALSE' },
    alert: 'stop',
    title: LOG_SHEET_LABELS.title,
    message: LOG_SHEET_LABELS.derived,
  };
}

/**
 * Puts the columns in step where they are not: one formula a column. Typing there is refused by Excel from then on,
 * since the log would not know of it.
 */
export function createLinkOperations(table: TaskTable, log: LogHeaders, height: number): Operation[] {
  const formulas = buildLinkedFormulas(log, getTaskHeaders(table));
  const wanted = LINKED_COLUMNS.filter((id) =>
    table.rows.some(({ tableRow }) => {
      const cell = tableRow.cells[id];
      return typeof cell !== 'object' || !isSameFormula(cell.formula, formulas[id]);
    }),
  );
  return createFillOperations(table, formulas, wanted, height);
}

/** Runs of body rows that a revision adds, where they stand afterwards. */
function findAddedRows(
  table: TaskTable,
  { add, remove }: Pick<TableRowChanges<TaskColumnId>, 'add' | 'remove'>,
): { index: number; count: number }[] {
  const indexes = new Map(table.rows.map(({ key, index }) => [key, index]));
  const counts = new Map<number, number>();
  for (const { after } of add) {
    const before = after === null ? -1 : (indexes.get(after) ?? -1);
    counts.set(before, (counts.get(before) ?? 0) + 1);
  }
  const removed = remove.flatMap((key) => indexes.get(key) ?? []);
  let added = 0;
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([before, count]) => {
      const index = before + 1 + added - removed.filter((row) => row <= before).length;
      added += count;
      return { index, count };
    });
}

/** Puts the columns in step in the rows that a revision adds to a workbook with a log. */
export function createAddedLinkOperations(
  table: TaskTable,
  log: LogHeaders,
  changes: Pick<TableRowChanges<TaskColumnId>, 'add' | 'remove'>,
): Operation[] {
  const formulas = buildLinkedFormulas(log, getTaskHeaders(table));
  return findAddedRows(table, changes).flatMap(({ index, count }) =>
    createFillOperations({ ...table, top: table.top + index }, formulas, LINKED_COLUMNS, count),
  );
}

function createFillOperations(
  table: TaskTable,
  formulas: Record<LinkedColumn, string>,
  ids: readonly LinkedColumn[],
  height: number,
): Operation[] {
  const fills = ids.flatMap((id): FillSpec[] => {
    const area = getColumnBody(table, id, height);
    const { numberFormat } = TASK_COLUMN_STYLES[id];
    return area
      ? [{ area, formula: formulas[id], numberFormat: numberFormat === '@' ? 'General' : numberFormat }]
      : [];
  });
  if (fills.length === 0) return [];
  return [
    { kind: 'fill', sheet: table.sheet, fills },
    {
      kind: 'validate',
      sheet: table.sheet,
      validations: fills.map(({ area }) => createRejectingValidation(area)),
    },
  ];
}

/**
 * Creates the operations that restore the columns, each in one block with its number format, which the formulas had
 * replaced; rows that no edit names stay.
 */
export function createCellRestoreOperations(
  table: TaskTable,
  height: number,
  cells: readonly TableRowEdit<TaskColumnId>[],
): Operation[] {
  const edits = new Map(cells.map((edit) => [edit.key, edit.cells]));
  const rows = new Map(table.rows.map((row) => [row.index, row]));
  return LINKED_COLUMNS.flatMap((id): Operation[] => {
    const column = table.columns[id];
    if (column === undefined || height === 0) return [];
    const contents = Array.from({ length: height }, (_, index) => {
      const row = rows.get(index);
      return [row ? (edits.get(row.key)?.[id] ?? row.tableRow.cells[id]) : ''];
    });
    const block = {
      row: table.top + 1,
      column: table.left + column,
      numberFormats: [TASK_COLUMN_STYLES[id].numberFormat],
      cells: contents,
    };
    return [{ kind: 'write-blocks', sheet: table.sheet, blocks: [block] }];
  });
}

/** Lets the columns be typed in again. */
export function createUnlinkOperations(table: TaskTable, height: number): Operation[] {
  const areas = new Map(LINKED_COLUMNS.map((id) => [id, getColumnBody(table, id, height)]));
  const validations = buildAnnexValidations((id) => areas.get(id as LinkedColumn) ?? NO_RANGE).filter(
    ({ area }) => area !== NO_RANGE,
  );
  const free = [...areas].flatMap(([id, area]) => (id === 'evidence' && area ? [area] : []));
  return [
    ...free.map((area): Operation => ({ kind: 'clear-validation', sheet: table.sheet, area })),
    { kind: 'validate', sheet: table.sheet, validations },
  ];
}

const NO_RANGE: CellRange = createRange(0, 0, 1, 1);
