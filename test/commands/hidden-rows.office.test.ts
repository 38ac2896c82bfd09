import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { markNotPerformed } from '../../src/commands/mark';
import { recordProgress } from '../../src/commands/progress/record-progress';
import { renewProgress } from '../../src/commands/progress/renew-progress';
import { readSelectedKeys, readWorkbookView } from '../../src/commands/read-workbook-view';
import { showRows } from '../../src/commands/show-rows';
import { expectByMachine } from '../support/excel/machines';
import {
  closeExcel,
  COMMAND_CONTEXT,
  getValue,
  openExcel,
  stageAndImport,
} from '../support/excel/open-excel';

afterEach(closeExcel);

const IDS = ['I.1', 'I.1.10', 'I.2', 'II.1', 'II.2', 'II.3'];

function getMarks(workbook: WorkbookModel): unknown[] {
  return IDS.map((id) => getValue(workbook, id, 'Áp dụng'));
}

/** Hides rows of a sheet, then selects a range of it. */
async function hideAndSelect(sheetName: string, hidden: readonly string[], selected: string): Promise<void> {
  await Excel.run(async (excel) => {
    const sheet = excel.workbook.worksheets.getItem(sheetName);
    sheet.activate();
    for (const rows of hidden) sheet.getRange(rows).rowHidden = true;
    sheet.getRange(selected).select();
    await excel.sync();
  });
}

describe('a command on the selection', () => {
  it('marks only the rows that a filter shows, and reports the others', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    const before = getMarks(workbook);
    await Excel.run(async (excel) => {
      const table = excel.workbook.tables.getItem('NhiemVu');
      table.columns.getItem('Lĩnh vực').filter.applyValuesFilter(['I. Chỉ đạo, điều hành']);
      await excel.sync();
    });
    await hideAndSelect('Phụ lục', [], 'D7:D12');
    const done = await markNotPerformed.run(COMMAND_CONTEXT, { rows: 'selection' });
    expect(done).toMatchObject({
      ok: true,
      value: { rows: 3 },
      warnings: [{ code: 'hidden-rows-skipped', details: { rows: 3 }, place: { sheet: 'Phụ lục' } }],
    });
    expect(getMarks(workbook)).toEqual([...Array(3).fill('Không thực hiện'), ...before.slice(3)]);
  });

  it.each([
    ['by a single selected column', 'D7:D9'],
    ['by whole rows', '7:9'],
  ])('marks no row that was hidden by hand: %s', async (_, selected) => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await hideAndSelect('Phụ lục', ['8:8'], selected);
    const done = await markNotPerformed.run(COMMAND_CONTEXT, { rows: 'selection' });
    expect(done).toMatchObject({ ok: true, value: { rows: 2 }, warnings: [{ details: { rows: 1 } }] });
    expect(getValue(workbook, 'I.1.10', 'Áp dụng')).toBe('Thực hiện');
    expect(getValue(workbook, 'I.2', 'Áp dụng')).toBe('Không thực hiện');
  });

  it('marks the visible rows of a sheet that is selected completely', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await hideAndSelect('Phụ lục', ['8:8', '10:10'], '1:1048576');
    const done = await markNotPerformed.run(COMMAND_CONTEXT, { rows: 'selection' });
    expect(done).toMatchObject({ ok: true, value: { rows: IDS.length - 2 } });
    expect(getValue(workbook, 'I.1.10', 'Áp dụng')).toBe('Thực hiện');
  });

  it('changes nothing if all selected rows are hidden', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    const before = getMarks(workbook);
    await hideAndSelect('Phụ lục', ['8:9'], 'D8:D9');
    expect(await markNotPerformed.run(COMMAND_CONTEXT, { rows: 'selection' })).toMatchObject({
      ok: false,
      problems: [{ code: 'only-hidden-rows-selected' }],
    });
    expect(getMarks(workbook)).toEqual(before);
  });

  it('records the progress of visible rows only', async () => {
    await openExcel();
    await stageAndImport();
    const staged = await renewProgress.stage(COMMAND_CONTEXT, undefined);
    if (!staged.ok) throw new Error('not staged');
    await renewProgress.run(COMMAND_CONTEXT, staged.value);
    const select = (hidden: readonly string[]) => hideAndSelect('Tiến độ', hidden, 'E6:E8');
    await select([]);
    const record = { state: 'inProgress' as const };
    const all = await recordProgress.run(COMMAND_CONTEXT, { rows: 'selection', record });
    if (!all.ok) throw new Error(JSON.stringify(all.problems));
    // On the machine with filters, one hides the second row from the start.
    const visible = expectByMachine([0, 2], { filtered: [0, 1] }).map((index) => all.value.events[index]);
    expect(all.value.events).toHaveLength(expectByMachine(3, { filtered: 2 }));
    await select(['7:7']);
    expect(
      await recordProgress.run(COMMAND_CONTEXT, { rows: 'selection', record: { state: 'done' } }),
    ).toMatchObject({
      ok: true,
      value: { events: visible },
      warnings: [{ code: 'hidden-rows-skipped', details: { rows: 1 } }],
    });
  });

  it('offers only visible rows in the pane', async () => {
    await openExcel();
    await stageAndImport();
    await hideAndSelect('Phụ lục', ['8:8'], 'D7:D9');
    expect(await readWorkbookView.run(COMMAND_CONTEXT)).toMatchObject({
      value: { selected: ['I.1', 'I.2'] },
    });
  });
});

describe('while a chart is selected', () => {
  it('the pane shows the workbook, and a command on the selection says what to select', async () => {
    const { session } = await openExcel();
    await stageAndImport();
    const view = await readWorkbookView.run(COMMAND_CONTEXT);
    if (!view.ok || !view.value.table) throw new Error('no view');
    session.foreground = 'chart';
    expect(await readWorkbookView.run(COMMAND_CONTEXT)).toMatchObject({
      ok: true,
      value: { selected: [], table: { sheet: 'Phụ lục' } },
    });
    expect(await readSelectedKeys.run(COMMAND_CONTEXT, view.value.table)).toMatchObject({
      ok: true,
      value: [],
    });
    expect(await markNotPerformed.run(COMMAND_CONTEXT, { rows: 'selection' })).toMatchObject({
      ok: false,
      problems: [{ code: 'selection-not-cells' }],
    });
  });
});

describe('showRows', () => {
  async function readSelection(): Promise<string> {
    return Excel.run(async (excel) => {
      const range = excel.workbook.getSelectedRange();
      range.load('address');
      await excel.sync();
      return range.address;
    });
  }

  it('selects adjacent rows together', async () => {
    await openExcel();
    await stageAndImport();
    expect(await showRows.run(COMMAND_CONTEXT, ['I.1', 'I.1.10'])).toMatchObject({ ok: true, warnings: [] });
    expect(await readSelection()).toMatch(/!A7:[A-Z]+8$/);
  });

  it('selects the first of separate rows and lists the others', async () => {
    await openExcel();
    await stageAndImport();
    expect(await showRows.run(COMMAND_CONTEXT, ['II.1', 'I.1', 'II.3'])).toMatchObject({
      ok: true,
      warnings: [
        {
          code: 'rows-not-selected',
          place: { sheet: 'Phụ lục' },
          details: { selected: 1, total: 3, list: '10, 12' },
        },
      ],
    });
    expect(await readSelection()).toMatch(/!A7:[A-Z]+7$/);
  });
});
