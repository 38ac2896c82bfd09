import type { CellValue, SheetModel, WorkbookModel } from '../model/types';
import type { Locale } from '../model/values/format-display-text';
import { calculateJobs } from './calculate-jobs';
import { compileFormula } from './compile-formula';
import { TemplateCache } from './formula-template';
import { getUsedExtent, RangeRegistry } from './range-registry';
import { toCellValue } from './runtime-value';

type FormulaRequest = { row: number; column: number; formula: string };

/**
 * What formulas would give if they stood in cells of a sheet; nothing is written. For rules that judge cells
 * (conditional formats, validation). An array gives its first value.
 */
export function evaluateFormulas(
  workbook: WorkbookModel,
  sheet: SheetModel,
  questions: readonly FormulaRequest[],
  { now = new Date(), locale = 'vi-VN' }: { now?: Date; locale?: Locale } = {},
): CellValue[] {
  const areas = new RangeRegistry();
  const templates = new TemplateCache(workbook);
  const jobs = questions.map(({ row, column, formula }) => ({
    sheetId: sheet.id,
    row,
    column,
    compiled: compileFormula(templates, areas, { sheet, row, column }, formula),
  }));
  return calculateJobs(workbook, areas, getUsedExtent(workbook), jobs, { now, locale }).map(toCellValue);
}
