import { createWorkbook } from '@phuluc/excel-simulator/model/workbook';
import {
  type NodeExcel,
  type NodeExcelOptions,
  openNodeExcel,
} from '@phuluc/excel-simulator/transports/open-node-excel';

const OPENED: NodeExcel[] = [];
afterEach(() => OPENED.splice(0).forEach((excel) => excel.close()));

async function open(options?: NodeExcelOptions): Promise<NodeExcel> {
  const excel = await openNodeExcel(createWorkbook('Một'), options);
  OPENED.push(excel);
  return excel;
}

describe('start', () => {
  it('is Excel on the web, in the session’s language', async () => {
    const { Office } = await open({ locale: 'vi-VN' });
    await expect(Office.onReady()).resolves.toMatchObject({ host: 'Excel', platform: 'OfficeOnline' });
    expect(Office.context.displayLanguage).toBe('vi-VN');
    expect(Office.context.contentLanguage).toBe('vi-VN');
    expect(Office.context.document.mode).toBe('readWrite');
    expect(Office.context.document.url).toMatch(/Book1\.xlsx$/);
  });

  it('answers isSetSupported from the advertised sets', async () => {
    const { Office } = await open({ requirementSets: { ExcelApi: '1.9' } });
    const { requirements } = Office.context;
    expect(requirements.isSetSupported('ExcelApi', '1.9')).toBe(true);
    expect(requirements.isSetSupported('ExcelApi', '1.10')).toBe(false);
    expect(requirements.isSetSupported('SharedRuntime', '1.1')).toBe(false);
  });

  it('stands at ExcelApi 1.17 unasked', async () => {
    const { Office } = await open();
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.17')).toBe(true);
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.18')).toBe(false);
  });

  it('lets the library itself refuse what lies above', async () => {
    const { Excel } = await open({ requirementSets: { ExcelApi: '1.9' } });
    const run = Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A1').getSpillingToRange();
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: 'ApiNotFound' });
  });

  it('keeps two workbooks apart', async () => {
    const [first, second] = [await open(), await open()];
    await first.Excel.run(async (context) => {
      context.workbook.worksheets.add('Chỉ ở đây');
      await context.sync();
    });
    expect(first.workbook.sheets).toHaveLength(2);
    expect(second.workbook.sheets).toHaveLength(1);
  });
});

describe('install', () => {
  const page = globalThis as unknown as Record<string, unknown>;

  it('puts the names on the page and takes them off again', async () => {
    const excel = await open();
    excel.install();
    expect([page['Excel'], page['Office'], page['OfficeExtension']]).toEqual([
      excel.Excel,
      excel.Office,
      excel.OfficeExtension,
    ]);
    expect(Excel.ChartType.columnClustered).toBe('ColumnClustered');
    excel.close();
    expect('Excel' in page).toBe(false);
  });

  it('throws errors and gives arrays of the page’s own realm', async () => {
    const { Excel, OfficeExtension } = await open();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B1');
      range.load('values');
      await context.sync();
      expect(range.values).toStrictEqual([['', '']]);
      const failing = context.workbook.worksheets.getItem('Ba');
      failing.load('name');
      const error: unknown = await context.sync().catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(Error);
      expect(error).toBeInstanceOf(OfficeExtension.Error);
      expect(error).toMatchObject({
        code: 'ItemNotFound',
        debugInfo: { statement: expect.stringContaining('getItem') },
      });
    });
  });
});

describe('document settings', () => {
  const saved = ({ Office }: NodeExcel): Promise<unknown> =>
    new Promise((resolve) => Office.context.document.settings.saveAsync(({ status }) => resolve(status)));

  it('are those of the workbook', async () => {
    const workbook = createWorkbook('Một');
    workbook.settings.set('từ tệp', { a: 1 });
    const excel = await openNodeExcel(workbook);
    OPENED.push(excel);
    const { settings } = excel.Office.context.document;
    expect(settings.get('từ tệp')).toEqual({ a: 1 });
    settings.set('mới', [1, 'hai']);
    settings.remove('từ tệp');
    expect(await saved(excel)).toBe('succeeded');
    expect([...workbook.settings]).toEqual([['mới', [1, 'hai']]]);
  });

  it('are read again on request', async () => {
    const excel = await open();
    excel.workbook.settings.set('sau', 5);
    const { settings } = excel.Office.context.document;
    await new Promise((resolve) => settings.refreshAsync(resolve));
    expect(settings.get('sau')).toBe(5);
  });

  it('fail for calls that are not served', async () => {
    const { Office } = await open();
    const result = await new Promise<Office.AsyncResult<unknown>>((resolve) =>
      Office.context.document.getSelectedDataAsync(Office.CoercionType.Text, resolve),
    );
    expect(result.status).toBe('failed');
  });
});

it('runs a ribbon command and hears that it is done', async () => {
  const excel = await open();
  const calls: string[] = [];
  excel.Office.actions.associate('danhDau', (event: Office.AddinCommands.Event) => {
    calls.push(event.source.id);
    event.completed();
  });
  await excel.runCommand('danhDau');
  await excel.runCommand('danhDau');
  expect(calls).toEqual(['command-1', 'command-2']);
});

it('counts what passes', async () => {
  const excel = await open({ keepLog: true });
  const before = excel.traffic.requests;
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.load('name');
    await context.sync();
    sheet.name = 'Tên dài hơn một chút';
    await context.sync();
  });
  await excel.waitForIdle();
  expect(excel.traffic.requests - before).toBe(2);
  expect(excel.traffic.log).toHaveLength(excel.traffic.requests);
  const sizes = (excel.traffic.log ?? []).map(({ request }) => Buffer.byteLength(request));
  expect(excel.traffic.requestBytes).toBe(sizes.reduce((sum, size) => sum + size, 0));
  expect(excel.traffic.largestRequest).toBe(Math.max(...sizes));
});

it.each([
  ['a read', (sheet: Excel.Worksheet) => void sheet.getRange('A1').load('values'), false],
  ['a format', (sheet: Excel.Worksheet) => void (sheet.getRange('A1').format.font.bold = true), true],
  ['a method that writes', (sheet: Excel.Worksheet) => sheet.freezePanes.freezeRows(1), true],
  ['an event', (sheet: Excel.Worksheet) => void sheet.onChanged.add(() => Promise.resolve()), false],
])('knows whether %s changed the workbook', async (_what, act, dirty) => {
  const excel = await open();
  await excel.Excel.run(async (context) => {
    act(context.workbook.worksheets.getActiveWorksheet());
    await context.sync();
  });
  await excel.waitForIdle();
  expect(excel.session.dirty).toBe(dirty);
});

it('stops telling events when the handler is removed', async () => {
  const excel = await open();
  let received = 0;
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const handler = sheet.onChanged.add(() => {
      received += 1;
      return Promise.resolve();
    });
    await context.sync();
    sheet.getRange('A1').values = [[1]];
    await context.sync();
    await excel.waitForIdle();
    handler.remove();
    await context.sync();
    sheet.getRange('A1').values = [[2]];
    await context.sync();
    await excel.waitForIdle();
  });
  expect(received).toBe(1);
  expect(excel.session.registrations.size).toBe(0);
});

describe('a session that calculates when asked', () => {
  const getCells = ({ workbook }: NodeExcel) =>
    ['A1', 'B1'].map((_, column) => workbook.sheets[0]!.cells.get(0)?.get(column)?.value);

  async function writeFormula({ Excel }: NodeExcel): Promise<void> {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:B1').formulas = [[20, '=A1*2+2']];
      await context.sync();
    });
  }

  it('leaves formulas alone until a value is read', async () => {
    const excel = await open({ calculates: 'when-asked' });
    await writeFormula(excel);
    expect(getCells(excel)).toEqual([20, '']);
    const value: unknown = await excel.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('B1').load('values');
      await context.sync();
      return range.values[0]![0];
    });
    expect(value).toBe(42);
  });

  it('calculates what is pending before the workbook is saved', async () => {
    const excel = await open({ calculates: 'when-asked' });
    await writeFormula(excel);
    excel.calculate();
    expect(getCells(excel)).toEqual([20, 42]);
  });

  it('fits rows once: to what they contain when their height is read, wherever they stand by then', async () => {
    const excel = await open({ calculates: 'when-asked' });
    const height: unknown = await excel.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('B2').formulas = [['=REPT("dài ",A2)']];
      sheet.getRange('B2').format.wrapText = true;
      sheet.getRange('2:2').format.autofitRows();
      sheet.getRange('A2').values = [[200]];
      sheet.getRange('1:1').insert('Down');
      await context.sync();
      expect(getCells(excel)).toEqual([undefined, undefined]);
      const format = sheet.getRange('B3').format.load('rowHeight');
      await context.sync();
      return format.rowHeight;
    });
    expect(height).toBeGreaterThan(100);
    expect(excel.workbook.sheets[0]!.rows.get(2)).toMatchObject({ fitted: true, height });
  });

  it('leaves the height that is set after rows were fitted', async () => {
    const excel = await open({ calculates: 'when-asked' });
    await excel.Excel.run(async (context) => {
      const rows = context.workbook.worksheets.getActiveWorksheet().getRange('1:1');
      rows.format.autofitRows();
      rows.format.rowHeight = 40;
      await context.sync();
    });
    excel.calculate();
    expect(excel.workbook.sheets[0]!.rows.get(0)?.height).toBe(40);
  });

  it('sets the height of rows among others that wait to be fitted, without calculating', async () => {
    const excel = await open({ calculates: 'when-asked' });
    await writeFormula(excel);
    await excel.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:A4').format.font.size = 30;
      sheet.getRange('1:4').format.autofitRows();
      sheet.getRange('2:3').format.rowHeight = 15;
      await context.sync();
    });
    expect(getCells(excel)[1]).not.toBe(42);
    excel.calculate();
    const { rows } = excel.workbook.sheets[0]!;
    expect(rows.get(0)).toMatchObject({ fitted: true });
    expect(rows.get(0)!.height).toBeGreaterThan(15);
    expect([1, 2].map((row) => rows.get(row)?.height)).toEqual([15, 15]);
    expect(rows.get(1)?.fitted).toBeUndefined();
  });

  it('calculates after each request where someone listens for it', async () => {
    const excel = await open({ calculates: 'when-asked' });
    await excel.Excel.run(async (context) => {
      context.workbook.worksheets.onCalculated.add(() => Promise.resolve());
      await context.sync();
    });
    await writeFormula(excel);
    expect(getCells(excel)).toEqual([20, 42]);
  });
});
