import { intersects, MAX_COLUMNS, MAX_ROWS } from '../model/address';
import { dropSpill } from '../model/cells';
import type { Area, Cell, CellValue, SheetModel } from '../model/types';
import { cellAt, putCell } from '../model/workbook';
import { type RuntimeValue, isArray, toCell } from './runtime-value';

function withValue(cell: Readonly<Cell>, value: CellValue): Cell {
  const { spill: _, ...rest } = cell;
  return { ...rest, value };
}

/** Whether an array may be shown there: the cells are free, unmerged, in no table and on the sheet. */
function isFree(sheet: SheetModel, row: number, column: number, area: Area): boolean {
  if (area.bottom >= MAX_ROWS || area.right >= MAX_COLUMNS) return false;
  if (sheet.tables.some((table) => intersects(table.area, area))) return false;
  if (sheet.merges.some((merge) => intersects(merge, area))) return false;
  for (let r = area.top; r <= area.bottom; r += 1) {
    for (let c = area.left; c <= area.right; c += 1) {
      if (r === row && c === column) continue;
      const cell = cellAt(sheet, r, c);
      const isOwn = cell.spilledFrom?.row === row && cell.spilledFrom.column === column;
      if (!isOwn && (cell.value !== '' || cell.formula !== undefined || cell.spilledFrom)) return false;
    }
  }
  return true;
}

function areaOf(row: number, column: number, cell: Readonly<Cell>): Area | null {
  return cell.spill
    ? { top: row, left: column, bottom: row + cell.spill.rows - 1, right: column + cell.spill.columns - 1 }
    : null;
}

/** The area a cell's array fills now. */
export function spillArea(sheet: SheetModel, row: number, column: number): Area | null {
  return areaOf(row, column, cellAt(sheet, row, column));
}

function sameValue(a: CellValue, b: CellValue): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && a.error === b.error);
}

/**
 * Writes a formula's result into its cell and, if it is an array, into the cells below and beside it; where
 * these are not free the cell shows #SPILL!.
 * @returns cells that do not hold what formulas calculated along with this one have seen: those newly filled,
 *   or the formula's own where its array had no room.
 */
export function writeResult(
  sheet: SheetModel,
  row: number,
  column: number,
  result: RuntimeValue,
): Area | null {
  const cell = cellAt(sheet, row, column);
  const before = areaOf(row, column, cell);
  const isSpilling = isArray(result) && (result.height > 1 || result.width > 1);
  if (!isSpilling) {
    if (before) dropSpill(sheet, row, column);
    const value = isArray(result) && result.height === 0 ? ({ error: '#CALC!' } as const) : toCell(result);
    if (before || !sameValue(cell.value, value)) putCell(sheet, row, column, withValue(cell, value));
    return null;
  }
  const area: Area = {
    top: row,
    left: column,
    bottom: row + result.height - 1,
    right: column + result.width - 1,
  };
  if (!isFree(sheet, row, column, area)) {
    if (before) dropSpill(sheet, row, column);
    putCell(sheet, row, column, withValue(cell, { error: '#SPILL!' }));
    return { top: row, left: column, bottom: row, right: column };
  }
  const isSame = before && before.bottom === area.bottom && before.right === area.right;
  if (before && !isSame) dropSpill(sheet, row, column);
  result.rows.forEach((line, down) =>
    line.forEach((value, right) => {
      const { format } = cellAt(sheet, row + down, column + right);
      const filled: Cell =
        down === 0 && right === 0
          ? { ...withValue(cell, toCell(value)), spill: { rows: result.height, columns: result.width } }
          : { value: toCell(value), spilledFrom: { row, column } };
      if (format) filled.format = format;
      putCell(sheet, row + down, column + right, filled);
    }),
  );
  return isSame ? null : area;
}
