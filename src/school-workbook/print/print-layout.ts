import { ANNEX_COLUMN_WEIGHTS } from '../../reports/annex-document';
import { DECREE_30, mmToPoints } from '../../reports/decree-30';
import type { FontStyle } from '../../reports/glyph-widths';
import { wrapLines } from '../../reports/measure-text';
import type { PrintSettings } from '../../reports/print-settings';
import type { PrintedAnnex } from '../../reports/printed-annex';
import { findMax } from '../../shared/min-max';

/** Excel's columns and rows are whole pixels: three quarters of a point. */
const PIXEL = 0.75;
/** What Excel leaves free at the two sides of a cell, with the rule. */
export const CELL_PADDING = 6;
/** Letters are set on whole pixels on the screen, so that a line may come out wider than the font says. */
const SCREEN_SLACK = 1.03;
/** Height of a line of Excel's own rows in Times New Roman, as a part of the size: 16.5 points at 13. */
const LINE_HEIGHT_RATIO = 16.5 / 13;
/** Excel refuses taller rows. */
const MAX_ROW_HEIGHT = 409;
/** Columns are a little narrower than the page, so that rounding never makes Excel shrink the print. */
const WIDTH_RESERVE = 4;

const floorToPixel = (points: number): number => Math.floor(points / PIXEL) * PIXEL;
const ceilToPixel = (points: number): number => Math.ceil(points / PIXEL) * PIXEL;

/** Returns what the margins leave of an A4 sheet in landscape, in points. */
export function getPrintableSize({ margins }: PrintSettings): { width: number; height: number } {
  return {
    width: mmToPoints(DECREE_30.paper.height - margins.left - margins.right),
    height: mmToPoints(DECREE_30.paper.width - margins.top - margins.bottom),
  };
}

/** Widths that fill the page, in points. */
export function getDefaultWidths({ columns }: PrintedAnnex, settings: PrintSettings): number[] {
  const width = getPrintableSize(settings).width - WIDTH_RESERVE;
  const total = columns.reduce((sum, { id }) => sum + ANNEX_COLUMN_WEIGHTS[id], 0);
  return columns.map(({ id }) => floorToPixel((ANNEX_COLUMN_WEIGHTS[id] / total) * width));
}

/** Breaks a text into the lines of a cell of this width. */
export function wrapCellText(
  text: string,
  width: number,
  size: number,
  face: FontStyle = 'regular',
): string[] {
  return wrapLines(text, (width - CELL_PADDING) / SCREEN_SLACK, size, face);
}

/** Returns the height of so many lines in Excel, in points. */
export function getRowHeight(lines: number, size: number): number {
  return Math.min(MAX_ROW_HEIGHT, ceilToPixel(Math.max(1, lines) * LINE_HEIGHT_RATIO * size));
}

/** Lines that a row can hold before Excel refuses it or it no longer fits on a page below the repeated header. */
function getMaxLines(settings: PrintSettings, headerHeight: number): number {
  return Math.max(
    1,
    Math.floor(
      Math.min(MAX_ROW_HEIGHT, getPrintableSize(settings).height - headerHeight - PIXEL) /
        (LINE_HEIGHT_RATIO * settings.fontSize),
    ),
  );
}

/** Splits the cells of a row into as many rows as their lines need; a row that fits stays as it is. */
export function splitTallRow(
  cells: readonly string[],
  lines: readonly (readonly string[])[],
  most: number,
): string[][] {
  const parts = Math.ceil(findMax(lines.map(({ length }) => length)) / most);
  if (parts <= 1) return [[...cells]];
  return Array.from({ length: parts }, (_, part) =>
    lines.map((own) => own.slice(part * most, (part + 1) * most).join(' ')),
  );
}

export type PrintLayoutRow =
  | { kind: 'section'; text: string; height: number }
  /** `part` is the first of its task, or a continuation of a task that is too tall for one row. */
  | { kind: 'task'; cells: string[]; height: number; part: 'first' | 'next' };

/** A row breaks over two pages rather than leaving this part of a page white. */
const MAX_WHITE_PART = 1 / 3;

/** Splits the lines of a row after the first `count` of each cell; the texts before and behind. */
function cutRow(lines: readonly (readonly string[])[], count: number): [first: string[], rest: string[]] {
  return [lines.map((own) => own.slice(0, count).join(' ')), lines.map((own) => own.slice(count).join(' '))];
}

type PrintPage = { size: number; most: number; line: number; height: number; left: number };

/** Arranges one task from where the page stands; what is taller than a page continues in the next row. */
function layoutTask(
  cells: readonly string[],
  wrap: (cells: readonly string[]) => string[][],
  page: PrintPage,
  part: 'first' | 'next' = 'first',
): PrintLayoutRow[] {
  const lines = wrap(cells);
  const tallest = findMax(lines.map(({ length }) => length));
  const height = getRowHeight(tallest, page.size);
  const fitting = Math.floor(page.left / page.line);
  if (tallest <= page.most && height <= page.left) {
    page.left -= height;
    return [{ kind: 'task', cells: [...cells], height, part }];
  }
  const isCut = page.left > page.height * MAX_WHITE_PART && fitting > 1 && fitting < tallest;
  const count = isCut ? Math.min(fitting, page.most) : page.most;
  if (!isCut) page.left = page.height;
  if (!isCut && tallest <= page.most) {
    page.left -= height;
    return [{ kind: 'task', cells: [...cells], height, part }];
  }
  const [first, rest] = cutRow(lines, count);
  const firstHeight = getRowHeight(Math.min(count, tallest), page.size);
  page.left -= firstHeight;
  if (isCut) page.left = page.height;
  return [{ kind: 'task', cells: first, height: firstHeight, part }, ...layoutTask(rest, wrap, page, 'next')];
}

/**
 * Arranges the rows of the sheet with their heights. A task taller than a row of Excel or than a page continues in
 * the next row, line by line, so that nothing is cut; so does one that would leave a third of a page white.
 *
 * @param headHeight points above the header row, on the first page
 */
export function layoutPrintRows(
  { rows }: PrintedAnnex,
  widths: readonly number[],
  settings: PrintSettings,
  { headerHeight, headHeight }: { headerHeight: number; headHeight: number },
): PrintLayoutRow[] {
  const size = settings.fontSize;
  const height = getPrintableSize(settings).height - headerHeight - PIXEL;
  const page: PrintPage = {
    size,
    most: getMaxLines(settings, headerHeight),
    line: LINE_HEIGHT_RATIO * size,
    height,
    left: height - headHeight,
  };
  const total = widths.reduce((sum, width) => sum + width, 0);
  const wrap = (cells: readonly string[]): string[][] =>
    cells.map((text, column) => wrapCellText(text, widths[column] ?? total, size));
  return rows.flatMap((row): PrintLayoutRow[] => {
    if (row.kind === 'task') return layoutTask(row.cells, wrap, page);
    const own = getRowHeight(wrapCellText(row.text, total, size, 'bold').length, size);
    page.left = (page.left < own ? page.height : page.left) - own;
    return [{ ...row, height: own }];
  });
}
