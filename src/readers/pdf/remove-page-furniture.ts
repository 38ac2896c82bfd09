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
  const byPattern = new Map<string, PageLine[]>();
  for (const each of lines) {
    const pattern = toLinePattern(each.line);
    const group = byPattern.get(pattern);
    if (group) group.push(each);
    else byPattern.set(pattern, [each]);
  }
  const removed = new Set([...byPattern.values()].flatMap(findRepetitions));
  return lines.filter((each) => !removed.has(each));
}

/** So many lines of one pattern are compared with each other; a document has fewer pages. */
const MAX_COMPARED = 1000;

/** Finds the lines of one pattern, in reading order, that repeat one of another page at the same height. */
function findRepetitions(lines: readonly PageLine[]): PageLine[] {
  const compared = lines.slice(0, MAX_COMPARED);
  return compared.filter((each, index) => {
    const isSame = (other: PageLine): boolean =>
      other.page !== each.page && Math.abs(other.line.y - each.line.y) <= HEIGHT_TOLERANCE;
    return isPageNumberLine(each.line) ? compared.some(isSame) : compared.slice(0, index).some(isSame);
  });
}
