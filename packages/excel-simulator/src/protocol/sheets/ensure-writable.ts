import { getCellFormat } from '../../model/cell-formats';
import type { CellRange, SheetModel } from '../../model/types';
import { HostError } from '../host-error';
import type { BatchContext } from '../types';

/** Beyond this many cells a protected area is taken as locked without a look at each. */
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

/** Content of locked cells of a protected sheet cannot be written: AccessDenied. */
export function ensureWritable(sheet: SheetModel, areas: readonly CellRange[]): void {
  if (!sheet.protection.protected) return;
  if (areas.some((area) => hasLockedCell(sheet, area)))
    throw createAccessDeniedError(`The sheet ${sheet.name}`);
}

/** What a protected sheet allows only by option, e.g. allowInsertRows; everything else it denies. */
export function ensureAllowed(sheet: SheetModel, option?: string): void {
  if (sheet.protection.protected && !(option && sheet.protection.options[option] === true)) {
    throw createAccessDeniedError(`The sheet ${sheet.name}`);
  }
}

/** A workbook with protected structure lets no sheet be added, removed, renamed, moved, hidden or shown. */
export function ensureStructureUnlocked(context: BatchContext): void {
  if (context.workbook.protection.protected) throw createAccessDeniedError("The workbook's structure");
}
