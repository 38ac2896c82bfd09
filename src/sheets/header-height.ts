/** Advance of a letter of bold Arial as a part of the size, on the wide side, and the height of a line. */
const LETTER_WIDTH_RATIO = 0.62;
const LINE_HEIGHT_RATIO = 1.3;
/** What Excel leaves free at the sides of a cell, and above and below its lines together. */
const CELL_PADDING = 6;
const ROW_PADDING = 6;

function countLines(text: string, letters: number): number {
  let [lines, line] = [1, 0];
  for (const word of text.split(/\s+/)) {
    const joined = line === 0 ? word.length : line + 1 + word.length;
    if (line > 0 && joined > letters) {
      lines += 1;
      line = word.length;
    } else line = joined;
    lines += Math.max(0, Math.ceil(word.length / letters) - 1);
  }
  return lines;
}

/** Returns the height in points of a header row in which no header is cut; a hidden column (width 0) asks for none. */
export function getHeaderHeight(
  columns: readonly { header: string; width: number }[],
  { size = 10, least = 32 }: { size?: number; least?: number } = {},
): number {
  const lines = columns.map(({ header, width }) =>
    width === 0
      ? 0
      : countLines(header, Math.max(1, Math.floor((width - CELL_PADDING) / (size * LETTER_WIDTH_RATIO)))),
  );
  return Math.max(least, Math.ceil(Math.max(...lines) * size * LINE_HEIGHT_RATIO) + ROW_PADDING);
}
