import { matchKey } from '../../annex/text';
import { headerRole } from '../assemble/header-role';
import { isBrokenLabel, rowLabel } from '../layout/row-label';
import type { RawCell, RawRow, RawTable } from '../raw-document';
import type { Lattice } from './lattice';

/** A table of one page with the rules it was found by. */
export type PageTable = { lattice: Lattice; table: RawTable; page: number };

/** Columns of one table stand at the same places on every page, within this (points). */
const samePlace = 5;
const mostHeaderRows = 4;

const sameColumns = (one: Lattice, other: Lattice): boolean =>
  one.xs.length === other.xs.length &&
  one.xs.every((x, index) => Math.abs(x - other.xs[index]!) <= samePlace);

const cellsOf = (table: RawTable, row: number): RawCell[] => table.cells.filter((cell) => cell.row === row);

const rowKey = (table: RawTable, row: number): string =>
  cellsOf(table, row)
    .map((cell) => `${cell.column}:${matchKey(cell.text)}`)
    .join('|');

/** Rows at the top that name columns, before the first that has a label. */
const headerRows = (table: RawTable): number => {
  let rows = 0;
  while (rows < Math.min(mostHeaderRows, table.rowCount)) {
    const cells = cellsOf(table, rows);
    const label = cells.find((cell) => cell.column === 0)?.text ?? '';
    if (rowLabel(label) !== null || !cells.some((cell) => headerRole(cell.text) !== null)) break;
    rows++;
  }
  return rows;
};

/** How many rows of `next` print the heading of `first` again. */
const repeatedRows = (first: RawTable, next: RawTable): number => {
  const most = headerRows(first);
  let rows = 0;
  while (rows < most && rows < next.rowCount && rowKey(next, rows) === rowKey(first, rows)) rows++;
  return rows;
};

/** A cell merged over the page end goes on as an empty one merged too: one cell, again. */
const joinMergedCells = (cells: RawCell[], added: RawCell[], seam: number): RawCell[] =>
  added.filter((cell) => {
    if (cell.row !== seam || cell.rowSpan < 2 || cell.text !== '') return true;
    const above = cells.find(
      (other) =>
        other.column === cell.column &&
        other.columnSpan === cell.columnSpan &&
        other.row + other.rowSpan === seam &&
        other.rowSpan > 1,
    );
    if (above) above.rowSpan += cell.rowSpan;
    return !above;
  });

/** "VI" at a page end and "II" at the top of the next page are one label: gives it back to the row it began in. */
const takeLabelBack = (cells: readonly RawCell[], added: RawCell[], seam: number): boolean => {
  const before = cells.find((cell) => cell.column === 0 && cell.row + cell.rowSpan === seam);
  const label = added.find((cell) => cell.column === 0 && cell.row === seam);
  if (!before || !label || !isBrokenLabel(before.text, label.text)) return false;
  before.text += label.text;
  label.text = '';
  return true;
};

/** Tables that go on over pages as one, their repeated headings left out and the page seams marked. */
export const joinPages = (tables: readonly PageTable[]): RawTable[] => {
  const joined: { first: RawTable; last: PageTable; table: RawTable }[] = [];
  for (const next of tables) {
    const open = joined.at(-1);
    if (!open || next.page !== open.last.page + 1 || !sameColumns(open.last.lattice, next.lattice)) {
      joined.push({
        first: next.table,
        last: next,
        table: { ...next.table, cells: next.table.cells.map((cell) => ({ ...cell })) },
      });
      continue;
    }
    const dropped = repeatedRows(open.first, next.table);
    const seam = open.table.rowCount;
    const added = next.table.cells
      .filter((cell) => cell.row >= dropped)
      .map((cell) => ({ ...cell, row: cell.row - dropped + seam }));
    const rows = next.table.rows
      .slice(dropped)
      .map((row, index): RawRow =>
        index > 0
          ? row
          : { ...row, startsPage: true, ...(open.last.lattice.openBelow && { continues: true }) },
      );
    if (takeLabelBack(open.table.cells, added, seam) && rows[0]) rows[0].continues = true;
    open.table.cells.push(...joinMergedCells(open.table.cells, added, seam));
    open.table.rows = [...open.table.rows, ...rows];
    open.table.rowCount += rows.length;
    if (dropped > 0)
      open.table.rows = open.table.rows.map((row, index) =>
        index < dropped ? { ...row, header: true } : row,
      );
    open.last = next;
  }
  return joined.map(({ table }) => table);
};
