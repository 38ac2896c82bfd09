import { areaOf } from './address';
import type { BookChange } from './book-change';
import type { Facts } from './school-book';
import type { SheetPlan } from './sheet-plan';
import type { CellValue } from './snapshot';

/** Name of the hidden sheet that holds what the add-in knows. Not a word for people. */
export const RECORD_SHEET = '_phuluc';
/** Raised when an older version could no longer understand the sheets. */
export const SCHEMA = 1;

/** One thing that was done, and what leads back from (or again to) it. */
export type HistoryEntry = {
  id: number;
  /** Id of the command. */
  command: string;
  /** ISO time. */
  at: string;
  state: 'done' | 'undone';
  /** Length of the kept change as JSON, 0 where none is kept. */
  size: number;
};

export type WorkbookRecord = {
  /** 0 where the workbook has no record. */
  schema: number;
  facts: Facts | null;
  /** Oldest first. */
  entries: HistoryEntry[];
  /** The kept changes that were read, by entry id. */
  changes: Map<number, BookChange>;
};

export const EMPTY_RECORD: WorkbookRecord = { schema: 0, facts: null, entries: [], changes: new Map() };

/** A cell holds 32,767 characters; some are left for safety. */
const CHUNK = 30_000;
const FACT_ROWS = 11;
const FIRST_FACT = 1;
const FIRST_ENTRY = FIRST_FACT + FACT_ROWS;
/** Entries live in a ring of rows, so that writing one leaves the others alone. */
export const MOST_ENTRIES = 20;
/** Characters that all kept changes may take together, and one alone. */
export const MOST_KEPT = 1_000_000;
export const LARGEST_KEPT = 500_000;

export const slotOf = (id: number): number => FIRST_ENTRY + (id % MOST_ENTRIES);

function chunks(text: string): string[] {
  return Array.from({ length: Math.ceil(text.length / CHUNK) }, (_, index) =>
    text.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}

/** A row of the hidden sheet; what stood in it before is cleared. */
export type RecordRow = { row: number; cells: string[] };

export const schemaRow = (): RecordRow => ({ row: 0, cells: ['schema', String(SCHEMA)] });

/** Facts go down the rows, not across, so that the first two columns hold all but the kept changes. */
export function factRows(facts: Facts | null): RecordRow[] {
  const parts = facts ? chunks(JSON.stringify(facts)) : [];
  return Array.from({ length: FACT_ROWS }, (_, index) => ({
    row: FIRST_FACT + index,
    cells: parts[index] === undefined ? [] : ['facts', parts[index]],
  }));
}

/** `change` is JSON; '' where none is kept. */
export function entryRow(entry: HistoryEntry, change: string): RecordRow {
  return {
    row: slotOf(entry.id),
    cells: ['entry', JSON.stringify(entry), ...chunks(change)],
  };
}

export const clearedRow = (id: number): RecordRow => ({ row: slotOf(id), cells: [] });

function parsed<T>(json: string): T | null {
  try {
    return JSON.parse(json) as T;
  } catch {
    return null;
  }
}

/**
 * Reads the cells of the hidden sheet, from A1; with only its first two columns the kept changes are not read.
 * What cannot be read is treated as absent: the sheet of tasks itself is the truth.
 */
export function readRecord(cells: readonly (readonly CellValue[])[]): WorkbookRecord {
  const rows = cells.map((row) => row.map(String));
  const schema = Number(rows.find(([key]) => key === 'schema')?.[1] ?? 0);
  const factsJson = rows
    .filter(([key]) => key === 'facts')
    .map(([, part = '']) => part)
    .join('');
  const entries: HistoryEntry[] = [];
  const changes = new Map<number, BookChange>();
  for (const [key, meta = '', ...parts] of rows) {
    const entry = key === 'entry' ? parsed<HistoryEntry>(meta) : null;
    if (!entry) continue;
    entries.push(entry);
    const change = parts.join('');
    const kept = change.length === entry.size && change !== '' ? parsed<BookChange>(change) : null;
    if (kept) changes.set(entry.id, kept);
  }
  entries.sort((a, b) => a.id - b.id);
  return { schema, facts: factsJson === '' ? null : parsed<Facts>(factsJson), entries, changes };
}

/** The hidden sheet, empty; its rows are written as those of an existing one. */
export function recordSheet(): SheetPlan {
  return {
    name: RECORD_SHEET,
    visibility: 'VeryHidden',
    showGridlines: true,
    columnWidths: [],
    rowHeights: [],
    merges: [],
    formats: [],
    blocks: [{ row: 0, column: 0, numberFormats: ['@', '@'], cells: [schemaRow().cells] }],
    afterTables: [],
    validations: [],
    conditionalFormats: [],
    freezeRows: 0,
    fitRows: [],
    names: [],
  };
}

/** Columns A and B, all rows. */
export const RECORD_INDEX_AREA = areaOf(0, 0, FIRST_ENTRY + MOST_ENTRIES, 2);
