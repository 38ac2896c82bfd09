import { getNumberFormat } from '../../model/cell-formats';
import { toR1C1Formula } from '../../model/formula-references';
import { isEntireColumns, isEntireRows } from '../../model/shift-ranges';
import type { Cell, CellRange, CellValue, SheetModel } from '../../model/types';
import { formatDisplayText, type Locale } from '../../model/values/format-display-text';
import { getCell } from '../../model/workbook';
import { HostError } from '../host-error';
import type { BatchContext, Session } from '../types';
import type { Json } from '../wire';
import { echoFormula } from './echoed-formulas';

/**
 * Greatest number of cells whose properties Excel reads or writes at once (Microsoft, "Work with a large
 * range").
 */
const MAX_CELLS = 5_000_000;

export const countRows = ({ top, bottom }: CellRange): number => bottom - top + 1;
export const countColumns = ({ left, right }: CellRange): number => right - left + 1;
export const countCells = (area: CellRange): number => countRows(area) * countColumns(area);

/**
 * Returns true for entire rows or columns, whose cell-level properties read as null and cannot be written.
 */
export const isUnbounded = (area: CellRange): boolean => isEntireRows(area) || isEntireColumns(area);

export function ensureReadable(area: CellRange): void {
  if (countCells(area) > MAX_CELLS) {
    throw new HostError('RangeExceedsLimit', `The range has more than ${MAX_CELLS} cells.`);
  }
}

/**
 * Reads one value of each cell, row by row.
 * @returns null for a range of entire rows or columns.
 */
export function readCells(
  sheet: SheetModel,
  area: CellRange,
  read: (cell: Readonly<Cell>, row: number, column: number) => Json,
): Json[][] | null {
  if (isUnbounded(area)) return null;
  ensureReadable(area);
  const rows: Json[][] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    const line: Json[] = [];
    for (let column = area.left; column <= area.right; column += 1) {
      line.push(read(getCell(sheet, row, column), row, column));
    }
    rows.push(line);
  }
  return rows;
}

/** Converts a value to its form in Range.values: errors as their text. */
export function toPlainValue(value: CellValue): string | number | boolean {
  return typeof value === 'object' ? value.error : value;
}

export function getFormulaOrValue(
  context: BatchContext,
  place: { sheet: SheetModel; row: number; column: number },
  { formula, value }: Readonly<Cell>,
): Json {
  return formula === undefined ? toPlainValue(value) : echoFormula(context, place, formula);
}

export function getR1C1FormulaOrValue(cell: Readonly<Cell>, row: number, column: number): Json {
  return cell.formula === undefined ? toPlainValue(cell.value) : toR1C1Formula(cell.formula, row, column);
}

/** Returns the Excel.RangeValueType of a value. */
export function getValueType(value: CellValue): string {
  if (value === '') return 'Empty';
  if (typeof value === 'object') return 'Error';
  if (typeof value === 'number') return 'Double';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}

export const getSessionLocale = (session: Session): Locale =>
  session.locale === 'vi-VN' ? 'vi-VN' : 'en-US';

export function formatDisplayedText(
  session: Session,
  sheet: SheetModel,
  row: number,
  column: number,
): string {
  return formatDisplayText(
    getCell(sheet, row, column).value,
    getNumberFormat(sheet, row, column),
    getSessionLocale(session),
  );
}
