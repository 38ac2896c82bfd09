import { recalculate } from '@phuluc/excel-simulator/formulas/recalculate';
import type { CellValue } from '@phuluc/excel-simulator/model/types';
import { createWorkbook, getCell, setCell } from '@phuluc/excel-simulator/model/workbook';
import { toColumnLetters } from '@phuluc/ooxml/a1';
import { buildAnnexSheet } from '../../src/school-workbook/tasks/annex-sheet';
import { TASK_COLUMN_IDS, type TaskColumnId } from '../../src/school-workbook/tasks/task-columns';
import { createSampleWorkbook } from '../support/builders/create-sample-annex';

const plan = buildAnnexSheet(createSampleWorkbook());
const TODAY = 46_347;
const ROW = plan.conditionalFormats[0]!.area.top;
const now = new Date(2026, 10, 21);

/** Which of a row's cells each rule colours, as column ids; the rule's formula is put into a cell and calculated. */
function coloured(row: Partial<Record<TaskColumnId, CellValue>>): string[] {
  const workbook = createWorkbook('Phụ lục');
  const [sheet] = workbook.sheets;
  for (const [id, value] of Object.entries(row)) {
    setCell(sheet!, ROW, TASK_COLUMN_IDS.indexOf(id as TaskColumnId), { value });
  }
  return plan.conditionalFormats.flatMap(({ area, formula }, rule) => {
    const first = toColumnLetters(area.left);
    const cells: string[] = [];
    for (let column = area.left; column <= area.right; column++) {
      // Relative columns move with the cell, as Excel does it.
      const moved = formula.replace(new RegExp(`(?<![$A-Z])${first}(?=\\d)`, 'g'), toColumnLetters(column));
      setCell(sheet!, ROW, 40 + rule * 20 + column, { value: '', formula: moved });
      recalculate(workbook, { now });
      if (getCell(sheet!, ROW, 40 + rule * 20 + column).value === true) cells.push(TASK_COLUMN_IDS[column]!);
    }
    return cells.length > 3
      ? [`${rule}: whole row`]
      : cells.length > 0
        ? [`${rule}: ${cells.join(', ')}`]
        : [];
  });
}

const performed = {
  content: 'Lập kế hoạch',
  applicability: 'Thực hiện',
  product: 'Kế hoạch',
  timing: 'Quý I',
};
const refused = { content: 'Giao ban', applicability: 'Không thực hiện' };

describe('what the colours say', () => {
  it.each<[string, Partial<Record<TaskColumnId, CellValue>>, string[]]>([
    ['a task in order', performed, []],
    ['a task not performed', refused, ['3: whole row']],
    ['one that yet names a product', { ...refused, product: 'Báo cáo' }, ['3: whole row']],
    ['one that yet names a time', { ...refused, timing: 'Quý I' }, ['3: whole row']],
    [
      'a performed task without product and time',
      { ...performed, product: '', timing: '' },
      ['0: product, timing'],
    ],
    ['an undecided one', { ...performed, applicability: '' }, ['1: applicability']],
    ['another word for the mark', { ...performed, applicability: 'có lẽ' }, ['1: applicability']],
    ['a blank row', {}, []],
    ['due yesterday', { ...performed, due: TODAY - 1, status: 'Chưa thực hiện' }, ['2: due, status']],
    ['due today', { ...performed, due: TODAY, status: 'Chưa thực hiện' }, []],
    ['due yesterday and done', { ...performed, due: TODAY - 1, status: 'Hoàn thành' }, []],
    ['due yesterday, nothing arose', { ...performed, due: TODAY - 1, status: 'Không phát sinh' }, []],
    ['a deadline that is no date', { ...performed, due: 'khi có yêu cầu' }, []],
    ['overdue but not performed', { ...refused, due: TODAY - 9 }, ['3: whole row']],
  ])('%s', (_, row, expected) => {
    expect(coloured(row)).toEqual(expected);
  });
});
