import { createWorkbook } from '@phuluc/excel-simulator/model/workbook';
import { readUnitList, type UnitListSource } from '../../../src/commands/issue/read-unit-list';
import { closeExcel, COMMAND_CONTEXT, openExcel } from '../../support/excel/open-excel';

const HEADER = ['Mã', 'Tên đơn vị', 'Tên khác', 'Loại'];

/** A sheet with the cells from D5 on; D5 to the last is selected. */
async function openList(...rows: string[][]) {
  const excel = await openExcel(createWorkbook('Danh bạ'));
  await excel.Excel.run(async (run) => {
    const sheet = run.workbook.worksheets.getItem('Danh bạ');
    sheet.getRange('A1').values = [['Danh bạ đơn vị năm 2026']];
    const width = rows[0]!.length;
    const list = sheet.getRange('D5').getAbsoluteResizedRange(rows.length, width);
    list.numberFormat = rows.map((row) => row.map(() => '@'));
    list.values = rows;
    list.select();
    await run.sync();
  });
  return readUnitList.run(COMMAND_CONTEXT, { kind: 'selection' });
}

afterEach(closeExcel);

describe('the list of units', () => {
  it('is read from the selected cells', async () => {
    const read = await openList(
      HEADER,
      ['MN-05', 'Trường Mầm non Bông Lúa', 'MN Bông Lúa; Bông Lúa', 'mầm non'],
      ['TH-02', 'Trường Tiểu học Cầu Đất', '', 'tiểu học'],
    );
    expect(read).toMatchObject({
      ok: true,
      value: [
        {
          code: 'MN-05',
          name: 'Trường Mầm non Bông Lúa',
          aliases: ['MN Bông Lúa', 'Bông Lúa'],
          kind: 'mầm non',
        },
        { code: 'TH-02', name: 'Trường Tiểu học Cầu Đất', aliases: [] },
      ],
    });
  });

  it('names the row of the sheet where something is wrong, not of the selection', async () => {
    const read = await openList(HEADER, ['MN-05', 'Trường A', '', ''], ['', 'Trường không mã', '', '']);
    expect(read).toMatchObject({
      ok: false,
      problems: [{ code: 'unit-incomplete', place: { sheet: 'Danh bạ', row: 7 } }],
    });
  });

  it.each<[string, UnitListSource, object]>([
    ['pasted', { kind: 'text', text: 'MN-1\tTrường Một' }, { ok: true, value: [{ code: 'MN-1' }] }],
    [
      'a file',
      { kind: 'file', name: 'ds.csv', file: new Blob(['MN-1;Trường Một\nMN-1;Trường Hai']) },
      { ok: false, problems: [{ code: 'unit-code-twice', place: { file: 'ds.csv', row: 2 } }] },
    ],
    ['blank', { kind: 'text', text: ' ' }, { ok: false, problems: [{ code: 'no-units' }] }],
  ])('%s', async (_, source, expected) => {
    expect(await readUnitList.run(COMMAND_CONTEXT, source)).toMatchObject(expected);
  });
});
