import { deleteCells } from '@phuluc/excel-simulator/model/insert-delete-cells';
import { applyUserEdit, notifyChanges, selectByUser } from '@phuluc/excel-simulator/protocol/user-edits';
import { type CaseContext, runInExcel } from './conformance/case-context';

const SHEET = '{00000000-0001-0000-0000-000000000000}';
const cell = (row: number, column: number) => ({ top: row, left: column, bottom: row, right: column });

async function heard(bench: CaseContext): Promise<Excel.WorksheetChangedEventArgs[]> {
  const list: Excel.WorksheetChangedEventArgs[] = [];
  bench.sheet.onChanged.add((args) => {
    list.push(args);
    return Promise.resolve();
  });
  await bench.context.sync();
  return list;
}

it('reports typed input, reads it as the machine does and calculates', () =>
  runInExcel(async (bench) => {
    const events = await heard(bench);
    const { session } = bench.excel;
    expect(applyUserEdit(session, SHEET, cell(1, 2), [['2,5']])).toMatchObject({ ok: true });
    await bench.excel.waitForIdle();
    expect(events).toMatchObject([
      {
        address: 'C2',
        source: 'Local',
        triggerSource: 'Unknown',
        details: { valueBefore: 3, valueAfter: 2.5 },
      },
    ]);
    expect(bench.workbook.sheets[0]?.cells.get(1)?.get(3)?.value).toBe(5);
  }));

it('takes the row typed below a table into it', () =>
  runInExcel(async (bench) => {
    bench.sheet.tables.add('A1:D5', true);
    await bench.context.sync();
    applyUserEdit(bench.excel.session, SHEET, cell(5, 0), [['III.1']]);
    expect(bench.workbook.sheets[0]?.tables[0]?.area.bottom).toBe(5);
    expect(bench.workbook.sheets[0]?.cells.get(5)?.get(3)?.formula).toBe('=C6*2');
  }));

it('refuses what Excel refuses', () =>
  runInExcel(async (bench) => {
    bench.sheet.protection.protect();
    await bench.context.sync();
    expect(applyUserEdit(bench.excel.session, SHEET, cell(1, 2), [['1']])).toMatchObject({
      ok: false,
      code: 'AccessDenied',
    });
  }));

it('reports a selection', () =>
  runInExcel(async (bench) => {
    const list: string[] = [];
    bench.sheet.onSelectionChanged.add(({ address }) => {
      list.push(address);
      return Promise.resolve();
    });
    await bench.context.sync();
    selectByUser(bench.excel.session, SHEET, [cell(1, 1), cell(3, 3)]);
    await bench.excel.waitForIdle();
    expect(list).toEqual(['B2,D4']);
  }));

it('lets references follow what was done outside of batches', () =>
  runInExcel(async (bench) => {
    const events = await heard(bench);
    const range = bench.sheet.getRange('A3');
    await bench.context.sync();
    const [sheet] = bench.workbook.sheets;
    const outcome =
      sheet && deleteCells(bench.workbook, sheet, { top: 1, bottom: 1, left: 0, right: 16_383 }, 'Up');
    if (!outcome?.ok) throw new Error('The row was not deleted.');
    notifyChanges(bench.excel.session, outcome.changes, { source: 'Remote', triggerSource: 'Unknown' });
    range.load('address, values');
    await bench.context.sync();
    await bench.excel.waitForIdle();
    expect([range.address, range.values]).toEqual(['Sổ!A2', [['I.2']]]);
    expect(events).toMatchObject([{ address: '2:2', changeType: 'RowDeleted', source: 'Remote' }]);
  }));
