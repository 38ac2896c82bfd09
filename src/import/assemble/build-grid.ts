import type { RawRow, RawTable, SourceKind } from '../../readers/raw-document';
import type { ProblemLocation } from '../../shared/problem';
import { cleanLines, cleanText } from '../../shared/text';

/** A cell with text, cleaned; `row` and `column` are those of its top left. */
export type GridCell = {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
  /** The text with its line ends. */
  printed: string;
  /** The text as it becomes part of a task: with its line ends where the writer has set them. */
  lines: string;
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

/** Returns true if the lines of a table's cells are the writer's: on paper a line ends where the cell is full. */
function hasWrittenLines({ rows }: RawTable, source: SourceKind): boolean {
  return source !== 'pdf' && rows.every(({ confidence }) => confidence === undefined);
}

/**
 * Builds the grid of a raw table. Where merges overlap (a damaged file) the first stays.
 *
 * @param source where the table was read; it decides whether lines of its cells are kept
 */
export function buildGrid(table: RawTable, source: SourceKind): Grid {
  const keepsLines = hasWrittenLines(table, source);
  const cells = table.cells
    .map((cell) => {
      const text = cleanText(cell.text);
      return { ...cell, text, printed: cell.text, lines: keepsLines ? cleanLines(cell.text) : text };
    })
    .filter(({ text, row, column }) => text !== '' && row >= 0 && column >= 0 && row < table.rowCount);
  const width = cells.reduce((widest, { column }) => Math.max(widest, column + 1), 0);
  const height = table.rowCount;
  const positions: Map<number, GridCell>[] = Array.from({ length: height }, () => new Map());
  const byRow: GridCell[][] = Array.from({ length: height }, () => []);
  let budget = MAX_COVERED_RATIO * (height * width + cells.length);

  for (const { row, column, rowSpan, columnSpan, text, printed, lines, place } of cells) {
    const right = Math.min(width, column + Math.max(1, columnSpan));
    const bottom = Math.min(height, row + Math.max(1, rowSpan));
    const cell: GridCell = {
      row,
      column,
      rowSpan: bottom - row,
      columnSpan: right - column,
      text,
      printed,
      lines,
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
