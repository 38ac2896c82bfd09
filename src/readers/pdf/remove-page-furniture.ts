import type { PdfTextLine } from './build-text-lines';

export type PageLine = { page: number; line: PdfTextLine };

/** A running head stands at the same height on every page, within this (points). */
const HEIGHT_TOLERANCE = 4;

const getLineText = (line: PdfTextLine): string => line.words.map((word) => word.text).join(' ');

/** Returns the text of a line with its numbers replaced. */
const toLinePattern = (line: PdfTextLine): string => getLineText(line).replace(/\d+/g, '#');

function isPageNumberLine(line: PdfTextLine): boolean {
  return /^(?:trang |page )?[-–—]?\s*#\s*(?:[/|-]\s*#)?\s*[-–—]?$/i.test(toLinePattern(line));
}

/**
 * Removes what is printed on every page: page numbers, running heads and feet. The first occurrence of a running head
 * stays: it may be the title.
 */
export function removePageFurniture(lines: readonly PageLine[]): PageLine[] {
  return lines.filter(({ page, line }, index) => {
    const same = (other: PageLine): boolean =>
      other.page !== page &&
      Math.abs(other.line.y - line.y) <= HEIGHT_TOLERANCE &&
      toLinePattern(other.line) === toLinePattern(line);
    if (!lines.some(same)) return true;
    return !isPageNumberLine(line) && !lines.slice(0, index).some(same);
  });
}
