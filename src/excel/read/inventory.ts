import type { Snapshot } from '../../school-workbook/snapshot';

/** What a workbook has, by name. */
export type Inventory = Pick<Snapshot, 'sheets' | 'names'> & {
  tables: readonly { name: string; sheet: string }[];
  /** Names of the workbook that mean a range; those whose cells were deleted do not. */
  rangeNames: readonly string[];
};

/**
 * Reads what the workbook has, in one sync. What may be missing is looked up here first: nothing is called on a null
 * object, because Microsoft documents for one only that `isNullObject` can be read.
 */
export async function readInventory(context: Excel.RequestContext): Promise<Inventory> {
  const { workbook } = context;
  const sheets = workbook.worksheets;
  sheets.load('items/name,items/visibility,items/protection/protected,items/autoFilter/isDataFiltered');
  const tables = workbook.tables;
  tables.load('items/name,items/worksheet/name,items/autoFilter/isDataFiltered');
  const names = workbook.names;
  names.load('items/name,items/formula,items/type');
  await context.sync();
  const filtered = new Set(
    tables.items.flatMap(({ worksheet, autoFilter }) => (autoFilter.isDataFiltered ? [worksheet.name] : [])),
  );
  return {
    sheets: sheets.items.map((sheet) => ({
      name: sheet.name,
      visible: sheet.visibility === 'Visible',
      isProtected: sheet.protection.protected,
      isFiltered: sheet.autoFilter.isDataFiltered || filtered.has(sheet.name),
    })),
    tables: tables.items.map(({ name, worksheet }) => ({ name, sheet: worksheet.name })),
    names: names.items.map(({ name, formula }) => ({ name, formula: String(formula) })),
    rangeNames: names.items.flatMap(({ name, type }) => (type === 'Range' ? [name] : [])),
  };
}

/** Excel compares names of sheets, tables and ranges without regard to case. */
function isSameName(a: string, b: string): boolean {
  return a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();
}

/**
 * Finds a table of the workbook.
 *
 * @returns null if the workbook has none of this name
 */
export function findTable(
  { workbook }: Excel.RequestContext,
  { tables }: Inventory,
  name: string,
): Excel.Table | null {
  return tables.some((table) => isSameName(table.name, name)) ? workbook.tables.getItem(name) : null;
}

/**
 * Finds a sheet of the workbook.
 *
 * @returns null if the workbook has none of this name
 */
export function findSheet(
  { workbook }: Excel.RequestContext,
  { sheets }: Inventory,
  name: string,
): Excel.Worksheet | null {
  return sheets.some((sheet) => isSameName(sheet.name, name)) ? workbook.worksheets.getItem(name) : null;
}

/**
 * Finds the range of a name.
 *
 * @returns null if the workbook has no such name, or if its cells were deleted
 */
export function findNamedRange(
  { workbook }: Excel.RequestContext,
  { rangeNames }: Pick<Inventory, 'rangeNames'>,
  name: string,
): Excel.Range | null {
  return rangeNames.some((one) => isSameName(one, name)) ? workbook.names.getItem(name).getRange() : null;
}

/** Returns true if the sheet of a table is protected, where Excel finds no special cells. */
export function isTableProtected({ tables, sheets }: Inventory, name: string): boolean {
  const table = tables.find((one) => isSameName(one.name, name));
  return sheets.some((sheet) => sheet.name === table?.sheet && sheet.isProtected);
}
