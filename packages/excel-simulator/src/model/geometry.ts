import type { CellRange, SheetModel } from './types';

export function isRowHidden(sheet: SheetModel, row: number): boolean {
  return sheet.rows.get(row)?.hidden ?? sheet.rowsHiddenByDefault ?? false;
}

/** Hides or shows a row. */
export function setRowHidden(sheet: SheetModel, row: number, hidden: boolean): void {
  if (isRowHidden(sheet, row) === hidden) return;
  const { hidden: _, ...others } = sheet.rows.get(row) ?? {};
  if (hidden || sheet.rowsHiddenByDefault) sheet.rows.set(row, { ...others, hidden });
  else if (Object.keys(others).length > 0) sheet.rows.set(row, others);
  else sheet.rows.delete(row);
}

/** Returns the height of a row in points; 0 when hidden. */
export function getRowHeightInPoints(sheet: SheetModel, row: number): number {
  return isRowHidden(sheet, row) ? 0 : (sheet.rows.get(row)?.height ?? sheet.standardHeight);
}

/** Returns the width of a column in points; 0 when hidden. */
export function getColumnWidthInPoints(sheet: SheetModel, column: number): number {
  const props = sheet.columns.get(column);
  return props?.hidden ? 0 : (props?.width ?? sheet.standardWidth);
}

/** Returns the distance in points from the sheet's top to the row's upper edge. */
export function getRowTop(sheet: SheetModel, row: number): number {
  const height = sheet.rowsHiddenByDefault ? 0 : sheet.standardHeight;
  let top = row * height;
  for (const index of sheet.rows.keys()) if (index < row) top += getRowHeightInPoints(sheet, index) - height;
  return top;
}

/** Returns the distance in points from the sheet's left to the column's left edge. */
export function getColumnLeft(sheet: SheetModel, column: number): number {
  let left = column * sheet.standardWidth;
  for (const index of sheet.columns.keys()) {
    if (index < column) left += getColumnWidthInPoints(sheet, index) - sheet.standardWidth;
  }
  return left;
}

/** Returns the position and size of an area in points. */
export function getRangeBox(
  sheet: SheetModel,
  area: CellRange,
): { left: number; top: number; width: number; height: number } {
  const left = getColumnLeft(sheet, area.left);
  const top = getRowTop(sheet, area.top);
  return {
    left,
    top,
    width: getColumnLeft(sheet, area.right + 1) - left,
    height: getRowTop(sheet, area.bottom + 1) - top,
  };
}
