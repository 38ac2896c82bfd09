import type { SheetCells } from './sheet-cells';
import { findContractColumns, type TableContract } from './workbook-contract';
import type { SheetInfo, TableInfo, WorkbookReader } from './workbook-reader';

/** Where a table stands: header row, last row (both 0-based) and the column of each field. */
export type FoundTable<Field extends string> = {
  sheet: SheetInfo;
  cells: SheetCells;
  header: number;
  /** Null: as far as the sheet goes. */
  bottom: number | null;
  columns: Partial<Record<Field, number>>;
  /** Its header row is off: formulas that refer to it have no values. */
  hasHiddenHeaders?: boolean;
};

/** Rows from the top in which a header is looked for where the table itself is gone. */
const MAX_HEADER_ROW = 60;
const MIN_COLUMNS = 4;

function hasFields<Field extends string>(
  columns: Partial<Record<Field, number>>,
  fields: readonly Field[],
): boolean {
  return fields.every((field) => columns[field] !== undefined);
}

/** "NhiemVu", and "NhiemVu2" as Excel calls the table of a copied sheet. */
function compareTableName(name: string, wanted: string): 'exactly' | 'as-copy' | null {
  const [own, other] = [name.toLowerCase(), wanted.toLowerCase()];
  if (own === other) return 'exactly';
  return own.startsWith(other) && /^_?\d+$/.test(own.slice(other.length)) ? 'as-copy' : null;
}

function toFoundTable<Field extends string>(
  { sheet, range: area, hiddenHeaders }: TableInfo,
  cells: SheetCells,
  contract: TableContract<Field>,
): FoundTable<Field> | null {
  const shown = (cells.rows.find(({ row }) => row === area.top)?.cells ?? []).filter(
    ({ column }) => column >= area.left && column <= area.right,
  );
  const headers = hiddenHeaders?.map((value, index) => ({ column: area.left + index, value })) ?? shown;
  const columns = findContractColumns(headers, contract);
  return hasFields(columns, contract.requiredFields)
    ? {
        sheet,
        cells,
        header: area.top,
        bottom: area.bottom,
        columns,
        hasHiddenHeaders: hiddenHeaders !== null,
      }
    : null;
}

/**
 * Finds the row of a sheet that names the most columns of the contract.
 *
 * @returns null where no row names enough of them
 */
function findContractHeader<Field extends string>(
  cells: SheetCells,
  contract: TableContract<Field>,
): { header: number; columns: Partial<Record<Field, number>> } | null {
  let best: { header: number; columns: Partial<Record<Field, number>> } | null = null;
  let most = MIN_COLUMNS - 1;
  for (const row of cells.rows) {
    if (row.row > MAX_HEADER_ROW) break;
    if (row.cells.length < MIN_COLUMNS) continue;
    const columns = findContractColumns(row.cells, contract);
    const count = Object.keys(columns).length;
    if (count <= most || !hasFields(columns, contract.requiredFields)) continue;
    most = count;
    best = { header: row.row, columns };
  }
  return best;
}

/**
 * Finds a table of the add-in: by its name, then as the table of a copied sheet, then by its headers on any sheet,
 * those in sight first (a clerk may turn a table into plain cells, and other programs drop it). `read` gives a
 * sheet's cells.
 *
 * @returns null where no sheet has the table
 */
export function findTable<Field extends string>(
  book: WorkbookReader,
  tables: readonly TableInfo[],
  contract: TableContract<Field>,
  read: (sheet: SheetInfo) => SheetCells,
): FoundTable<Field> | null {
  for (const how of ['exactly', 'as-copy'] as const) {
    for (const table of tables) {
      if (compareTableName(table.name, contract.table) !== how) continue;
      const found = toFoundTable(table, read(table.sheet), contract);
      if (found) return found;
    }
  }
  const all = Object.keys(contract.headers).length;
  let best: FoundTable<Field> | null = null;
  for (const sheet of [...book.sheets].sort((a, b) => Number(a.hidden) - Number(b.hidden))) {
    // A later sheet would have to name more columns.
    if (best && (sheet.hidden || Object.keys(best.columns).length === all)) break;
    const cells = read(sheet);
    const found = findContractHeader(cells, contract);
    if (!found) continue;
    const better = !best || Object.keys(found.columns).length > Object.keys(best.columns).length;
    if (better) best = { sheet, cells, bottom: null, ...found };
  }
  return best;
}

/** Finds further tables of the same kind on other sheets: copies, quarters, an original that was hidden. */
export function findOtherTables<Field extends string>(
  sheets: readonly SheetInfo[],
  tables: readonly TableInfo[],
  contract: TableContract<Field>,
  read: (sheet: SheetInfo) => SheetCells,
): FoundTable<Field>[] {
  return sheets.flatMap((sheet): FoundTable<Field>[] => {
    const cells = read(sheet);
    for (const table of tables) {
      if (table.sheet !== sheet) continue;
      const found = toFoundTable(table, cells, contract);
      if (found) return [found];
    }
    const found = findContractHeader(cells, contract);
    return found ? [{ sheet, cells, bottom: null, ...found }] : [];
  });
}
