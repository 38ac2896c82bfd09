/** Areas and A1 addresses. Rows and columns are 0-based; areas include both ends. */
export type Area = { top: number; left: number; bottom: number; right: number };

/** 0 → "A", 26 → "AA". */
export function columnLetters(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : columnLetters(Math.floor(column / 26) - 1) + columnLetters(column % 26);
}

/** "A1", or "$A$1" with `fixed`. */
export function cellAddress(row: number, column: number, fixed = false): string {
  return fixed ? `$${columnLetters(column)}$${row + 1}` : `${columnLetters(column)}${row + 1}`;
}

/** "A1:C3", "A1" for a single cell. */
export function areaAddress({ top, left, bottom, right }: Area, fixed = false): string {
  const first = cellAddress(top, left, fixed);
  return top === bottom && left === right ? first : `${first}:${cellAddress(bottom, right, fixed)}`;
}

/** "'Tổng hợp'!", always quoted; an apostrophe in the name is doubled. */
export const sheetPrefix = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'!`;

/** Area that starts at a cell and has so many rows and columns (at least one of each). */
export function areaOf(top: number, left: number, rows: number, columns: number): Area {
  return {
    top,
    left,
    bottom: top + rows - 1,
    right: left + columns - 1,
  };
}
