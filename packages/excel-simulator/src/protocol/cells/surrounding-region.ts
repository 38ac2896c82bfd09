import type { CellRange, SheetModel } from '../../model/types';
import { getCell } from '../../model/workbook';

function isFilled(sheet: SheetModel, row: number, column: number): boolean {
  if (row < 0 || column < 0) return false;
  const { value, formula } = getCell(sheet, row, column);
  return value !== '' || formula !== undefined;
}

function hasFilledCell(sheet: SheetModel, { top, left, bottom, right }: CellRange): boolean {
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) if (isFilled(sheet, row, column)) return true;
  }
  return false;
}

/** Grows the area while an adjacent cell, corners included, has content (Ctrl+Shift+*). */
export function findSurroundingRegion(sheet: SheetModel, from: CellRange): CellRange {
  const area = { ...from };
  for (;;) {
    const { top, left, bottom, right } = area;
    const wide = { left: left - 1, right: right + 1 };
    const tall = { top: top - 1, bottom: bottom + 1 };
    if (top > 0 && hasFilledCell(sheet, { ...wide, top: top - 1, bottom: top - 1 })) area.top -= 1;
    else if (hasFilledCell(sheet, { ...wide, top: bottom + 1, bottom: bottom + 1 })) area.bottom += 1;
    else if (left > 0 && hasFilledCell(sheet, { ...tall, left: left - 1, right: left - 1 })) area.left -= 1;
    else if (hasFilledCell(sheet, { ...tall, left: right + 1, right: right + 1 })) area.right += 1;
    else return area;
  }
}
