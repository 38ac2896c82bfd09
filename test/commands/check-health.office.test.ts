import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { createWorkbook } from '@phuluc/excel-simulator/model/workbook';
import { checkHealth } from '../../src/commands/check-health';
import { markPerformed } from '../../src/commands/mark';
import { readCurrentSummary } from '../../src/commands/read-current-summary';
import { toImmediateCommand, undo } from '../../src/commands/undo';
import type { HealthIssue } from '../../src/school-workbook/health/health-issue';
import { createSampleTasks } from '../support/builders/create-sample-annex';
import {
  closeExcel,
  COMMAND_CONTEXT,
  getSheet,
  getValue,
  locateCell,
  openExcel,
  stageAndImport,
  typeIntoCell,
} from '../support/excel/open-excel';

let workbook: WorkbookModel;
beforeEach(async () => {
  workbook = createWorkbook('Sổ tay');
  await openExcel(workbook);
  await stageAndImport();
});
afterEach(closeExcel);

async function look(): Promise<HealthIssue[]> {
  const staged = await checkHealth.stage(COMMAND_CONTEXT, undefined);
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
  return staged.value;
}
const codes = (issues: readonly HealthIssue[]): string[] => issues.map(({ code }) => code);
async function fixAll() {
  const chosen = (await look()).filter(({ fix }) => fix !== null);
  const done = await checkHealth.run(COMMAND_CONTEXT, chosen);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return done.value;
}
async function readTotals() {
  const read = await readCurrentSummary.run(COMMAND_CONTEXT, undefined);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}
function inExcel(act: (context: Excel.RequestContext) => void | Promise<void>): Promise<void> {
  return Excel.run(async (excel) => {
    await act(excel);
    await excel.sync();
  });
}
const tasks = (excel: Excel.RequestContext): Excel.Table => excel.workbook.tables.getItem('NhiemVu');
/** Marking works: the sign that the add-in can read and write the table. */
const canMark = async (): Promise<boolean> =>
  (await markPerformed.run(COMMAND_CONTEXT, { rows: ['I.2'] })).ok;

it('finds nothing in a workbook that is as it was written, and writes nothing', async () => {
  expect(await look()).toEqual([]);
});

describe('issues that Kiểm tra sổ fixes', () => {
  it('the table converted to a range', async () => {
    const before = await readTotals();
    await inExcel((excel) => void tasks(excel).convertToRange());
    expect(codes(await look())).toContain('table-lost');
    expect(await canMark()).toBe(false);
    const done = await fixAll();
    expect(codes(done.remaining)).not.toContain('table-lost');
    expect(getSheet(workbook, 'Phụ lục').tables).toMatchObject([{ name: 'NhiemVu' }]);
    expect(await canMark()).toBe(true);
    // The figures speak of the new table, once the summary has been made again.
    await fixAll();
    expect((await readTotals()).total).toBe(before.total);
    expect(await look()).toEqual([]);
  });

  it('the table renamed', async () => {
    await inExcel((excel) => void (tasks(excel).name = 'BangCuaToi'));
    expect(codes(await look())).toEqual(['table-renamed']);
    expect(await fixAll()).toEqual({ fixed: 1, remaining: [] });
    expect(await canMark()).toBe(true);
  });

  it('a header renamed', async () => {
    await inExcel((excel) => {
      tasks(excel).getHeaderRowRange().getCell(0, 8).values = [['TH / KTH']];
    });
    expect(await look()).toMatchObject([
      { code: 'header-renamed', details: { column: 'Áp dụng', header: 'TH / KTH' } },
    ]);
    await fixAll();
    expect(await canMark()).toBe(true);
    expect((await readTotals()).total).toBe(createSampleTasks().length);
  });

  it('a column deleted', async () => {
    await inExcel((excel) => void tasks(excel).columns.getItem('Kết quả thực hiện').delete());
    expect(codes(await look())).toContain('column-gone');
    await fixAll();
    await fixAll();
    expect(codes(await look())).toEqual([]);
    const [row, column] = locateCell(workbook, 'I.1', 'Kết quả thực hiện');
    expect(getSheet(workbook, 'Phụ lục').cells.get(row)?.get(column)?.value ?? '').toBe('');
    expect((await readTotals()).total).toBe(createSampleTasks().length);
  });

  it('the summary and the lists deleted', async () => {
    const before = await readTotals();
    await inExcel((excel) => {
      excel.workbook.worksheets.getItem('Tổng hợp').delete();
      excel.workbook.worksheets.getItem('Danh mục').delete();
    });
    expect(codes(await look()).sort()).toEqual(['lists-gone', 'summary-gone']);
    expect(await fixAll()).toEqual({ fixed: 2, remaining: [] });
    expect(await readTotals()).toEqual(before);
  });

  it('the names of the lists deleted, their sheet left behind', async () => {
    await inExcel((excel) => {
      for (const name of ['DM_ApDung', 'DM_TrangThai', 'DM_LyDo'])
        excel.workbook.names.getItem(name).delete();
    });
    expect(codes(await look())).toEqual(['lists-gone']);
    expect(await fixAll()).toEqual({ fixed: 1, remaining: [] });
  });

  it('a figure of the summary overwritten with an error', async () => {
    await inExcel((excel) => {
      excel.workbook.worksheets.getItem('Tổng hợp').getRange('C6').formulas = [['=#REF!']];
    });
    expect(await look()).toMatchObject([{ code: 'summary-broken', place: { cell: 'C6' } }]);
    expect(await fixAll()).toEqual({ fixed: 1, remaining: [] });
  });

  it('answers in free words, dates as text, ids deleted: each cell by itself, and undone at once', async () => {
    // As a clerk pastes it: past the lists and the date format.
    await typeIntoCell('I.1', 'Áp dụng', 'có', workbook);
    await typeIntoCell('II.1', 'Áp dụng', 'không thực hiện nội dung này', workbook);
    await typeIntoCell('I.1', 'Kết quả thực hiện', 'đã xong', workbook);
    await typeIntoCell('I.1', 'Ngày hoàn thành', "'15/6/2026", workbook);
    await typeIntoCell('I.2', 'Mã', '', workbook);
    const found = await look();
    expect(codes(found).sort()).toEqual([
      'date-as-text',
      'ids-missing',
      'words-unlisted',
      'words-unlisted',
      'words-unlisted',
    ]);
    expect(await fixAll()).toEqual({ fixed: 5, remaining: [] });
    expect(getValue(workbook, 'I.1', 'Áp dụng')).toBe('Thực hiện');
    expect(getValue(workbook, 'II.1', 'Áp dụng')).toBe('Không thực hiện');
    expect(getValue(workbook, 'I.1', 'Kết quả thực hiện')).toBe('Hoàn thành');
    expect(getValue(workbook, 'I.1', 'Ngày hoàn thành')).toBe(46188);
    expect(getValue(workbook, 'I.2', 'Mã')).toBe('I.2');
    expect((await toImmediateCommand(undo).run(COMMAND_CONTEXT)).ok).toBe(true);
    expect(codes(await look()).sort()).toEqual(codes(found).sort());
  });
});

describe('disorder that is named, and left to the person', () => {
  it('a copied sheet', async () => {
    await inExcel((excel) => void excel.workbook.worksheets.getItem('Phụ lục').copy('End'));
    const found = await look();
    expect(codes(found)).toEqual(['table-copied']);
    expect(found[0]?.fix).toBeNull();
    expect(found[0]?.details['counted']).toBe('Phụ lục');
    expect(await canMark()).toBe(true);
  });

  it('a protected sheet, an error in a cell, an id twice, words that mean neither', async () => {
    // A date in the column keeps Excel from filling all of it with the formula.
    await typeIntoCell('II.1', 'Hạn chót', 46_387, workbook);
    await typeIntoCell('I.1', 'Hạn chót', '=1/0', workbook);
    await typeIntoCell('I.2', 'Áp dụng', 'xem lại', workbook);
    await typeIntoCell('II.2', 'Mã', 'II.1', workbook);
    await inExcel((excel) => excel.workbook.worksheets.getItem('Phụ lục').protection.protect());
    const found = await look();
    expect(codes(found).sort()).toEqual(['cell-error', 'id-doubled', 'sheet-protected', 'words-unclear']);
    expect(found.every(({ fix }) => fix === null)).toBe(true);
  });

  it('fixes of a protected sheet are rejected, nothing is written', async () => {
    await typeIntoCell('I.1', 'Áp dụng', 'có', workbook);
    await inExcel((excel) => excel.workbook.worksheets.getItem('Phụ lục').protection.protect());
    const done = await checkHealth.run(COMMAND_CONTEXT, await look());
    expect(done).toMatchObject({ ok: false, problems: [{ code: 'sheet-protected' }] });
    expect(getValue(workbook, 'I.1', 'Áp dụng')).toBe('có');
  });
});

describe('disorder that does not matter', () => {
  it('rows sorted, columns moved, the sheet renamed, rows inserted above', async () => {
    await inExcel((excel) => {
      const table = tasks(excel);
      table.sort.apply([{ key: 3, ascending: false }]);
      excel.workbook.worksheets.getItem('Phụ lục').name = 'Kế hoạch của trường';
    });
    await inExcel((excel) => {
      excel.workbook.worksheets.getItem('Kế hoạch của trường').getRange('1:2').insert('Down');
    });
    expect(await look()).toEqual([]);
    expect(await canMark()).toBe(true);
  });
});

it('an issue that no longer exists is not fixed again', async () => {
  await typeIntoCell('I.1', 'Áp dụng', 'có', workbook);
  const chosen = await look();
  await typeIntoCell('I.1', 'Áp dụng', 'Không thực hiện', workbook);
  const done = await checkHealth.run(COMMAND_CONTEXT, chosen);
  expect(done).toMatchObject({ ok: true, value: { fixed: 0, remaining: [] } });
  expect(getValue(workbook, 'I.1', 'Áp dụng')).toBe('Không thực hiện');
});

describe('what only a person can decide', () => {
  it('a row with a code and no content, which is not counted', async () => {
    const before = await readTotals();
    await typeIntoCell('II.1', 'Nội dung công việc', '', workbook);
    expect(await look()).toMatchObject([
      {
        code: 'content-missing',
        place: { sheet: 'Phụ lục', task: 'II.1' },
        details: { task: 'II.1' },
        fix: null,
      },
    ]);
    expect((await readTotals()).total).toBe(before.total - 1);
  });

  it.each([
    ['Hạn chót', 5, 'date-impossible', '5'],
    ['Ngày hoàn thành', 5, 'date-impossible', '5'],
    ['Ngày hoàn thành', 401_000, 'date-impossible', '23/11/2997'],
    // The day of these tests is 21/11/2026; the annex is of 15/01/2026.
    ['Ngày hoàn thành', 46_348, 'done-in-future', '22/11/2026'],
    ['Ngày hoàn thành', 46_000, 'done-before-annex', '09/12/2025'],
  ])('%s %d: %s', async (header, serial, code, value) => {
    await typeIntoCell('I.1', header, serial, workbook);
    expect(await look()).toMatchObject([
      { code, place: { task: 'I.1' }, details: { column: header, value } },
    ]);
  });

  it.each([
    ['Ngày hoàn thành', 46_347],
    ['Ngày hoàn thành', 46_037],
    ['Hạn chót', 46_387],
  ])('%s %d is a day that can be right', async (header, serial) => {
    await typeIntoCell('I.1', header, serial, workbook);
    expect(await look()).toEqual([]);
  });

  it('the counted sheet is hidden', async () => {
    await inExcel((excel) => {
      excel.workbook.worksheets.getItem('Tổng hợp').activate();
      excel.workbook.worksheets.getItem('Phụ lục').visibility = 'Hidden';
    });
    expect(codes(await look())).toEqual(['annex-hidden']);
  });
});
