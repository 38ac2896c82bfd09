import { getMaximum } from '../collections';
import { toNameKey } from '../formula-references';
import type { CellRange, TableModel } from '../types';

export function getNextColumnId(table: TableModel): number {
  return (
    getMaximum(
      table.columns.map((column) => column.id),
      0,
    ) + 1
  );
}

/**
 * Makes a header as Excel does: blank gives "Column1" with the first free number; a name in use gets the next
 * free number appended ("Sản phẩm2").
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

/** Returns the rows between header and totals. */
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

/** Returns the index of the column with this name or id; -1 when there is none. */
export function findTableColumnIndex(table: TableModel, nameOrId: string | number): number {
  return table.columns.findIndex((column) =>
    typeof nameOrId === 'number' ? column.id === nameOrId : toNameKey(column.name) === toNameKey(nameOrId),
  );
}

/** Returns the part of a table's area that belongs to one column. */
export function getTableColumnRange(area: CellRange, index: number): CellRange {
  return {
    ...area,
    left: area.left + index,
    right: area.left + index,
  };
}
