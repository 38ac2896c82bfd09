import { createWorkbook } from '@phuluc/excel-simulator/model/workbook';
import { checkHealth } from '../../src/commands/check-health';
import { importAnnex } from '../../src/commands/import/import-annex';
import { markNotPerformed } from '../../src/commands/mark';
import { renewProgress } from '../../src/commands/progress/renew-progress';
import { readCurrentSummary } from '../../src/commands/read-current-summary';
import { readWorkbookView } from '../../src/commands/read-workbook-view';
import { readActiveSheet } from '../../src/excel/read/read-active-sheet';
import { readSnapshot } from '../../src/excel/read/read-snapshot';
import { runOnWorkbook } from '../../src/excel/run-on-workbook';
import { queueRowCheck } from '../../src/excel/write/table-row-counts';
import { ok } from '../../src/shared/result';
import { createLargeAnnex } from '../support/builders/create-large-annex';
import { createSampleAnnex, createSampleTasks } from '../support/builders/create-sample-annex';
import { expectByMachine } from '../support/excel/machines';
import {
  closeExcel,
  COMMAND_CONTEXT,
  getSheet,
  getValue,
  listTaskIds,
  openExcel,
  stageAndImport,
  stageImport,
} from '../support/excel/open-excel';
import { getProgressView } from '../support/excel/progress-log';

afterEach(closeExcel);

function inExcel(act: (excel: Excel.RequestContext) => void): Promise<void> {
  return Excel.run(async (excel) => {
    act(excel);
    await excel.sync();
  });
}

async function trackProgress() {
  const staged = await renewProgress.stage(COMMAND_CONTEXT, undefined);
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
  const done = await renewProgress.run(COMMAND_CONTEXT, staged.value);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
}

it('calls nothing on null objects of a workbook that has none of our sheets', async () => {
  await openExcel(createWorkbook('Trang 1'));
  expect(await readWorkbookView.run(COMMAND_CONTEXT)).toMatchObject({ ok: true, value: { table: null } });
  expect(await readCurrentSummary.run(COMMAND_CONTEXT)).toMatchObject({
    ok: false,
    problems: [{ code: 'no-summary-sheet' }],
  });
  expect(
    await runOnWorkbook(async (context) =>
      ok(
        await readSnapshot(context, {
          history: true,
          progress: true,
          print: true,
          targets: true,
          office: true,
        }),
      ),
    ),
  ).toMatchObject({ ok: true, value: { tasks: null, summary: null, print: null, targets: null } });
});

it('calls nothing on null objects where the cells of our names are gone', async () => {
  await openExcel();
  await stageAndImport();
  await inExcel((excel) => excel.workbook.worksheets.getItem('Tổng hợp').delete());
  expect(await readWorkbookView.run(COMMAND_CONTEXT)).toMatchObject({
    ok: true,
    value: { table: { sheet: 'Phụ lục' }, summary: null },
  });
  expect(await stageImport()).toMatchObject({ ok: true });
});

describe('on a protected sheet, where Excel finds no special cells', () => {
  beforeEach(async () => {
    await openExcel();
    await stageAndImport();
    await trackProgress();
  });

  const protect = (...names: string[]) =>
    inExcel((excel) => {
      for (const name of names) excel.workbook.worksheets.getItem(name).protection.protect();
    });

  const readFormulas = () =>
    runOnWorkbook(async (context) => {
      const { tasks, progress } = await readSnapshot(context, { progress: true });
      return ok([tasks?.formulas, progress?.formulas]);
    });

  it('the same is read as on an open one', async () => {
    const before = await readFormulas();
    await protect('Phụ lục', 'Tiến độ');
    expect(await readFormulas()).toEqual(before);
  });

  it('the pane shows the workbook, and commands name the protection', async () => {
    await protect('Phụ lục', 'Tiến độ');
    expect(await readWorkbookView.run(COMMAND_CONTEXT)).toMatchObject({ ok: true, value: { problems: [] } });
    expect((await getProgressView()).log).toBe('current');
    expect(await markNotPerformed.run(COMMAND_CONTEXT, { rows: ['I.1'] })).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([expect.objectContaining({ code: 'sheet-protected' })]),
    });
    const issues = await checkHealth.stage(COMMAND_CONTEXT, undefined);
    expect(issues.ok && issues.value.map(({ code }) => code)).toContain('sheet-protected');
  });
});

describe('while the whole sheet is selected', () => {
  it('a command on the selection means every task', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await inExcel((excel) => {
      const sheet = excel.workbook.worksheets.getItem('Phụ lục');
      sheet.activate();
      sheet.getRange().select();
    });
    expect(await markNotPerformed.run(COMMAND_CONTEXT, { rows: 'selection' })).toMatchObject({
      ok: true,
      value: { rows: expectByMachine(6, { filtered: 5 }) },
    });
    expect(getValue(workbook, 'II.3', 'Áp dụng')).toBe('Không thực hiện');
  });

  it('the selection is read as far as it is used', async () => {
    await openExcel();
    await stageAndImport();
    await inExcel((excel) => excel.workbook.worksheets.getItem('Phụ lục').getRange().select());
    expect(await runOnWorkbook((context) => readActiveSheet(context, true))).toMatchObject({ ok: true });
  });
});

describe('while another workbook is in front', () => {
  it('a reissued annex is written whole; what Excel does not do is reported', async () => {
    const { workbook, session } = await openExcel();
    await stageAndImport();
    const tasks = createSampleTasks();
    const reissue = createSampleAnnex([
      ...tasks,
      { ...tasks[5]!, id: 'III.1', section: 'III', sectionTitle: 'Mới', tt: '1' },
    ]);
    const staged = await stageImport(reissue);
    if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
    session.foreground = 'other-workbook';
    const done = await importAnnex.run(COMMAND_CONTEXT, staged.value);
    expect(done).toMatchObject({ ok: true, value: { written: true } });
    expect(listTaskIds(workbook)).toContain('III.1');
    expect(done.ok && done.warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['gridlines-shown']),
    );
  });

  it('a command on the selection says what to select', async () => {
    const { session } = await openExcel();
    await stageAndImport();
    session.foreground = 'other-workbook';
    expect(await markNotPerformed.run(COMMAND_CONTEXT, { rows: 'selection' })).toMatchObject({
      ok: false,
      problems: [{ code: 'selection-not-cells' }],
    });
  });
});

describe('rows added in bulk', () => {
  it('are all in the table, also more than Excel takes of blank ones', async () => {
    const { workbook } = await openExcel();
    await stageAndImport(createLargeAnnex(4));
    await stageAndImport(createLargeAnnex(1_700));
    const [table] = getSheet(workbook, 'Phụ lục').tables;
    expect(table!.area.bottom - table!.area.top).toBe(1_700);
    expect(new Set(listTaskIds(workbook)).size).toBe(1_700);
  }, 120_000);

  it('are counted: fewer than expected are an error that says what to do', async () => {
    await openExcel();
    await stageAndImport();
    const done = await runOnWorkbook(async (context) => {
      const check = queueRowCheck(context, new Map([['NhiemVu', { sheet: 'Phụ lục', count: 7 }]]));
      await context.sync();
      check();
      return ok(null);
    });
    expect(done).toMatchObject({ ok: false, problems: [{ code: 'rows-not-added' }] });
  });
});
