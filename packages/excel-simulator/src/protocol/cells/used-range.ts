import type { CellRange, SheetModel } from '../../model/types';

/**
 * Returns the smallest area that contains every cell of the area with a value, or also those with only a
 * format.
 * @returns null where no cell does.
 */
export function findUsedRangeWithin(
  sheet: SheetModel,
  within: CellRange,
  valuesOnly: boolean,
): CellRange | null {
  const part = { top: Infinity, left: Infinity, bottom: -1, right: -1 };
  for (const [row, line] of sheet.cells) {
    if (row < within.top || row > within.bottom) continue;
    for (const [column, { value, formula }] of line) {
      if (column < within.left || column > within.right) continue;
      if (valuesOnly && value === '' && formula === undefined) continue;
      part.top = Math.min(part.top, row);
      part.bottom = Math.max(part.bottom, row);
      part.left = Math.min(part.left, column);
      part.right = Math.max(part.right, column);
    }
  }
  return part.bottom < 0 ? null : part;
}
