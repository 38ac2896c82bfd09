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

it.each([
  ['brackets', `=${'('.repeat(4_000)}1${')'.repeat(4_000)}`],
  ['signs', `=${'-'.repeat(8_000)}1`],
  ['signs and spaces', `=${'- '.repeat(4_000)}1`],
  ['functions', `=${'ABS('.repeat(2_000)}1${')'.repeat(2_000)}`],
  ['functions of a library', `=${'SINH('.repeat(1_500)}1${')'.repeat(1_500)}`],
  ['open brackets', `=${'('.repeat(8_000)}`],
  ['percent signs', `=1${'%'.repeat(8_000)}`],
  ['sums', `=1${'+1'.repeat(4_000)}`],
  ['powers', `=1${'^1'.repeat(4_000)}`],
  ['joined texts', `=""${'&""'.repeat(2_500)}`],
])('answers a formula of %s without end, be it by an error', (_, formula) => {
  const { workbook, tasks } = createFormulaWorkbook();
  expect(() => evaluateFormulas(workbook, tasks, [{ row: 3, column: 0, formula }])).not.toThrow();
  workbook.names.push({ name: 'Sâu', formula, visible: true, comment: '', scope: 'Workbook' });
  const named = { row: 3, column: 0, formula: '=Sâu+1' };
  expect(() => evaluateFormulas(workbook, tasks, [named])).not.toThrow();
});
