import type { TextLine } from './text-lines';

export type LineOnPage = { page: number; line: TextLine };

/** A running head stands at the same height on every page, within this (points). */
const sameHeight = 4;

const wordsOf = (line: TextLine): string => line.words.map((word) => word.text).join(' ');

/** The same words but for a number. */
const pattern = (line: TextLine): string => wordsOf(line).replace(/\d+/g, '#');

function isPageNumber(line: TextLine): boolean {
  return /^(?:trang |page )?[-–—]?\s*#\s*(?:[/|-]\s*#)?\s*[-–—]?$/i.test(pattern(line));
}

/**
 * Leaves out what is printed on every page: page numbers, running heads and feet. The first printing of a running
 * head stays: it may be the title.
 */
export function withoutFurniture(lines: readonly LineOnPage[]): LineOnPage[] {
  return lines.filter(({ page, line }, index) => {
    const same = (other: LineOnPage): boolean =>
      other.page !== page &&
      Math.abs(other.line.y - line.y) <= sameHeight &&
      pattern(other.line) === pattern(line);
    if (!lines.some(same)) return true;
    return !isPageNumber(line) && !lines.slice(0, index).some(same);
  });
}
