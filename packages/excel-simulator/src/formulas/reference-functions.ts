import type { CellRange, SheetModel, WorkbookModel } from '../model/types';
import { formatCellArguments } from './compiled-formula';
import type { FormulaFragment } from './lift-call';

const createConstant = (value: number): FormulaFragment => ({ text: String(value), isArray: false });

function createSequence(many: number, first: number, isDown: boolean): FormulaFragment {
  return many === 1
    ? createConstant(first)
    : { text: isDown ? `SEQUENCE(${many},1,${first})` : `SEQUENCE(1,${many},${first})`, isArray: true };
}

type ReferenceFunction = (workbook: WorkbookModel, sheet: SheetModel, area: CellRange) => FormulaFragment;

/** Functions of where a reference is, not of what it holds: known before anything is calculated. */
export const REFERENCE_FUNCTIONS: ReadonlyMap<string, ReferenceFunction> = new Map<string, ReferenceFunction>(
  [
    ['ROWS', (_, __, { top, bottom }) => createConstant(bottom - top + 1)],
    ['COLUMNS', (_, __, { left, right }) => createConstant(right - left + 1)],
    ['ROW', (_, __, { top, bottom }) => createSequence(bottom - top + 1, top + 1, true)],
    ['COLUMN', (_, __, { left, right }) => createSequence(right - left + 1, left + 1, false)],
    ...['FORMULATEXT', 'ISFORMULA'].map((name): [string, ReferenceFunction] => [
      name,
      (workbook, sheet, { top, left }) => ({
        text: `HOST_${name}(${formatCellArguments(workbook, sheet, top, left)})`,
        isArray: false,
      }),
    ]),
  ],
);
