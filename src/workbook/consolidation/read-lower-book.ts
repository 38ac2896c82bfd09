import type { Annex } from '../../annex/types';
import type { Level } from '../../consolidation/ledger/consolidated';
import type { LedgerEntry } from '../../consolidation/ledger/entry';
import type { Book, BookSheet } from '../../consolidation/reader/book';
import { openFastBook, OddPart } from '../../consolidation/reader/fast-book';
import { openParts } from '../../consolidation/reader/parts';
import { openSlowBook } from '../../consolidation/reader/slow-book';
import { looksLikeZip } from '../../intake/zip/open-zip';
import type { CellValue } from '../snapshot';
import { readRows } from './book-table';
import { CONSOLIDATION_RECORD, readConsolidationRecord } from './consolidation-record';
import { DATA_TABLE, dataTable, entryOfRow } from './data-table';

/** The consolidation workbook of a lower level, as one above takes it. */
export type LowerBook = {
  level: Level;
  annex: Annex;
  fingerprint: string;
  /** ISO time, or ''. */
  contentDate: string;
  entries: LedgerEntry[];
  /** Folder of the whole ledger, where `entries` are a part of it. */
  wholeIn?: string;
};

/** Values from A1; what is not filled is ''. */
function gridOf(book: Book, sheet: BookSheet): CellValue[][] | null {
  const cells = book.cells(sheet);
  if (!cells.ok) return null;
  const grid: CellValue[][] = [];
  for (const { row, cells: line } of cells.value.rows) {
    const values: CellValue[] = [];
    for (const { column, value } of line) values[column] = value;
    grid[row] = Array.from(values, (value) => value ?? '');
  }
  return Array.from(grid, (line) => line ?? []);
}

function readFrom(book: Book): LowerBook | null {
  const recordSheet = book.sheets.find(({ name }) => name === CONSOLIDATION_RECORD);
  const recordCells = recordSheet ? gridOf(book, recordSheet) : null;
  const record = recordCells ? readConsolidationRecord(recordCells) : null;
  const tables = record ? book.tables() : null;
  const table = tables?.ok ? tables.value.find(({ name }) => name === DATA_TABLE) : undefined;
  const grid = table ? gridOf(book, table.sheet) : null;
  if (!record || !table || !grid) return null;
  const { top, left, bottom, right } = table.area;
  const values = Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from(
      { length: right - left + 1 },
      (_unused, column): CellValue => grid[top + row]?.[left + column] ?? '',
    ),
  );
  const rows = readRows(dataTable, { table: DATA_TABLE, sheet: table.sheet.name, top, left, values });
  const { level, annex, fingerprint, whole } = record.facts;
  return {
    level,
    annex,
    fingerprint,
    contentDate: book.modified,
    entries: rows.map(entryOfRow),
    ...(whole && { wholeIn: whole.folder }),
  };
}

/**
 * Reads a file as the consolidation workbook of a lower level; null where it is none. By its hidden sheet and its
 * table, wherever they stand now; corrections made there are part of what it reports.
 */
export function readLowerBook(bytes: Uint8Array): LowerBook | null {
  if (!looksLikeZip(bytes)) return null;
  const parts = openParts(bytes);
  if (!parts.ok) return null;
  try {
    return readFrom(openFastBook(parts.value));
  } catch (reason) {
    if (!(reason instanceof OddPart)) throw reason;
    const slow = openSlowBook(parts.value);
    return slow.ok ? readFrom(slow.value) : null;
  }
}
