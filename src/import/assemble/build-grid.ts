import type { RawRow, RawTable } from '../../readers/raw-document';
import type { ProblemLocation } from '../../shared/problem';
import { cleanText } from '../../shared/text';

/** A cell with text, cleaned; `row` and `column` are those of its top left. */
export type GridCell = {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
  /** The text with its line ends. */
  printed: string;
  place?: ProblemLocation;
};

/** A table by position: merged cells are found at every position they cover, blank ones at none. */
export type Grid = {
  table: RawTable;
  rows: RawRow[];
  height: number;
  /** Up to the last column in which a cell with text begins. */
  width: number;
  at: (row: number, column: number) => GridCell | undefined;
  /** Cells that begin in a row, left to right. */
  getCells: (row: number) => readonly GridCell[];
};

/** Positions a damaged table may claim to cover, for each position it has. */
const MAX_COVERED_RATIO = 4;

/** Builds the grid of a raw table. Where merges overlap (a damaged file) the first stays. */
export function buildGrid(table: RawTable): Grid {
  const cells = table.cells
    .map((cell) => ({ ...cell, text: cleanText(cell.text), printed: cell.text }))
    .filter(({ text, row, column }) => text !== '' && row >= 0 && column >= 0 && row < table.rowCount);
  const width = cells.reduce((widest, { column }) => Math.max(widest, column + 1), 0);
  const height = table.rowCount;
  const positions: Map<number, GridCell>[] = Array.from({ length: height }, () => new Map());
  const byRow: GridCell[][] = Array.from({ length: height }, () => []);
  let budget = MAX_COVERED_RATIO * (height * width + cells.length);

  for (const { row, column, rowSpan, columnSpan, text, printed, place } of cells) {
    const right = Math.min(width, column + Math.max(1, columnSpan));
    const bottom = Math.min(height, row + Math.max(1, rowSpan));
    const cell: GridCell = {
      row,
      column,
      rowSpan: bottom - row,
      columnSpan: right - column,
      text,
      printed,
      place,
    };
    byRow[row]?.push(cell);
    for (let y = row; y < bottom && budget > 0; y++) {
      for (let x = column; x < right && budget > 0; x++, budget--) {
        const line = positions[y];
        if (line && !line.has(x)) line.set(x, cell);
      }
    }
  }
  for (const line of byRow) line.sort((a, b) => a.column - b.column);
  return {
    table,
    rows: Array.from({ length: height }, (_, row) => table.rows[row] ?? { place: table.place }),
    height,
    width,
    at: (row, column) => positions[row]?.get(column),
    getCells: (row) => byRow[row] ?? [],
  };
}

/** Returns the location of a row, with what the table knows of itself. */
export function getRowLocation(grid: Grid, row: number): ProblemLocation {
  return {
    ...grid.table.place,
    ...grid.rows[row]?.place,
  };
}
