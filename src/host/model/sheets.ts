import { renameSheetEverywhere, renameTableEverywhere } from './every-formula';
import { nextSheetName, refuseSheetName } from './names';
import { type Outcome, done, refuse } from './outcome';
import type { SheetModel, WorkbookModel } from './types';
import { addSheet } from './workbook';

const isShown = (sheet: SheetModel): boolean => sheet.visibility === 'Visible';

/** WorksheetCollection.add: at the end, named "Sheet4" where no name is given. */
export function createSheet(workbook: WorkbookModel, name = nextSheetName(workbook)): Outcome<SheetModel> {
  const refusal = refuseSheetName(workbook, name);
  if (refusal) return refusal;
  const sheet = addSheet(workbook, name);
  return done(sheet, { kind: 'sheet', sheetId: sheet.id, type: 'added' });
}

/** Worksheet.name: formulas, names, rules and charts follow. */
export function renameSheet(workbook: WorkbookModel, sheet: SheetModel, name: string): Outcome {
  const refusal = refuseSheetName(workbook, name, sheet);
  if (refusal) return refusal;
  renameSheetEverywhere(workbook, sheet.name, name);
  sheet.name = name;
  return done(undefined, { kind: 'sheet', sheetId: sheet.id, type: 'renamed' });
}

/** The sheet that is shown when another goes: the next visible one, else the one before. */
function neighbour(workbook: WorkbookModel, sheet: SheetModel): SheetModel | undefined {
  const at = workbook.sheets.indexOf(sheet);
  return workbook.sheets.slice(at + 1).find(isShown) ?? workbook.sheets.slice(0, at).reverse().find(isShown);
}

/**
 * Worksheet.delete. The last visible sheet stays, and very hidden ones are refused, as Excel does. References
 * to the sheet and its tables become #REF!.
 */
export function deleteSheet(workbook: WorkbookModel, sheet: SheetModel): Outcome {
  if (sheet.visibility === 'VeryHidden') {
    return refuse('InvalidOperation', 'A very hidden sheet must be shown before it is deleted.');
  }
  const next = neighbour(workbook, sheet);
  if (!next) return refuse('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
  workbook.sheets = workbook.sheets.filter((one) => one !== sheet);
  for (const table of sheet.tables) renameTableEverywhere(workbook, table.name, null);
  renameSheetEverywhere(workbook, sheet.name, null);
  if (workbook.activeSheetId === sheet.id) {
    workbook.activeSheetId = next.id;
    workbook.selection = { sheetId: next.id, areas: [{ top: 0, left: 0, bottom: 0, right: 0 }] };
  }
  return done(undefined, { kind: 'sheet', sheetId: sheet.id, type: 'deleted' });
}
