import { appendAll } from '../../shared/append-all';
/** Cells whose properties are requested at once: about 2 MB of response, of the 5 MB that Excel allows. */
const MAX_CELLS_PER_REQUEST = 40_000;

/** Reads the font names of some rows of the given columns of a range: one list for each column. */
async function readRowFonts(
  context: Excel.RequestContext,
  range: Excel.Range,
  columns: readonly number[],
  from: number,
  rows: number,
): Promise<string[][]> {
  const requested = columns.map((column) =>
    range
      .getCell(from, column)
      .getResizedRange(rows - 1, 0)
      .getCellProperties({ format: { font: { name: true } } }),
  );
  await context.sync();
  return requested.map(({ value }) => value.map(([cell]) => cell?.format?.font?.name ?? ''));
}

/** Returns the font of a cell by its row and column in the range; '' if its characters have several fonts. */
export type CellFontLookup = (row: number, column: number) => string;

/**
 * Queues the loads of the fonts of a range whose size is known; the returned function reads them after the next sync.
 * Columns with a single font need no further sync, the others one for each 40,000 of their cells.
 */
export function queueFonts(
  range: Excel.Range,
  { rowCount, columnCount }: { rowCount: number; columnCount: number },
): (context: Excel.RequestContext) => Promise<CellFontLookup> {
  const columns = Array.from({ length: columnCount }, (_, column) => {
    const { font } = range.getColumn(column).format;
    font.load('name');
    return font;
  });
  return async (context) => {
    // Excel returns null if the cells of a column differ.
    const mixed = columns.flatMap(({ name }, column) => ((name as string | null) === null ? [column] : []));
    const names = new Map<number, string[]>(mixed.map((column) => [column, []]));
    const rowsAtOnce = Math.max(1, Math.floor(MAX_CELLS_PER_REQUEST / Math.max(1, mixed.length)));
    for (let from = 0; mixed.length > 0 && from < rowCount; from += rowsAtOnce) {
      const rows = Math.min(rowsAtOnce, rowCount - from);
      const fonts = await readRowFonts(context, range, mixed, from, rows);
      mixed.forEach((column, index) => appendAll(names.get(column) ?? [], fonts[index] ?? []));
    }
    return (row, column) => names.get(column)?.[row] ?? columns[column]?.name ?? '';
  };
}
