import { createRange } from '@phuluc/ooxml/a1';
import type { CellValue } from '../../sheets/cell-value';
import { COLUMN_HEADERS } from '../../sheets/labels/school-labels';
import { isSameName } from '../../sheets/sheet-names';
import { LOG_TABLE } from '../progress/log-columns';
import { TARGET_TABLE } from '../targets/target-columns';
import { findTaskColumns, REQUIRED_TASK_COLUMNS, TASK_COLUMN_IDS, TASK_TABLE } from '../tasks/task-columns';
import type { HealthIssue } from './health-issue';
import type { HealthSnapshot, TableState, UsedCells } from './health-snapshot';

/** With fewer of our headers it may be anybody's table. */
const MIN_HEADERS = 8;

/** Returns true if these are the headers of the table of tasks, whatever other columns there are. */
export function isTaskHeaderRow(headers: readonly CellValue[]): boolean {
  const columns = findTaskColumns(headers);
  return (
    REQUIRED_TASK_COLUMNS.every((id) => columns[id] !== undefined) &&
    Object.keys(columns).length >= MIN_HEADERS
  );
}

/**
 * Finds where a table of tasks was converted to a range.
 * @returns null if there is none
 */
function findLostTable({ sheet, top, left, values }: UsedCells): HealthIssue | null {
  const header = values.findIndex(isTaskHeaderRow);
  const headers = values[header];
  if (!headers) return null;
  const content = findTaskColumns(headers).content ?? 0;
  const first = headers.findIndex((value) => value !== '');
  const after = headers.findIndex((value, index) => index > first && value === '');
  const width = (after < 0 ? headers.length : after) - first;
  const last = values.findLastIndex((row, index) => index > header && (row[content] ?? '') !== '');
  const area = createRange(top + header, left + first, Math.max(2, last - header + 1), width);
  return {
    code: 'table-lost',
    place: { sheet },
    details: { rows: Math.max(0, last - header) },
    fix: { kind: 'make-table', sheet, area },
  };
}

function createCopiedTableIssue({ sheet, name }: TableState, managed: TableState): HealthIssue {
  return {
    code: 'table-copied',
    place: { sheet },
    details: { table: name, counted: managed.sheet },
    fix: null,
  };
}

/** Finds managed tables whose header row is off: their columns cannot be found, and `#Headers` refers to nothing. */
function findHiddenHeaders(tables: readonly TableState[]): HealthIssue[] {
  return tables
    .filter(
      ({ name, headers, isHeaderOff }) => isHeaderOff && (isManagedTable(name) || isTaskHeaderRow(headers)),
    )
    .map(({ name, sheet }): HealthIssue => ({
      code: 'header-row-off',
      place: { sheet },
      details: { table: name },
      fix: { kind: 'show-headers', sheet, table: name },
    }));
}

const isManagedTable = (name: string): boolean =>
  [TASK_TABLE, LOG_TABLE, TARGET_TABLE].some((table) => isSameName(table, name));

/** Finds issues of the table of tasks itself: renamed, lost, or there more than once. */
export function findTableIssues(health: HealthSnapshot): HealthIssue[] {
  return [...findHiddenHeaders(health.tables), ...findTaskTableIssues(health)];
}

function findTaskTableIssues({ snapshot, tables, used }: HealthSnapshot): HealthIssue[] {
  const alike = tables.filter(({ headers }) => isTaskHeaderRow(headers));
  const managed = tables.find(({ name }) => name.toLowerCase() === TASK_TABLE.toLowerCase());
  if (managed)
    return alike.filter((table) => table !== managed).map((table) => createCopiedTableIssue(table, managed));
  const [renamed, ...others] = [...alike].sort((a, b) => b.rows - a.rows);
  if (renamed) {
    return [
      {
        code: 'table-renamed',
        place: { sheet: renamed.sheet },
        details: { table: renamed.name, name: TASK_TABLE },
        fix: { kind: 'rename-table', sheet: renamed.sheet, table: renamed.name },
      },
      ...others.map((table) => createCopiedTableIssue(table, renamed)),
    ];
  }
  const lost = used.map(findLostTable).find((issue) => issue !== null);
  if (lost) return [lost];
  return snapshot.metadataSheet.metadata ? [{ code: 'no-tasks', place: {}, details: {}, fix: null }] : [];
}

/**
 * Columns without their header. A header of other words that stands alone between the neighbours of the column that is
 * missed is that column under another name; where there is none, the column was deleted.
 */
export function findColumnIssues({ snapshot: { tasks } }: HealthSnapshot): HealthIssue[] {
  if (!tasks || tasks.isHeaderOff) return [];
  const headers = (tasks.values[0] ?? []).map(String);
  const columns = findTaskColumns(headers);
  const known = new Set(Object.values(columns));
  return TASK_COLUMN_IDS.filter((id) => columns[id] === undefined).map((id): HealthIssue => {
    const position = TASK_COLUMN_IDS.indexOf(id);
    const before = TASK_COLUMN_IDS[position - 1];
    const after = TASK_COLUMN_IDS[position + 1];
    const from = before === undefined ? -1 : columns[before];
    const to = after === undefined ? headers.length : columns[after];
    const between =
      from === undefined || to === undefined
        ? []
        : headers.map((_, index) => index).filter((index) => index > from && index < to && !known.has(index));
    const [only] = between;
    const place = { sheet: tasks.sheet };
    const details = { column: COLUMN_HEADERS[id] };
    if (between.length !== 1 || only === undefined) {
      return { code: 'column-gone', place, details, fix: { kind: 'add-column', sheet: tasks.sheet, id } };
    }
    return {
      code: 'header-renamed',
      place,
      details: { ...details, header: headers[only] ?? '' },
      fix: {
        kind: 'rename-header',
        sheet: tasks.sheet,
        row: tasks.top,
        column: tasks.left + only,
        header: COLUMN_HEADERS[id],
      },
    };
  });
}
