/** 0-based, inclusive. */
export type CellRange = { top: number; left: number; bottom: number; right: number };

export const MAX_SHEET_ROWS = 1_048_576;
export const MAX_SHEET_COLUMNS = 16_384;

/** "C12" to 0-based row and column; null for anything else, or beyond the sheet. */
export function parseAddress(address: string): { row: number; column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(address) ?? [];
  if (letters === undefined || digits === undefined) return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return row <= MAX_SHEET_ROWS && column <= MAX_SHEET_COLUMNS ? { row: row - 1, column: column - 1 } : null;
}

/** "A1:C3" or "A1". */
export function parseRange(reference: string): CellRange | null {
  const [first = '', last = first] = reference.split(':');
  const a = parseAddress(first);
  const b = parseAddress(last);
  if (!a || !b) return null;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

export function toColumnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

export const formatAddress = (row: number, column: number): string => `${toColumnLetters(column)}${row + 1}`;
