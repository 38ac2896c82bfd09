import { parseSectionLabel } from '../../annex/section-label';
import type { Applicability, Task } from '../../annex/types';
import type { Problem } from '../../shared/problem';
import { err, ok, problem, type Result } from '../../shared/result';
import { cleanText, foldCase, toMatchKey } from '../../shared/text';
import { toCellContent } from '../../sheets/cell-content';
import type { CellValue } from '../../sheets/cell-value';
import {
  ALTERNATIVE_HEADERS,
  APPLICABILITY_LABELS,
  COLUMN_HEADERS,
  STATUS_LABELS,
} from '../../sheets/labels/school-labels';
import type { TaskCells, TaskTableRow } from '../school-workbook';
import type { Snapshot, TableSnapshot } from '../snapshot';
import { buildTaskKeys } from './build-task-keys';
import { REQUIRED_TASK_COLUMNS, TASK_COLUMN_IDS, TASK_TABLE, type TaskColumnId } from './task-columns';

export type TaskStatus = keyof typeof STATUS_LABELS;

/** A task with what the unit has recorded of it. */
export type TaskRecord = {
  /** See `rowKeys`. */
  key: string;
  /** 0-based within the table's body. */
  index: number;
  task: Task;
  /** Null where the cell is blank or holds other words. */
  status: TaskStatus | null;
  /** Serial numbers, or what else was typed; '' where blank. */
  due: CellValue;
  doneOn: CellValue;
  evidence: string;
  /** The cells as they are to be written again. */
  tableRow: TaskTableRow;
};

export type TaskTable = {
  sheet: string;
  /** Row of the header and first column on the sheet, 0-based. */
  top: number;
  left: number;
  /** Where each column stands in the table now; a column that was deleted is absent. */
  columns: Partial<Record<TaskColumnId, number>>;
  /** All headers, from the left. */
  headers: string[];
  rows: TaskRecord[];
};

/**
 * Finds the columns by their headers: the written ones first, then alternatives; each column of the sheet is used
 * once.
 */
export function findColumns<Id extends string>(
  headers: readonly string[],
  managed: Readonly<Record<Id, string>>,
  others: Partial<Record<Id, readonly string[]>> = {},
): Partial<Record<Id, number>> {
  const keys = headers.map(toMatchKey);
  const ids = Object.keys(managed) as Id[];
  const columns: Partial<Record<Id, number>> = {};
  const taken = new Set<number>();
  const assignColumn = (id: Id, names: readonly string[]): void => {
    if (columns[id] !== undefined) return;
    const wanted = names.map(toMatchKey);
    const found = keys.findIndex((key, index) => !taken.has(index) && wanted.includes(key));
    if (found < 0) return;
    columns[id] = found;
    taken.add(found);
  };
  for (const id of ids) assignColumn(id, [managed[id]]);
  for (const id of ids) assignColumn(id, others[id] ?? []);
  return columns;
}

export function findTaskColumns(headers: readonly string[]): Partial<Record<TaskColumnId, number>> {
  return findColumns(headers, COLUMN_HEADERS, ALTERNATIVE_HEADERS);
}

/** Compares as COUNTIFS does: without case, with everything else. */
export function isSameWord(value: CellValue, word: string): boolean {
  return typeof value === 'string' && foldCase(value) === foldCase(word);
}

function parseApplicabilityCell(value: CellValue): Applicability {
  return isSameWord(value, APPLICABILITY_LABELS.performed)
    ? 'performed'
    : isSameWord(value, APPLICABILITY_LABELS.notPerformed)
      ? 'notPerformed'
      : 'undecided';
}

function parseStatusCell(value: CellValue): TaskStatus | null {
  return (
    (Object.keys(STATUS_LABELS) as TaskStatus[]).find((status) => isSameWord(value, STATUS_LABELS[status])) ??
    null
  );
}

/** Parses section and title from the section's label, else the section from the id ("IV.8" with TT 8). */
function parseSectionCell(area: string, id: string, tt: string): { section: string; title: string } {
  if (tt !== '' && id.endsWith(`.${tt}`)) {
    const section = id.slice(0, -tt.length - 1);
    const label = parseSectionLabel(area);
    return { section, title: label.section === section ? label.title : area };
  }
  return parseSectionLabel(area);
}

function toTask(values: Record<TaskColumnId, CellValue>): Task {
  const text = (id: TaskColumnId): string => cleanText(String(values[id]));
  const { section, title } = parseSectionCell(text('area'), text('id'), text('tt'));
  return {
    id: text('id'),
    section,
    sectionTitle: title,
    tt: text('tt'),
    content: text('content'),
    leadUnit: text('leadUnit'),
    coordinatingUnit: text('coordinatingUnit'),
    applicability: parseApplicabilityCell(values.applicability),
    reason: text('reason'),
    product: text('product'),
    timing: text('timing'),
    note: text('note'),
  };
}

function mapTaskColumns<T>(pick: (id: TaskColumnId) => T): Record<TaskColumnId, T> {
  return Object.fromEntries(TASK_COLUMN_IDS.map((id) => [id, pick(id)])) as Record<TaskColumnId, T>;
}

/**
 * Reads the table of tasks back: columns by their headers wherever they stand, the clerk's own columns kept apart,
 * rows in the order of the sheet, blank ones left out.
 */
export function readTaskTable(table: TableSnapshot): Result<TaskTable> {
  if (table.isHeaderOff) return err('header-row-off', { sheet: table.sheet });
  const headers = (table.values[0] ?? []).map(String);
  const columns = findTaskColumns(headers);
  const missing = REQUIRED_TASK_COLUMNS.filter((id) => columns[id] === undefined);
  if (missing.length > 0) {
    const problems = missing.map((id): Problem =>
      problem('column-missing', { sheet: table.sheet }, { column: COLUMN_HEADERS[id] }),
    );
    return err(problems);
  }
  const managed = new Set(Object.values(columns));
  const others = headers
    .map((header, index) => ({ header, index }))
    .filter(({ index }) => !managed.has(index));

  const read = table.values.slice(1).flatMap((cells, index) => {
    if (cells.every((value) => value === '')) return [];
    const formulas = table.formulas?.[index + 1];
    const values = mapTaskColumns((id): CellValue => cells[columns[id] ?? -1] ?? '');
    const content = (column: number | undefined) =>
      column === undefined ? '' : toCellContent(cells[column] ?? '', formulas?.[column]);
    const tableRow: TaskTableRow = {
      cells: mapTaskColumns((id) => content(columns[id])) satisfies TaskCells,
      extra: Object.fromEntries(others.map((other) => [other.header, content(other.index)])),
    };
    return [{ index, values, book: tableRow }];
  });
  const keys = buildTaskKeys(read.map(({ book: tableRow }) => tableRow));
  const rows = read.map(({ index, values, book: tableRow }, position): TaskRecord => ({
    key: keys[position]!,
    index,
    task: toTask(values),
    status: parseStatusCell(values.status),
    due: values.due,
    doneOn: values.doneOn,
    evidence: cleanText(String(values.evidence)),
    tableRow,
  }));
  const { sheet, top, left } = table;
  return ok({ sheet, top, left, columns, headers, rows });
}

/** Reads the table of tasks. A table of that name in a workbook that the add-in never wrote is somebody else's. */
export function readTasks({ tasks, metadataSheet }: Snapshot): Result<TaskTable> {
  if (!tasks) return err('no-annex-sheet', {});
  const read = readTaskTable(tasks);
  return read.ok || metadataSheet.metadata
    ? read
    : err('table-name-taken', { sheet: tasks.sheet }, { table: TASK_TABLE });
}
