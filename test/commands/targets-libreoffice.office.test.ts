import { createWorkbook } from '@phuluc/excel-simulator/model/workbook';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import { importPlan } from '../../src/commands/import/import-plan';
import { toTargets } from '../../src/school-workbook/targets/target-rows';
import { createSamplePlan } from '../support/builders/create-sample-plan';
import { describeLibreOffice } from '../support/excel/libreoffice';
import { closeExcel, COMMAND_CONTEXT, getSheet, openExcel } from '../support/excel/open-excel';
import { recalculateInLibreOffice } from '../support/excel/recalculate-in-libreoffice';

afterEach(closeExcel);

const FIRST = 6;
const ACTUALS = [
  0.9,
  0.8999,
  0.9000001,
  '',
  2,
  3,
  2.5,
  0,
  0.985,
  98.5 / 100,
  0.1 + 0.2,
  5,
  6,
  4.999,
  0.03,
  0.0299,
  'chưa có',
];

describeLibreOffice('the sheet of targets in LibreOffice', () => {
  it('is judged alike, target by target', async () => {
    const workbook = createWorkbook('Sổ tay');
    await openExcel(workbook);
    const plan = createSamplePlan();
    // Every comparator against every figure.
    const targets = toTargets(plan).flatMap((target) =>
      ACTUALS.map((_, index) => ({ ...target, text: `${target.text} ${index}` })),
    );
    const staged = await importPlan.stage(COMMAND_CONTEXT, {
      plan,
      targets,
      items: [0],
      unit: { name: 'Trường Tiểu học Sông Lam', code: '' },
    });
    if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
    await importPlan.run(COMMAND_CONTEXT, staged.value);
    await Excel.run(async (excel) => {
      const page = excel.workbook.worksheets.getItem('Chỉ tiêu');
      const actual = page.getRangeByIndexes(FIRST, 5, targets.length, 1);
      actual.values = targets.map((_, index) => [ACTUALS[index % ACTUALS.length]]);
      await excel.sync();
    });
    const judged = (book: typeof workbook): unknown[] =>
      targets.map(
        (_, row) =>
          getSheet(book, 'Chỉ tiêu')
            .cells.get(FIRST + row)
            ?.get(6)?.value,
      );
    const judgements = judged(workbook);
    expect(new Set(judgements)).toEqual(new Set(['đạt', 'chưa đạt', '–']));
    const theirs = await openWorkbook(recalculateInLibreOffice(await saveWorkbook(workbook)));
    expect(judged(theirs)).toEqual(judgements);
  }, 300_000);
});
