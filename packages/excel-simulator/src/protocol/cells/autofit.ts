import { getCellFormat } from '../../model/cell-formats';
import { forEachCell } from '../../model/cells';
import { getColumnWidthInPoints } from '../../model/geometry';
import { isEntireColumns } from '../../model/shift-ranges';
import type { CellRange, SheetModel } from '../../model/types';
import { ensureCalculated } from '../batch-context';
import type { BatchContext } from '../types';
import { formatDisplayedText } from './cell-values';
import { countWrappedLines, getLineHeight, measureTextWidth } from './text-size';

/** Horizontal padding of a cell: 5 pixels, and as much again because other programs' letters are wider. */
const CELL_PADDING = 7.5;
const DEFAULT_FONT_SIZE = 11;

/**
 * Makes columns as wide as their longest displayed line (format.autofitColumns); an empty column keeps its
 * width.
 */
export function fitColumns(context: BatchContext, sheet: SheetModel, area: CellRange): void {
  ensureCalculated(context);
  const widest = new Map<number, number>();
  forEachCell(sheet, area, (cell, row, column) => {
    if (cell.value === '') return;
    const size = getCellFormat(sheet, row, column).font?.size ?? DEFAULT_FONT_SIZE;
    const lines = formatDisplayedText(context.session, sheet, row, column).split('\n');
    const longest = Math.max(...lines.map((line) => measureTextWidth(line, size)));
    widest.set(column, Math.max(widest.get(column) ?? 0, longest + CELL_PADDING));
  });
  for (const [column, width] of widest) sheet.columns.set(column, { ...sheet.columns.get(column), width });
}

/** Resets rows to the standard height. */
function resetRowHeights(sheet: SheetModel, { top, bottom }: CellRange): void {
  for (const [row, { height: _, fitted: __, ...props }] of [...sheet.rows]) {
    if (row < top || row > bottom) continue;
    if (Object.keys(props).length > 0) sheet.rows.set(row, props);
    else sheet.rows.delete(row);
  }
}

/**
 * Makes rows as high as their cell with most lines, wrapped at its column's width (format.autofitRows); an
 * empty row gets the standard height.
 */
export function fitRows(context: BatchContext, sheet: SheetModel, area: CellRange): void {
  ensureCalculated(context);
  const highest = new Map<number, number>();
  forEachCell(sheet, area, (cell, row, column) => {
    if (cell.value === '') return;
    const { font, wrapText } = getCellFormat(sheet, row, column);
    const size = font?.size ?? DEFAULT_FONT_SIZE;
    const text = formatDisplayedText(context.session, sheet, row, column);
    const lines = wrapText
      ? countWrappedLines(text, getColumnWidthInPoints(sheet, column) - CELL_PADDING, size)
      : 1;
    const height = Math.max(sheet.standardHeight, lines * getLineHeight(size));
    highest.set(row, Math.max(highest.get(row) ?? 0, height));
  });
  if (!isEntireColumns(area)) resetRowHeights(sheet, area);
  for (const [row, height] of highest) {
    sheet.rows.set(row, { ...sheet.rows.get(row), height, fitted: true });
  }
}
