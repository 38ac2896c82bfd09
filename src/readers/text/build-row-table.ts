import { findMax } from '../../shared/min-max';
import type { RawTable } from '../raw-document';

/** Builds a table from rows of cells; a short row ends in a cell merged across. */
export function buildRowTable(rows: readonly (readonly string[])[], file: string): RawTable {
  const columnCount = findMax(rows.map((row) => row.length));
  return {
    kind: 'table',
    rowCount: rows.length,
    columnCount,
    place: { file, table: 1 },
    rows: rows.map((_, row) => ({ place: { file, table: 1, row: row + 1 } })),
    cells: rows.flatMap((cells, row) =>
      cells.map((text, column) => ({
        row,
        column,
        rowSpan: 1,
        columnSpan: column === cells.length - 1 ? columnCount - column : 1,
        text: text.trim(),
      })),
    ),
  };
}
