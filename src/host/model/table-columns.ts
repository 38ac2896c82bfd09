import { nameKey } from './formula-refs';
import type { Area, TableModel } from './types';

export function nextColumnId(table: TableModel): number {
  return Math.max(0, ...table.columns.map((column) => column.id)) + 1;
}

/**
 * A header as Excel makes it: blank gives "Column1", the first number that is free; one that is taken gets the
 * next number that is free behind it ("Sản phẩm2").
 */
export function uniqueHeader(wanted: string, taken: readonly string[]): string {
  const keys = new Set(taken.map(nameKey));
  if (wanted !== '' && !keys.has(nameKey(wanted))) return wanted;
  const stem = wanted === '' ? 'Column' : wanted;
  for (let number = wanted === '' ? 1 : 2; ; number += 1) {
    if (!keys.has(nameKey(`${stem}${number}`))) return `${stem}${number}`;
  }
}

export function uniqueColumnName(table: TableModel, wanted: string): string {
  return uniqueHeader(
    wanted,
    table.columns.map((column) => column.name),
  );
}

/** The rows between header and totals. */
export function bodyArea({ area, showHeaders, showTotals }: TableModel): Area {
  return {
    ...area,
    top: area.top + (showHeaders ? 1 : 0),
    bottom: area.bottom - (showTotals ? 1 : 0),
  };
}

export function headerArea({ area, showHeaders }: TableModel): Area | null {
  return showHeaders ? { ...area, bottom: area.top } : null;
}

export function totalsArea({ area, showTotals }: TableModel): Area | null {
  return showTotals ? { ...area, top: area.bottom } : null;
}

/** Index of the column with this name or id; -1 when there is none. */
export function columnIndexOf(table: TableModel, nameOrId: string | number): number {
  return table.columns.findIndex((column) =>
    typeof nameOrId === 'number' ? column.id === nameOrId : nameKey(column.name) === nameKey(nameOrId),
  );
}

/** The part of a table's area that belongs to one column. */
export function columnArea(area: Area, index: number): Area {
  return {
    ...area,
    left: area.left + index,
    right: area.left + index,
  };
}
