import { toNameKey } from '../formula-references';
import type { CellRange, TableModel } from '../types';

export function getNextColumnId(table: TableModel): number {
  return Math.max(0, ...table.columns.map((column) => column.id)) + 1;
}

/**
 * A header as Excel makes it: blank gives "Column1", the first number that is free; one that is taken gets the
 * next number that is free behind it ("Sản phẩm2").
 */
export function createUniqueHeader(wanted: string, taken: readonly string[]): string {
  const keys = new Set(taken.map(toNameKey));
  if (wanted !== '' && !keys.has(toNameKey(wanted))) return wanted;
  const stem = wanted === '' ? 'Column' : wanted;
  for (let number = wanted === '' ? 1 : 2; ; number += 1) {
    if (!keys.has(toNameKey(`${stem}${number}`))) return `${stem}${number}`;
  }
}

export function createUniqueColumnName(table: TableModel, wanted: string): string {
  return createUniqueHeader(
    wanted,
    table.columns.map((column) => column.name),
  );
}

/** The rows between header and totals. */
export function getTableBodyRange({ area, showHeaders, showTotals }: TableModel): CellRange {
  return {
    ...area,
    top: area.top + (showHeaders ? 1 : 0),
    bottom: area.bottom - (showTotals ? 1 : 0),
  };
}

export function getTableHeaderRange({ area, showHeaders }: TableModel): CellRange | null {
  return showHeaders ? { ...area, bottom: area.top } : null;
}

export function getTableTotalsRange({ area, showTotals }: TableModel): CellRange | null {
  return showTotals ? { ...area, top: area.bottom } : null;
}

/** Index of the column with this name or id; -1 when there is none. */
export function findTableColumnIndex(table: TableModel, nameOrId: string | number): number {
  return table.columns.findIndex((column) =>
    typeof nameOrId === 'number' ? column.id === nameOrId : toNameKey(column.name) === toNameKey(nameOrId),
  );
}

/** The part of a table's area that belongs to one column. */
export function getTableColumnRange(area: CellRange, index: number): CellRange {
  return {
    ...area,
    left: area.left + index,
    right: area.left + index,
  };
}
