import type { ProductVocabulary } from '../../progress/product-vocabulary';
import type { LogRow } from '../../progress/types';
import type { Problem } from '../../shared/problem';
import { err, ok, problem, type Result } from '../../shared/result';
import { getPlainText } from '../../sheets/cell-content';
import type { CellValue } from '../../sheets/cell-value';
import { LOG_HEADERS } from '../../sheets/labels/progress-labels';
import type { TableSnapshot } from '../snapshot';
import { findColumns } from '../tasks/read-tasks';
import { FORMULA_COLUMNS, LOG_COLUMN_IDS, type LogColumnId, REQUIRED_LOG_COLUMNS } from './log-columns';
import type { LogHeaders } from './log-formulas';
import { type LogTableRow, readLogRow } from './log-rows';

export type LogRecord = {
  /** EventId; "#2" … where a clerk copied a row; "Mã|~n|" for a row that a clerk added. */
  key: string;
  /** 0-based within the table's body. */
  index: number;
  log: LogRow;
  tableRow: LogTableRow;
};

export type LogTable = {
  sheet: string;
  top: number;
  left: number;
  columns: Partial<Record<LogColumnId, number>>;
  headers: string[];
  names: LogHeaders;
  rows: LogRecord[];
};

/** Keys of rows, each once. A row without an EventId is the clerk's own and gets a key of its task. */
export function buildLogKeys(rows: readonly { cells: LogTableRow['cells'] }[]): string[] {
  const seen = new Map<string, number>();
  return rows.map(({ cells }) => {
    const event = getPlainText(cells.event).trim();
    const key = event === '' ? `${getPlainText(cells.task).trim()}|~|` : event;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
  });
}

/** Returns true if the clerk added the row to those the annex asks for. */
export const isManualRow = (key: string): boolean => key.split('|')[1] === '~';

function mapLogColumns<T>(pick: (id: LogColumnId) => T): Record<LogColumnId, T> {
  return Object.fromEntries(LOG_COLUMN_IDS.map((id) => [id, pick(id)])) as Record<LogColumnId, T>;
}

/** Reads `TienDo` back: columns by their headers, rows in the order of the sheet, blank ones left out. */
export function readLog(table: TableSnapshot, products: ProductVocabulary): Result<LogTable> {
  if (table.isHeaderOff) return err('header-row-off', { sheet: table.sheet });
  const headers = (table.values[0] ?? []).map(String);
  const columns = findColumns<LogColumnId>(headers, LOG_HEADERS);
  const missing = REQUIRED_LOG_COLUMNS.filter((id) => columns[id] === undefined);
  if (missing.length > 0) {
    const problems = missing.map((id): Problem =>
      problem('column-missing', { sheet: table.sheet }, { column: LOG_HEADERS[id] }),
    );
    return err(problems);
  }
  const managed = new Set(Object.values(columns));
  const others = headers
    .map((header, index) => ({ header, index }))
    .filter(({ index }) => !managed.has(index));
  const isFormula = new Set<LogColumnId>(FORMULA_COLUMNS);
  const written = LOG_COLUMN_IDS.filter((id) => !isFormula.has(id));

  const read = table.values.slice(1).flatMap((cells, index) => {
    if (written.every((id) => (cells[columns[id] ?? -1] ?? '') === '')) return [];
    const content = (column: number | undefined): CellValue => cells[column ?? -1] ?? '';
    const tableRow: LogTableRow = {
      cells: mapLogColumns((id) => (isFormula.has(id) ? '' : content(columns[id]))),
      extra: Object.fromEntries(others.map((other) => [other.header, content(other.index)])),
    };
    const values = mapLogColumns((id): CellValue => cells[columns[id] ?? -1] ?? '');
    return [{ index, values, book: tableRow }];
  });
  const keys = buildLogKeys(read.map(({ book: tableRow }) => tableRow));
  const rows = read.map(({ index, values, book: tableRow }, position): LogRecord => {
    const key = keys[position]!;
    return { key, index, log: readLogRow(key, values, products), tableRow };
  });
  const { sheet, top, left } = table;
  const names = mapLogColumns((id) => headers[columns[id] ?? -1] ?? LOG_HEADERS[id]);
  return ok({ sheet, top, left, columns, headers, names, rows });
}
