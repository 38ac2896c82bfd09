import type { RawCell, RawTable } from './raw-document';

/** Removes rows from a table; a cell that spans beyond its removed row moves to the next one. */
export function removeTableRows(table: RawTable, removed: ReadonlySet<number>): RawTable {
  if (removed.size === 0) return table;
  /** The new index of each row, and of the row after the last one. */
  const indices: number[] = [];
  let count = 0;
  for (let row = 0; row <= table.rowCount; row++) {
    indices.push(count);
    if (!removed.has(row)) count++;
  }
  const cells = table.cells.flatMap((cell): RawCell[] => {
    const row = indices[cell.row]!;
    const rowSpan = indices[Math.min(cell.row + cell.rowSpan, table.rowCount)]! - row;
    return rowSpan > 0 ? [{ ...cell, row, rowSpan }] : [];
  });
  const rows = table.rows.filter((_, row) => !removed.has(row));
  return { ...table, rows, cells, rowCount: rows.length };
}
