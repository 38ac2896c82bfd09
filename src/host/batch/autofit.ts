import { columnWidth } from '../model/geometry';
import { formatAt } from '../model/formats';
import type { Area, SheetModel } from '../model/types';
import { eachCell } from '../model/cells';
import { shownText } from './cell-values';
import { type BatchContext, ensureCalculated } from './context';

/**
 * There are no fonts here, so sizes are estimated: a character of an 11-point font is 5.25 points wide (64 pixels
 * for 8.43 characters is Excel's standard column) and a line is 15 points high.
 */
const CHARACTER = 5.25;
const PADDING = 3.75;
const LINE = 15;
const NORMAL_SIZE = 11;

const linesOf = (text: string, width: number): number =>
  text
    .split('\n')
    .reduce(
      (lines, line) => lines + Math.max(1, Math.ceil((line.length * CHARACTER) / Math.max(width, CHARACTER))),
      0,
    );

/** format.autofitColumns: as wide as the longest line shown; a column with nothing keeps its width. */
export const fitColumns = (context: BatchContext, sheet: SheetModel, area: Area): void => {
  ensureCalculated(context);
  const widest = new Map<number, number>();
  eachCell(sheet, area, (cell, row, column) => {
    if (cell.value === '') return;
    const scale = (formatAt(sheet, row, column).font?.size ?? NORMAL_SIZE) / NORMAL_SIZE;
    const longest = Math.max(
      ...shownText(context.session, sheet, row, column)
        .split('\n')
        .map((line) => line.length),
    );
    widest.set(column, Math.max(widest.get(column) ?? 0, longest * CHARACTER * scale + PADDING));
  });
  for (const [column, width] of widest) sheet.columns.set(column, { ...sheet.columns.get(column), width });
};

/** format.autofitRows: as high as the cell with most lines, wrapped at its column's width. */
export const fitRows = (context: BatchContext, sheet: SheetModel, area: Area): void => {
  ensureCalculated(context);
  const highest = new Map<number, number>();
  eachCell(sheet, area, (cell, row, column) => {
    if (cell.value === '') return;
    const { font, wrapText } = formatAt(sheet, row, column);
    const scale = (font?.size ?? NORMAL_SIZE) / NORMAL_SIZE;
    const width = (columnWidth(sheet, column) - PADDING) / scale;
    const lines = wrapText ? linesOf(shownText(context.session, sheet, row, column), width) : 1;
    highest.set(row, Math.max(highest.get(row) ?? 0, lines * LINE * scale));
  });
  for (const [row, height] of highest) sheet.rows.set(row, { ...sheet.rows.get(row), height });
};
