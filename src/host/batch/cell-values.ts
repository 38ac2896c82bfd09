import { displayText, type Locale } from '../model/display-text';
import { numberFormatAt } from '../model/formats';
import { formulaToR1C1 } from '../model/formula-refs';
import { isWholeColumns, isWholeRows } from '../model/shift';
import type { Area, Cell, CellValue, SheetModel } from '../model/types';
import { cellAt } from '../model/workbook';
import { HostError } from './host-error';
import type { Session } from './session';
import type { Json } from './wire';

/** Most cells whose properties Excel reads or writes at once (Microsoft, "Work with a large range"). */
const MOST_CELLS = 5_000_000;

export const rowsIn = ({ top, bottom }: Area): number => bottom - top + 1;
export const columnsIn = ({ left, right }: Area): number => right - left + 1;
export const cellsIn = (area: Area): number => rowsIn(area) * columnsIn(area);

/** Whole rows or columns: cell-level properties read as null and cannot be written. */
export const isUnbounded = (area: Area): boolean => isWholeRows(area) || isWholeColumns(area);

export function ensureReadable(area: Area): void {
  if (cellsIn(area) > MOST_CELLS) {
    throw new HostError('RangeExceedsLimit', `The range has more than ${MOST_CELLS} cells.`);
  }
}

/** One value of each cell, row by row; null for a range of whole rows or columns. */
export function readCells(
  sheet: SheetModel,
  area: Area,
  read: (cell: Readonly<Cell>, row: number, column: number) => Json,
): Json[][] | null {
  if (isUnbounded(area)) return null;
  ensureReadable(area);
  const rows: Json[][] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    const line: Json[] = [];
    for (let column = area.left; column <= area.right; column += 1) {
      line.push(read(cellAt(sheet, row, column), row, column));
    }
    rows.push(line);
  }
  return rows;
}

/** As Range.values gives it: errors as their text. */
export function plainValue(value: CellValue): string | number | boolean {
  return typeof value === 'object' ? value.error : value;
}

export const formulaOrValue = ({ formula, value }: Readonly<Cell>): Json => formula ?? plainValue(value);

export function formulaR1C1OrValue(cell: Readonly<Cell>, row: number, column: number): Json {
  return cell.formula === undefined ? plainValue(cell.value) : formulaToR1C1(cell.formula, row, column);
}

/** Excel.RangeValueType. */
export function valueType(value: CellValue): string {
  if (value === '') return 'Empty';
  if (typeof value === 'object') return 'Error';
  if (typeof value === 'number') return 'Double';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}

export const localeOf = (session: Session): Locale => (session.locale === 'vi-VN' ? 'vi-VN' : 'en-US');

export function shownText(session: Session, sheet: SheetModel, row: number, column: number): string {
  return displayText(cellAt(sheet, row, column).value, numberFormatAt(sheet, row, column), localeOf(session));
}
