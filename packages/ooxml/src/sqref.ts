import type { CellRange } from '@phuluc/excel-simulator/model/types';
import { formatAddress, MAX_SHEET_ROWS, parseColumnLetters, parseRange } from './cell-ranges';

/** "A1:C3" even where it means whole columns: rules in a file name cells only. */
export function formatRef({ top, left, bottom, right }: CellRange): string {
  const first = formatAddress(top, left);
  return top === bottom && left === right ? first : `${first}:${formatAddress(bottom, right)}`;
}

/** A file's list of areas, with spaces between. */
export const formatSqref = (areas: readonly CellRange[]): string => areas.map(formatRef).join(' ');

export function parseSqref(text: string | undefined): CellRange[] {
  return (text ?? '').split(/\s+/).flatMap((address) => (address === '' ? [] : (parseRange(address) ?? [])));
}

/** Row and column of "C5"; null when it is no cell. */
export function parseAddress(text: string): { row: number; column: number } | null {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(text);
  const column = parts && parseColumnLetters(parts[1]!);
  const row = parts ? Number(parts[2]) : 0;
  return parts && column !== null && row >= 1 && row <= MAX_SHEET_ROWS
    ? { row: row - 1, column: column! }
    : null;
}

/** "$A$1:$C$3", "$1:$2", "$A:$B" as names refer to cells. */
export function formatAbsoluteRef(area: CellRange): string {
  return formatRef(area).replace(/([A-Z]+)(\d+)/g, (_, column: string, row: string) => `$${column}$${row}`);
}
