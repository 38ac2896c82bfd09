/** Cells whose properties are asked for in one request: about 2 MB of answer, of the 5 MB that Excel gives. */
const MAX_CELLS_PER_REQUEST = 40_000;

/** Names of the fonts of so many rows of columns of a range, a list for each column. */
async function readRowFonts(
  context: Excel.RequestContext,
  range: Excel.Range,
  columns: readonly number[],
  from: number,
  rows: number,
): Promise<string[][]> {
  const asked = columns.map((column) =>
    range
      .getCell(from, column)
      .getResizedRange(rows - 1, 0)
      .getCellProperties({ format: { font: { name: true } } }),
  );
  await context.sync();
  return asked.map(({ value }) => value.map(([cell]) => cell?.format?.font?.name ?? ''));
}

/** The font of a cell of a range, by its row and column there; '' where its letters have several. */
export type CellFontLookup = (row: number, column: number) => string;

/**
 * Queues the loads of the fonts of a range whose size is known; after the next sync the function that comes back
 * reads them. Columns of one font cost nothing more; others one sync for each 40,000 of their cells.
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
    // Excel answers null where the cells of a column differ.
    const mixed = columns.flatMap(({ name }, column) => ((name as string | null) === null ? [column] : []));
    const names = new Map<number, string[]>(mixed.map((column) => [column, []]));
    const rowsAtOnce = Math.max(1, Math.floor(MAX_CELLS_PER_REQUEST / Math.max(1, mixed.length)));
    for (let from = 0; mixed.length > 0 && from < rowCount; from += rowsAtOnce) {
      const rows = Math.min(rowsAtOnce, rowCount - from);
      const fonts = await readRowFonts(context, range, mixed, from, rows);
      mixed.forEach((column, index) => names.get(column)?.push(...(fonts[index] ?? [])));
    }
    return (row, column) => names.get(column)?.[row] ?? columns[column]?.name ?? '';
  };
}
