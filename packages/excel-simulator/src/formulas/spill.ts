import { areRangesIntersecting, MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from '@phuluc/ooxml/a1';
import { removeSpill } from '../model/cells';
import type { Cell, CellRange, CellValue, SheetModel } from '../model/types';
import { getCell, setCell } from '../model/workbook';
import { isArrayValue, type RuntimeValue, toCellValue } from './runtime-value';

function replaceValue({ formula, format, spilledFrom }: Readonly<Cell>, value: CellValue): Cell {
  const cell: Cell = { value };
  if (formula !== undefined) cell.formula = formula;
  if (format) cell.format = format;
  if (spilledFrom) cell.spilledFrom = spilledFrom;
  return cell;
}

/** Whether an array may be shown there: the cells are free, unmerged, in no table and on the sheet. */
function canSpill(sheet: SheetModel, row: number, column: number, area: CellRange): boolean {
  if (area.bottom >= MAX_SHEET_ROWS || area.right >= MAX_SHEET_COLUMNS) return false;
  if (sheet.tables.some((table) => areRangesIntersecting(table.area, area))) return false;
  if (sheet.merges.some((merge) => areRangesIntersecting(merge, area))) return false;
  for (let r = area.top; r <= area.bottom; r += 1) {
    for (let c = area.left; c <= area.right; c += 1) {
      if (r === row && c === column) continue;
      const cell = getCell(sheet, r, c);
      const isOwn = cell.spilledFrom?.row === row && cell.spilledFrom.column === column;
      if (!isOwn && (cell.value !== '' || cell.formula !== undefined || cell.spilledFrom)) return false;
    }
  }
  return true;
}

/**
 * Returns the area that a cell's array fills.
 * @returns null where the cell has no array.
 */
export function toSpillRange(row: number, column: number, cell: Readonly<Cell>): CellRange | null {
  return cell.spill
    ? { top: row, left: column, bottom: row + cell.spill.rows - 1, right: column + cell.spill.columns - 1 }
    : null;
}

/**
 * Returns the area that the array of a sheet's cell fills.
 * @returns null where the cell has no array.
 */
export function getSpillRange(sheet: SheetModel, row: number, column: number): CellRange | null {
  return toSpillRange(row, column, getCell(sheet, row, column));
}

function isSameValue(a: CellValue, b: CellValue): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && a.error === b.error);
}

/**
 * Writes a formula's result into its cell and, if it is an array, into the cells below and beside it; where
 * these are not free the cell shows #SPILL!.
 * @returns cells that do not hold what formulas calculated along with this one have seen: those newly filled,
 *   or the formula's own where its array had no room.
 */
export function writeFormulaResult(
  sheet: SheetModel,
  row: number,
  column: number,
  result: RuntimeValue,
): CellRange | null {
  const cell = getCell(sheet, row, column);
  const before = toSpillRange(row, column, cell);
  const isSpilling = isArrayValue(result) && (result.height > 1 || result.width > 1);
  if (!isSpilling) {
    if (before) removeSpill(sheet, row, column);
    const value =
      isArrayValue(result) && result.height === 0 ? ({ error: '#CALC!' } as const) : toCellValue(result);
    if (before || !isSameValue(cell.value, value)) setCell(sheet, row, column, replaceValue(cell, value));
    return null;
  }
  const area: CellRange = {
    top: row,
    left: column,
    bottom: row + result.height - 1,
    right: column + result.width - 1,
  };
  if (!canSpill(sheet, row, column, area)) {
    if (before) removeSpill(sheet, row, column);
    setCell(sheet, row, column, replaceValue(cell, { error: '#SPILL!' }));
    return { top: row, left: column, bottom: row, right: column };
  }
  const isSame = before && before.bottom === area.bottom && before.right === area.right;
  if (before && !isSame) removeSpill(sheet, row, column);
  result.rows.forEach((line, down) =>
    line.forEach((value, right) => {
      const { format } = getCell(sheet, row + down, column + right);
      const filled: Cell =
        down === 0 && right === 0
          ? {
              ...replaceValue(cell, toCellValue(value)),
              spill: { rows: result.height, columns: result.width },
            }
          : { value: toCellValue(value), spilledFrom: { row, column } };
      if (format) filled.format = format;
      setCell(sheet, row + down, column + right, filled);
    }),
  );
  return isSame ? null : area;
}
