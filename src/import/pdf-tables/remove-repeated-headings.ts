import type { RawCell, RawTable } from '../../readers/raw-document';
import { toMatchKey } from '../../shared/text';
import { detectColumnRole } from '../table-layout/detect-column-role';
import { parseRowLabel } from '../table-layout/parse-row-label';

const MAX_HEADER_ROWS = 4;
/** A repetition names at least so many columns. */
const MIN_REPEATED_CELLS = 3;

function groupCellsByRow(table: RawTable): RawCell[][] {
  const rows: RawCell[][] = table.rows.map(() => []);
  for (const cell of table.cells) rows[cell.row]?.push(cell);
  return rows;
}

/** Counts the rows at the top that name columns, before the first that has a label. */
function countHeaderRows(rows: readonly RawCell[][]): number {
  let count = 0;
  while (count < Math.min(MAX_HEADER_ROWS, rows.length)) {
    const cells = rows[count]!;
    const label = cells.find((cell) => cell.column === 0)?.text ?? '';
    if (parseRowLabel(label) !== null || !cells.some((cell) => detectColumnRole(cell.text) !== null)) break;
    count++;
  }
  return count;
}

/**
 * Leaves out the rows that print the heading again, whole or cut off (Excel shows of a heading what fits in its
 * row). The row below takes over that it starts a page.
 */
export function removeRepeatedHeadings(table: RawTable): RawTable {
  const rows = groupCellsByRow(table);
  const heading = countHeaderRows(rows);
  const printed = new Map<number, string>();
  for (const cell of rows.slice(0, heading).flat())
    for (let column = cell.column; column < cell.column + cell.columnSpan; column++)
      printed.set(column, `${printed.get(column) ?? ''} ${toMatchKey(cell.text)} `);
  const isAgain = (cells: readonly RawCell[]): boolean => {
    const said = cells.filter((cell) => toMatchKey(cell.text) !== '');
    return (
      said.length >= Math.min(MIN_REPEATED_CELLS, table.columnCount) &&
      said.every((cell) => printed.get(cell.column)?.includes(` ${toMatchKey(cell.text)} `))
    );
  };
  const retained = rows.map((cells, row) => row < heading || !isAgain(cells));
  if (retained.every(Boolean)) return table;
  const newRow: number[] = [];
  let next = 0;
  retained.forEach((keep, row) => {
    newRow[row] = next;
    if (keep) next++;
  });
  const startsPage = (row: number): boolean => {
    for (let at = row; at >= 0 && (at === row || !retained[at]); at--)
      if (table.rows[at]!.startsPage) return true;
    return false;
  };
  return {
    ...table,
    rowCount: next,
    rows: table.rows.flatMap((row, index) =>
      retained[index]
        ? [
            {
              ...row,
              ...(startsPage(index) && { startsPage: true }),
              ...(index < heading && { header: true }),
            },
          ]
        : [],
    ),
    cells: table.cells.flatMap((cell) =>
      retained[cell.row]
        ? [
            {
              ...cell,
              row: newRow[cell.row]!,
              rowSpan: newRow[cell.row + cell.rowSpan - 1]! - newRow[cell.row]! + 1,
            },
          ]
        : [],
    ),
  };
}
