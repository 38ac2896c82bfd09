import { recordProgress } from '../../src/commands/progress/record-progress';
import { readCurrentSummary } from '../../src/commands/read-current-summary';
import type { Summary, SummaryCounts } from '../../src/school-workbook/summary/read-summary';
import { createSampleAnnex, createSampleTasks } from '../support/builders/create-sample-annex';
import {
  closeExcel,
  COMMAND_CONTEXT,
  openExcel,
  stageAndImport,
  typeIntoCell,
} from '../support/excel/open-excel';
import { importAndTrack } from '../support/excel/progress-log';

afterEach(closeExcel);

async function readTotals(): Promise<Summary> {
  const read = await readCurrentSummary.run(COMMAND_CONTEXT, undefined);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}
function counts({ total, performed, notPerformed, undecided, done }: SummaryCounts) {
  return [total, performed, notPerformed, undecided, done];
}
function edit(work: (table: Excel.Table, excel: Excel.RequestContext) => void): Promise<void> {
  return Excel.run(async (excel) => {
    work(excel.workbook.tables.getItem('NhiemVu'), excel);
    await excel.sync();
  });
}

/** Whatever happens, the parts of each table add up to the whole. */
function expectComplete(all: Summary) {
  for (const lines of [all.byArea, all.byLeadUnit]) {
    for (const id of ['total', 'performed', 'notPerformed', 'undecided', 'done', 'notStarted'] as const) {
      expect([id, lines.reduce((sum, line) => sum + line[id], 0)]).toEqual([id, all[id]]);
    }
  }
}

describe('the figures of Tổng hợp', () => {
  it('are those of the annex, by area and by lead unit', async () => {
    await openExcel();
    await stageAndImport();
    const all = await readTotals();
    expect(counts(all)).toEqual([6, 4, 1, 1, 0]);
    expect(all.byArea.map((line) => [line.section, line.sectionTitle, ...counts(line)])).toEqual([
      ['I', 'Chỉ đạo, điều hành', 3, 2, 1, 0, 0],
      ['II', 'Cải cách thủ tục', 3, 2, 0, 1, 0],
    ]);
    expect(all.byLeadUnit.map((line) => [line.leadUnit, ...counts(line)])).toEqual([
      ['Phòng Văn hóa – Xã hội', 4, 2, 1, 1, 0],
      ['@Văn phòng', 1, 1, 0, 0, 0],
      ['', 1, 1, 0, 0, 0],
    ]);
    expectComplete(all);
  });

  it('stay true when the sheet is changed by hand: marks, statuses, rows added, deleted, sorted', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await typeIntoCell('I.1', 'Kết quả thực hiện', 'Hoàn thành', workbook);
    await typeIntoCell('I.1.10', 'Áp dụng', 'Không thực hiện', workbook);
    await typeIntoCell('II.3', 'Áp dụng', 'Thực hiện', workbook);
    await typeIntoCell('II.2', 'Áp dụng', 'có lẽ', workbook);
    expect(counts(await readTotals())).toEqual([6, 3, 2, 1, 1]);

    await edit((table) => {
      const blank = Array.from({ length: 16 }, () => '');
      const row = ['X.1', 'X. Việc khác', '1', 'Việc thêm bằng tay', 'Đơn vị lạ', ...blank.slice(5)];
      row[8] = 'Thực hiện';
      table.rows.add(undefined, [row, blank]);
      table.sort.apply([{ key: 3, ascending: true }]);
    });
    const all = await readTotals();
    expect(counts(all)).toEqual([7, 4, 2, 1, 1]);
    expect(all.byArea.at(-1)).toMatchObject({ section: '', sectionTitle: '(khác)', total: 1, performed: 1 });
    expect(all.byLeadUnit.at(-1)).toMatchObject({ leadUnit: '(khác)', total: 1 });
    expectComplete(all);

    await edit((table) => table.rows.getItemAt(0).delete());
    expectComplete(await readTotals());
  });

  it('count a task once whose status is the result of a formula', async () => {
    await openExcel();
    await importAndTrack();
    const record = { rows: { tasks: ['I.1'] }, record: { state: 'done' as const } };
    expect(await recordProgress.run(COMMAND_CONTEXT, record)).toMatchObject({ ok: true });
    const read = await readCurrentSummary.run(COMMAND_CONTEXT, undefined);
    expect(read).toMatchObject({ ok: true, value: { done: 1 }, warnings: [] });
  });

  it('are found after columns are renamed, rows and columns inserted, and the sheet renamed', async () => {
    await openExcel();
    await stageAndImport();
    const before = await readTotals();
    await edit((table, { workbook }) => {
      table.columns.getItem('Áp dụng').name = 'Thực hiện/Không thực hiện';
      const sheet = workbook.worksheets.getItem('Tổng hợp');
      sheet.getRange('1:3').insert('Down');
      sheet.getRange('D:D').insert('Right');
      sheet.name = 'Số liệu';
    });
    expect(await readTotals()).toEqual(before);
  });

  it('print a dash, not 0 %, where there is nothing to divide by', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await typeIntoCell('II.1', 'Kết quả thực hiện', 'Hoàn thành', workbook);
    const shares = async () =>
      Excel.run(async (excel) => {
        const range = excel.workbook.worksheets.getItem('Tổng hợp').getRange('K48:K50');
        range.load('values,text');
        await excel.sync();
        return range.text.flat();
      });
    expect(await shares()).toEqual(['0,0%', '50,0%', '–']);
  });

  it.each([
    ['a wildcard', 'Phòng *'],
    ['an operator', '>=Phòng A'],
    ['a question mark', 'Phòng nào?'],
    ['a tilde', '~Phòng'],
    ['a number', '1.10'],
    ['quotes', 'Phòng "Một cửa"'],
    ['more than 255 characters', `Phòng ${'rất dài '.repeat(40)}`.trim()],
  ])('count a lead unit with %s for itself only', async (_, leadUnit) => {
    await openExcel();
    const tasks = createSampleTasks().map((task, index) => (index === 1 ? { ...task, leadUnit } : task));
    await stageAndImport(createSampleAnnex(tasks));
    const all = await readTotals();
    expect(all.byLeadUnit.find((line) => line.leadUnit === leadUnit)?.total).toBe(1);
    expectComplete(all);
  });

  it('are a problem, not a zero, where the sheet or its names are gone', async () => {
    await openExcel();
    expect(await readCurrentSummary.run(COMMAND_CONTEXT, undefined)).toMatchObject({
      problems: [{ code: 'no-summary-sheet' }],
    });
    await stageAndImport();
    await edit((_, { workbook }) => workbook.worksheets.getItem('Tổng hợp').delete());
    expect(await readCurrentSummary.run(COMMAND_CONTEXT, undefined)).toMatchObject({
      problems: [{ code: 'no-summary-sheet' }],
    });
  });
});
