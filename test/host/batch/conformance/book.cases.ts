import { type Case, addressOf, does, keeps, leads, reads, refusalOf } from './case';
import type { Bench } from './bench';

const book = ({ context }: Bench): Excel.Workbook => context.workbook;
const XML = '<p:phien xmlns:p="urn:phien">1</p:phien>';

async function values(bench: Bench, address: string): Promise<unknown[][]> {
  const range = bench.sheet.getRange(address);
  range.load('values');
  await bench.context.sync();
  return range.values;
}

export const bookCases: Case[] = [
  ...reads('Workbook', book, {
    name: 'Book1.xlsx',
    readOnly: false,
    autoSave: false,
    previouslySaved: false,
    usePrecisionAsDisplayed: false,
  }),
  ...keeps('Workbook', book, { isDirty: true }),
  ...leads('Workbook', book, {
    application: 'calculationMode',
    customXmlParts: 'items',
    names: 'items',
    properties: 'title',
    protection: 'protected',
    settings: 'items',
    tables: 'items',
    worksheets: 'items',
  }),
  does('Workbook.getActiveCell', async (bench) => {
    bench.sheet.getRange('B2:C3').select();
    expect(await addressOf(bench, book(bench).getActiveCell())).toBe('B2');
  }),
  does('Workbook.getSelectedRange', async (bench) => {
    expect(await addressOf(bench, book(bench).getSelectedRange())).toBe('A1');
  }),
  does('Workbook.getSelectedRanges', async (bench) => {
    bench.workbook.selection = {
      sheetId: bench.workbook.activeSheetId,
      areas: [
        { top: 0, left: 0, bottom: 0, right: 0 },
        { top: 2, left: 2, bottom: 3, right: 3 },
      ],
    };
    expect(await addressOf(bench, book(bench).getSelectedRanges())).toBe('A1,C3:D4');
    expect(await refusalOf(bench, () => void book(bench).getSelectedRange())).toBe('InvalidArgument');
  }),
  does('Workbook.save', async (bench) => {
    bench.sheet.getRange('A9').values = [[1]];
    book(bench).save('Save');
    book(bench).load('isDirty');
    await bench.context.sync();
    expect(bench.excel.session.requests.save).toBe(1);
    expect(book(bench).isDirty).toBe(false);
  }),
  does('Workbook.close', async (bench) => {
    book(bench).close('SkipSave');
    await bench.context.sync();
    expect(bench.excel.session.requests).toEqual({ save: 0, close: 1 });
  }),
  does('Workbook._GetReferenceCount', async (bench) => {
    const count = (
      book(bench) as unknown as { _GetReferenceCount: () => { value: number } }
    )._GetReferenceCount();
    await bench.context.sync();
    expect(count.value).toBe(0);
  }),
  does('Workbook._RemoveAllReferences', async (bench) => {
    const range = bench.sheet.getRange('A1');
    bench.context.trackedObjects.add(range);
    await bench.context.sync();
    expect(bench.excel.session.references.size).toBe(1);
    (book(bench) as unknown as { _RemoveAllReferences: () => void })._RemoveAllReferences();
    await bench.context.sync();
    expect(bench.excel.session.references.size).toBe(0);
  }),
  ...keeps('Application', ({ context }) => context.application, { calculationMode: 'Manual' }),
  ...reads('Application', ({ context }) => context.application, {
    calculationEngineVersion: 191029,
    decimalSeparator: ',',
    thousandsSeparator: '.',
    useSystemSeparators: true,
  }),
  does('Application.calculationState', async (bench) => {
    const { application } = bench.context;
    application.calculationMode = 'Manual';
    bench.sheet.getRange('C2').values = [[4]];
    application.load('calculationState');
    await bench.context.sync();
    expect(application.calculationState).toBe('Pending');
  }),
  does('Application.calculate', async (bench) => {
    bench.context.application.calculationMode = 'Manual';
    bench.sheet.getRange('C2').values = [[4]];
    expect(await values(bench, 'D2')).toEqual([[6]]);
    bench.context.application.calculate('Full');
    expect(await values(bench, 'D2')).toEqual([[8]]);
  }),
  does('Application.suspendApiCalculationUntilNextSync', async (bench) => {
    bench.context.application.suspendApiCalculationUntilNextSync();
    bench.sheet.getRange('C2').values = [[4]];
    expect(await values(bench, 'D2')).toEqual([[6]]);
    expect(await values(bench, 'D2')).toEqual([[8]]);
  }),
  does('Application.suspendScreenUpdatingUntilNextSync', async (bench) => {
    bench.context.application.suspendScreenUpdatingUntilNextSync();
    await bench.context.sync();
  }),
  does('Runtime.enableEvents', async (bench) => {
    let told = 0;
    bench.sheet.onChanged.add(() => {
      told += 1;
      return Promise.resolve();
    });
    await bench.context.sync();
    bench.context.runtime.enableEvents = false;
    bench.sheet.getRange('A9').values = [[1]];
    await bench.context.sync();
    bench.context.runtime.enableEvents = true;
    bench.sheet.getRange('A9').values = [[2]];
    await bench.context.sync();
    await bench.excel.settled();
    expect(told).toBe(1);
  }),
  ...reads('WorkbookProtection', (b) => book(b).protection, { protected: false }),
  does('WorkbookProtection.protect', async (bench) => {
    book(bench).protection.protect('mật khẩu');
    await bench.context.sync();
    expect(await refusalOf(bench, () => void book(bench).worksheets.add('Mới'))).toBe('AccessDenied');
  }),
  does('WorkbookProtection.unprotect', async (bench) => {
    book(bench).protection.protect('mật khẩu');
    await bench.context.sync();
    expect(await refusalOf(bench, () => book(bench).protection.unprotect('sai'))).toBe('AccessDenied');
    book(bench).protection.unprotect('mật khẩu');
    book(bench).worksheets.add('Mới');
    await bench.context.sync();
    expect(bench.workbook.sheets).toHaveLength(3);
  }),
  ...keeps('DocumentProperties', (b) => book(b).properties, {
    title: 'Phụ lục',
    subject: 'Nhiệm vụ',
    author: 'Văn thư',
    keywords: 'kế hoạch',
    comments: 'bản nháp',
    category: 'công văn',
    manager: 'Hiệu trưởng',
    company: 'Trường',
  }),
  ...reads('DocumentProperties', (b) => book(b).properties, { lastAuthor: '' }),
  does('SettingCollection.add', async (bench) => {
    book(bench).settings.add('phiên', { bản: 1, ngày: 'x' });
    await bench.context.sync();
    expect(bench.workbook.settings.get('phiên')).toEqual({ bản: 1, ngày: 'x' });
  }),
  does('SettingCollection.getCount', async (bench) => {
    book(bench).settings.add('a', 1);
    book(bench).settings.add('a', 2);
    const count = book(bench).settings.getCount();
    await bench.context.sync();
    expect(count.value).toBe(1);
  }),
  does('SettingCollection.getItem', async (bench) => {
    book(bench).settings.add('a', [1, 'hai']);
    const setting = book(bench).settings.getItem('a');
    setting.load('value');
    await bench.context.sync();
    expect(setting.value).toEqual([1, 'hai']);
    expect(await refusalOf(bench, () => void book(bench).settings.getItem('b'))).toBe('ItemNotFound');
  }),
  does('SettingCollection.getItemOrNullObject', async (bench) => {
    const setting = book(bench).settings.getItemOrNullObject('b');
    await bench.context.sync();
    expect(setting.isNullObject).toBe(true);
  }),
  ...reads('Setting', (b) => book(b).settings.add('khóa', 5), { key: 'khóa' }),
  does('Setting.value', async (bench) => {
    const setting = book(bench).settings.add('a', 1);
    setting.value = { mới: true };
    await bench.context.sync();
    expect(bench.workbook.settings.get('a')).toEqual({ mới: true });
  }),
  does('Setting.delete', async (bench) => {
    book(bench).settings.add('a', 1).delete();
    await bench.context.sync();
    expect(bench.workbook.settings.size).toBe(0);
  }),
  does('CustomXmlPartCollection.add', async (bench) => {
    book(bench).customXmlParts.add(XML);
    await bench.context.sync();
    expect(bench.workbook.customXmlParts.map(({ xml }) => xml)).toEqual([XML]);
  }),
  does('CustomXmlPartCollection.getByNamespace', async (bench) => {
    book(bench).customXmlParts.add(XML);
    const count = book(bench).customXmlParts.getByNamespace('urn:phien').getCount();
    const none = book(bench).customXmlParts.getByNamespace('urn:khac').getCount();
    await bench.context.sync();
    expect([count.value, none.value]).toEqual([1, 0]);
  }),
  does('CustomXmlPartCollection.getCount', async (bench) => {
    book(bench).customXmlParts.add(XML);
    const count = book(bench).customXmlParts.getCount();
    await bench.context.sync();
    expect(count.value).toBe(1);
  }),
  ...(['CustomXmlPartCollection.getItem', 'CustomXmlPartScopedCollection.getItem'] as const).map((member) =>
    does(member, async (bench) => {
      const part = book(bench).customXmlParts.add(XML);
      part.load('id');
      await bench.context.sync();
      const parts = member.includes('Scoped')
        ? book(bench).customXmlParts.getByNamespace('urn:phien')
        : book(bench).customXmlParts;
      const xml = parts.getItem(part.id).getXml();
      await bench.context.sync();
      expect(xml.value).toBe(XML);
    }),
  ),
  ...(
    [
      'CustomXmlPartCollection.getItemOrNullObject',
      'CustomXmlPartScopedCollection.getItemOrNullObject',
    ] as const
  ).map((member) =>
    does(member, async (bench) => {
      const parts = member.includes('Scoped')
        ? book(bench).customXmlParts.getByNamespace('urn:phien')
        : book(bench).customXmlParts;
      const part = parts.getItemOrNullObject('{0}');
      await bench.context.sync();
      expect(part.isNullObject).toBe(true);
    }),
  ),
  does('CustomXmlPartScopedCollection.getCount', async (bench) => {
    const count = book(bench).customXmlParts.getByNamespace('urn:phien').getCount();
    await bench.context.sync();
    expect(count.value).toBe(0);
  }),
  does('CustomXmlPartScopedCollection.getOnlyItem', async (bench) => {
    book(bench).customXmlParts.add(XML);
    const xml = book(bench).customXmlParts.getByNamespace('urn:phien').getOnlyItem().getXml();
    await bench.context.sync();
    expect(xml.value).toBe(XML);
  }),
  does('CustomXmlPartScopedCollection.getOnlyItemOrNullObject', async (bench) => {
    const part = book(bench).customXmlParts.getByNamespace('urn:phien').getOnlyItemOrNullObject();
    await bench.context.sync();
    expect(part.isNullObject).toBe(true);
  }),
  ...reads('CustomXmlPart', (b) => book(b).customXmlParts.add(XML), { namespaceUri: 'urn:phien' }),
  does('CustomXmlPart.id', async (bench) => {
    const part = book(bench).customXmlParts.add(XML);
    part.load('id');
    await bench.context.sync();
    expect(part.id).toBe(bench.workbook.customXmlParts[0]?.id);
  }),
  does('CustomXmlPart.delete', async (bench) => {
    book(bench).customXmlParts.add(XML).delete();
    await bench.context.sync();
    expect(bench.workbook.customXmlParts).toEqual([]);
  }),
  does('CustomXmlPart.getXml', async (bench) => {
    const xml = book(bench).customXmlParts.add(XML).getXml();
    await bench.context.sync();
    expect(xml.value).toBe(XML);
  }),
  does('CustomXmlPart.setXml', async (bench) => {
    book(bench).customXmlParts.add(XML).setXml('<q xmlns="urn:q"/>');
    await bench.context.sync();
    expect(bench.workbook.customXmlParts[0]?.xml).toBe('<q xmlns="urn:q"/>');
  }),
  ...reads('NamedItem', (b) => book(b).names.add('DanhSach', b.sheet.getRange('A2:A5'), 'các mã'), {
    name: 'DanhSach',
    type: 'Range',
    scope: 'Workbook',
    value: 'Sổ!$A$2:$A$5',
  }),
  ...[
    ['formula', '=Sổ!$B$2:$B$5'],
    ['comment', 'đổi'],
    ['visible', false],
  ].map(([name, value]) =>
    does(`NamedItem.${String(name)}`, async (bench) => {
      const item = book(bench).names.add('DanhSach', bench.sheet.getRange('A2:A5'), 'các mã');
      (item as unknown as Record<string, unknown>)[String(name)] = value;
      const again = book(bench).names.getItem('danhsach');
      again.load(String(name));
      await bench.context.sync();
      expect((again as unknown as Record<string, unknown>)[String(name)]).toEqual(value);
    }),
  ),
  ...leads('NamedItem', (b) => b.sheet.names.add('Riêng', b.sheet.getRange('A2:A5')), {
    worksheet: 'name',
    worksheetOrNullObject: 'name',
    arrayValues: 'values',
  }),
  does('NamedItem.value', async (bench) => {
    const values: unknown[] = [];
    for (const formula of ['=SUM(Sổ!$C$2:$C$5)', '="chữ"', '=1=1', '=1/0', 'lời']) {
      const item = book(bench).names.add(`n${values.length}_`, formula);
      item.load('value, type');
      await bench.context.sync();
      values.push([item.value, item.type]);
    }
    expect(values).toEqual([
      [11, 'Double'],
      ['chữ', 'String'],
      [true, 'Boolean'],
      ['#DIV/0!', 'Error'],
      ['lời', 'String'],
    ]);
  }),
  does('NamedItem.delete', async (bench) => {
    book(bench).names.add('DanhSach', bench.sheet.getRange('A2:A5')).delete();
    await bench.context.sync();
    expect(bench.workbook.names).toEqual([]);
  }),
  does('NamedItem.getRange', async (bench) => {
    const item = book(bench).names.add('DanhSach', bench.sheet.getRange('A2:A5'));
    expect(await addressOf(bench, item.getRange())).toBe('A2:A5');
  }),
  does('NamedItem.getRangeOrNullObject', async (bench) => {
    const range = book(bench).names.add('Số', '=5').getRangeOrNullObject();
    await bench.context.sync();
    expect(range.isNullObject).toBe(true);
  }),
  ...reads('NamedItemArrayValues', (b) => book(b).names.add('Hai', b.sheet.getRange('B2:C3')).arrayValues, {
    values: [
      ['Rà soát', 3],
      ['Báo cáo', 1],
    ],
    types: [
      ['String', 'Double'],
      ['String', 'Double'],
    ],
  }),
  does('NamedItemCollection.add', async (bench) => {
    book(bench).names.add('Hạn', '=DATE(2026,12,31)');
    bench.sheet.getRange('F1').formulas = [['=Hạn+1']];
    expect(await values(bench, 'F1')).toEqual([[46388]]);
    expect(await refusalOf(bench, () => void book(bench).names.add('hạn', '=1'))).toBe('ItemAlreadyExists');
  }),
  does('NamedItemCollection.addFormulaLocal', async (bench) => {
    book(bench).names.addFormulaLocal('Tổng', '=SUM(Sổ!$C$2:$C$5)');
    await bench.context.sync();
    expect(bench.workbook.names[0]?.formula).toBe('=SUM(Sổ!$C$2:$C$5)');
  }),
  does('NamedItemCollection.getCount', async (bench) => {
    bench.sheet.names.add('Riêng', '=1');
    const own = bench.sheet.names.getCount();
    const all = book(bench).names.getCount();
    await bench.context.sync();
    expect([own.value, all.value]).toEqual([1, 0]);
  }),
  does('NamedItemCollection.getItem', async (bench) => {
    book(bench).names.add('A_1', '=1');
    const item = book(bench).names.getItem('a_1');
    item.load('name');
    await bench.context.sync();
    expect(item.name).toBe('A_1');
  }),
  does('NamedItemCollection.getItemOrNullObject', async (bench) => {
    const item = book(bench).names.getItemOrNullObject('không');
    await bench.context.sync();
    expect(item.isNullObject).toBe(true);
  }),
];
