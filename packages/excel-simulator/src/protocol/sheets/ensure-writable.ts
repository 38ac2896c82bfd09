import { getCellFormat } from '../../model/cell-formats';
import type { CellRange, SheetModel } from '../../model/types';
import { HostError } from '../host-error';
import type { BatchContext } from '../types';

/** Beyond this many cells a protected area counts as locked without looking at each cell. */
const MAX_CHECKED_CELLS = 1_000_000;

const createAccessDeniedError = (what: string): HostError =>
  new HostError('AccessDenied', `${what} is protected.`);

function hasLockedCell(sheet: SheetModel, area: CellRange): boolean {
  if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > MAX_CHECKED_CELLS) return true;
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      if (getCellFormat(sheet, row, column).locked !== false) return true;
    }
  }
  return false;
}

/**
 * Checks that the cells may be written.
 * @throws HostError (AccessDenied) for locked cells of a protected sheet.
 */
export function ensureWritable(sheet: SheetModel, areas: readonly CellRange[]): void {
  if (!sheet.protection.protected) return;
  if (areas.some((area) => hasLockedCell(sheet, area)))
    throw createAccessDeniedError(`The sheet ${sheet.name}`);
}

/**
 * Checks that a protected sheet allows an action by an option, e.g. allowInsertRows.
 * @throws HostError (AccessDenied) where it does not.
 */
export function ensureAllowed(sheet: SheetModel, option?: string): void {
  if (sheet.protection.protected && !(option && sheet.protection.options[option] === true)) {
    throw createAccessDeniedError(`The sheet ${sheet.name}`);
  }
}

/**
 * Checks that the workbook's structure is not protected.
 * @throws HostError where sheets may not be added, removed, renamed, moved, hidden or shown.
 */
export function ensureStructureUnlocked(context: BatchContext): void {
  if (context.workbook.protection.protected) throw createAccessDeniedError("The workbook's structure");
}
