import { type EditResult, err, ok } from '../../model/edit-result';
import type { SheetModel, WorkbookModel } from '../../model/types';

/** Lists the sheets of the workbook, or only the visible ones. */
export function listSheets(workbook: WorkbookModel, visibleOnly = false): SheetModel[] {
  return visibleOnly ? workbook.sheets.filter(({ visibility }) => visibility === 'Visible') : workbook.sheets;
}

/** Activates a sheet and selects its first cell. */
function selectSheet(workbook: WorkbookModel, sheet: SheetModel): void {
  if (workbook.activeSheetId === sheet.id) return;
  workbook.activeSheetId = sheet.id;
  workbook.selection = { sheetId: sheet.id, areas: [{ top: 0, left: 0, bottom: 0, right: 0 }] };
}

/** Sets the visibility of a sheet; one sheet stays visible, and a hidden one does not stay active. */
export function showSheet(
  workbook: WorkbookModel,
  sheet: SheetModel,
  visibility: SheetModel['visibility'],
): EditResult {
  if (visibility !== 'Visible') {
    const others = listSheets(workbook, true).filter((other) => other !== sheet);
    const at = workbook.sheets.indexOf(sheet);
    const next = others.find((other) => workbook.sheets.indexOf(other) > at) ?? others.at(-1);
    if (!next) return err('InvalidOperation', 'A workbook must keep at least one visible sheet.');
    if (workbook.activeSheetId === sheet.id) selectSheet(workbook, next);
  }
  sheet.visibility = visibility;
  return ok(undefined);
}

/** Moves a sheet to a 0-based position among all sheets. */
export function moveSheet(workbook: WorkbookModel, sheet: SheetModel, position: number): EditResult {
  if (position < 0 || position >= workbook.sheets.length) {
    return err('InvalidArgument', `There is no position ${position} among the sheets.`);
  }
  workbook.sheets.splice(workbook.sheets.indexOf(sheet), 1);
  workbook.sheets.splice(position, 0, sheet);
  return ok(undefined);
}
