import { createRange } from '@phuluc/ooxml/a1';
import { toCellInput } from '../../sheets/cell-content';
import type { CellBlock, CellContent, FillSpec } from '../../sheets/sheet-spec';
import { type HiddenRowTest, splitAtHiddenRows } from './hidden-rows';
import { ACTION_BYTES, countRequestBytes, type RequestBatcher } from './request-batcher';
import { getWorksheetRange } from './worksheet-range';

/** office.js itself sends a larger range in strips, each with object paths of its own. */
const CELLS_PER_STRIP = 1_500;

type CellInputRows = (string | number | boolean)[][];

function countRowBytes(row: CellInputRows[number]): number {
  return countRequestBytes(row) + Math.ceil((4 * ACTION_BYTES * row.length) / CELLS_PER_STRIP);
}

/** Writes contents, as many rows at a time as fit into a request; the cells of hidden rows one by one. */
async function writeRows(
  batcher: RequestBatcher,
  sheet: Excel.Worksheet,
  row: number,
  column: number,
  rows: CellInputRows,
  isHidden?: HiddenRowTest,
): Promise<void> {
  for (const run of splitAtHiddenRows(row, rows.length, isHidden)) {
    const part = rows.slice(run.first - row, run.first - row + run.count);
    if (run.hidden) await writeSingleCells(batcher, sheet, run.first, column, part[0] ?? []);
    else await writeAdjacentRows(batcher, sheet, run.first, column, part);
  }
}

/** Writes the cells of a row one by one, as needed for a row that a filter hides. */
async function writeSingleCells(
  batcher: RequestBatcher,
  sheet: Excel.Worksheet,
  row: number,
  column: number,
  cells: CellInputRows[number],
): Promise<void> {
  for (const [index, value] of cells.entries()) {
    await batcher.reserve(2 * ACTION_BYTES + countRequestBytes(value));
    getWorksheetRange(sheet, createRange(row, column + index, 1, 1)).formulas = [[value]];
  }
}

async function writeAdjacentRows(
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
  isHidden?: HiddenRowTest,
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
  await writeRows(batcher, sheet, row, column, typed, isHidden);
}

/** Writes contents only; each is escaped, because the number formats of the cells are not known. */
export async function writeCells(
  batcher: RequestBatcher,
  sheet: Excel.Worksheet,
  row: number,
  column: number,
  cells: readonly (readonly CellContent[])[],
  isHidden?: HiddenRowTest,
): Promise<void> {
  await writeRows(
    batcher,
    sheet,
    row,
    column,
    cells.map((line) => line.map((content) => toCellInput(content))),
    isHidden,
  );
}

/**
 * Writes one formula to every cell of each range; a request holds it once, however many rows there are. The formula
 * must not refer to other cells by relative addresses.
 */
export async function writeFills(
  batcher: RequestBatcher,
  sheet: Excel.Worksheet,
  fills: readonly FillSpec[],
  isHidden?: HiddenRowTest,
): Promise<void> {
  for (const { area, formula, numberFormat } of fills) {
    await batcher.reserve(countRequestBytes(formula) + 4 * ACTION_BYTES);
    const range = getWorksheetRange(sheet, area);
    // A cell of format "@" would store the formula as a text.
    range.numberFormat = numberFormat as unknown as string[][];
    const runs = splitAtHiddenRows(area.top, area.bottom - area.top + 1, isHidden);
    for (const { first, count, hidden } of runs) {
      if (hidden) {
        const cells = Array.from({ length: area.right - area.left + 1 }, () => formula);
        await writeSingleCells(batcher, sheet, first, area.left, cells);
      } else {
        await batcher.reserve(countRequestBytes(formula) + 2 * ACTION_BYTES);
        const rows = { ...area, top: first, bottom: first + count - 1 };
        getWorksheetRange(sheet, rows).formulas = formula as unknown as string[][];
      }
    }
  }
}
