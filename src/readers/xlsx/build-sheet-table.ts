import { type CellRange, formatAddress } from '@phuluc/ooxml/a1';
import type { ProblemLocation } from '../../shared/problem';
import type { RawCell, RawTable } from '../raw-document';
import type { SheetContent, SheetRow } from './read-sheet';
import type { SheetReference } from './read-workbook-parts';

/**
 * Builds the table of the rows and columns of a sheet that have text: blank ones are not counted, wherever the text
 * stands, and each row and cell has its place. Merged cells appear once; values stored beneath a merge, which Excel
 * does not show, are left out.
 *
 * @returns null for a sheet without text
 */
export function buildSheetTable(content: SheetContent, sheet: SheetReference, file: string): RawTable | null {
  const place: ProblemLocation = { file, sheet: sheet.name };
  const rows = [...content.rows].sort((a, b) => a.row - b.row);
  if (rows.length === 0) return null;
  const columns = findFilledColumns(rows);
  const columnIndex = new Map(columns.map((column, index) => [column, index]));
  const merges = indexMerges(content.merges, rows);

  const cells: RawCell[] = [];
  rows.forEach((row, rowIndex) => {
    for (const { column, ...text } of row.cells) {
      const merge = merges.getRangeAt(row.row, column);
      if (!merge && merges.isCovered(row.row, column)) continue;
      cells.push({
        row: rowIndex,
        column: columnIndex.get(column)!,
        rowSpan: merge ? countWithin(rows, (other) => other.row, merge.top, merge.bottom) : 1,
        columnSpan: merge ? countWithin(columns, (other) => other, merge.left, merge.right) : 1,
        ...text,
        place: { ...place, cell: formatAddress(row.row, column) },
      });
    }
  });
  return {
    kind: 'table',
    name: sheet.name,
    place,
    rowCount: rows.length,
    columnCount: columns.length,
    cells,
    rows: rows.map(({ row, hidden }) => ({
      place: { ...place, row: row + 1 },
      ...((hidden || sheet.hidden) && { hidden: true }),
      ...(sheet.printTitles &&
        row >= sheet.printTitles[0] &&
        row <= sheet.printTitles[1] && { header: true }),
    })),
  };
}

function findFilledColumns(rows: readonly SheetRow[]): number[] {
  const columns = new Set<number>();
  for (const row of rows) for (const cell of row.cells) columns.add(cell.column);
  return [...columns].sort((a, b) => a - b);
}

const SHEET_WIDTH = 16_384;
/** Merges do not overlap, so together they visit each cell once or twice; more visits are a hostile file. */
const MAX_MERGE_STEPS = 5_000_000;

type MergeIndex = {
  getRangeAt: (row: number, column: number) => CellRange | undefined;
  isCovered: (row: number, column: number) => boolean;
};

/**
 * Indexes merges by the cells they touch. Only cells with text are marked, so a merge over a million rows costs no
 * more than its text; a cell in two merges (a damaged file) belongs to the first.
 */
function indexMerges(areas: readonly CellRange[], rows: readonly SheetRow[]): MergeIndex {
  const origins = new Map<number, CellRange>();
  const covered = new Set<number>();
  let steps = 0;
  for (const area of areas) {
    const from = findLowerBound(rows, (row) => row.row, area.top);
    for (let index = from; index < rows.length && rows[index]!.row <= area.bottom; index++) {
      const { row, cells } = rows[index]!;
      if ((steps += cells.length) > MAX_MERGE_STEPS) break;
      for (const { column } of cells) {
        const key = row * SHEET_WIDTH + column;
        if (column < area.left || column > area.right || covered.has(key) || origins.has(key)) continue;
        if (row === area.top && column === area.left) origins.set(key, area);
        else covered.add(key);
      }
    }
  }
  return {
    getRangeAt: (row, column) => origins.get(row * SHEET_WIDTH + column),
    isCovered: (row, column) => covered.has(row * SHEET_WIDTH + column),
  };
}

/** Returns the index of the first item at or above a value, in sorted items. */
function findLowerBound<T>(items: readonly T[], getValue: (item: T) => number, value: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (getValue(items[middle]!) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function countWithin<T>(
  items: readonly T[],
  getValue: (item: T) => number,
  first: number,
  last: number,
): number {
  return findLowerBound(items, getValue, last + 1) - findLowerBound(items, getValue, first);
}
