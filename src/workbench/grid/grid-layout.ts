import {
  getColumnWidthInPoints,
  getRowHeightInPoints,
  isRowHidden,
} from '@phuluc/excel-simulator/model/geometry';
import type { CellRange, SheetModel } from '@phuluc/excel-simulator/model/types';
import { findUsedRange } from '@phuluc/excel-simulator/model/workbook';
import { type Axis, createAxis } from './axis';

/** CSS pixels of a point. */
const PIXELS_PER_POINT = 4 / 3;
const SPARE_ROWS = 60;
const SPARE_COLUMNS = 8;
const MIN_ROWS = 120;
const MIN_COLUMNS = 26;

/** What the grid needs of a sheet's shape: axes in pixels, and the merges by the cells they cover. */
export type GridLayout = {
  rows: Axis;
  columns: Axis;
  frozenRows: number;
  frozenColumns: number;
  mergeAt: (row: number, column: number) => CellRange | undefined;
};

/** Height in points that a line of a font needs, as a share of its size. */
const LINE_HEIGHT_RATIO = 1.32;

/** Rows without a height of their own grow with their largest font, as in Excel. */
function measureGrownRows(sheet: SheetModel): Map<number, number> {
  const heights = new Map<number, number>();
  for (const [row, line] of sheet.cells) {
    if (sheet.rows.get(row)?.height !== undefined) continue;
    for (const { format, value } of line.values()) {
      const needed = value === '' ? 0 : (format?.font?.size ?? 0) * LINE_HEIGHT_RATIO;
      if (needed > sheet.standardHeight) heights.set(row, Math.max(needed, heights.get(row) ?? 0));
    }
  }
  return heights;
}

export function createGridLayout(
  sheet: SheetModel,
  zoom: number,
  reach: { row: number; column: number },
): GridLayout {
  const used = findUsedRange(sheet) ?? { top: 0, left: 0, bottom: 0, right: 0 };
  const scale = PIXELS_PER_POINT * zoom;
  const grown = measureGrownRows(sheet);
  const merged = new Map<number, CellRange[]>();
  for (const area of sheet.merges) {
    for (let row = area.top; row <= area.bottom; row += 1) {
      const line = merged.get(row);
      if (line) line.push(area);
      else merged.set(row, [area]);
    }
  }
  return {
    rows: createAxis(Math.max(MIN_ROWS, used.bottom + SPARE_ROWS, reach.row + SPARE_ROWS), (row) =>
      Math.round(
        (isRowHidden(sheet, row) ? 0 : (grown.get(row) ?? getRowHeightInPoints(sheet, row))) * scale,
      ),
    ),
    columns: createAxis(
      Math.max(MIN_COLUMNS, used.right + SPARE_COLUMNS, reach.column + SPARE_COLUMNS),
      (column) => Math.round(getColumnWidthInPoints(sheet, column) * scale),
    ),
    frozenRows: sheet.freeze.rows,
    frozenColumns: sheet.freeze.columns,
    mergeAt: (row, column) => merged.get(row)?.find((area) => column >= area.left && column <= area.right),
  };
}

/** The selection grown so that no merged area is cut. */
export function growOverMerges(sheet: SheetModel, area: CellRange): CellRange {
  let grown = area;
  for (let again = true; again;) {
    again = false;
    for (const merge of sheet.merges) {
      const apart =
        merge.top > grown.bottom ||
        merge.bottom < grown.top ||
        merge.left > grown.right ||
        merge.right < grown.left;
      if (apart) continue;
      const next = {
        top: Math.min(grown.top, merge.top),
        left: Math.min(grown.left, merge.left),
        bottom: Math.max(grown.bottom, merge.bottom),
        right: Math.max(grown.right, merge.right),
      };
      if (
        next.top !== grown.top ||
        next.left !== grown.left ||
        next.bottom !== grown.bottom ||
        next.right !== grown.right
      ) {
        grown = next;
        again = true;
      }
    }
  }
  return grown;
}
