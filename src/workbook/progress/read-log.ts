import type { Problem, Result } from '../../annex/problem';
import type { ProductVocabulary } from '../../annex/products/vocabulary';
import type { LogRow } from '../../annex/progress/types';
import { logHeaders } from '../../locales/progress-sheet-words';
import { findColumnsBy } from '../read-tasks';
import type { CellValue, TableSnapshot } from '../snapshot';
import { plainText } from '../typed';
import { FORMULA_COLUMNS, LOG_COLUMN_IDS, NEEDED_LOG_COLUMNS } from './log-columns';
import type { LogColumnId } from './log-columns';
import type { LogHeaders } from './log-formulas';
import { readLogRow } from './log-rows';
import type { LogBookRow } from './log-rows';

export type ReadLogRow = {
  /** EventId; "#2" … where a clerk copied a row; "Mã|~n|" for a row that a clerk added. */
  key: string;
  /** 0-based within the table's body. */
  index: number;
  log: LogRow;
  book: LogBookRow;
};

export type ReadLog = {
  sheet: string;
  top: number;
  left: number;
  columns: Partial<Record<LogColumnId, number>>;
  headers: string[];
  names: LogHeaders;
  rows: ReadLogRow[];
};

/** Keys of rows, each once. A row without an EventId is the clerk's own and gets a key of its task. */
export function logKeys(rows: readonly { cells: LogBookRow['cells'] }[]): string[] {
  const seen = new Map<string, number>();
  return rows.map(({ cells }) => {
    const event = plainText(cells.event).trim();
    const key = event === '' ? `${plainText(cells.task).trim()}|~|` : event;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
  });
}

/** Whether a row is the clerk's own, beside those the annex asks for. */
export const isOwnRow = (key: string): boolean => key.split('|')[1] === '~';

function byColumn<T>(pick: (id: LogColumnId) => T): Record<LogColumnId, T> {
  return Object.fromEntries(LOG_COLUMN_IDS.map((id) => [id, pick(id)])) as Record<LogColumnId, T>;
}

/** Reads `TienDo` back: columns by their headers, rows in the order of the sheet, blank ones left out. */
export function readLog(table: TableSnapshot, products: ProductVocabulary): Result<ReadLog> {
  const headers = (table.values[0] ?? []).map(String);
  const columns = findColumnsBy<LogColumnId>(headers, logHeaders);
  const missing = NEEDED_LOG_COLUMNS.filter((id) => columns[id] === undefined);
  if (missing.length > 0) {
    const problems = missing.map((id): Problem => ({
      code: 'column-missing',
      severity: 'error',
      place: { sheet: table.sheet },
      details: { column: logHeaders[id] },
    }));
    return { ok: false, problems };
  }
  const ours = new Set(Object.values(columns));
  const others = headers.map((header, index) => ({ header, index })).filter(({ index }) => !ours.has(index));
  const isFormula = new Set<LogColumnId>(FORMULA_COLUMNS);
  const written = LOG_COLUMN_IDS.filter((id) => !isFormula.has(id));

  const read = table.values.slice(1).flatMap((cells, index) => {
    if (written.every((id) => (cells[columns[id] ?? -1] ?? '') === '')) return [];
    const content = (column: number | undefined): CellValue => cells[column ?? -1] ?? '';
    const book: LogBookRow = {
      cells: byColumn((id) => (isFormula.has(id) ? '' : content(columns[id]))),
      extra: Object.fromEntries(others.map((other) => [other.header, content(other.index)])),
    };
    const values = byColumn((id): CellValue => cells[columns[id] ?? -1] ?? '');
    return [{ index, values, book }];
  });
  const keys = logKeys(read.map(({ book }) => book));
  const rows = read.map(({ index, values, book }, position): ReadLogRow => {
    const key = keys[position]!;
    return { key, index, log: readLogRow(key, values, products), book };
  });
  const { sheet, top, left } = table;
  const names = byColumn((id) => headers[columns[id] ?? -1] ?? logHeaders[id]);
  return { ok: true, value: { sheet, top, left, columns, headers, names, rows }, warnings: [] };
}
