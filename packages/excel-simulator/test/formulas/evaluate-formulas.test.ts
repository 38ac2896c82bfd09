import { evaluateFormulas } from '@phuluc/excel-simulator/formulas/evaluate-formulas';
import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { findFirstDifference } from '@phuluc/excel-simulator/model/compare-workbooks';
import { createFormulaWorkbook, FORMULA_TIME } from './create-formula-workbook';

it('answers what formulas would give in cells, and writes nothing', () => {
  const { workbook, tasks } = createFormulaWorkbook();
  const before = cloneWorkbook(workbook);
  const questions = [3, 4, 5].map((row) => ({
    row,
    column: 0,
    formula: `=AND($E${row + 1}<>"",$E${row + 1}<TODAY())`,
  }));
  expect(evaluateFormulas(workbook, tasks, questions, { now: FORMULA_TIME })).toEqual([true, true, false]);
  expect(evaluateFormulas(workbook, tasks, [{ row: 3, column: 0, formula: '=NhiemVu[Mã]' }])).toEqual([
    'I.1',
  ]);
  expect(findFirstDifference(before, workbook)).toBeNull();
});
