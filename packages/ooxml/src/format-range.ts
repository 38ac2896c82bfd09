/** Areas and A1 addresses. Rows and columns are 0-based; areas include both ends. */
export type CellRange = { top: number; left: number; bottom: number; right: number };

/** 0 → "A", 26 → "AA". */
export function formatColumnLetters(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : formatColumnLetters(Math.floor(column / 26) - 1) + formatColumnLetters(column % 26);
}

/** "A1", or "$A$1" with `fixed`. */
export function formatCellAddress(row: number, column: number, fixed = false): string {
  return fixed ? `$${formatColumnLetters(column)}$${row + 1}` : `${formatColumnLetters(column)}${row + 1}`;
}

/** "A1:C3", "A1" for a single cell. */
export function formatRangeAddress({ top, left, bottom, right }: CellRange, fixed = false): string {
  const first = formatCellAddress(top, left, fixed);
  return top === bottom && left === right ? first : `${first}:${formatCellAddress(bottom, right, fixed)}`;
}

/** "'Tổng hợp'!", always quoted; an apostrophe in the name is doubled. */
export const formatSheetPrefix = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'!`;

/** Area that starts at a cell and has so many rows and columns (at least one of each). */
export function createRange(top: number, left: number, rows: number, columns: number): CellRange {
  return {
    top,
    left,
    bottom: top + rows - 1,
    right: left + columns - 1,
  };
}
