import type { Problem, ProblemLocation } from '../shared/problem';
import { warning } from '../shared/result';
import type { RawBlock, RawCell, RawDocument, RawTable } from './raw-document';
import { removeTableRows } from './remove-table-rows';

/** After this many warnings the others are only counted. */
const MAX_WARNINGS = 50;
/** A warning quotes at most this many characters. */
const MAX_QUOTE = 160;

type Struck = { place: ProblemLocation; text: string };

/**
 * Reports text that is struck through, which the readers leave out, and removes the table rows whose task is struck
 * through: an entry that was cancelled by hand.
 */
export function reportStruckText(document: RawDocument): RawDocument {
  const found: Struck[] = [];
  const blocks = document.blocks.flatMap((block) => reportBlock(block, found));
  if (found.length === 0) return document;
  const warnings = found
    .slice(0, MAX_WARNINGS)
    .map(({ place, text }): Problem => warning('struck-text', place, { words: quote(text) }));
  if (found.length > MAX_WARNINGS)
    warnings.push(
      warning('struck-text', { file: document.file }, { words: `… (+${found.length - MAX_WARNINGS})` }),
    );
  return { ...document, blocks, warnings: [...document.warnings, ...warnings] };
}

function reportBlock(block: RawBlock, found: Struck[]): RawBlock[] {
  if (block.kind === 'table') return [reportTable(block, found)];
  if (block.struck !== undefined) found.push({ place: block.place, text: block.struck });
  return block.text === '' ? [] : [block];
}

function reportTable(table: RawTable, found: Struck[]): RawTable {
  if (table.cells.every((cell) => cell.struck === undefined)) return table;
  const byRow: RawCell[][] = table.rows.map(() => []);
  for (const cell of table.cells) byRow[cell.row]?.push(cell);
  const removed = new Set<number>();
  byRow.forEach((cells, row) => {
    const place = table.rows[row]!.place;
    if (isCancelledRow(cells)) {
      removed.add(row);
      found.push({ place, text: cells.map((cell) => cell.struck ?? cell.text).join(' | ') });
      return;
    }
    for (const cell of cells)
      if (cell.struck !== undefined) found.push({ place: cell.place ?? place, text: cell.struck });
  });
  return removeTableRows(table, removed);
}

const isStruck = (cell: RawCell): boolean => cell.struck !== undefined && cell.text.trim() === '';
const getFullText = (cell: RawCell): string => (isStruck(cell) ? cell.struck! : cell.text).trim();
const isNumber = (text: string): boolean => /^[\dIVXLA-H.]{1,6}[.)]?$/.test(text);

/** Returns true if the first text after the row's number is struck through, and is the longest or nothing else stands. */
function isCancelledRow(cells: readonly RawCell[]): boolean {
  const filled = [...cells].sort((a, b) => a.column - b.column).filter((cell) => getFullText(cell) !== '');
  const texts = filled.filter((cell) => !isNumber(getFullText(cell)));
  const [first] = texts;
  if (!first || !isStruck(first)) return false;
  const length = getFullText(first).length;
  return texts.every((cell) => isStruck(cell) || getFullText(cell).length <= length);
}

function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MAX_QUOTE ? `${line.slice(0, MAX_QUOTE)}…` : line;
}
