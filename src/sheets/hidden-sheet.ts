import type { CellValue } from './cell-value';
import type { SheetSpec } from './sheet-spec';

/** A cell holds 32,767 characters; some are left for safety. */
const MAX_CHUNK_LENGTH = 30_000;

/** Number formats of the first two columns of a hidden sheet: key and text. */
export const HIDDEN_SHEET_FORMATS = ['@', '@'];

/** Splits a text into parts that each fit into a cell; the empty text has none. */
export function splitIntoChunks(text: string): string[] {
  return Array.from({ length: Math.ceil(text.length / MAX_CHUNK_LENGTH) }, (_, index) =>
    text.slice(index * MAX_CHUNK_LENGTH, (index + 1) * MAX_CHUNK_LENGTH),
  );
}

/** Joins the chunks of all rows that start with `key`. */
export function joinChunks(rows: readonly (readonly CellValue[])[], key: string): string {
  return rows.map(([first, chunk = '']) => (first === key ? String(chunk) : '')).join('');
}

/**
 * Parses JSON that may have been damaged by hand.
 * @returns null if it cannot be parsed
 */
export function tryParseJson<T>(json: string): T | null {
  try {
    return JSON.parse(json) as T;
  } catch {
    return null;
  }
}

/** Builds a hidden sheet whose first rows hold these keys and texts. */
export function buildHiddenSheet(name: string, cells: string[][]): SheetSpec {
  return {
    name,
    visibility: 'VeryHidden',
    showGridlines: true,
    columnWidths: [],
    rowHeights: [],
    merges: [],
    formats: [],
    blocks: [{ row: 0, column: 0, numberFormats: HIDDEN_SHEET_FORMATS, cells }],
    afterTables: [],
    validations: [],
    conditionalFormats: [],
    freezeRows: 0,
    fitRows: [],
    names: [],
  };
}
