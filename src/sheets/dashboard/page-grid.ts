import type { PageSetup } from '../sheet-spec';

/**
 * Columns of the page in points: a number, a name, twelve for figures. The tables below the page stand in the same
 * columns. Printed on A4 across the page is brought to about seven eighths of its size.
 */
export const PAGE_WIDTHS: readonly number[] = [40, 262, ...Array.from({ length: 12 }, () => 49.5)];
export const PAGE_COLUMNS = PAGE_WIDTHS.length;

/** The smallest letters on the page, in points; nine points are left of them on paper. */
export const PAGE_FONT_SIZE = 10.5;

/** Tables and charts stand side by side, or over the whole width. */
export const HALVES = {
  left: { first: 0, columns: 6 },
  right: { first: 6, columns: PAGE_COLUMNS - 6 },
  whole: { first: 0, columns: PAGE_COLUMNS },
} as const;
export type Half = keyof typeof HALVES;

/** One sheet of A4 across, 8 mm all around; no page number where there is one page. */
export const ONE_PAGE_SETUP: PageSetup = {
  orientation: 'Landscape',
  margins: { top: 23, bottom: 23, left: 23, right: 23, header: 11, footer: 11 },
  pagesTall: 1,
  centerFooter: '',
};

/** Width of letters of Arial at the page's size, in points, on the wide side. */
const CAPITAL_WIDTH = 7.3;
const SMALL_LETTER_WIDTH = 5;
const CELL_PADDING = 6;

/** Returns how many letters of a text fit on a line of so many points, if its capitals are spread evenly. */
export function countFittingLetters(text: string, width: number): number {
  const capitals = (text.match(/\p{Lu}/gu) ?? []).length;
  const part = text.length === 0 ? 0 : capitals / text.length;
  return Math.floor((width - CELL_PADDING) / (part * CAPITAL_WIDTH + (1 - part) * SMALL_LETTER_WIDTH));
}

/** Points that columns of the page take together. */
export function getColumnsWidth(first: number, columns: number): number {
  return PAGE_WIDTHS.slice(first, first + columns).reduce((sum, width) => sum + width, 0);
}
