import type { CaseContext } from './case-context';
import {
  captureErrorCode,
  type ConformanceCase,
  createCase,
  createNavigationCases,
  createReadCases,
  createWriteCases,
  readAddress,
} from './create-case';

const getWorkbook = ({ context }: CaseContext): Excel.Workbook => context.workbook;
const XML_PART = '<p:phien xmlns:p="urn:phien">1</p:phien>';

async function readValues(bench: CaseContext, address: string): Promise<unknown[][]> {
  const range = bench.sheet.getRange(address);
  range.load('values');
  await bench.context.sync();
  return range.values;
}

export const WORKBOOK_CASES: ConformanceCase[] = [
  ...createReadCases('Workbook', getWorkbook, {
    name: 'Book1.xlsx',
    readOnly: false,
    autoSave: false,
    previouslySaved: false,
    usePrecisionAsDisplayed: false,
  }),
  ...createWriteCases('Workbook', getWorkbook, { isDirty: true }),
  ...createNavigationCases('Workbook', getWorkbook, {
    application: 'calculationMode',
    customXmlParts: 'items',
    names: 'items',
    properties: 'title',
    protection: 'protected',
    settings: 'items',
    tables: 'items',
    worksheets: 'items',
  }),
  createCase('Workbook.getActiveCell', async (bench) => {
    bench.sheet.getRange('B2:C3').select();
    expect(await readAddress(bench, getWorkbook(bench).getActiveCell())).toBe('B2');
  }),
  createCase('Workbook.getSelectedRange', async (bench) => {
    expect(await readAddress(bench, getWorkbook(bench).getSelectedRange())).toBe('A1');
  }),
  createCase('Workbook.getSelectedRanges', async (bench) => {
    bench.workbook.selection = {
      sheetId: bench.workbook.activeSheetId,
      areas: [
        { top: 0, left: 0, bottom: 0, right: 0 },
        { top: 2, left: 2, bottom: 3, right: 3 },
      ],
    };
    expect(await readAddress(bench, getWorkbook(bench).getSelectedRanges())).toBe('A1,C3:D4');
    expect(await captureErrorCode(bench, () => void getWorkbook(bench).getSelectedRange())).toBe(
      'InvalidArgument',
    );
  }),
  createCase('Workbook.save', async (bench) => {
    bench.sheet.getRange('A9').values = [[1]];
    getWorkbook(bench).save('Save');
    getWorkbook(bench).load('isDirty');
    await bench.context.sync();
    expect(bench.excel.session.requests.save).toBe(1);
    expect(getWorkbook(bench).isDirty).toBe(false);
  }),
  createCase('Workbook.close', async (bench) => {
    getWorkbook(bench).close('SkipSave');
    await bench.context.sync();
    expect(bench.excel.session.requests).toEqual({ save: 0, close: 1 });
  }),
  createCase('Workbook._GetReferenceCount', async (bench) => {
    const count = (
      getWorkbook(bench) as unknown as { _GetReferenceCount: () => { value: number } }
    )._GetReferenceCount();
    await bench.context.sync();
    expect(count.value).toBe(0);
  }),
  createCase('Workbook._RemoveAllReferences', async (bench) => {
    const range = bench.sheet.getRange('A1');
    bench.context.trackedObjects.add(range);
    await bench.context.sync();
    expect(bench.excel.session.references.size).toBe(1);
    (getWorkbook(bench) as unknown as { _RemoveAllReferences: () => void })._RemoveAllReferences();
    await bench.context.sync();
    expect(bench.excel.session.references.size).toBe(0);
  }),
  ...createWriteCases('Application', ({ context }) => context.application, { calculationMode: 'Manual' }),
  ...createReadCases('Application', ({ context }) => context.application, {
    calculationEngineVersion: 191029,
    decimalSeparator: ',',
    thousandsSeparator: '.',
    useSystemSeparators: true,
  }),
  createCase('Application.calculationState', async (bench) => {
    const { application } = bench.context;
    application.calculationMode = 'Manual';
    bench.sheet.getRange('C2').values = [[4]];
    application.load('calculationState');
    await bench.context.sync();
    expect(application.calculationState).toBe('Pending');
  }),
  createCase('Application.calculate', async (bench) => {
    bench.context.application.calculationMode = 'Manual';
    bench.sheet.getRange('C2').values = [[4]];
    expect(await readValues(bench, 'D2')).toEqual([[6]]);
    bench.context.application.calculate('Full');
    expect(await readValues(bench, 'D2')).toEqual([[8]]);
  }),
  createCase('Application.suspendApiCalculationUntilNextSync', async (bench) => {
    bench.context.application.suspendApiCalculationUntilNextSync();
    bench.sheet.getRange('C2').values = [[4]];
    expect(await readValues(bench, 'D2')).toEqual([[6]]);
    expect(await readValues(bench, 'D2')).toEqual([[8]]);
  }),
  createCase('Application.suspendScreenUpdatingUntilNextSync', async (bench) => {
    bench.context.application.suspendScreenUpdatingUntilNextSync();
    await bench.context.sync();
  }),
  createCase('Runtime.enableEvents', async (bench) => {
    let received = 0;
    bench.sheet.onChanged.add(() => {
      received += 1;
      return Promise.resolve();
    });
    await bench.context.sync();
    bench.context.runtime.enableEvents = false;
    bench.sheet.getRange('A9').values = [[1]];
    await bench.context.sync();
    bench.context.runtime.enableEvents = true;
    bench.sheet.getRange('A9').values = [[2]];
    await bench.context.sync();
    await bench.excel.waitForIdle();
    expect(received).toBe(1);
  }),
  ...createReadCases('WorkbookProtection', (b) => getWorkbook(b).protection, { protected: false }),
  createCase('WorkbookProtection.protect', async (bench) => {
    getWorkbook(bench).protection.protect('mật khẩu');
    await bench.context.sync();
    expect(await captureErrorCode(bench, () => void getWorkbook(bench).worksheets.add('Mới'))).toBe(
      'AccessDenied',
    );
  }),
  createCase('WorkbookProtection.unprotect', async (bench) => {
    getWorkbook(bench).protection.protect('mật khẩu');
    await bench.context.sync();
    expect(await captureErrorCode(bench, () => getWorkbook(bench).protection.unprotect('sai'))).toBe(
      'AccessDenied',
    );
    getWorkbook(bench).protection.unprotect('mật khẩu');
    getWorkbook(bench).worksheets.add('Mới');
    await bench.context.sync();
    expect(bench.workbook.sheets).toHaveLength(3);
  }),
  ...createWriteCases('DocumentProperties', (b) => getWorkbook(b).properties, {
    title: 'Phụ lục',
    subject: 'Nhiệm vụ',
    author: 'Văn thư',
    keywords: 'kế hoạch',
    comments: 'bản nháp',
    category: 'công văn',
    manager: 'Hiệu trưởng',
    company: 'Trường',
  }),
  ...createReadCases('DocumentProperties', (b) => getWorkbook(b).properties, { lastAuthor: '' }),
  createCase('SettingCollection.add', async (bench) => {
    getWorkbook(bench).settings.add('phiên', { bản: 1, ngày: 'x' });
    await bench.context.sync();
    expect(bench.workbook.settings.get('phiên')).toEqual({ bản: 1, ngày: 'x' });
  }),
  createCase('SettingCollection.getCount', async (bench) => {
    getWorkbook(bench).settings.add('a', 1);
    getWorkbook(bench).settings.add('a', 2);
    const count = getWorkbook(bench).settings.getCount();
    await bench.context.sync();
    expect(count.value).toBe(1);
  }),
  createCase('SettingCollection.getItem', async (bench) => {
    getWorkbook(bench).settings.add('a', [1, 'hai']);
    const setting = getWorkbook(bench).settings.getItem('a');
    setting.load('value');
    await bench.context.sync();
    expect(setting.value).toEqual([1, 'hai']);
    expect(await captureErrorCode(bench, () => void getWorkbook(bench).settings.getItem('b'))).toBe(
      'ItemNotFound',
    );
  }),
  createCase('SettingCollection.getItemOrNullObject', async (bench) => {
    const setting = getWorkbook(bench).settings.getItemOrNullObject('b');
    await bench.context.sync();
    expect(setting.isNullObject).toBe(true);
  }),
  ...createReadCases('Setting', (b) => getWorkbook(b).settings.add('khóa', 5), { key: 'khóa' }),
  createCase('Setting.value', async (bench) => {
    const setting = getWorkbook(bench).settings.add('a', 1);
    setting.value = { mới: true };
    await bench.context.sync();
    expect(bench.workbook.settings.get('a')).toEqual({ mới: true });
  }),
  createCase('Setting.delete', async (bench) => {
    getWorkbook(bench).settings.add('a', 1).delete();
    await bench.context.sync();
    expect(bench.workbook.settings.size).toBe(0);
  }),
  createCase('CustomXmlPartCollection.add', async (bench) => {
    getWorkbook(bench).customXmlParts.add(XML_PART);
    await bench.context.sync();
    expect(bench.workbook.customXmlParts.map(({ xml }) => xml)).toEqual([XML_PART]);
  }),
  createCase('CustomXmlPartCollection.getByNamespace', async (bench) => {
    getWorkbook(bench).customXmlParts.add(XML_PART);
    const count = getWorkbook(bench).customXmlParts.getByNamespace('urn:phien').getCount();
    const none = getWorkbook(bench).customXmlParts.getByNamespace('urn:khac').getCount();
    await bench.context.sync();
    expect([count.value, none.value]).toEqual([1, 0]);
  }),
  createCase('CustomXmlPartCollection.getCount', async (bench) => {
    getWorkbook(bench).customXmlParts.add(XML_PART);
    const count = getWorkbook(bench).customXmlParts.getCount();
    await bench.context.sync();
    expect(count.value).toBe(1);
  }),
  ...(['CustomXmlPartCollection.getItem', 'CustomXmlPartScopedCollection.getItem'] as const).map((member) =>
    createCase(member, async (bench) => {
      const part = getWorkbook(bench).customXmlParts.add(XML_PART);
      part.load('id');
      await bench.context.sync();
      const parts = member.includes('Scoped')
        ? getWorkbook(bench).customXmlParts.getByNamespace('urn:phien')
        : getWorkbook(bench).customXmlParts;
      const xml = parts.getItem(part.id).getXml();
      await bench.context.sync();
      expect(xml.value).toBe(XML_PART);
    }),
  ),
  ...(
    [
      'CustomXmlPartCollection.getItemOrNullObject',
      'CustomXmlPartScopedCollection.getItemOrNullObject',
    ] as const
  ).map((member) =>
    createCase(member, async (bench) => {
      const parts = member.includes('Scoped')
        ? getWorkbook(bench).customXmlParts.getByNamespace('urn:phien')
        : getWorkbook(bench).customXmlParts;
      const part = parts.getItemOrNullObject('{0}');
      await bench.context.sync();
      expect(part.isNullObject).toBe(true);
    }),
  ),
  createCase('CustomXmlPartScopedCollection.getCount', async (bench) => {
    const count = getWorkbook(bench).customXmlParts.getByNamespace('urn:phien').getCount();
    await bench.context.sync();
    expect(count.value).toBe(0);
  }),
  createCase('CustomXmlPartScopedCollection.getOnlyItem', async (bench) => {
    getWorkbook(bench).customXmlParts.add(XML_PART);
    const xml = getWorkbook(bench).customXmlParts.getByNamespace('urn:phien').getOnlyItem().getXml();
    await bench.context.sync();
    expect(xml.value).toBe(XML_PART);
  }),
  createCase('CustomXmlPartScopedCollection.getOnlyItemOrNullObject', async (bench) => {
    const part = getWorkbook(bench).customXmlParts.getByNamespace('urn:phien').getOnlyItemOrNullObject();
    await bench.context.sync();
    expect(part.isNullObject).toBe(true);
  }),
  ...createReadCases('CustomXmlPart', (b) => getWorkbook(b).customXmlParts.add(XML_PART), {
    namespaceUri: 'urn:phien',
  }),
  createCase('CustomXmlPart.id', async (bench) => {
    const part = getWorkbook(bench).customXmlParts.add(XML_PART);
    part.load('id');
    await bench.context.sync();
    expect(part.id).toBe(bench.workbook.customXmlParts[0]?.id);
  }),
  createCase('CustomXmlPart.delete', async (bench) => {
    getWorkbook(bench).customXmlParts.add(XML_PART).delete();
    await bench.context.sync();
    expect(bench.workbook.customXmlParts).toEqual([]);
  }),
  createCase('CustomXmlPart.getXml', async (bench) => {
    const xml = getWorkbook(bench).customXmlParts.add(XML_PART).getXml();
    await bench.context.sync();
    expect(xml.value).toBe(XML_PART);
  }),
  createCase('CustomXmlPart.setXml', async (bench) => {
    getWorkbook(bench).customXmlParts.add(XML_PART).setXml('<q xmlns="urn:q"/>');
    await bench.context.sync();
    expect(bench.workbook.customXmlParts[0]?.xml).toBe('<q xmlns="urn:q"/>');
  }),
  ...createReadCases(
    'NamedItem',
    (b) => getWorkbook(b).names.add('DanhSach', b.sheet.getRange('A2:A5'), 'các mã'),
    {
      name: 'DanhSach',
      type: 'Range',
      scope: 'Workbook',
      value: 'Sổ!$A$2:$A$5',
    },
  ),
  ...[
    ['formula', '=Sổ!$B$2:$B$5'],
    ['comment', 'đổi'],
    ['visible', false],
  ].map(([name, value]) =>
    createCase(`NamedItem.${String(name)}`, async (bench) => {
      const item = getWorkbook(bench).names.add('DanhSach', bench.sheet.getRange('A2:A5'), 'các mã');
      (item as unknown as Record<string, unknown>)[String(name)] = value;
      const again = getWorkbook(bench).names.getItem('danhsach');
      again.load(String(name));
      await bench.context.sync();
      expect((again as unknown as Record<string, unknown>)[String(name)]).toEqual(value);
    }),
  ),
  ...createNavigationCases('NamedItem', (b) => b.sheet.names.add('Riêng', b.sheet.getRange('A2:A5')), {
    worksheet: 'name',
    worksheetOrNullObject: 'name',
    arrayValues: 'values',
  }),
  createCase('NamedItem.value', async (bench) => {
    const values: unknown[] = [];
    for (const formula of ['=SUM(Sổ!$C$2:$C$5)', '="chữ"', '=1=1', '=1/0', 'lời']) {
      const item = getWorkbook(bench).names.add(`n${values.length}_`, formula);
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
  createCase('NamedItem.delete', async (bench) => {
    getWorkbook(bench).names.add('DanhSach', bench.sheet.getRange('A2:A5')).delete();
    await bench.context.sync();
    expect(bench.workbook.names).toEqual([]);
  }),
  createCase('NamedItem.getRange', async (bench) => {
    const item = getWorkbook(bench).names.add('DanhSach', bench.sheet.getRange('A2:A5'));
    expect(await readAddress(bench, item.getRange())).toBe('A2:A5');
  }),
  createCase('NamedItem.getRangeOrNullObject', async (bench) => {
    const range = getWorkbook(bench).names.add('Số', '=5').getRangeOrNullObject();
    await bench.context.sync();
    expect(range.isNullObject).toBe(true);
  }),
  ...createReadCases(
    'NamedItemArrayValues',
    (b) => getWorkbook(b).names.add('Hai', b.sheet.getRange('B2:C3')).arrayValues,
    {
      values: [
        ['Rà soát', 3],
        ['Báo cáo', 1],
      ],
      types: [
        ['String', 'Double'],
        ['String', 'Double'],
      ],
    },
  ),
  createCase('NamedItemCollection.add', async (bench) => {
    getWorkbook(bench).names.add('Hạn', '=DATE(2026,12,31)');
    bench.sheet.getRange('F1').formulas = [['=Hạn+1']];
    expect(await readValues(bench, 'F1')).toEqual([[46388]]);
    expect(await captureErrorCode(bench, () => void getWorkbook(bench).names.add('hạn', '=1'))).toBe(
      'ItemAlreadyExists',
    );
  }),
  createCase('NamedItemCollection.addFormulaLocal', async (bench) => {
    getWorkbook(bench).names.addFormulaLocal('Tổng', '=SUM(Sổ!$C$2:$C$5)');
    await bench.context.sync();
    expect(bench.workbook.names[0]?.formula).toBe('=SUM(Sổ!$C$2:$C$5)');
  }),
  createCase('NamedItemCollection.getCount', async (bench) => {
    bench.sheet.names.add('Riêng', '=1');
    const own = bench.sheet.names.getCount();
    const all = getWorkbook(bench).names.getCount();
    await bench.context.sync();
    expect([own.value, all.value]).toEqual([1, 0]);
  }),
  createCase('NamedItemCollection.getItem', async (bench) => {
    getWorkbook(bench).names.add('A_1', '=1');
    const item = getWorkbook(bench).names.getItem('a_1');
    item.load('name');
    await bench.context.sync();
    expect(item.name).toBe('A_1');
  }),
  createCase('NamedItemCollection.getItemOrNullObject', async (bench) => {
    const item = getWorkbook(bench).names.getItemOrNullObject('không');
    await bench.context.sync();
    expect(item.isNullObject).toBe(true);
  }),
];
