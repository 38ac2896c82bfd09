import type { NameModel, WorkbookModel } from '../model/types';

/** Everything but cells that formulas depend on. */
export type WorkbookStructure = {
  /** What all formulas may depend on. */
  common: string;
  /** Names and tables of each sheet, in the order of the sheets. */
  sheets: ReadonlyMap<string, string>;
};

/** `sheets`: nothing but sheets without tables or names has come or gone. */
export type StructureChange =
  { kind: 'none' } | { kind: 'sheets'; removed: ReadonlySet<string>; hasAdded: boolean } | { kind: 'any' };

function listNames(names: readonly NameModel[]): [string, string][] {
  return names.map(({ name, formula }) => [name, formula]);
}

export function readStructure(workbook: WorkbookModel): WorkbookStructure {
  return {
    common: JSON.stringify([workbook.date1904, listNames(workbook.names)]),
    sheets: new Map(
      workbook.sheets.map((sheet) => {
        const tables = sheet.tables.map(({ name, area, showHeaders, showTotals, columns }) => [
          name,
          area,
          showHeaders,
          showTotals,
          columns.map((column) => column.name),
        ]);
        return [sheet.id, JSON.stringify([sheet.name, listNames(sheet.names), tables])];
      }),
    ),
  };
}

/** A sheet of such a structure has a name and nothing else. */
const isPlainSheet = (structure: string): boolean => structure.endsWith(',[],[]]');

export function compareStructures(before: WorkbookStructure, after: WorkbookStructure): StructureChange {
  if (before.common !== after.common) return { kind: 'any' };
  const removed = [...before.sheets.keys()].filter((id) => !after.sheets.has(id));
  const added = [...after.sheets.keys()].filter((id) => !before.sheets.has(id));
  const stayed = [...before.sheets.keys()].filter((id) => after.sheets.has(id));
  const isInOrder = [...after.sheets.keys()].filter((id) => before.sheets.has(id)).join() === stayed.join();
  const isSame =
    stayed.every((id) => before.sheets.get(id) === after.sheets.get(id)) &&
    removed.every((id) => isPlainSheet(before.sheets.get(id)!)) &&
    added.every((id) => isPlainSheet(after.sheets.get(id)!));
  if (!isInOrder || !isSame) return { kind: 'any' };
  return removed.length + added.length === 0
    ? { kind: 'none' }
    : { kind: 'sheets', removed: new Set(removed), hasAdded: added.length > 0 };
}
