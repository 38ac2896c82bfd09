import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { checkHealth } from '../../src/commands/check-health';
import { importAnnex } from '../../src/commands/import/import-annex';
import { markNotPerformed, markPerformed } from '../../src/commands/mark';
import { renewProgress } from '../../src/commands/progress';
import { readWorkbookView } from '../../src/commands/read-workbook-view';
import { toImmediateCommand, undo } from '../../src/commands/undo';
import type { HealthIssue } from '../../src/school-workbook/health/health-issue';
import { createSampleAnnex, createSampleTasks } from '../support/builders/create-sample-annex';
import {
  closeExcel,
  COMMAND_CONTEXT,
  getSheet,
  getValue,
  openExcel,
  stageAndImport,
  stageImport,
} from '../support/excel/open-excel';

let workbook: WorkbookModel;
beforeEach(async () => {
  ({ workbook } = await openExcel());
  await stageAndImport();
});
afterEach(closeExcel);

function inExcel(act: (excel: Excel.RequestContext) => void | Promise<void>): Promise<void> {
  return Excel.run(async (excel) => {
    await act(excel);
    await excel.sync();
  });
}
const getTaskTable = (excel: Excel.RequestContext): Excel.Table => excel.workbook.tables.getItem('NhiemVu');

async function listIssues(): Promise<HealthIssue[]> {
  const staged = await checkHealth.stage(COMMAND_CONTEXT, undefined);
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
  return staged.value;
}

function createReissue() {
  const tasks = createSampleTasks();
  const content = 'Nhiệm vụ mới thêm của lần sau.';
  return createSampleAnnex([
    ...tasks,
    { ...tasks[5]!, id: 'II.4', tt: '4', content, timing: 'Tháng 5', product: 'Báo cáo' },
  ]);
}

async function trackProgress() {
  const staged = await renewProgress.stage(COMMAND_CONTEXT, undefined as never);
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
  const done = await renewProgress.run(COMMAND_CONTEXT, staged.value);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
}

describe('a table of tasks with a Total Row', () => {
  beforeEach(() =>
    inExcel((excel) => {
      getTaskTable(excel).showTotals = true;
      const annex = excel.workbook.worksheets.getItem('Phụ lục');
      annex.activate();
      annex.getRange('D7:D13').select();
    }),
  );

  it('takes the Total Row for no task', async () => {
    const view = await readWorkbookView.run(COMMAND_CONTEXT, undefined);
    expect(view.ok && view.value.table?.rows.length).toBe(6);
    await markNotPerformed.run(COMMAND_CONTEXT, { rows: 'selection' });
    expect(getSheet(workbook, 'Phụ lục').cells.get(12)?.get(8)?.value ?? '').toBe('');
    expect(getValue(workbook, 'I.1', 'Áp dụng')).toBe('Không thực hiện');
    expect(await listIssues()).toEqual([]);
  });

  it('imports a reissued annex above the Total Row, and takes it back', async () => {
    const staged = await stageImport(createReissue());
    if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
    expect(await importAnnex.run(COMMAND_CONTEXT, staged.value)).toMatchObject({ ok: true });
    expect(getValue(workbook, 'II.4', 'Thời gian')).toBe('Tháng 5');
    const [table] = getSheet(workbook, 'Phụ lục').tables;
    expect(table).toMatchObject({ showTotals: true, area: { top: 5, bottom: 13 } });
    expect(await toImmediateCommand(undo).run(COMMAND_CONTEXT, undefined)).toMatchObject({ ok: true });
    expect(getSheet(workbook, 'Phụ lục').tables[0]).toMatchObject({ area: { top: 5, bottom: 12 } });
  });

  it('links the columns of progress above the Total Row', async () => {
    await trackProgress();
    await inExcel((excel) => {
      excel.workbook.tables.getItem('TienDo').showTotals = true;
    });
    await trackProgress();
    const view = await readWorkbookView.run(COMMAND_CONTEXT, undefined);
    expect(view.ok && view.value.table?.rows.length).toBe(6);
    expect(getSheet(workbook, 'Phụ lục').cells.get(12)?.get(11)?.formula).toBeUndefined();
  });
});

describe('a table of tasks without its header row', () => {
  beforeEach(() =>
    inExcel((excel) => {
      getTaskTable(excel).showHeaders = false;
    }),
  );

  it('is not read as if the first task were the headers; the problem names the sheet', async () => {
    const marked = await markPerformed.run(COMMAND_CONTEXT, { rows: ['I.2'] });
    expect(marked).toMatchObject({
      ok: false,
      problems: [{ code: 'header-row-off', place: { sheet: 'Phụ lục' } }],
    });
  });

  it('gets its header row back by Kiểm tra sổ, with all headers and rows', async () => {
    const issues = await listIssues();
    expect(issues.map(({ code }) => code)).toEqual(['header-row-off']);
    expect(await checkHealth.run(COMMAND_CONTEXT, issues)).toMatchObject({
      ok: true,
      value: { fixed: 1, remaining: [] },
    });
    expect(await markPerformed.run(COMMAND_CONTEXT, { rows: ['I.2'] })).toMatchObject({ ok: true });
    expect(getValue(workbook, 'I.2', 'Áp dụng')).toBe('Thực hiện');
  });
});

it('Kiểm tra sổ reads a workbook whose other table has no header row', async () => {
  await inExcel((excel) => {
    const sheet = excel.workbook.worksheets.getItem('Phụ lục');
    sheet.getRange('R6:S8').values = [
      ['a', 'b'],
      [1, 2],
      [3, 4],
    ];
    const other = sheet.tables.add('R6:S8', true);
    other.name = 'Khac';
    other.showHeaders = false;
    other.showTotals = true;
  });
  expect(await listIssues()).toEqual([]);
});

it('finds its rows after sorting, with another style and a second table on the sheet', async () => {
  await inExcel((excel) => {
    const table = getTaskTable(excel);
    table.sort.apply([{ key: 0, ascending: false }]);
    table.style = 'TableStyleMedium9';
    table.showBandedRows = true;
    const sheet = excel.workbook.worksheets.getItem('Phụ lục');
    sheet.getRange('R6:S8').values = [
      ['a', 'b'],
      [1, 2],
      [3, 4],
    ];
    sheet.tables.add('R6:S8', true);
  });
  expect(await markNotPerformed.run(COMMAND_CONTEXT, { rows: ['I.1'] })).toMatchObject({ ok: true });
  expect(getValue(workbook, 'I.1', 'Áp dụng')).toBe('Không thực hiện');
  const staged = await stageImport(createReissue());
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
  expect(await importAnnex.run(COMMAND_CONTEXT, staged.value)).toMatchObject({ ok: true });
  expect(getValue(workbook, 'II.4', 'Thời gian')).toBe('Tháng 5');
});

describe('a table of tasks that has another name', () => {
  it.each([
    ['renamed', (table: Excel.Table) => void (table.name = 'BangCuaToi')],
    ['converted to a range', (table: Excel.Table) => void table.convertToRange()],
  ])('%s: an import says how to restore it, and works afterwards', async (_, change) => {
    await inExcel((excel) => change(getTaskTable(excel)));
    const staged = await stageImport(createReissue());
    expect(staged).toMatchObject({ ok: false, problems: [{ code: 'task-table-missing' }] });
    expect(await checkHealth.run(COMMAND_CONTEXT, await listIssues())).toMatchObject({ ok: true });
    const again = await stageImport(createReissue());
    if (!again.ok) throw new Error(JSON.stringify(again.problems));
    expect(await importAnnex.run(COMMAND_CONTEXT, again.value)).toMatchObject({ ok: true });
    expect(getValue(workbook, 'II.4', 'Thời gian')).toBe('Tháng 5');
  });
});
