import { copyFormula } from '../model/formula-references';
import type { CellLocation } from '../model/structured-references';
import type { CellRange, SheetModel, WorkbookModel } from '../model/types';
import { resolveOperand } from './resolve-operand';
import { TokenReader } from './token-reader';

/** So deep may names stand for other names. */
export const MAX_NAME_DEPTH = 20;

/**
 * Finds the area that a formula stands for, by way of names or not.
 *
 * @returns null if it is not a reference and nothing else
 */
export function findReferencedArea(
  workbook: WorkbookModel,
  place: CellLocation,
  formula: string,
  depth = 0,
): { sheet: SheetModel; area: CellRange } | null {
  const reader = new TokenReader(formula.startsWith('=') ? formula : `=${formula}`);
  if (!reader.isSingleOperand || depth >= MAX_NAME_DEPTH) return null;
  const operand = resolveOperand(workbook, place, reader.token!);
  if (operand.kind === 'name') return findAreaOfName(workbook, place, operand.name.formula, depth + 1);
  return 'area' in operand ? operand : null;
}

/**
 * Finds the area of a name's formula, whose references without $ count from the cell that uses it.
 *
 * @returns null if it is not a reference and nothing else
 */
export function findAreaOfName(
  workbook: WorkbookModel,
  place: CellLocation,
  formula: string,
  depth = 0,
): { sheet: SheetModel; area: CellRange } | null {
  const complete = formula.startsWith('=') ? formula : `=${formula}`;
  return findReferencedArea(workbook, place, copyFormula(complete, place.row, place.column), depth);
}
