import type { Place } from '../../annex/problem';
import type { RawCell, RawRow, RawTable } from '../raw-document';

/** A table being read: cells find their columns past those that earlier rows span down into. */
export type TableGrid = {
  cells: RawCell[];
  rows: RawRow[];
  /** Per column: the first row not covered by a cell from above. */
  freeFrom: number[];
  columnCount: number;
  place: Place;
};

const mostColumns = 200;
const mostSpannedRows = 3000;

export function startGrid(place: Place): TableGrid {
  return {
    cells: [],
    rows: [],
    freeFrom: [],
    columnCount: 0,
    place,
  };
}

export function startRow(grid: TableGrid, flags: Pick<RawRow, 'hidden' | 'header'>): void {
  grid.rows.push({ place: { ...grid.place, row: grid.rows.length + 1 }, ...flags });
}

function span(attribute: string | undefined, most: number): number {
  const value = Number.parseInt(attribute ?? '1', 10);
  return Number.isFinite(value) ? Math.min(Math.max(value, 0), most) : 1;
}

/** Places a cell in the last row. Spans are those of the attributes; `closeGrid` cuts what leaves the table. */
export function addCell(
  grid: TableGrid,
  content: Pick<RawCell, 'text' | 'fonts' | 'runs'>,
  attributes: { rowspan?: string; colspan?: string },
): void {
  const row = grid.rows.length - 1;
  let column = 0;
  while ((grid.freeFrom[column] ?? 0) > row) column++;
  if (column >= mostColumns) return;
  const wanted = Math.max(1, span(attributes.colspan, mostColumns - column));
  let columnSpan = 1;
  while (columnSpan < wanted && (grid.freeFrom[column + columnSpan] ?? 0) <= row) columnSpan++;
  const rowSpan = span(attributes.rowspan, mostSpannedRows) || mostSpannedRows;
  for (let at = column; at < column + columnSpan; at++) grid.freeFrom[at] = row + rowSpan;
  grid.columnCount = Math.max(grid.columnCount, column + columnSpan);
  grid.cells.push({ row, column, rowSpan, columnSpan, ...content });
}

export function closeGrid(grid: TableGrid): RawTable {
  return {
    type: 'table',
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
