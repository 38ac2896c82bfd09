import { columnHeaders, otherHeaders } from '../../locales/sheet-words';
import { areaOf } from '../address';
import { COLUMN_IDS, NEEDED_COLUMNS, TASK_TABLE, type ColumnId } from '../columns';
import { findColumnsBy } from '../read-tasks';
import type { CellValue } from '../snapshot';
import type { Health, TableState, UsedCells } from './health';
import type { Trouble } from './trouble';

/** With fewer of our headers it may be anybody's table. */
const ENOUGH_HEADERS = 8;

function columnsOf(headers: readonly CellValue[]): Partial<Record<ColumnId, number>> {
  return findColumnsBy(headers.map(String), columnHeaders, otherHeaders);
}

/** Whether these are the headers of our table of tasks, whatever else stands beside them. */
export function looksLikeTasks(headers: readonly CellValue[]): boolean {
  const columns = columnsOf(headers);
  return (
    NEEDED_COLUMNS.every((id) => columns[id] !== undefined) && Object.keys(columns).length >= ENOUGH_HEADERS
  );
}

/** Where a table of tasks stands that is no longer one; null where there is none. */
function rangeLikeTasks({ sheet, top, left, values }: UsedCells): Trouble | null {
  const header = values.findIndex(looksLikeTasks);
  const headers = values[header];
  if (!headers) return null;
  const content = columnsOf(headers).content ?? 0;
  const first = headers.findIndex((value) => value !== '');
  const after = headers.findIndex((value, index) => index > first && value === '');
  const width = (after < 0 ? headers.length : after) - first;
  const last = values.findLastIndex((row, index) => index > header && (row[content] ?? '') !== '');
  const area = areaOf(top + header, left + first, Math.max(2, last - header + 1), width);
  return {
    code: 'table-lost',
    place: { sheet },
    details: { rows: Math.max(0, last - header) },
    mend: { kind: 'make-table', sheet, area },
  };
}

function copied({ sheet, name }: TableState, ours: TableState): Trouble {
  return {
    code: 'table-copied',
    place: { sheet },
    details: { table: name, counted: ours.sheet },
    mend: null,
  };
}

/** The table of tasks itself: there, renamed, lost, or there more than once. */
export function findTableTroubles({ snapshot, tables, used }: Health): Trouble[] {
  const alike = tables.filter(({ headers }) => looksLikeTasks(headers));
  const ours = tables.find(({ name }) => name.toLowerCase() === TASK_TABLE.toLowerCase());
  if (ours) return alike.filter((table) => table !== ours).map((table) => copied(table, ours));
  const [renamed, ...others] = [...alike].sort((a, b) => b.rows - a.rows);
  if (renamed) {
    return [
      {
        code: 'table-renamed',
        place: { sheet: renamed.sheet },
        details: { table: renamed.name, name: TASK_TABLE },
        mend: { kind: 'rename-table', sheet: renamed.sheet, table: renamed.name },
      },
      ...others.map((table) => copied(table, renamed)),
    ];
  }
  const lost = used.map(rangeLikeTasks).find((trouble) => trouble !== null);
  if (lost) return [lost];
  return snapshot.record.facts ? [{ code: 'no-tasks', place: {}, details: {}, mend: null }] : [];
}

/**
 * Columns without their header. A header of other words that stands alone between the neighbours of the column that is
 * missed is that column under another name; where there is none, the column was deleted.
 */
export function findColumnTroubles({ snapshot: { tasks } }: Health): Trouble[] {
  if (!tasks) return [];
  const headers = (tasks.values[0] ?? []).map(String);
  const columns = columnsOf(headers);
  const known = new Set(Object.values(columns));
  return COLUMN_IDS.filter((id) => columns[id] === undefined).map((id): Trouble => {
    const position = COLUMN_IDS.indexOf(id);
    const before = COLUMN_IDS[position - 1];
    const after = COLUMN_IDS[position + 1];
    const from = before === undefined ? -1 : columns[before];
    const to = after === undefined ? headers.length : columns[after];
    const between =
      from === undefined || to === undefined
        ? []
        : headers.map((_, index) => index).filter((index) => index > from && index < to && !known.has(index));
    const [only] = between;
    const place = { sheet: tasks.sheet };
    const details = { column: columnHeaders[id] };
    if (between.length !== 1 || only === undefined) {
      return { code: 'column-gone', place, details, mend: { kind: 'add-column', sheet: tasks.sheet, id } };
    }
    return {
      code: 'header-renamed',
      place,
      details: { ...details, header: headers[only] ?? '' },
      mend: {
        kind: 'rename-header',
        sheet: tasks.sheet,
        row: tasks.top,
        column: tasks.left + only,
        header: columnHeaders[id],
      },
    };
  });
}
