import { columnIndex, MAX_ROWS, parseArea } from '../model/address';
import { cellAddress } from '../model/address';
import type { Area } from '../model/types';

/** "A1:C3" even where it means whole columns: rules in a file name cells only. */
export function cellsAddress({ top, left, bottom, right }: Area): string {
  const first = cellAddress(top, left);
  return top === bottom && left === right ? first : `${first}:${cellAddress(bottom, right)}`;
}

/** A file's list of areas, with spaces between. */
export const areasText = (areas: readonly Area[]): string => areas.map(cellsAddress).join(' ');

export function readAreas(text: string | undefined): Area[] {
  return (text ?? '').split(/\s+/).flatMap((address) => (address === '' ? [] : (parseArea(address) ?? [])));
}

/** Row and column of "C5"; null when it is no cell. */
export function readCellAddress(text: string): { row: number; column: number } | null {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(text);
  const column = parts && columnIndex(parts[1]!);
  const row = parts ? Number(parts[2]) : 0;
  return parts && column !== null && row >= 1 && row <= MAX_ROWS ? { row: row - 1, column: column! } : null;
}

/** "$A$1:$C$3", "$1:$2", "$A:$B" as names refer to cells. */
export function absoluteCells(area: Area): string {
  return cellsAddress(area).replace(
    /([A-Z]+)(\d+)/g,
    (_, column: string, row: string) => `$${column}$${row}`,
  );
}
