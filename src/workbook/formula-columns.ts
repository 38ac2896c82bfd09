import type { Area } from './address';

const AREA = /(?:^|,)(?:'(?:[^']|'')*'!|[^,'!]*!)?\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?/g;

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The areas of an address as `RangeAreas.address` gives it: "'Tiến độ'!J6:L9,'Tiến độ'!T6". */
export function areasOfAddress(address: string): Area[] {
  return [...address.matchAll(AREA)].map(([, left = '', top = '', right = left, bottom = top]) => ({
    top: Number(top) - 1,
    left: columnNumber(left),
    bottom: Number(bottom) - 1,
    right: columnNumber(right),
  }));
}

export type FormulaColumns = {
  /** Columns of the table whose every body cell is a formula. */
  whole: number[];
  /** Columns of which only some cells are. */
  some: number[];
};

/** Which columns of a table hold formulas, by the address of its cells with formulas; counted from its first column. */
export function formulaColumns(address: string, table: Area): FormulaColumns {
  const height = table.bottom - table.top;
  const cells = new Map<number, number>();
  for (const area of areasOfAddress(address)) {
    const rows = Math.min(area.bottom, table.bottom) - Math.max(area.top, table.top + 1) + 1;
    for (let column = area.left; column <= area.right; column += 1) {
      cells.set(column - table.left, (cells.get(column - table.left) ?? 0) + rows);
    }
  }
  const columns = [...cells.keys()].sort((a, b) => a - b);
  return {
    whole: columns.filter((column) => cells.get(column) === height),
    some: columns.filter((column) => cells.get(column) !== height),
  };
}
