import type { Book, BookSheet, BookTable } from './book';
import type { SheetCells } from './cells';
import { columnsOf, type TableContract } from './contract';

/** Where a table stands: header row, last row (both 0-based) and the column of each field. */
export type FoundTable<Field extends string> = {
  sheet: BookSheet;
  cells: SheetCells;
  header: number;
  /** Null: as far as the sheet goes. */
  bottom: number | null;
  columns: Partial<Record<Field, number>>;
};

/** Rows from the top in which a header is looked for where the table itself is gone. */
const HEADER_WITHIN = 60;
const FEWEST_COLUMNS = 4;

function has<Field extends string>(
  columns: Partial<Record<Field, number>>,
  fields: readonly Field[],
): boolean {
  return fields.every((field) => columns[field] !== undefined);
}

/** "NhiemVu", and "NhiemVu2" as Excel calls the table of a copied sheet. */
function isNamed(name: string, wanted: string): 'exactly' | 'as-copy' | null {
  const [own, other] = [name.toLowerCase(), wanted.toLowerCase()];
  if (own === other) return 'exactly';
  return own.startsWith(other) && /^_?\d+$/.test(own.slice(other.length)) ? 'as-copy' : null;
}

function inTable<Field extends string>(
  { sheet, area }: BookTable,
  cells: SheetCells,
  contract: TableContract<Field>,
): FoundTable<Field> | null {
  const header = cells.rows.find(({ row }) => row === area.top);
  const headers = (header?.cells ?? []).filter(({ column }) => column >= area.left && column <= area.right);
  const columns = columnsOf(headers, contract);
  return has(columns, contract.needed)
    ? { sheet, cells, header: area.top, bottom: area.bottom, columns }
    : null;
}

/** The row of a sheet that names the most of our columns. */
export function findHeader<Field extends string>(
  cells: SheetCells,
  contract: TableContract<Field>,
): { header: number; columns: Partial<Record<Field, number>> } | null {
  let best: { header: number; columns: Partial<Record<Field, number>> } | null = null;
  let most = FEWEST_COLUMNS - 1;
  for (const row of cells.rows) {
    if (row.row > HEADER_WITHIN) break;
    if (row.cells.length < FEWEST_COLUMNS) continue;
    const columns = columnsOf(row.cells, contract);
    const count = Object.keys(columns).length;
    if (count <= most || !has(columns, contract.needed)) continue;
    most = count;
    best = { header: row.row, columns };
  }
  return best;
}

/**
 * Finds a table of ours: by its name, then as the table of a copied sheet, then by its headers on any sheet, those in
 * sight first (a clerk may turn a table into plain cells, and other programs drop it). `read` gives a sheet's cells.
 */
export function findTable<Field extends string>(
  book: Book,
  tables: readonly BookTable[],
  contract: TableContract<Field>,
  read: (sheet: BookSheet) => SheetCells,
): FoundTable<Field> | null {
  for (const how of ['exactly', 'as-copy'] as const) {
    for (const table of tables) {
      if (isNamed(table.name, contract.table) !== how) continue;
      const found = inTable(table, read(table.sheet), contract);
      if (found) return found;
    }
  }
  const all = Object.keys(contract.headers).length;
  let best: FoundTable<Field> | null = null;
  for (const sheet of [...book.sheets].sort((a, b) => Number(a.hidden) - Number(b.hidden))) {
    // A later sheet would have to name more columns.
    if (best && (sheet.hidden || Object.keys(best.columns).length === all)) break;
    const cells = read(sheet);
    const found = findHeader(cells, contract);
    if (!found) continue;
    const better = !best || Object.keys(found.columns).length > Object.keys(best.columns).length;
    if (better) best = { sheet, cells, bottom: null, ...found };
  }
  return best;
}
