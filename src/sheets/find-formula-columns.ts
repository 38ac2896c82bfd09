import type { CellRange } from '@phuluc/ooxml/a1';

type FormulaColumns = {
  /** Columns of the table whose every body cell is a formula. */
  full: number[];
  /** Columns of which only some cells are. */
  partial: number[];
};

/**
 * Finds the columns of a table that hold formulas, counted from its first column. `formulas` are the ranges of cells
 * with formulas in the table and its header.
 */
export function findFormulaColumns(formulas: readonly CellRange[], table: CellRange): FormulaColumns {
  const height = table.bottom - table.top;
  const cells = new Map<number, number>();
  for (const area of formulas) {
    const rows = Math.min(area.bottom, table.bottom) - Math.max(area.top, table.top + 1) + 1;
    for (let column = area.left; column <= area.right; column += 1) {
      cells.set(column - table.left, (cells.get(column - table.left) ?? 0) + rows);
    }
  }
  const columns = [...cells.keys()].sort((a, b) => a - b);
  return {
    full: columns.filter((column) => cells.get(column) === height),
    partial: columns.filter((column) => cells.get(column) !== height),
  };
}
