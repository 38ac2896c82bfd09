import type { CellRange } from '@phuluc/ooxml/a1';
import type { FontedText } from '../../readers/fonted-text';
import { appendAll } from '../../shared/append-all';
import type { CellValue } from '../types';

/** A filled cell. Column 0-based; an error is its text ("#N/A"); a formula without a stored result is ''. */
export type ScannedCell = {
  column: number;
  value: CellValue;
  blankFormula: boolean;
  /** Fonts of a text, where they were asked for. */
  text?: FontedText;
  /** What is crossed out in the cell and was left out of its value, which is '' where all of it is. */
  struck?: string;
};

/** A row with something in it, 0-based; cells from left to right. */
export type ScannedRow = { row: number; hidden: boolean; cells: ScannedCell[] };

export type SheetCells = {
  rows: ScannedRow[];
  merges: CellRange[];
  /** Some text has letters that Vietnamese in Unicode has not: perhaps it is stored in a legacy encoding. */
  foreignLetters: boolean;
  /** Cells that refer to a text that the workbook does not have: they are blank. */
  missingTexts?: { count: number; first: string };
};

/** Characters of Latin-1 that no Vietnamese text in Unicode holds; texts in TCVN3 and VNI are full of them. */
const FOREIGN_LETTERS =
  /[\u0080-\u009f\u00a1-\u00aa\u00ac-\u00af\u00b4-\u00b6\u00b8\u00b9\u00bc-\u00bf\u00c4-\u00c7\u00cb\u00ce\u00cf\u00d1\u00d6\u00d8\u00db\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6\u00f8\u00fb\u00fc\u00fe\u00ff]/;

/** No legacy encoding has these; nearly every Vietnamese text in Unicode has one among its first letters. */
const UNICODE_LETTERS =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u0300-\u0323\u1ea0-\u1ef9]/;

export function hasForeignLetters(text: string): boolean {
  return !UNICODE_LETTERS.test(text) && FOREIGN_LETTERS.test(text);
}

/** What a sheet may cost; more is refused, for no table of tasks comes near it. */
export const SCAN_LIMITS = { rows: 60_000, cells: 1_000_000, merges: 100_000 };

/** Sorts what a careless writer put down out of order, and drops second cells of one address. */
export function sortScannedRows(rows: ScannedRow[]): ScannedRow[] {
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
    const existing = byRow.get(row.row);
    if (existing) appendAll(existing.cells, row.cells);
    else byRow.set(row.row, row);
  }
  return [...byRow.values()].sort((a, b) => a.row - b.row);
}
