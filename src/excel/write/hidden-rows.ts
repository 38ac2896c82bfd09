import type { Operation } from '../../sheets/operation';

/** Returns true for a row of a sheet that is hidden. */
export type HiddenRowTest = (row: number) => boolean;

/** Returns the test of a sheet; of sheets that were not examined no row is hidden. */
export type HiddenRowLookup = (sheet: string) => HiddenRowTest;

/** What is known of the filters of sheets: absent where nothing is known. */
export type SheetFilters = ReadonlyMap<string, boolean>;

/** Returns the filters of sheets by their tables: a sheet is filtered if one of its tables is. */
export function combineFilters(tables: readonly { sheet: string; filtered: boolean }[]): SheetFilters {
  const filters = new Map<string, boolean>();
  for (const { sheet, filtered } of tables) filters.set(sheet, filtered || filters.get(sheet) === true);
  return filters;
}

const NO_ROW: HiddenRowTest = () => false;

/** Returns the sheets whose cells the operations write in several rows, and which are or may be filtered. */
function listSheetsToExamine(operations: readonly Operation[], filters: SheetFilters): string[] {
  const sheets = operations.flatMap((operation) => {
    switch (operation.kind) {
      case 'write-cells':
        return operation.cells.length > 1 && filters.get(operation.sheet) !== false ? [operation.sheet] : [];
      case 'write-blocks':
      case 'fill':
        return filters.get(operation.sheet) === true ? [operation.sheet] : [];
      default:
        return [];
    }
  });
  return [...new Set(sheets)];
}

/**
 * Reads which rows of the sheets to write are hidden. Excel does not store an array row by row over rows hidden by a
 * filter (OfficeDev/office-js 224), so that such rows must be written cell by cell. Takes two syncs if a sheet is or
 * may be filtered, otherwise none.
 */
export async function readHiddenRows(
  context: Excel.RequestContext,
  operations: readonly Operation[],
  filters: SheetFilters,
): Promise<HiddenRowLookup> {
  const names = listSheetsToExamine(operations, filters);
  if (names.length === 0) return () => NO_ROW;
  const used = names.map((name) => {
    const range = context.workbook.worksheets.getItem(name).getUsedRangeOrNullObject(false);
    range.load('rowIndex,rowCount,rowHidden');
    return { name, range };
  });
  await context.sync();
  const examined = used
    .filter(({ range }) => !range.isNullObject && range.rowHidden !== false)
    .map(({ name, range }) => ({
      name,
      top: range.rowIndex,
      rows: range.getColumn(0).getRowProperties({ rowHidden: true }),
    }));
  if (examined.length > 0) await context.sync();
  const hidden = new Map(
    examined.map(({ name, top, rows: { value } }) => [
      name,
      new Set(value.flatMap(({ rowHidden }, index) => (rowHidden === true ? [top + index] : []))),
    ]),
  );
  return (sheet) => {
    const rows = hidden.get(sheet);
    return rows ? (row) => rows.has(row) : NO_ROW;
  };
}

/** Splits rows into runs of visible rows and single hidden ones. */
export function splitAtHiddenRows(
  first: number,
  count: number,
  isHidden: HiddenRowTest = NO_ROW,
): { first: number; count: number; hidden: boolean }[] {
  const runs: { first: number; count: number; hidden: boolean }[] = [];
  for (let row = first; row < first + count; row += 1) {
    const hidden = isHidden(row);
    const last = runs.at(-1);
    if (last && !hidden && !last.hidden) last.count += 1;
    else runs.push({ first: row, count: 1, hidden });
  }
  return runs;
}
