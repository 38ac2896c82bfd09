import type { RawBlock, RawCell, RawDocument, RawTable } from './raw-document';

/** Letters and numbers in sequence that a frame has at least. */
const MIN_LETTERS = 3;
const MIN_NUMBERS = 3;

/**
 * Removes the frame of a spreadsheet from tables: the letters of its columns and the numbers of its rows, which a
 * published or printed sheet shows around its cells.
 */
export function removeSheetFrames(document: RawDocument): RawDocument {
  if (document.source !== 'html' && document.source !== 'pdf') return document;
  const blocks = document.blocks.map((block): RawBlock =>
    block.kind === 'table' && hasSheetFrame(block) ? removeFrame(block) : block,
  );
  return { ...document, blocks };
}

const isFilled = ({ text }: RawCell): boolean => text.trim() !== '';

function hasSheetFrame({ cells }: RawTable): boolean {
  const top = cells.filter((cell) => cell.row === 0 && isFilled(cell));
  const side = cells.filter((cell) => cell.column === 0 && cell.row > 0 && isFilled(cell));
  const letters = top.map(({ text }) => text.trim());
  const numbers = side.map(({ text }) => text.trim());
  return (
    letters.length >= MIN_LETTERS &&
    top.every(({ column, columnSpan }) => column > 0 && columnSpan === 1) &&
    letters.every((letter, index) => letter === getColumnLetter(index)) &&
    numbers.length >= MIN_NUMBERS &&
    numbers.every((number) => /^\d+$/.test(number)) &&
    numbers.every((number, index) => index === 0 || Number(number) > Number(numbers[index - 1]))
  );
}

function getColumnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : getColumnLetter(Math.floor(index / 26) - 1) + last;
}

function removeFrame(table: RawTable): RawTable {
  return {
    ...table,
    rowCount: table.rowCount - 1,
    columnCount: table.columnCount - 1,
    rows: table.rows.slice(1).map(({ header: _, ...row }) => row),
    cells: table.cells
      .filter(({ row, column }) => row > 0 && column > 0)
      .map((cell) => ({ ...cell, row: cell.row - 1, column: cell.column - 1 })),
  };
}
