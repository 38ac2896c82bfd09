import { createRange } from '@phuluc/ooxml/a1';
import { toCellInput } from '../../sheets/cell-content';
import type { CellBlock, CellContent, FillSpec } from '../../sheets/sheet-spec';
import { ACTION_BYTES, countRequestBytes, type RequestBatcher } from './request-batcher';
import { getWorksheetRange } from './worksheet-range';

/** office.js itself sends a larger range in strips, each with object paths of its own. */
const CELLS_PER_STRIP = 1_500;

type CellInputRows = (string | number | boolean)[][];

function countRowBytes(row: CellInputRows[number]): number {
  return countRequestBytes(row) + Math.ceil((4 * ACTION_BYTES * row.length) / CELLS_PER_STRIP);
}

/** Writes contents, as many rows at a time as fit into a request. */
async function writeRows(
  batcher: RequestBatcher,
  sheet: Excel.Worksheet,
  row: number,
  column: number,
  rows: CellInputRows,
): Promise<void> {
  const width = rows[0]?.length ?? 0;
  if (width === 0) return;
  let from = 0;
  while (from < rows.length) {
    let to = from;
    let bytes = 2 * ACTION_BYTES;
    while (to < rows.length && (to === from || bytes + countRowBytes(rows[to]!) <= batcher.remaining())) {
      bytes += countRowBytes(rows[to]!);
      to += 1;
    }
    await batcher.reserve(bytes);
    const part = rows.slice(from, to);
    getWorksheetRange(sheet, createRange(row + from, column, part.length, width)).formulas = part;
    from = to;
  }
}

/** Groups adjacent columns with the same number format, so that they are set together. */
function groupNumberFormats(formats: readonly string[]): { first: number; count: number; format: string }[] {
  const runs: { first: number; count: number; format: string }[] = [];
  formats.forEach((format, index) => {
    const last = runs.at(-1);
    if (last?.format === format) last.count += 1;
    else runs.push({ first: index, count: 1, format });
  });
  return runs;
}

/** Writes number formats, then contents: in a cell of format "@" every text stays as it is. */
export async function writeBlock(
  batcher: RequestBatcher,
  sheet: Excel.Worksheet,
  block: CellBlock,
): Promise<void> {
  const { row, column, numberFormats, cells } = block;
  const runs = groupNumberFormats(numberFormats);
  await batcher.reserve(runs.length * 2 * ACTION_BYTES);
  for (const { first, count, format } of runs) {
    // One text for all cells: office.js and Excel accept it, its types do not declare it.
    const range = getWorksheetRange(sheet, createRange(row, column + first, cells.length, count));
    range.numberFormat = format as unknown as string[][];
  }
  const typed = cells.map((line) => line.map((content, index) => toCellInput(content, numberFormats[index])));
  await writeRows(batcher, sheet, row, column, typed);
}

/**
 * Writes contents only; each is escaped, because the number formats of the cells are not known. One by one where a
 * filter may hide some of the rows.
 */
export async function writeCells(
  batcher: RequestBatcher,
  sheet: Excel.Worksheet,
  { row, column, cells }: { row: number; column: number; cells: readonly (readonly CellContent[])[] },
  isSingly: boolean,
): Promise<void> {
  const typed = cells.map((line) => line.map((content) => toCellInput(content)));
  if (!isSingly) return writeRows(batcher, sheet, row, column, typed);
  for (const [down, line] of typed.entries()) {
    for (const [across, content] of line.entries())
      await writeRows(batcher, sheet, row + down, column + across, [[content]]);
  }
}

/**
 * Writes one formula to every cell of each range; a request holds it once, however many rows there are. The formula
 * must not refer to other cells by relative addresses.
 */
export async function writeFills(
  batcher: RequestBatcher,
  sheet: Excel.Worksheet,
  fills: readonly FillSpec[],
): Promise<void> {
  for (const { area, formula, numberFormat } of fills) {
    await batcher.reserve(countRequestBytes(formula) + 4 * ACTION_BYTES);
    const range = getWorksheetRange(sheet, area);
    // A cell of format "@" would store the formula as a text.
    range.numberFormat = numberFormat as unknown as string[][];
    range.formulas = formula as unknown as string[][];
  }
}
