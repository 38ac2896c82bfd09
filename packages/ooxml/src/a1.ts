/** Cells of a sheet. Rows and columns are 0-based; both ends are included. */
export type CellRange = { top: number; left: number; bottom: number; right: number };

/** Excel's grid (Microsoft, "Excel specifications and limits"). */
export const MAX_SHEET_ROWS = 1_048_576;
export const MAX_SHEET_COLUMNS = 16_384;

/** Formats a 0-based column: 0 → "A", 25 → "Z", 26 → "AA". */
export function toColumnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/**
 * Parses column letters in either case: "A" → 0, "xfd" → 16383.
 * @returns null if the letters name no column of a sheet.
 */
export function parseColumnLetters(letters: string): number | null {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return null;
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index <= MAX_SHEET_COLUMNS ? index - 1 : null;
}

/** Formats a cell as "B2", or as "$B$2" if `absolute`. */
export function formatAddress(row: number, column: number, absolute = false): string {
  return absolute ? `$${toColumnLetters(column)}$${row + 1}` : `${toColumnLetters(column)}${row + 1}`;
}

/** Formats a range by its cells: "B2:D5", "B2" for a single cell, "A1:A1048576" for an entire column. */
export function formatRangeAddress({ top, left, bottom, right }: CellRange, absolute = false): string {
  const first = formatAddress(top, left, absolute);
  return top === bottom && left === right ? first : `${first}:${formatAddress(bottom, right, absolute)}`;
}

/** Formats a range as Excel shows it: entire columns as "B:D", entire rows as "2:5". */
export function formatRange(range: CellRange): string {
  const { top, left, bottom, right } = range;
  if (top === 0 && bottom === MAX_SHEET_ROWS - 1) return `${toColumnLetters(left)}:${toColumnLetters(right)}`;
  if (left === 0 && right === MAX_SHEET_COLUMNS - 1) return `${top + 1}:${bottom + 1}`;
  return formatRangeAddress(range);
}

const CELL_PATTERN = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/;
const ROW_PATTERN = /^\$?([1-9]\d{0,6})$/;
const COLUMN_PATTERN = /^\$?([A-Za-z]{1,3})$/;

/**
 * Parses the address of one cell, "C12" or "$c$12", to its 0-based row and column.
 * @returns null for anything else, and for a cell beyond the sheet.
 */
export function parseAddress(address: string): { row: number; column: number } | null {
  const [, letters, digits] = CELL_PATTERN.exec(address) ?? [];
  if (letters === undefined || digits === undefined) return null;
  const column = parseColumnLetters(letters);
  const row = Number(digits);
  return column !== null && row <= MAX_SHEET_ROWS ? { row: row - 1, column } : null;
}

type Corner = { row: number | null; column: number | null };

function parseCorner(text: string): Corner | null {
  const cell = parseAddress(text);
  if (cell) return cell;
  const row = ROW_PATTERN.exec(text)?.[1];
  if (row !== undefined) return Number(row) > MAX_SHEET_ROWS ? null : { row: Number(row) - 1, column: null };
  const letters = COLUMN_PATTERN.exec(text)?.[1];
  const column = letters === undefined ? null : parseColumnLetters(letters);
  return column === null ? null : { row: null, column };
}

/**
 * Parses "B2", "$B$2:D5", "2:5" or "B:D" without a sheet name; the corners may stand in any order.
 * @returns null if the text is no address.
 */
export function parseRange(address: string): CellRange | null {
  const [first, second, ...more] = address.trim().split(':');
  if (first === undefined || more.length > 0) return null;
  const a = parseCorner(first);
  const b = second === undefined ? a : parseCorner(second);
  if (!a || !b) return null;
  if ((a.row === null) !== (b.row === null) || (a.column === null) !== (b.column === null)) return null;
  if (second === undefined && (a.row === null || a.column === null)) return null;
  const rows = a.row === null || b.row === null ? [0, MAX_SHEET_ROWS - 1] : [a.row, b.row];
  const columns = a.column === null || b.column === null ? [0, MAX_SHEET_COLUMNS - 1] : [a.column, b.column];
  return {
    top: Math.min(...rows),
    bottom: Math.max(...rows),
    left: Math.min(...columns),
    right: Math.max(...columns),
  };
}

/**
 * Parses "B2" or "B2:D5", but not "2:5" or "B:D": readers count only merges and tables whose corners are cells.
 * @returns null if the text is not the address of cells.
 */
export function parseCellRange(address: string): CellRange | null {
  return address.split(':').every((corner) => parseAddress(corner)) ? parseRange(address) : null;
}

/** Formats a list of ranges as files do (ST_Sqref), with spaces between. */
export function formatSqref(ranges: readonly CellRange[]): string {
  return ranges.map((range) => formatRangeAddress(range)).join(' ');
}

/** Parses a list of ranges (ST_Sqref) and leaves out what is no address. */
export function parseSqref(text: string | undefined): CellRange[] {
  return (text ?? '').split(/\s+/).flatMap((address) => (address === '' ? [] : (parseRange(address) ?? [])));
}

/** Quotes the name of a sheet where a formula needs it: 'Phụ lục' → "'Phụ lục'", "Data" stays as it is. */
export function quoteSheetName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !CELL_PATTERN.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}

/** Formats "'Tổng hợp'!", always quoted; an apostrophe in the name is doubled. */
export const formatSheetPrefix = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'!`;

/** Creates the range that starts at a cell and has this many rows and columns (at least one of each). */
export function createRange(top: number, left: number, rows: number, columns: number): CellRange {
  return { top, left, bottom: top + rows - 1, right: left + columns - 1 };
}

export function areRangesIntersecting(a: CellRange, b: CellRange): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

export function containsRange(outer: CellRange, inner: CellRange): boolean {
  return (
    outer.top <= inner.top &&
    outer.left <= inner.left &&
    outer.bottom >= inner.bottom &&
    outer.right >= inner.right
  );
}

/** @returns the cells that both ranges hold, or null if there are none. */
export function intersectRanges(a: CellRange, b: CellRange): CellRange | null {
  return areRangesIntersecting(a, b)
    ? {
        top: Math.max(a.top, b.top),
        left: Math.max(a.left, b.left),
        bottom: Math.min(a.bottom, b.bottom),
        right: Math.min(a.right, b.right),
      }
    : null;
}
