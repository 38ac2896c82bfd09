import type { ProductVocabulary } from '../../progress/product-vocabulary';
import type { LogRow } from '../../progress/types';
import { ok, type Result } from '../../shared/result';
import { getPlainText } from '../../sheets/cell-content';
import { LOG_HEADERS, PREVIOUS_LOG_HEADERS } from '../../sheets/labels/progress-labels';
import { getCurrentHeaders, numberDuplicates, readTable } from '../../sheets/read-table';
import type { TableSnapshot } from '../snapshot';
import { FORMULA_COLUMNS, type LogColumnId, REQUIRED_LOG_COLUMNS } from './log-columns';
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
  return numberDuplicates(
    rows.map(({ cells }) => {
      const event = getPlainText(cells.event).trim();
      return event === '' ? `${getPlainText(cells.task).trim()}|~|` : event;
    }),
  );
}

/** Returns true if the clerk added the row to those the annex asks for. */
export const isManualRow = (key: string): boolean => key.split('|')[1] === '~';

/** Reads `TienDo` back: columns by their headers, rows in the order of the sheet, blank ones left out. */
export function readLog(table: TableSnapshot, products: ProductVocabulary): Result<LogTable> {
  const read = readTable<LogColumnId>(table, {
    headers: LOG_HEADERS,
    alternatives: PREVIOUS_LOG_HEADERS,
    required: REQUIRED_LOG_COLUMNS,
    computed: FORMULA_COLUMNS,
    ignoresExtraColumns: true,
  });
  if (!read.ok) return read;
  const keys = buildLogKeys(read.value.rows.map(({ tableRow }) => tableRow));
  const rows = read.value.rows.map(({ index, values, tableRow }, position): LogRecord => {
    const key = keys[position]!;
    return { key, index, log: readLogRow(key, values, products), tableRow };
  });
  return ok({ ...read.value, rows, names: getCurrentHeaders(read.value, LOG_HEADERS) });
}
