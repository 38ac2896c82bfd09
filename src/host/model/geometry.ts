import type { Area, SheetModel } from './types';

/** Height of a row in points; 0 when hidden. */
export function rowHeight(sheet: SheetModel, row: number): number {
  const props = sheet.rows.get(row);
  return props?.hidden ? 0 : (props?.height ?? sheet.standardHeight);
}

/** Width of a column in points; 0 when hidden. */
export function columnWidth(sheet: SheetModel, column: number): number {
  const props = sheet.columns.get(column);
  return props?.hidden ? 0 : (props?.width ?? sheet.standardWidth);
}

/** Distance in points from the sheet's top to the row's upper edge. */
export function rowTop(sheet: SheetModel, row: number): number {
  let top = row * sheet.standardHeight;
  for (const index of sheet.rows.keys())
    if (index < row) top += rowHeight(sheet, index) - sheet.standardHeight;
  return top;
}

/** Distance in points from the sheet's left to the column's left edge. */
export function columnLeft(sheet: SheetModel, column: number): number {
  let left = column * sheet.standardWidth;
  for (const index of sheet.columns.keys()) {
    if (index < column) left += columnWidth(sheet, index) - sheet.standardWidth;
  }
  return left;
}

/** An area's place and size in points. */
export function areaBox(
  sheet: SheetModel,
  area: Area,
): { left: number; top: number; width: number; height: number } {
  const left = columnLeft(sheet, area.left);
  const top = rowTop(sheet, area.top);
  return {
    left,
    top,
    width: columnLeft(sheet, area.right + 1) - left,
    height: rowTop(sheet, area.bottom + 1) - top,
  };
}
