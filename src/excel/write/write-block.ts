import { createRange } from '@phuluc/ooxml/a1';
import { toCellInput } from '../../sheets/cell-content';
import type { CellBlock, CellContent, FillSpec } from '../../sheets/sheet-spec';
import { ACTION_BYTES, countRequestBytes, type RequestBatcher } from './request-batcher';
import { getWorksheetRange } from './worksheet-range';

/** A range of more cells is sent in strips by office.js itself, each with paths of its own. */
const CELLS_PER_STRIP = 1_500;

type CellInputRows = (string | number | boolean)[][];

function countRowBytes(row: CellInputRows[number]): number {
  return countRequestBytes(row) + Math.ceil((4 * ACTION_BYTES * row.length) / CELLS_PER_STRIP);
}

/** Writes contents in as many rows at a time as fit into a request. */
async function writeRows(
  outbox: RequestBatcher,
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
    while (to < rows.length && (to === from || bytes + countRowBytes(rows[to]!) <= outbox.remaining())) {
      bytes += countRowBytes(rows[to]!);
      to += 1;
    }
    await outbox.reserve(bytes);
    const part = rows.slice(from, to);
    getWorksheetRange(sheet, createRange(row + from, column, part.length, width)).formulas = part;
    from = to;
  }
}

/** Columns side by side with one number format are set together. */
function groupNumberFormats(formats: readonly string[]): { first: number; count: number; format: string }[] {
  const runs: { first: number; count: number; format: string }[] = [];
  formats.forEach((format, index) => {
    const last = runs.at(-1);
    if (last?.format === format) last.count += 1;
    else runs.push({ first: index, count: 1, format });
  });
  return runs;
}

/** Number formats, then contents: in a cell of format "@" every text stays as it is. */
export async function writeBlock(
  outbox: RequestBatcher,
  sheet: Excel.Worksheet,
  block: CellBlock,
): Promise<void> {
  const { row, column, numberFormats, cells } = block;
  const runs = groupNumberFormats(numberFormats);
  await outbox.reserve(runs.length * 2 * ACTION_BYTES);
  for (const { first, count, format } of runs) {
    // One text for all cells: office.js and Excel take it, its types do not know it.
    const range = getWorksheetRange(sheet, createRange(row, column + first, cells.length, count));
    range.numberFormat = format as unknown as string[][];
  }
  const typed = cells.map((line) => line.map((content, index) => toCellInput(content, numberFormats[index])));
  await writeRows(outbox, sheet, row, column, typed);
}

/** Contents alone; each is guarded, since the cells' number formats are not known. */
export async function writeCells(
  outbox: RequestBatcher,
  sheet: Excel.Worksheet,
  row: number,
  column: number,
  cells: readonly (readonly CellContent[])[],
): Promise<void> {
  await writeRows(
    outbox,
    sheet,
    row,
    column,
    cells.map((line) => line.map((content) => toCellInput(content))),
  );
}

/**
 * One formula for every cell of each area: a request holds it once however many rows there are. The formula must not
 * speak of other cells by relative addresses.
 */
export async function writeFills(
  outbox: RequestBatcher,
  sheet: Excel.Worksheet,
  fills: readonly FillSpec[],
): Promise<void> {
  for (const { area, formula, numberFormat } of fills) {
    await outbox.reserve(countRequestBytes(formula) + 4 * ACTION_BYTES);
    const range = getWorksheetRange(sheet, area);
    // A cell of format "@" would keep the formula as a text.
    range.numberFormat = numberFormat as unknown as string[][];
    range.formulas = formula as unknown as string[][];
  }
}
