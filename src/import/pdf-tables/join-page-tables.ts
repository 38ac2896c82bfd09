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

/** Joins a cell that is merged over the page end with the empty merged one below: one cell. */
function joinMergedCells(cells: readonly RawCell[], added: readonly RawCell[], joinRow: number): RawCell[] {
  return added.filter((cell) => {
    if (cell.row !== joinRow || cell.rowSpan < 2 || cell.text !== '') return true;
    const above = cells.find(
      (other) =>
        other.column === cell.column &&
        other.columnSpan === cell.columnSpan &&
        other.row + other.rowSpan === joinRow,
    );
    if (above) above.rowSpan += cell.rowSpan;
    return !above;
  });
}

/**
 * Returns a broken label to the row it began in: "VI" at a page end and "II" at the top of the next page are
 * one.
 */
function reattachLabelCell(cells: readonly RawCell[], added: readonly RawCell[], joinRow: number): boolean {
  const before = cells.find((cell) => cell.column === 0 && cell.row + cell.rowSpan === joinRow);
  const label = added.find((cell) => cell.column === 0 && cell.row === joinRow);
  if (!before || !label || !isBrokenLabel(before.text, label.text)) return false;
  before.text += label.text;
  label.text = '';
  return true;
}

/** Joins the table so far with its part on the next page, without the heading printed again there. */
function joinTableParts(above: RawTable, below: RawTable, newPage: boolean, openBelow: boolean): RawTable {
  const joinRow = above.rowCount;
  const joined = removeRepeatedHeadings({
    ...above,
    rowCount: joinRow + below.rowCount,
    rows: [
      ...above.rows,
      ...below.rows.map((row, index) => (index === 0 && newPage ? { ...row, startsPage: true } : row)),
    ],
    cells: [...above.cells, ...below.cells.map((cell) => ({ ...cell, row: cell.row + joinRow }))],
  });
  const before = joined.cells.filter((cell) => cell.row < joinRow);
  const after = joined.cells.filter((cell) => cell.row >= joinRow);
  const broken = reattachLabelCell(before, after, joinRow);
  const rows = joined.rows.map((row, index): RawRow =>
    index === joinRow && newPage && (openBelow || broken) ? { ...row, continues: true } : row,
  );
  return { ...joined, rows, cells: [...before, ...joinMergedCells(before, after, joinRow)] };
}

/**
 * Joins tables that continue over pages, leaves out their repeated headings, and marks the page breaks.
 * `parted` says whether text between two tables begins another one.
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
