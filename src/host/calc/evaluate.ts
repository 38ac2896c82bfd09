import type { Locale } from '../model/display-text';
import type { CellValue, SheetModel, WorkbookModel } from '../model/types';
import { AreaRegistry, usedExtent } from './areas';
import { compileFormula } from './compile';
import { calculate } from './engine';
import { toCell } from './runtime-value';

export type Question = { row: number; column: number; formula: string };

/**
 * What formulas would give if they stood in cells of a sheet; nothing is written. For rules that judge cells
 * (conditional formats, validation). An array gives its first value.
 */
export function evaluateFormulas(
  workbook: WorkbookModel,
  sheet: SheetModel,
  questions: readonly Question[],
  { now = new Date(), locale = 'vi-VN' }: { now?: Date; locale?: Locale } = {},
): CellValue[] {
  const areas = new AreaRegistry();
  const jobs = questions.map(({ row, column, formula }) => ({
    sheetId: sheet.id,
    row,
    column,
    compiled: compileFormula(workbook, areas, { sheet, row, column }, formula),
  }));
  return calculate(workbook, areas, usedExtent(workbook), jobs, { now, locale }).map(toCell);
}
