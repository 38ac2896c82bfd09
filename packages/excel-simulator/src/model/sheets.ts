import { type EditResult, err, ok } from './edit-result';
import { renameSheetInAllFormulas, renameTableInAllFormulas } from './rewrite-formulas';
import type { SheetModel, WorkbookModel } from './types';
import { checkSheetName, getNextSheetName } from './valid-names';
import { addSheet } from './workbook';

const isVisible = (sheet: SheetModel): boolean => sheet.visibility === 'Visible';

/** Adds a sheet at the end (WorksheetCollection.add), named "Sheet4" where no name is given. */
export function createSheet(
  workbook: WorkbookModel,
  name = getNextSheetName(workbook),
): EditResult<SheetModel> {
  const failure = checkSheetName(workbook, name);
  if (failure) return failure;
  const sheet = addSheet(workbook, name);
  return ok(sheet, { kind: 'sheet', sheetId: sheet.id, type: 'added' });
}

/** Renames a sheet (Worksheet.name); formulas, names, rules and charts follow. */
export function renameSheet(workbook: WorkbookModel, sheet: SheetModel, name: string): EditResult {
  const failure = checkSheetName(workbook, name, sheet);
  if (failure) return failure;
  renameSheetInAllFormulas(workbook, sheet.name, name);
  sheet.name = name;
  return ok(undefined, { kind: 'sheet', sheetId: sheet.id, type: 'renamed' });
}

/** Returns the sheet to show when another is hidden or deleted: the next visible one, else the one before. */
function findNeighbourSheet(workbook: WorkbookModel, sheet: SheetModel): SheetModel | undefined {
  const at = workbook.sheets.indexOf(sheet);
  return (
    workbook.sheets.slice(at + 1).find(isVisible) ?? workbook.sheets.slice(0, at).reverse().find(isVisible)
  );
}

/**
 * Deletes a sheet (Worksheet.delete). As in Excel, the last visible sheet and very hidden ones cannot be
 * deleted. References to the sheet and its tables become #REF!.
 */
export function deleteSheet(workbook: WorkbookModel, sheet: SheetModel): EditResult {
  if (sheet.visibility === 'VeryHidden') {
    return err('InvalidOperation', 'A very hidden sheet must be shown before it is deleted.');
  }
  const next = findNeighbourSheet(workbook, sheet);
  if (!next) return err('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
  workbook.sheets = workbook.sheets.filter((one) => one !== sheet);
  for (const table of sheet.tables) renameTableInAllFormulas(workbook, table.name, null);
  renameSheetInAllFormulas(workbook, sheet.name, null);
  if (workbook.activeSheetId === sheet.id) {
    workbook.activeSheetId = next.id;
    workbook.selection = { sheetId: next.id, areas: [{ top: 0, left: 0, bottom: 0, right: 0 }] };
  }
  return ok(undefined, { kind: 'sheet', sheetId: sheet.id, type: 'deleted' });
}
