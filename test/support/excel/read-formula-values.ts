import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { findSheetByName } from '@phuluc/excel-simulator/model/workbook';

/** LibreOffice writes 15 digits, Excel 17: both are rounded to 15 before the last digit goes. */
const roundToSharedDigits = (value: number): number => Number(Number(value.toPrecision(15)).toPrecision(14));

/** Values of the formulas of a sheet by position ("row,column", 0-based). */
export function readFormulaValues(workbook: WorkbookModel, sheet: string): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [row, line] of findSheetByName(workbook, sheet)!.cells) {
    for (const [column, { value, formula }] of line) {
      const shown = typeof value === 'number' ? roundToSharedDigits(value) : value;
      if (formula !== undefined) found[`${row},${column}`] = shown;
    }
  }
  return found;
}
