import { columnWidth } from '../model/geometry';
import { formatAt } from '../model/formats';
import { isWholeColumns } from '../model/shift';
import type { Area, SheetModel } from '../model/types';
import { eachCell } from '../model/cells';
import { shownText } from './cell-values';
import { type BatchContext, ensureCalculated } from './context';
import { lineHeight, textWidth, wrappedLines } from './text-size';

/** Both sides of a cell together: 5 pixels, and as much again since other programs' letters are a little wider. */
const PADDING = 7.5;
const NORMAL_SIZE = 11;

/** format.autofitColumns: as wide as the longest line shown; a column with nothing keeps its width. */
export function fitColumns(context: BatchContext, sheet: SheetModel, area: Area): void {
  ensureCalculated(context);
  const widest = new Map<number, number>();
  eachCell(sheet, area, (cell, row, column) => {
    if (cell.value === '') return;
    const size = formatAt(sheet, row, column).font?.size ?? NORMAL_SIZE;
    const lines = shownText(context.session, sheet, row, column).split('\n');
    const longest = Math.max(...lines.map((line) => textWidth(line, size)));
    widest.set(column, Math.max(widest.get(column) ?? 0, longest + PADDING));
  });
  for (const [column, width] of widest) sheet.columns.set(column, { ...sheet.columns.get(column), width });
}

/** A row without a height of its own has the standard one. */
function giveStandardHeights(sheet: SheetModel, { top, bottom }: Area): void {
  for (const [row, { height: _, fitted: __, ...props }] of [...sheet.rows]) {
    if (row < top || row > bottom) continue;
    if (Object.keys(props).length > 0) sheet.rows.set(row, props);
    else sheet.rows.delete(row);
  }
}

/**
 * format.autofitRows: as high as the cell with most lines, wrapped at its column's width; a row with nothing gets
 * the standard height.
 */
export function fitRows(context: BatchContext, sheet: SheetModel, area: Area): void {
  ensureCalculated(context);
  const highest = new Map<number, number>();
  eachCell(sheet, area, (cell, row, column) => {
    if (cell.value === '') return;
    const { font, wrapText } = formatAt(sheet, row, column);
    const size = font?.size ?? NORMAL_SIZE;
    const text = shownText(context.session, sheet, row, column);
    const lines = wrapText ? wrappedLines(text, columnWidth(sheet, column) - PADDING, size) : 1;
    const height = Math.max(sheet.standardHeight, lines * lineHeight(size));
    highest.set(row, Math.max(highest.get(row) ?? 0, height));
  });
  if (!isWholeColumns(area)) giveStandardHeights(sheet, area);
  for (const [row, height] of highest) {
    sheet.rows.set(row, { ...sheet.rows.get(row), height, fitted: true });
  }
}
