import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { renewProgress } from '../../src/commands/progress';
import { createSampleAnnex, createSampleTasks } from '../support/builders/create-sample-annex';
import {
  closeExcel,
  COMMAND_CONTEXT,
  getSheet,
  openExcel,
  stageAndImport,
  stageImport,
} from '../support/excel/open-excel';

let workbook: WorkbookModel;
afterEach(closeExcel);

async function renew() {
  const staged = await renewProgress.stage(COMMAND_CONTEXT, undefined as never);
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
  const done = await renewProgress.run(COMMAND_CONTEXT, staged.value);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return done;
}

/** Writes the formulas of a sheet as Excel 365 gives them back: `@` for one cell, `T[[#This Row],[x]]`, spaces. */
function echoFormulas(sheet: string, table: string): number {
  let count = 0;
  for (const line of getSheet(workbook, sheet).cells.values()) {
    for (const cell of line.values()) {
      if (cell.formula === undefined) continue;
      const echoed = cell.formula
        .replace(
          /\[@\[((?:'.|[^\]'])*)\]\]|\[@([^[\]]*)\]/g,
          (_, long, plain) => `${table}[[#This Row],[${long ?? plain}]]`,
        )
        .replace(/\b(INDEX|IFERROR)\(/g, '@$1(')
        .replace(/,(?=[A-Z]+\()/g, ', ');
      if (echoed !== cell.formula) count += 1;
      cell.formula = echoed;
    }
  }
  return count;
}

beforeEach(async () => {
  ({ workbook } = await openExcel());
  await stageAndImport();
  await renew();
  expect(echoFormulas('Tổng hợp', 'NhiemVu')).toBeGreaterThan(50);
  expect(echoFormulas('Phụ lục', 'NhiemVu')).toBeGreaterThan(10);
  expect(echoFormulas('Tiến độ', 'TienDo')).toBeGreaterThan(10);
});

it('takes a summary that nobody touched for untouched', async () => {
  const tasks = createSampleTasks();
  const annex = createSampleAnnex([
    ...tasks,
    { ...tasks[5]!, id: 'III.1', section: 'III', sectionTitle: 'Mới', tt: '1' },
  ]);
  const { warnings } = await stageAndImport(annex);
  expect(warnings.map(({ code }) => code)).not.toContain('summary-edited');
  const texts = [...getSheet(workbook, 'Tổng hợp').cells.values()].flatMap((line) =>
    [...line.values()].map(({ value }) => value),
  );
  expect(texts).toContain('Mới');
});

it('imports the same annex twice, and renews twice, without any change', async () => {
  const staged = await stageImport();
  expect(staged.ok && staged.value.plan.change).toBeNull();
  const before = getSheet(workbook, 'Phụ lục').cells.get(6)?.get(11)?.formula;
  const log = getSheet(workbook, 'Tiến độ').cells.get(5)?.get(9)?.formula;
  await renew();
  expect(getSheet(workbook, 'Phụ lục').cells.get(6)?.get(11)?.formula).toBe(before);
  expect(getSheet(workbook, 'Tiến độ').cells.get(5)?.get(9)?.formula).toBe(log);
});
