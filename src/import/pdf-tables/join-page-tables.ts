import type { Lattice } from '../../readers/pdf/find-lattices';
import type { RawCell, RawRow, RawTable } from '../../readers/raw-document';
import { isBrokenLabel } from '../table-layout/parse-row-label';
import { removeRepeatedHeadings } from './remove-repeated-headings';

/** A table of one page with the rules it was found by. */
export type PageTable = { lattice: Lattice; table: RawTable; page: number };

/** Columns of one table stand at the same places on every page, within this (points). */
const COLUMN_TOLERANCE = 5;

function hasSameColumns(one: Lattice, other: Lattice): boolean {
  return (
    one.xs.length === other.xs.length &&
    one.xs.every((x, index) => Math.abs(x - other.xs[index]!) <= COLUMN_TOLERANCE)
  );
}

/** A cell merged over the page end goes on as an empty merged one: one cell, again. */
function joinMergedCells(cells: readonly RawCell[], added: readonly RawCell[], seam: number): RawCell[] {
  return added.filter((cell) => {
    if (cell.row !== seam || cell.rowSpan < 2 || cell.text !== '') return true;
    const above = cells.find(
      (other) =>
        other.column === cell.column &&
        other.columnSpan === cell.columnSpan &&
        other.row + other.rowSpan === seam,
    );
    if (above) above.rowSpan += cell.rowSpan;
    return !above;
  });
}

/** "VI" at a page end and "II" at the top of the next page are one label: gives it back to the row it began in. */
function reattachLabelCell(cells: readonly RawCell[], added: readonly RawCell[], seam: number): boolean {
  const before = cells.find((cell) => cell.column === 0 && cell.row + cell.rowSpan === seam);
  const label = added.find((cell) => cell.column === 0 && cell.row === seam);
  if (!before || !label || !isBrokenLabel(before.text, label.text)) return false;
  before.text += label.text;
  label.text = '';
  return true;
}

/** The table so far and the part of it on the next page, without the heading printed again there. */
function joinTableParts(above: RawTable, below: RawTable, newPage: boolean, openBelow: boolean): RawTable {
  const seam = above.rowCount;
  const whole = removeRepeatedHeadings({
    ...above,
    rowCount: seam + below.rowCount,
    rows: [
      ...above.rows,
      ...below.rows.map((row, index) => (index === 0 && newPage ? { ...row, startsPage: true } : row)),
    ],
    cells: [...above.cells, ...below.cells.map((cell) => ({ ...cell, row: cell.row + seam }))],
  });
  const before = whole.cells.filter((cell) => cell.row < seam);
  const after = whole.cells.filter((cell) => cell.row >= seam);
  const broken = reattachLabelCell(before, after, seam);
  const rows = whole.rows.map((row, index): RawRow =>
    index === seam && newPage && (openBelow || broken) ? { ...row, continues: true } : row,
  );
  return { ...whole, rows, cells: [...before, ...joinMergedCells(before, after, seam)] };
}

/**
 * Tables that go on over pages as one, their repeated headings left out and the page seams marked. `parted`: do words
 * between two tables say that another begins?
 */
export function joinPageTables(
  tables: readonly PageTable[],
  parted: (above: PageTable, below: PageTable) => boolean = () => false,
): RawTable[] {
  const joined: { last: PageTable; table: RawTable }[] = [];
  for (const next of tables) {
    const open = joined.at(-1);
    const goesOn =
      open &&
      next.page <= open.last.page + 1 &&
      hasSameColumns(open.last.lattice, next.lattice) &&
      !parted(open.last, next);
    if (!goesOn) joined.push({ last: next, table: removeRepeatedHeadings(next.table) });
    else {
      const newPage = next.page > open.last.page;
      open.table = joinTableParts(open.table, next.table, newPage, open.last.lattice.openBelow);
      open.last = next;
    }
  }
  return joined.map(({ table }) => table);
}
