import type { CellRange } from '@phuluc/ooxml/a1';

const RANGE_ADDRESS = /(?:^|,)(?:'(?:[^']|'')*'!|[^,'!]*!)?\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?/g;

function parseColumnLetters(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Parses the ranges of an address as `RangeAreas.address` gives it: "'Tiến độ'!J6:L9,'Tiến độ'!T6". */
function parseRangeAddresses(address: string): CellRange[] {
  return [...address.matchAll(RANGE_ADDRESS)].map(([, left = '', top = '', right = left, bottom = top]) => ({
    top: Number(top) - 1,
    left: parseColumnLetters(left),
    bottom: Number(bottom) - 1,
    right: parseColumnLetters(right),
  }));
}

type FormulaColumns = {
  /** Columns of the table whose every body cell is a formula. */
  full: number[];
  /** Columns of which only some cells are. */
  partial: number[];
};

/**
 * Finds the columns of a table that hold formulas, by the address of its formula cells; counted from its first
 * column.
 */
export function findFormulaColumns(address: string, table: CellRange): FormulaColumns {
  const height = table.bottom - table.top;
  const cells = new Map<number, number>();
  for (const area of parseRangeAddresses(address)) {
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
