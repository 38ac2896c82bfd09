import type { FontedText } from '../../intake/format/fonted-text';
import type { Area } from '../../intake/xlsx/address';
import type { CellValue } from '../types';

/** A filled cell. Column 0-based; an error is its text ("#N/A"); a formula without a stored result is ''. */
export type ScannedCell = {
  column: number;
  value: CellValue;
  blankFormula: boolean;
  /** Fonts of a text, where they were asked for. */
  text?: FontedText;
};

/** A row with something in it, 0-based; cells from left to right. */
export type ScannedRow = { row: number; hidden: boolean; cells: ScannedCell[] };

export type SheetCells = { rows: ScannedRow[]; merges: Area[] };

/** What a sheet may cost; more is refused, for no table of tasks comes near it. */
export const SHEET_LIMITS = { rows: 60_000, cells: 1_000_000, merges: 100_000 };

/** Sorts what a careless writer put down out of order, and drops second cells of one address. */
export const inOrder = (rows: ScannedRow[]): ScannedRow[] => {
  let sorted = true;
  for (let index = 1; index < rows.length && sorted; index++)
    sorted = rows[index - 1]!.row < rows[index]!.row;
  for (const row of rows) {
    let last = -1;
    let ordered = true;
    for (const { column } of row.cells) {
      ordered &&= column > last;
      last = column;
    }
    if (ordered) continue;
    row.cells.sort((a, b) => a.column - b.column);
    row.cells = row.cells.filter(({ column }, index) => column !== row.cells[index - 1]?.column);
  }
  if (sorted) return rows;
  const byRow = new Map<number, ScannedRow>();
  for (const row of rows) {
    const former = byRow.get(row.row);
    if (former) former.cells.push(...row.cells);
    else byRow.set(row.row, row);
  }
  return [...byRow.values()].sort((a, b) => a.row - b.row);
};
