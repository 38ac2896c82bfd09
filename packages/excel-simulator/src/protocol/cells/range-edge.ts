import { MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from '@phuluc/ooxml/a1';
import type { CellRange, SheetModel } from '../../model/types';
import { findUsedRange, getCell } from '../../model/workbook';

/** Excel.KeyboardDirection. */
export const DIRECTIONS = ['Left', 'Right', 'Up', 'Down'] as const;
type Direction = (typeof DIRECTIONS)[number];

const STEPS: Record<Direction, { row: number; column: number }> = {
  Left: { row: 0, column: -1 },
  Right: { row: 0, column: 1 },
  Up: { row: -1, column: 0 },
  Down: { row: 1, column: 0 },
};

/**
 * Finds the cell that Ctrl and an arrow key lead to: the last filled cell of a run, across blanks the next
 * filled one, or the end of the sheet.
 */
export function findRangeEdge(
  sheet: SheetModel,
  from: { row: number; column: number },
  direction: Direction,
): CellRange {
  const step = STEPS[direction];
  const used = findUsedRange(sheet);
  const isFilled = (row: number, column: number): boolean => {
    const { value, formula } = getCell(sheet, row, column);
    return value !== '' || formula !== undefined;
  };
  const end = {
    row: direction === 'Up' ? 0 : direction === 'Down' ? MAX_SHEET_ROWS - 1 : from.row,
    column: direction === 'Left' ? 0 : direction === 'Right' ? MAX_SHEET_COLUMNS - 1 : from.column,
  };
  const cell = ({ row, column }: { row: number; column: number }): CellRange => ({
    top: row,
    bottom: row,
    left: column,
    right: column,
  });
  const isBeyond = (row: number, column: number): boolean =>
    !used || row < 0 || column < 0 || row > used.bottom || column > used.right;
  let { row, column } = from;
  const inRun = isFilled(row, column) && isFilled(row + step.row, column + step.column);
  for (;;) {
    const next = { row: row + step.row, column: column + step.column };
    if (isBeyond(next.row, next.column)) return inRun ? cell({ row, column }) : cell(end);
    if (inRun && !isFilled(next.row, next.column)) return cell({ row, column });
    ({ row, column } = next);
    if (!inRun && isFilled(row, column)) return cell({ row, column });
  }
}
