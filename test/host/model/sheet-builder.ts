import { parseArea } from '../../../src/host/model/address';
import { createTable } from '../../../src/host/model/tables';
import type { Area, CellValue, SheetModel, TableModel, WorkbookModel } from '../../../src/host/model/types';
import { cellAt, putCell } from '../../../src/host/model/workbook';

/** The area of an address that a test is sure of. */
export function area(address: string): Area {
  const parsed = parseArea(address);
  if (!parsed) throw new Error(`no address: ${address}`);
  return parsed;
}

/** Writes rows of values from a cell on; texts that begin with "=" are formulas. */
export function fill(sheet: SheetModel, from: string, rows: readonly (readonly CellValue[])[]): void {
  const { top, left } = area(from);
  rows.forEach((row, down) =>
    row.forEach((value, right) => {
      const { format } = cellAt(sheet, top + down, left + right);
      const isFormula = typeof value === 'string' && value.startsWith('=');
      putCell(
        sheet,
        top + down,
        left + right,
        isFormula ? { value: '', formula: value, format } : { value, format },
      );
    }),
  );
}

/** What the cells of an area hold: the formula where there is one, else the value. */
export function grid(sheet: SheetModel, address: string): CellValue[][] {
  return read(sheet, address, (row, column) => {
    const { value, formula } = cellAt(sheet, row, column);
    return formula ?? value;
  });
}

/** What the cells of an area show as values. */
export function values(sheet: SheetModel, address: string): CellValue[][] {
  return read(sheet, address, (row, column) => cellAt(sheet, row, column).value);
}

function read(
  sheet: SheetModel,
  address: string,
  one: (row: number, column: number) => CellValue,
): CellValue[][] {
  const { top, left, bottom, right } = area(address);
  const rows: CellValue[][] = [];
  for (let row = top; row <= bottom; row += 1) {
    const line: CellValue[] = [];
    for (let column = left; column <= right; column += 1) line.push(one(row, column));
    rows.push(line);
  }
  return rows;
}

export const valueAt = (sheet: SheetModel, address: string): CellValue => values(sheet, address)[0]![0]!;
export function formulaAt(sheet: SheetModel, address: string): string | undefined {
  const { top, left } = area(address);
  return cellAt(sheet, top, left).formula;
}

/** A table over an area whose first row is its header. */
export function tableOver(
  workbook: WorkbookModel,
  sheet: SheetModel,
  address: string,
  name?: string,
): TableModel {
  const made = createTable(workbook, sheet, area(address), { hasHeaders: true, name });
  if (!made.ok) throw new Error(made.message);
  return made.value;
}
