import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { findSheetByName } from '@phuluc/excel-simulator/model/workbook';

/** Values of the formulas of a sheet by position ("row,column", 0-based). LibreOffice writes 15 digits, Excel 17. */
export function readFormulaValues(workbook: WorkbookModel, sheet: string): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [row, line] of findSheetByName(workbook, sheet)!.cells) {
    for (const [column, { value, formula }] of line) {
      const shown = typeof value === 'number' ? Number(value.toPrecision(14)) : value;
      if (formula !== undefined) found[`${row},${column}`] = shown;
    }
  }
  return found;
}
