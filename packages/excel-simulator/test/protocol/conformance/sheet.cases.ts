import type { CaseContext } from './case-context';
import {
  captureErrorCode,
  type ConformanceCase,
  createCase,
  createNavigationCases,
  createRangeCases,
  createReadCases,
  createWriteCases,
  readAddress,
} from './create-case';

const getSheets = ({ context }: CaseContext): Excel.WorksheetCollection => context.workbook.worksheets;
const getSheet = (bench: CaseContext): Excel.Worksheet => bench.sheet;
const getPageLayout = (bench: CaseContext): Excel.PageLayout => bench.sheet.pageLayout;

async function readSheetName(bench: CaseContext, one: Excel.Worksheet): Promise<string> {
  one.load('name');
  await bench.context.sync();
  return one.name;
}

export const SHEET_CASES: ConformanceCase[] = [
  createCase('WorksheetCollection.add', async (bench) => {
    expect(await readSheetName(bench, getSheets(bench).add('Mới'))).toBe('Mới');
    expect(await readSheetName(bench, getSheets(bench).add())).toBe('Sheet4');
    expect(await captureErrorCode(bench, () => void getSheets(bench).add('sổ'))).toBe('ItemAlreadyExists');
    expect(await captureErrorCode(bench, () => void getSheets(bench).add('a/b'))).toBe('InvalidArgument');
  }),
  createCase('WorksheetCollection.getItem', async (bench) => {
    const byName = getSheets(bench).getItem('KHÁC');
    byName.load('id');
    await bench.context.sync();
    expect(await readSheetName(bench, getSheets(bench).getItem(byName.id))).toBe('Khác');
  }),
  createCase('WorksheetCollection.getItemOrNullObject', async (bench) => {
    const none = getSheets(bench).getItemOrNullObject('Không có');
    const child = none.getRange('A1');
    child.load('values');
    await bench.context.sync();
    expect(none.isNullObject).toBe(true);
    expect(child.isNullObject).toBe(true);
  }),
  createCase('WorksheetCollection.getActiveWorksheet', async (bench) => {
    expect(await readSheetName(bench, getSheets(bench).getActiveWorksheet())).toBe('Sổ');
  }),
  createCase('WorksheetCollection.getCount', async (bench) => {
    getSheets(bench).getItem('Khác').visibility = 'Hidden';
    const all = getSheets(bench).getCount();
    const visible = getSheets(bench).getCount(true);
    await bench.context.sync();
    expect([all.value, visible.value]).toEqual([2, 1]);
  }),
  createCase('WorksheetCollection.getFirst', async (bench) => {
    expect(await readSheetName(bench, getSheets(bench).getFirst(true))).toBe('Sổ');
  }),
  createCase('WorksheetCollection.getLast', async (bench) => {
    expect(await readSheetName(bench, getSheets(bench).getLast())).toBe('Khác');
  }),
  ...createWriteCases('Worksheet', getSheet, {
    tabColor: '#00B050',
    showGridlines: false,
    standardWidth: 60,
  }),
  ...createReadCases('Worksheet', getSheet, {
    id: '{00000000-0001-0000-0000-000000000000}',
    standardHeight: 15,
  }),
  createCase('Worksheet.name', async (bench) => {
    getSheets(bench).getItem('Khác').getRange('A1').formulas = [['=Sổ!C2']];
    bench.sheet.name = 'Tên mới';
    const range = getSheets(bench).getItem('Khác').getRange('A1');
    range.load('formulas, values');
    await bench.context.sync();
    expect([range.formulas, range.values]).toEqual([[["='Tên mới'!C2"]], [[3]]]);
  }),
  createCase('Worksheet.position', async (bench) => {
    bench.sheet.position = 1;
    bench.sheet.load('position');
    await bench.context.sync();
    expect(bench.sheet.position).toBe(1);
    expect(bench.workbook.sheets.map(({ name }) => name)).toEqual(['Khác', 'Sổ']);
  }),
  createCase('Worksheet.visibility', async (bench) => {
    bench.sheet.visibility = 'VeryHidden';
    expect(await readSheetName(bench, getSheets(bench).getActiveWorksheet())).toBe('Khác');
    expect(
      await captureErrorCode(bench, () => {
        getSheets(bench).getItem('Khác').visibility = 'Hidden';
      }),
    ).toBe('InvalidOperation');
  }),
  ...createNavigationCases('Worksheet', getSheet, {
    autoFilter: 'enabled',
    charts: 'items',
    names: 'items',
    pageLayout: 'orientation',
    protection: 'protected',
    tables: 'items',
  }),
  createCase('Worksheet.freezePanes', async (bench) => {
    bench.sheet.freezePanes.freezeRows(1);
    await bench.context.sync();
    expect(bench.workbook.sheets[0]?.freeze).toEqual({ rows: 1, columns: 0 });
  }),
  createCase('Worksheet.activate', async (bench) => {
    getSheets(bench).getItem('Khác').activate();
    expect(await readSheetName(bench, getSheets(bench).getActiveWorksheet())).toBe('Khác');
  }),
  createCase('Worksheet.calculate', async (bench) => {
    bench.context.application.calculationMode = 'Manual';
    bench.sheet.getRange('C2').values = [[7]];
    bench.sheet.calculate(false);
    const range = bench.sheet.getRange('D2');
    range.load('values');
    await bench.context.sync();
    expect(range.values).toEqual([[14]]);
  }),
  createCase('Worksheet.copy', async (bench) => {
    bench.sheet.tables.add('A1:D5', true);
    bench.sheet.getRange('F1').formulas = [['=SUM(Table1[Số])']];
    const copy = bench.sheet.copy('Before', getSheets(bench).getItem('Sổ'));
    const range = copy.getRange('F1');
    range.load('formulas, values');
    expect(await readSheetName(bench, copy)).toBe('Sổ (2)');
    expect([range.formulas, range.values]).toEqual([[['=SUM(Table2[Số])']], [[11]]]);
    expect(bench.workbook.sheets.map(({ name }) => name)).toEqual(['Sổ (2)', 'Sổ', 'Khác']);
  }),
  createCase('Worksheet.delete', async (bench) => {
    getSheets(bench).getItem('Khác').delete();
    await bench.context.sync();
    expect(bench.workbook.sheets).toHaveLength(1);
    expect(await captureErrorCode(bench, () => bench.sheet.delete())).toBe('InvalidOperation');
  }),
  ...createRangeCases('Worksheet', {
    getCell: [(b) => b.sheet.getCell(2, 3), 'D3'],
    getRange: [(b) => b.sheet.getRange('B:C'), 'B:C'],
    getRanges: [(b) => b.sheet.getRanges('A1:B2, D4'), 'A1:B2,D4'],
    getRangeByIndexes: [(b) => b.sheet.getRangeByIndexes(1, 1, 2, 3), 'B2:D3'],
    getUsedRange: [(b) => b.sheet.getUsedRange(true), 'A1:D5'],
    getUsedRangeOrNullObject: [(b) => getSheets(b).getItem('Khác').getUsedRangeOrNullObject(), null],
    findAll: [(b) => b.sheet.findAll('I.', { matchCase: true }), 'A2,A3,A4,A5'],
    findAllOrNullObject: [(b) => b.sheet.findAllOrNullObject('zz', {}), null],
  }),
  createCase('Worksheet.getNext', async (bench) => {
    expect(await readSheetName(bench, bench.sheet.getNext())).toBe('Khác');
    expect(await captureErrorCode(bench, () => void getSheets(bench).getItem('Khác').getNext())).toBe(
      'ItemNotFound',
    );
  }),
  createCase('Worksheet.getNextOrNullObject', async (bench) => {
    const none = getSheets(bench).getItem('Khác').getNextOrNullObject();
    await bench.context.sync();
    expect(none.isNullObject).toBe(true);
  }),
  createCase('Worksheet.getPrevious', async (bench) => {
    expect(await readSheetName(bench, getSheets(bench).getItem('Khác').getPrevious(true))).toBe('Sổ');
  }),
  createCase('Worksheet.getPreviousOrNullObject', async (bench) => {
    const none = bench.sheet.getPreviousOrNullObject();
    await bench.context.sync();
    expect(none.isNullObject).toBe(true);
  }),
  createCase('Worksheet.replaceAll', async (bench) => {
    const count = bench.sheet.replaceAll('rà soát', 'Kiểm kê', { completeMatch: true });
    await bench.context.sync();
    expect(count.value).toBe(1);
  }),
  ...createReadCases('WorksheetProtection', (b) => b.sheet.protection, { protected: false, options: null }),
  createCase('WorksheetProtection.protect', async (bench) => {
    bench.sheet.getRange('A1').format.protection.locked = false;
    bench.sheet.protection.protect({ allowFormatCells: true });
    bench.sheet.getRange('A1').values = [['mở']];
    bench.sheet.getRange('B1').format.font.bold = true;
    await bench.context.sync();
    expect(
      await captureErrorCode(bench, () => {
        bench.sheet.getRange('A2').values = [['khóa']];
      }),
    ).toBe('AccessDenied');
    expect(await captureErrorCode(bench, () => bench.sheet.getRange('3:3').delete('Up'))).toBe(
      'AccessDenied',
    );
    expect(await captureErrorCode(bench, () => bench.sheet.protection.protect())).toBe('AccessDenied');
  }),
  createCase('WorksheetProtection.unprotect', async (bench) => {
    bench.sheet.protection.protect({}, 'p');
    await bench.context.sync();
    expect(await captureErrorCode(bench, () => bench.sheet.protection.unprotect())).toBe('AccessDenied');
    bench.sheet.protection.unprotect('p');
    bench.sheet.getRange('A2').values = [['mở']];
    await bench.context.sync();
  }),
  createCase('WorksheetFreezePanes.freezeAt', async (bench) => {
    bench.sheet.freezePanes.freezeAt('A1:B3');
    await bench.context.sync();
    expect(bench.workbook.sheets[0]?.freeze).toEqual({ rows: 3, columns: 2 });
  }),
  createCase('WorksheetFreezePanes.freezeRows', async (bench) => {
    bench.sheet.freezePanes.freezeRows(2);
    expect(await readAddress(bench, bench.sheet.freezePanes.getLocation())).toBe('1:2');
  }),
  createCase('WorksheetFreezePanes.freezeColumns', async (bench) => {
    bench.sheet.freezePanes.freezeColumns(2);
    expect(await readAddress(bench, bench.sheet.freezePanes.getLocation())).toBe('A:B');
  }),
  createCase('WorksheetFreezePanes.unfreeze', async (bench) => {
    bench.sheet.freezePanes.freezeRows(2);
    bench.sheet.freezePanes.unfreeze();
    await bench.context.sync();
    expect(bench.workbook.sheets[0]?.freeze).toEqual({ rows: 0, columns: 0 });
  }),
  ...createRangeCases('WorksheetFreezePanes', {
    getLocation: [
      (b) => {
        b.sheet.freezePanes.freezeAt(b.sheet.getRange('A1:A1'));
        return b.sheet.freezePanes.getLocation();
      },
      'A1',
    ],
    getLocationOrNullObject: [(b) => b.sheet.freezePanes.getLocationOrNullObject(), null],
  }),
  ...createWriteCases('PageLayout', getPageLayout, {
    orientation: 'Landscape',
    paperSize: 'A3',
    zoom: { horizontalFitToPages: 1, verticalFitToPages: 0 },
    printOrder: 'OverThenDown',
    blackAndWhite: true,
    centerHorizontally: true,
    centerVertically: true,
    printGridlines: true,
    printHeadings: true,
    firstPageNumber: 1,
    topMargin: 40,
    bottomMargin: 41,
    leftMargin: 42,
    rightMargin: 43,
    headerMargin: 10,
    footerMargin: 11,
  }),
  createCase('PageLayout.headersFooters', async (bench) => {
    const { headersFooters } = getPageLayout(bench);
    headersFooters.load('state');
    await bench.context.sync();
    expect(headersFooters.state).toBe('Default');
  }),
  ...createWriteCases('HeaderFooterGroup', (b) => getPageLayout(b).headersFooters, {
    state: 'FirstAndDefault',
  }),
  ...createNavigationCases('HeaderFooterGroup', (b) => getPageLayout(b).headersFooters, {
    defaultForAllPages: 'centerHeader',
    firstPage: 'centerHeader',
  }),
  ...createWriteCases('HeaderFooter', (b) => getPageLayout(b).headersFooters.defaultForAllPages, {
    leftHeader: 'trái',
    centerHeader: 'giữa',
    rightHeader: 'phải',
    leftFooter: '&D',
    centerFooter: 'Trang &P/&N',
    rightFooter: '&F',
  }),
  createCase('PageLayout.setPrintMargins', async (bench) => {
    getPageLayout(bench).setPrintMargins('Centimeters', { top: 2.54, left: 1 });
    await bench.context.sync();
    const margins = bench.workbook.sheets[0]?.pageLayout.margins;
    expect(margins?.top).toBeCloseTo(72);
    expect(margins?.left).toBeCloseTo(28.35, 2);
  }),
  ...createRangeCases('PageLayout', {
    getPrintArea: [
      (b) => {
        getPageLayout(b).setPrintArea('A1:D5');
        return getPageLayout(b).getPrintArea();
      },
      'A1:D5',
    ],
    getPrintAreaOrNullObject: [(b) => getPageLayout(b).getPrintAreaOrNullObject(), null],
    getPrintTitleRows: [
      (b) => {
        getPageLayout(b).setPrintTitleRows('$1:$2');
        return getPageLayout(b).getPrintTitleRows();
      },
      '1:2',
    ],
    getPrintTitleRowsOrNullObject: [(b) => getPageLayout(b).getPrintTitleRowsOrNullObject(), null],
    getPrintTitleColumns: [
      (b) => {
        getPageLayout(b).setPrintTitleColumns(b.sheet.getRange('A:A'));
        return getPageLayout(b).getPrintTitleColumns();
      },
      'A:A',
    ],
    getPrintTitleColumnsOrNullObject: [(b) => getPageLayout(b).getPrintTitleColumnsOrNullObject(), null],
  }),
  ...createRangeCases('PageLayout', {
    setPrintArea: [
      (b) => {
        getPageLayout(b).setPrintArea(b.sheet.getRanges('A1:B2,D4'));
        return getPageLayout(b).getPrintArea();
      },
      'A1:B2,D4',
    ],
    setPrintTitleRows: [
      (b) => {
        getPageLayout(b).setPrintTitleRows(b.sheet.getRange('3:3'));
        return getPageLayout(b).getPrintTitleRows();
      },
      '3:3',
    ],
    setPrintTitleColumns: [
      (b) => {
        getPageLayout(b).setPrintTitleColumns('$B:$C');
        return getPageLayout(b).getPrintTitleColumns();
      },
      'B:C',
    ],
  }),
];
