import { getCellFormat } from '../../model/cell-formats';
import { forEachCell } from '../../model/cells';
import { getMaximum } from '../../model/collections';
import { getColumnWidthInPoints } from '../../model/geometry';
import { isEntireColumns } from '../../model/shift-ranges';
import type { CellRange, SheetModel } from '../../model/types';
import { ensureCalculated } from '../batch-context';
import type { Cells } from '../host-objects';
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
    const longest = getMaximum(
      lines.map((line) => measureTextWidth(line, size)),
      -Infinity,
    );
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

/** Leaves rows out of those that wait to be fitted: their height is set now, whatever they contain. */
export function forgetRowsToFit(context: BatchContext, sheetId: string, { top, bottom }: CellRange): void {
  const waiting = [...context.session.rowsToFit].filter((cells) => cells.sheetId === sheetId);
  // Of entire columns only rows with content are fitted: what is left of them is no rows to be reset.
  if (waiting.some(({ areas }) => areas.some(isEntireColumns))) {
    settleRowHeights(context);
    return;
  }
  for (const cells of waiting) {
    cells.areas = cells.areas.flatMap((area) =>
      [
        { ...area, bottom: Math.min(area.bottom, top - 1) },
        { ...area, top: Math.max(area.top, bottom + 1) },
      ].filter((rest) => rest.top <= rest.bottom),
    );
  }
}

/**
 * Makes rows as high as their contents (format.autofitRows). Where nobody looks at the grid, once the formulas are
 * calculated anyway: Excel, too, fits such rows again whenever their contents change. A chart is moved with its rows
 * and needs their heights at once.
 */
export function fitRowsInTime(context: BatchContext, sheet: SheetModel, area: CellRange): void {
  if (context.session.calculates === 'after-each-request' || sheet.charts.length > 0) {
    fitRows(context, sheet, area);
    return;
  }
  const rows: Cells = { sheetId: sheet.id, areas: [area] };
  context.session.rowsToFit.add(rows);
  context.liveCells.add(rows);
}

/** Fits the rows that wait for it: something reads or sets heights, or the workbook is to be saved. */
export function settleRowHeights(context: BatchContext): void {
  const { rowsToFit } = context.session;
  const waiting = [...rowsToFit];
  rowsToFit.clear();
  for (const { sheetId, areas } of waiting) {
    const sheet = context.workbook.sheets.find(({ id }) => id === sheetId);
    if (sheet) for (const area of areas) fitRows(context, sheet, area);
  }
}

/**
 * Makes rows as high as their cell with most lines, wrapped at its column's width; an empty row gets the standard
 * height.
 */
function fitRows(context: BatchContext, sheet: SheetModel, area: CellRange): void {
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
