import type { ProblemLocation } from '../../shared/problem';
import type { FontedText } from '../fonted-text';
import type { RawCell, RawRow, RawTable } from '../raw-document';

/** A table being read: a cell takes the next column that no cell of an earlier row spans into. */
export type TableGrid = {
  cells: RawCell[];
  rows: RawRow[];
  /** Per column: the first row not covered by a cell from above. */
  freeFrom: number[];
  columnCount: number;
  place: ProblemLocation;
};

const MAX_COLUMNS = 200;
const MAX_ROW_SPAN = 3000;

export function createTableGrid(place: ProblemLocation): TableGrid {
  return {
    cells: [],
    rows: [],
    freeFrom: [],
    columnCount: 0,
    place,
  };
}

export function addGridRow(grid: TableGrid, flags: Pick<RawRow, 'hidden' | 'header'>): void {
  grid.rows.push({ place: { ...grid.place, row: grid.rows.length + 1 }, ...flags });
}

function parseSpan(attribute: string | undefined, most: number): number {
  const value = Number.parseInt(attribute ?? '1', 10);
  return Number.isFinite(value) ? Math.min(Math.max(value, 0), most) : 1;
}

/** Adds a cell to the last row. Spans are those of the attributes; `buildTable` cuts what leaves the table. */
export function addGridCell(
  grid: TableGrid,
  content: FontedText,
  attributes: { rowspan?: string; colspan?: string },
): void {
  const row = grid.rows.length - 1;
  let column = 0;
  while ((grid.freeFrom[column] ?? 0) > row) column++;
  if (column >= MAX_COLUMNS) return;
  const wanted = Math.max(1, parseSpan(attributes.colspan, MAX_COLUMNS - column));
  let columnSpan = 1;
  while (columnSpan < wanted && (grid.freeFrom[column + columnSpan] ?? 0) <= row) columnSpan++;
  const rowSpan = parseSpan(attributes.rowspan, MAX_ROW_SPAN) || MAX_ROW_SPAN;
  for (let at = column; at < column + columnSpan; at++) grid.freeFrom[at] = row + rowSpan;
  grid.columnCount = Math.max(grid.columnCount, column + columnSpan);
  grid.cells.push({ row, column, rowSpan, columnSpan, ...content });
}

export function buildTable(grid: TableGrid): RawTable {
  return {
    kind: 'table',
    rowCount: grid.rows.length,
    columnCount: grid.columnCount,
    cells: grid.cells.map((cell) => ({
      ...cell,
      rowSpan: Math.min(cell.rowSpan, grid.rows.length - cell.row),
    })),
    rows: grid.rows,
    place: grid.place,
  };
}
