import type { CellRange } from '@phuluc/excel-simulator/model/types';

/** Excel's grid (Microsoft, "Excel specifications and limits"). */
export const MAX_SHEET_ROWS = 1_048_576;
export const MAX_SHEET_COLUMNS = 16_384;

/** 0 → "A", 25 → "Z", 26 → "AA". */
export function toColumnLetters(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** "A" → 0, "xfd" → 16383; null when the letters name no column. */
export function parseColumnLetters(name: string): number | null {
  if (!/^[A-Za-z]{1,3}$/.test(name)) return null;
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + (letter.charCodeAt(0) - 64);
  return index <= MAX_SHEET_COLUMNS ? index - 1 : null;
}

export const formatAddress = (row: number, column: number): string => `${toColumnLetters(column)}${row + 1}`;

/** "B2:D5"; one cell gives "B2"; whole rows "2:5"; whole columns "B:D". */
export function formatRange({ top, left, bottom, right }: CellRange): string {
  if (top === 0 && bottom === MAX_SHEET_ROWS - 1) return `${toColumnLetters(left)}:${toColumnLetters(right)}`;
  if (left === 0 && right === MAX_SHEET_COLUMNS - 1) return `${top + 1}:${bottom + 1}`;
  const first = formatAddress(top, left);
  return top === bottom && left === right ? first : `${first}:${formatAddress(bottom, right)}`;
}

const CELL_PATTERN = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/;
const ROW_PATTERN = /^\$?([1-9]\d{0,6})$/;
const COLUMN_PATTERN = /^\$?([A-Za-z]{1,3})$/;

type Corner = { row: number | null; column: number | null };

function parseCorner(text: string): Corner | null {
  const cell = CELL_PATTERN.exec(text);
  const row = Number(cell?.[2] ?? ROW_PATTERN.exec(text)?.[1] ?? NaN);
  const letters = cell?.[1] ?? COLUMN_PATTERN.exec(text)?.[1];
  const column = letters === undefined ? null : parseColumnLetters(letters);
  if (letters !== undefined && column === null) return null;
  if (Number.isNaN(row)) return letters === undefined ? null : { row: null, column };
  return row > MAX_SHEET_ROWS ? null : { row: row - 1, column };
}

/** Reads "B2", "$B$2:D5", "2:5", "B:D" (no sheet name); corners in any order; null when it is no address. */
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

/** 'Phụ lục' → "'Phụ lục'"; names that need no quotes stay bare. */
export function quoteSheetName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !CELL_PATTERN.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
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
