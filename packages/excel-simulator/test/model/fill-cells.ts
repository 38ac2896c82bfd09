import { createTable } from '@phuluc/excel-simulator/model/tables/tables';
import type {
  CellRange,
  CellValue,
  SheetModel,
  TableModel,
  WorkbookModel,
} from '@phuluc/excel-simulator/model/types';
import { getCell, setCell } from '@phuluc/excel-simulator/model/workbook';
import { parseRange } from '@phuluc/ooxml/a1';

/** Parses an address that is known to be valid. */
export function parseTestRange(address: string): CellRange {
  const parsed = parseRange(address);
  if (!parsed) throw new Error(`no address: ${address}`);
  return parsed;
}

/** Writes rows of values from a cell on; texts that begin with "=" are formulas. */
export function fillCells(sheet: SheetModel, from: string, rows: readonly (readonly CellValue[])[]): void {
  const { top, left } = parseTestRange(from);
  rows.forEach((row, down) =>
    row.forEach((value, right) => {
      const { format } = getCell(sheet, top + down, left + right);
      const isFormula = typeof value === 'string' && value.startsWith('=');
      setCell(
        sheet,
        top + down,
        left + right,
        isFormula ? { value: '', formula: value, format } : { value, format },
      );
    }),
  );
}

/** Returns the contents of the cells of an area: the formula where there is one, else the value. */
export function readGrid(sheet: SheetModel, address: string): CellValue[][] {
  return readEachCell(sheet, address, (row, column) => {
    const { value, formula } = getCell(sheet, row, column);
    return formula ?? value;
  });
}

/** Returns the values of the cells of an area. */
export function readValues(sheet: SheetModel, address: string): CellValue[][] {
  return readEachCell(sheet, address, (row, column) => getCell(sheet, row, column).value);
}

function readEachCell(
  sheet: SheetModel,
  address: string,
  one: (row: number, column: number) => CellValue,
): CellValue[][] {
  const { top, left, bottom, right } = parseTestRange(address);
  const rows: CellValue[][] = [];
  for (let row = top; row <= bottom; row += 1) {
    const line: CellValue[] = [];
    for (let column = left; column <= right; column += 1) line.push(one(row, column));
    rows.push(line);
  }
  return rows;
}

export const getValue = (sheet: SheetModel, address: string): CellValue => readValues(sheet, address)[0]![0]!;
export function getFormula(sheet: SheetModel, address: string): string | undefined {
  const { top, left } = parseTestRange(address);
  return getCell(sheet, top, left).formula;
}

/** Adds a table over an area whose first row is its header. */
export function createTestTable(
  workbook: WorkbookModel,
  sheet: SheetModel,
  address: string,
  name?: string,
): TableModel {
  const made = createTable(workbook, sheet, parseTestRange(address), { hasHeaders: true, name });
  if (!made.ok) throw new Error(made.message);
  return made.value;
}
