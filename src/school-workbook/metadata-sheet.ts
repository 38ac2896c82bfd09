import { createRange } from '@phuluc/ooxml/a1';
import { isTrackedDocument } from '../annex/is-annex';
import { isUnitMetadata } from '../consolidation/reader/is-workbook-metadata';
import { hasTexts, isListOf, isObject } from '../shared/shape';
import type { CellValue } from '../sheets/cell-value';
import { buildHiddenSheet, joinChunks, splitIntoChunks, tryParseJson } from '../sheets/hidden-sheet';
import type { SheetSpec } from '../sheets/sheet-spec';
import { hasSeveralDocuments } from './documents/documents';
import type { WorkbookMetadata } from './school-workbook';
import type { WorkbookChange } from './workbook-change';

/** Name of the hidden sheet that holds what the add-in knows. Not a word for people. */
export const METADATA_SHEET = '_phuluc';
/** Raised when an older version could no longer understand the sheets. */
export const SCHEMA_VERSION = 2;
/** A workbook of one document is as the version before made it. */
const ONE_DOCUMENT_SCHEMA_VERSION = 1;

/** What a thing that was done was about. */
export type HistorySubject = {
  /** Keys of rows of tasks: the first of them. */
  tasks?: string[];
  /** How many tasks there were in all. */
  count?: number;
  /** The file it came from. */
  file?: string;
};

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
  /** Absent in entries of earlier versions. */
  subject?: HistorySubject;
};

export type MetadataSheet = {
  /** 0 where the workbook has no record. */
  schema: number;
  metadata: WorkbookMetadata | null;
  /** Oldest first. */
  entries: HistoryEntry[];
  /** The kept changes that were read, by entry id. */
  changes: Map<number, WorkbookChange>;
};

export const EMPTY_METADATA_SHEET: MetadataSheet = {
  schema: 0,
  metadata: null,
  entries: [],
  changes: new Map(),
};

const METADATA_ROW_COUNT = 11;
const FIRST_METADATA_ROW = 1;
const FIRST_ENTRY_ROW = FIRST_METADATA_ROW + METADATA_ROW_COUNT;
/** Entries live in a ring of rows, so that writing one leaves the others alone. */
export const MAX_ENTRIES = 20;
/** Characters that all kept changes may take together, and one alone. */
export const MAX_HISTORY_LENGTH = 1_000_000;
export const MAX_CHANGE_LENGTH = 500_000;

export const getEntryRow = (id: number): number => FIRST_ENTRY_ROW + (id % MAX_ENTRIES);

/** A row of the hidden sheet; what stood in it before is cleared. */
export type MetadataRow = { row: number; cells: string[] };

export function buildSchemaRow(metadata: WorkbookMetadata | null): MetadataRow {
  const version = metadata && hasSeveralDocuments(metadata) ? SCHEMA_VERSION : ONE_DOCUMENT_SCHEMA_VERSION;
  return { row: 0, cells: ['schema', String(version)] };
}

/** Facts go down the rows, not across, so that the first two columns hold all but the kept changes. */
export function buildMetadataRows(metadata: WorkbookMetadata | null): MetadataRow[] {
  const parts = metadata ? splitIntoChunks(JSON.stringify(metadata)) : [];
  return Array.from({ length: METADATA_ROW_COUNT }, (_, index) => ({
    row: FIRST_METADATA_ROW + index,
    cells: parts[index] === undefined ? [] : ['facts', parts[index]],
  }));
}

/** Builds the row of an entry. `change` is JSON, '' if none is stored. */
export function buildEntryRow(entry: HistoryEntry, change: string): MetadataRow {
  return {
    row: getEntryRow(entry.id),
    cells: ['entry', JSON.stringify(entry), ...splitIntoChunks(change)],
  };
}

export const buildClearedRow = (id: number): MetadataRow => ({ row: getEntryRow(id), cells: [] });

const isHistoryEntry = (value: unknown): value is HistoryEntry =>
  hasTexts(value, ['command', 'at', 'state']) &&
  typeof value['id'] === 'number' &&
  typeof value['size'] === 'number';

const isSchoolMetadata = (value: unknown): value is WorkbookMetadata =>
  isUnitMetadata(value) &&
  'summary' in value &&
  isObject(value.summary) &&
  // A list that cannot be read must not make one document of several.
  isListOf((value as Partial<WorkbookMetadata>).documents ?? [], isTrackedDocument);

/**
 * Reads the cells of the hidden sheet, from A1; with only its first two columns the kept changes are not read.
 * What cannot be read is treated as absent: the sheet of tasks itself is the truth.
 */
export function readMetadataSheet(cells: readonly (readonly CellValue[])[]): MetadataSheet {
  const rows = cells.map((row) => row.map(String));
  const schema = Number(rows.find(([key]) => key === 'schema')?.[1] ?? 0);
  const metadataJson = joinChunks(rows, 'facts');
  const entries: HistoryEntry[] = [];
  const changes = new Map<number, WorkbookChange>();
  for (const [key, meta = '', ...parts] of rows) {
    const entry = key === 'entry' ? tryParseJson<unknown>(meta) : null;
    if (!isHistoryEntry(entry)) continue;
    entries.push(entry);
    const change = parts.join('');
    const retained =
      change.length === entry.size && change !== '' ? tryParseJson<WorkbookChange>(change) : null;
    if (retained) changes.set(entry.id, retained);
  }
  entries.sort((a, b) => a.id - b.id);
  const metadata = metadataJson === '' ? null : tryParseJson<unknown>(metadataJson);
  return {
    schema,
    metadata: isSchoolMetadata(metadata) ? metadata : null,
    entries,
    changes,
  };
}

/** Builds the hidden sheet, empty; its rows are written as those of an existing one. */
export const buildMetadataSheet = (): SheetSpec =>
  buildHiddenSheet(METADATA_SHEET, [buildSchemaRow(null).cells]);

/** Columns A and B, all rows. */
export const METADATA_INDEX_RANGE = createRange(0, 0, FIRST_ENTRY_ROW + MAX_ENTRIES, 2);
