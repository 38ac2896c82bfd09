import { areRangesIntersecting, intersectRanges } from '@phuluc/ooxml/a1';
import { isRowHidden } from '../../model/geometry';
import type { Cell, CellRange, CellValue, SheetModel } from '../../model/types';
import { findUsedRange, getCell } from '../../model/workbook';
import { readChoiceArg, readOptionalChoiceArg } from '../arguments';
import { ensureAllowed } from '../sheets/ensure-writable';
import type { Argument } from '../types';

const CELL_KINDS = [
  'Blanks',
  'Constants',
  'Formulas',
  'Visible',
  'ConditionalFormats',
  'DataValidations',
] as const;
const VALUE_KINDS = [
  'All',
  'Errors',
  'ErrorsLogical',
  'ErrorsNumbers',
  'ErrorsText',
  'ErrorsLogicalNumber',
  'ErrorsLogicalText',
  'ErrorsNumberText',
  'Logical',
  'LogicalNumbers',
  'LogicalText',
  'LogicalNumbersText',
  'Numbers',
  'NumbersText',
  'Text',
] as const;

/** Excel.SpecialCellValueType names the kinds it lets through. */
function hasValueType(value: CellValue, kind: (typeof VALUE_KINDS)[number]): boolean {
  if (kind === 'All') return true;
  if (typeof value === 'object') return kind.includes('Error');
  if (typeof value === 'boolean') return kind.includes('Logical');
  return typeof value === 'number' ? kind.includes('Number') : kind.includes('Text');
}

/**
 * Collects the matching cells into few areas: runs of neighbors in a row, and equal runs below each other.
 */
export function collectRanges(area: CellRange, isIn: (row: number, column: number) => boolean): CellRange[] {
  const open: CellRange[] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      if (!isIn(row, column)) continue;
      const left = column;
      while (column < area.right && isIn(row, column + 1)) column += 1;
      const above = open.find((one) => one.bottom === row - 1 && one.left === left && one.right === column);
      if (above) above.bottom = row;
      else open.push({ top: row, bottom: row, left, right: column });
    }
  }
  return open;
}

/**
 * Finds areas of special cells (Range.getSpecialCells) within the used part of the sheet.
 * @throws HostError (AccessDenied) on a protected sheet, where Excel does not look for them.
 */
export function findSpecialCells(
  sheet: SheetModel,
  within: CellRange,
  cellType: Argument,
  valueType: Argument,
): CellRange[] {
  const kind = readChoiceArg(cellType, 'cellType', CELL_KINDS);
  ensureAllowed(sheet);
  const values = readOptionalChoiceArg(valueType, 'cellValueType', VALUE_KINDS) ?? 'All';
  if (kind === 'ConditionalFormats' || kind === 'DataValidations') {
    const owners = kind === 'DataValidations' ? sheet.validations : sheet.conditionalFormats;
    return owners.flatMap(({ areas }) => areas.flatMap((area) => intersectRanges(area, within) ?? []));
  }
  const used = findUsedRange(sheet);
  const area = used && areRangesIntersecting(used, within) ? intersectRanges(used, within) : null;
  if (!area) return [];
  const test: Record<typeof kind, (cell: Readonly<Cell>, row: number, column: number) => boolean> = {
    Blanks: (cell) => cell.value === '' && cell.formula === undefined,
    Constants: (cell) => cell.value !== '' && cell.formula === undefined && hasValueType(cell.value, values),
    Formulas: (cell) => cell.formula !== undefined && hasValueType(cell.value, values),
    Visible: (_cell, row, column) => !isRowHidden(sheet, row) && !sheet.columns.get(column)?.hidden,
  };
  return collectRanges(area, (row, column) => test[kind](getCell(sheet, row, column), row, column));
}
