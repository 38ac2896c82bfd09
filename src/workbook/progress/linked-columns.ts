import { parseIsoDate } from '../../annex/calendar/dates';
import type { TypedValues } from '../../annex/progress/types';
import { columnHeaders, statusWords } from '../../locales/sheet-words';
import { logSheetWords } from '../../locales/progress-sheet-words';
import { areaOf } from '../address';
import type { Area } from '../address';
import { annexValidations } from '../annex-sheet';
import { COLUMN_LOOKS } from '../columns';
import type { ColumnId } from '../columns';
import type { TrackedRow, TrackedTable } from '../read-tasks';
import { sameWord } from '../read-tasks';
import type { CellEdit } from '../revise-rows';
import type { FillPlan, ValidationPlan } from '../sheet-plan';
import type { Step } from '../step';
import { plainText } from '../typed';
import { LINKED_COLUMNS, linkedFormulas } from './log-formulas';
import type { LinkedColumn, LogHeaders, TaskHeaders } from './log-formulas';
import { readDateCell } from './log-rows';

/** Headers of the table of tasks as they stand. */
export function taskHeaders({ columns, headers }: TrackedTable): TaskHeaders {
  return Object.fromEntries(
    (Object.keys(columnHeaders) as ColumnId[]).map((id) => [
      id,
      headers[columns[id] ?? -1] ?? columnHeaders[id],
    ]),
  ) as TaskHeaders;
}

function isTyped({ book }: TrackedRow, id: LinkedColumn): boolean {
  return typeof book.cells[id] !== 'object' && plainText(book.cells[id]) !== '';
}

/**
 * What was typed on *Phụ lục* itself, before its columns were in step or over their formulas: it is the clerk's and
 * goes to the log.
 */
export function recordedOnTask(row: TrackedRow): Partial<TypedValues> {
  const { cells } = row.book;
  const status = (Object.keys(statusWords) as (keyof typeof statusWords)[]).find(
    (state) => isTyped(row, 'status') && sameWord(plainText(cells.status), statusWords[state]),
  );
  return {
    ...(status && status !== 'notStarted' && { state: status }),
    ...(isTyped(row, 'doneOn') && { doneOn: readDateCell(row.doneOn) }),
    ...(isTyped(row, 'evidence') && { evidence: row.evidence }),
    ...(isTyped(row, 'due') && parseIsoDate(readDateCell(row.due)) && { dueByHand: readDateCell(row.due) }),
  };
}

/** The cells of the columns as they were, for rows where they are not formulas; blank ones only where all are. */
export function cellsBefore(table: TrackedTable): CellEdit<ColumnId>[] {
  return table.rows.flatMap((row) => {
    const cells = LINKED_COLUMNS.filter((id) => typeof row.book.cells[id] !== 'object').map((id) => [
      id,
      row.book.cells[id],
    ]);
    return cells.length === 0 ? [] : [{ key: row.key, cells: Object.fromEntries(cells) }];
  });
}

function bodyOf(table: TrackedTable, id: ColumnId, height: number): Area | null {
  const column = table.columns[id];
  return column === undefined || height === 0 ? null : areaOf(table.top + 1, table.left + column, height, 1);
}

function refusal(area: Area): ValidationPlan {
  return {
    area,
    rule: { kind: 'custom', formula: '=FALSE' },
    alert: 'stop',
    title: logSheetWords.title,
    message: logSheetWords.derived,
  };
}

/**
 * Puts the columns in step where they are not: one formula a column. Typing there is refused by Excel from then on,
 * since the log would not know of it.
 */
export function linkSteps(table: TrackedTable, log: LogHeaders, height: number): Step[] {
  const formulas = linkedFormulas(log, taskHeaders(table));
  const wanted = LINKED_COLUMNS.filter((id) =>
    table.rows.some(({ book }) => {
      const cell = book.cells[id];
      return typeof cell !== 'object' || cell.formula !== formulas[id];
    }),
  );
  const fills = wanted.flatMap((id): FillPlan[] => {
    const area = bodyOf(table, id, height);
    const { numberFormat } = COLUMN_LOOKS[id];
    return area
      ? [{ area, formula: formulas[id], numberFormat: numberFormat === '@' ? 'General' : numberFormat }]
      : [];
  });
  if (fills.length === 0) return [];
  return [
    { kind: 'fill', sheet: table.sheet, fills },
    { kind: 'validate', sheet: table.sheet, validations: fills.map(({ area }) => refusal(area)) },
  ];
}

/**
 * The columns as they were, each in one block with its number format, which the formulas took away; rows that no edit
 * names keep what they hold.
 */
export function unlinkedCells(
  table: TrackedTable,
  height: number,
  cells: readonly CellEdit<ColumnId>[],
): Step[] {
  const edits = new Map(cells.map((edit) => [edit.key, edit.cells]));
  const rows = new Map(table.rows.map((row) => [row.index, row]));
  return LINKED_COLUMNS.flatMap((id): Step[] => {
    const column = table.columns[id];
    if (column === undefined || height === 0) return [];
    const contents = Array.from({ length: height }, (_, index) => {
      const row = rows.get(index);
      return [row ? (edits.get(row.key)?.[id] ?? row.book.cells[id]) : ''];
    });
    const block = {
      row: table.top + 1,
      column: table.left + column,
      numberFormats: [COLUMN_LOOKS[id].numberFormat],
      cells: contents,
    };
    return [{ kind: 'write-blocks', sheet: table.sheet, blocks: [block] }];
  });
}

/** Lets the columns be typed in again. */
export function unlinkSteps(table: TrackedTable, height: number): Step[] {
  const areas = new Map(LINKED_COLUMNS.map((id) => [id, bodyOf(table, id, height)]));
  const validations = annexValidations((id) => areas.get(id as LinkedColumn) ?? NOWHERE).filter(
    ({ area }) => area !== NOWHERE,
  );
  const free = [...areas].flatMap(([id, area]) => (id === 'evidence' && area ? [area] : []));
  return [
    ...free.map((area): Step => ({ kind: 'clear-validation', sheet: table.sheet, area })),
    { kind: 'validate', sheet: table.sheet, validations },
  ];
}

const NOWHERE: Area = areaOf(0, 0, 1, 1);
