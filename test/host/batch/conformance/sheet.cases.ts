import { type Case, addressOf, does, gives, keeps, leads, reads, refusalOf } from './case';
import type { Bench } from './bench';

const sheets = ({ context }: Bench): Excel.WorksheetCollection => context.workbook.worksheets;
const sheet = (bench: Bench): Excel.Worksheet => bench.sheet;
const layout = (bench: Bench): Excel.PageLayout => bench.sheet.pageLayout;

async function nameOf(bench: Bench, one: Excel.Worksheet): Promise<string> {
  one.load('name');
  await bench.context.sync();
  return one.name;
}

export const sheetCases: Case[] = [
  does('WorksheetCollection.add', async (bench) => {
    expect(await nameOf(bench, sheets(bench).add('Mới'))).toBe('Mới');
    expect(await nameOf(bench, sheets(bench).add())).toBe('Sheet4');
    expect(await refusalOf(bench, () => void sheets(bench).add('sổ'))).toBe('ItemAlreadyExists');
    expect(await refusalOf(bench, () => void sheets(bench).add('a/b'))).toBe('InvalidArgument');
  }),
  does('WorksheetCollection.getItem', async (bench) => {
    const byName = sheets(bench).getItem('KHÁC');
    byName.load('id');
    await bench.context.sync();
    expect(await nameOf(bench, sheets(bench).getItem(byName.id))).toBe('Khác');
  }),
  does('WorksheetCollection.getItemOrNullObject', async (bench) => {
    const none = sheets(bench).getItemOrNullObject('Không có');
    const child = none.getRange('A1');
    child.load('values');
    await bench.context.sync();
    expect(none.isNullObject).toBe(true);
    expect(child.isNullObject).toBe(true);
  }),
  does('WorksheetCollection.getActiveWorksheet', async (bench) => {
    expect(await nameOf(bench, sheets(bench).getActiveWorksheet())).toBe('Sổ');
  }),
  does('WorksheetCollection.getCount', async (bench) => {
    sheets(bench).getItem('Khác').visibility = 'Hidden';
    const all = sheets(bench).getCount();
    const visible = sheets(bench).getCount(true);
    await bench.context.sync();
    expect([all.value, visible.value]).toEqual([2, 1]);
  }),
  does('WorksheetCollection.getFirst', async (bench) => {
    expect(await nameOf(bench, sheets(bench).getFirst(true))).toBe('Sổ');
  }),
  does('WorksheetCollection.getLast', async (bench) => {
    expect(await nameOf(bench, sheets(bench).getLast())).toBe('Khác');
  }),
  ...keeps('Worksheet', sheet, {
    tabColor: '#00B050',
    showGridlines: false,
    standardWidth: 60,
  }),
  ...reads('Worksheet', sheet, { id: '{00000000-0001-0000-0000-000000000000}', standardHeight: 15 }),
  does('Worksheet.name', async (bench) => {
    sheets(bench).getItem('Khác').getRange('A1').formulas = [['=Sổ!C2']];
    bench.sheet.name = 'Tên mới';
    const range = sheets(bench).getItem('Khác').getRange('A1');
    range.load('formulas, values');
    await bench.context.sync();
    expect([range.formulas, range.values]).toEqual([[["='Tên mới'!C2"]], [[3]]]);
  }),
  does('Worksheet.position', async (bench) => {
    bench.sheet.position = 1;
    bench.sheet.load('position');
    await bench.context.sync();
    expect(bench.sheet.position).toBe(1);
    expect(bench.workbook.sheets.map(({ name }) => name)).toEqual(['Khác', 'Sổ']);
  }),
  does('Worksheet.visibility', async (bench) => {
    bench.sheet.visibility = 'VeryHidden';
    expect(await nameOf(bench, sheets(bench).getActiveWorksheet())).toBe('Khác');
    expect(
      await refusalOf(bench, () => {
        sheets(bench).getItem('Khác').visibility = 'Hidden';
      }),
    ).toBe('InvalidOperation');
  }),
  ...leads('Worksheet', sheet, {
    autoFilter: 'enabled',
    charts: 'items',
    names: 'items',
    pageLayout: 'orientation',
    protection: 'protected',
    tables: 'items',
  }),
  does('Worksheet.freezePanes', async (bench) => {
    bench.sheet.freezePanes.freezeRows(1);
    await bench.context.sync();
    expect(bench.workbook.sheets[0]?.freeze).toEqual({ rows: 1, columns: 0 });
  }),
  does('Worksheet.activate', async (bench) => {
    sheets(bench).getItem('Khác').activate();
    expect(await nameOf(bench, sheets(bench).getActiveWorksheet())).toBe('Khác');
  }),
  does('Worksheet.calculate', async (bench) => {
    bench.context.application.calculationMode = 'Manual';
    bench.sheet.getRange('C2').values = [[7]];
    bench.sheet.calculate(false);
    const range = bench.sheet.getRange('D2');
    range.load('values');
    await bench.context.sync();
    expect(range.values).toEqual([[14]]);
  }),
  does('Worksheet.copy', async (bench) => {
    bench.sheet.tables.add('A1:D5', true);
    bench.sheet.getRange('F1').formulas = [['=SUM(Table1[Số])']];
    const copy = bench.sheet.copy('Before', sheets(bench).getItem('Sổ'));
    const range = copy.getRange('F1');
    range.load('formulas, values');
    expect(await nameOf(bench, copy)).toBe('Sổ (2)');
    expect([range.formulas, range.values]).toEqual([[['=SUM(Table2[Số])']], [[11]]]);
    expect(bench.workbook.sheets.map(({ name }) => name)).toEqual(['Sổ (2)', 'Sổ', 'Khác']);
  }),
  does('Worksheet.delete', async (bench) => {
    sheets(bench).getItem('Khác').delete();
    await bench.context.sync();
    expect(bench.workbook.sheets).toHaveLength(1);
    expect(await refusalOf(bench, () => bench.sheet.delete())).toBe('InvalidOperation');
  }),
  ...gives('Worksheet', {
    getCell: [(b) => b.sheet.getCell(2, 3), 'D3'],
    getRange: [(b) => b.sheet.getRange('B:C'), 'B:C'],
    getRanges: [(b) => b.sheet.getRanges('A1:B2, D4'), 'A1:B2,D4'],
    getRangeByIndexes: [(b) => b.sheet.getRangeByIndexes(1, 1, 2, 3), 'B2:D3'],
    getUsedRange: [(b) => b.sheet.getUsedRange(true), 'A1:D5'],
    getUsedRangeOrNullObject: [(b) => sheets(b).getItem('Khác').getUsedRangeOrNullObject(), null],
    findAll: [(b) => b.sheet.findAll('I.', { matchCase: true }), 'A2,A3,A4,A5'],
    findAllOrNullObject: [(b) => b.sheet.findAllOrNullObject('zz', {}), null],
  }),
  does('Worksheet.getNext', async (bench) => {
    expect(await nameOf(bench, bench.sheet.getNext())).toBe('Khác');
    expect(await refusalOf(bench, () => void sheets(bench).getItem('Khác').getNext())).toBe('ItemNotFound');
  }),
  does('Worksheet.getNextOrNullObject', async (bench) => {
    const none = sheets(bench).getItem('Khác').getNextOrNullObject();
    await bench.context.sync();
    expect(none.isNullObject).toBe(true);
  }),
  does('Worksheet.getPrevious', async (bench) => {
    expect(await nameOf(bench, sheets(bench).getItem('Khác').getPrevious(true))).toBe('Sổ');
  }),
  does('Worksheet.getPreviousOrNullObject', async (bench) => {
    const none = bench.sheet.getPreviousOrNullObject();
    await bench.context.sync();
    expect(none.isNullObject).toBe(true);
  }),
  does('Worksheet.replaceAll', async (bench) => {
    const count = bench.sheet.replaceAll('rà soát', 'Kiểm kê', { completeMatch: true });
    await bench.context.sync();
    expect(count.value).toBe(1);
  }),
  ...reads('WorksheetProtection', (b) => b.sheet.protection, { protected: false, options: null }),
  does('WorksheetProtection.protect', async (bench) => {
    bench.sheet.getRange('A1').format.protection.locked = false;
    bench.sheet.protection.protect({ allowFormatCells: true });
    bench.sheet.getRange('A1').values = [['mở']];
    bench.sheet.getRange('B1').format.font.bold = true;
    await bench.context.sync();
    expect(
      await refusalOf(bench, () => {
        bench.sheet.getRange('A2').values = [['khóa']];
      }),
    ).toBe('AccessDenied');
    expect(await refusalOf(bench, () => bench.sheet.getRange('3:3').delete('Up'))).toBe('AccessDenied');
    expect(await refusalOf(bench, () => bench.sheet.protection.protect())).toBe('AccessDenied');
  }),
  does('WorksheetProtection.unprotect', async (bench) => {
    bench.sheet.protection.protect({}, 'p');
    await bench.context.sync();
    expect(await refusalOf(bench, () => bench.sheet.protection.unprotect())).toBe('AccessDenied');
    bench.sheet.protection.unprotect('p');
    bench.sheet.getRange('A2').values = [['mở']];
    await bench.context.sync();
  }),
  does('WorksheetFreezePanes.freezeAt', async (bench) => {
    bench.sheet.freezePanes.freezeAt('A1:B3');
    await bench.context.sync();
    expect(bench.workbook.sheets[0]?.freeze).toEqual({ rows: 3, columns: 2 });
  }),
  does('WorksheetFreezePanes.freezeRows', async (bench) => {
    bench.sheet.freezePanes.freezeRows(2);
    expect(await addressOf(bench, bench.sheet.freezePanes.getLocation())).toBe('1:2');
  }),
  does('WorksheetFreezePanes.freezeColumns', async (bench) => {
    bench.sheet.freezePanes.freezeColumns(2);
    expect(await addressOf(bench, bench.sheet.freezePanes.getLocation())).toBe('A:B');
  }),
  does('WorksheetFreezePanes.unfreeze', async (bench) => {
    bench.sheet.freezePanes.freezeRows(2);
    bench.sheet.freezePanes.unfreeze();
    await bench.context.sync();
    expect(bench.workbook.sheets[0]?.freeze).toEqual({ rows: 0, columns: 0 });
  }),
  ...gives('WorksheetFreezePanes', {
    getLocation: [
      (b) => {
        b.sheet.freezePanes.freezeAt(b.sheet.getRange('A1:A1'));
        return b.sheet.freezePanes.getLocation();
      },
      'A1',
    ],
    getLocationOrNullObject: [(b) => b.sheet.freezePanes.getLocationOrNullObject(), null],
  }),
  ...keeps('PageLayout', layout, {
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
  does('PageLayout.headersFooters', async (bench) => {
    const { headersFooters } = layout(bench);
    headersFooters.load('state');
    await bench.context.sync();
    expect(headersFooters.state).toBe('Default');
  }),
  ...keeps('HeaderFooterGroup', (b) => layout(b).headersFooters, { state: 'FirstAndDefault' }),
  ...leads('HeaderFooterGroup', (b) => layout(b).headersFooters, {
    defaultForAllPages: 'centerHeader',
    firstPage: 'centerHeader',
  }),
  ...keeps('HeaderFooter', (b) => layout(b).headersFooters.defaultForAllPages, {
    leftHeader: 'trái',
    centerHeader: 'giữa',
    rightHeader: 'phải',
    leftFooter: '&D',
    centerFooter: 'Trang &P/&N',
    rightFooter: '&F',
  }),
  does('PageLayout.setPrintMargins', async (bench) => {
    layout(bench).setPrintMargins('Centimeters', { top: 2.54, left: 1 });
    await bench.context.sync();
    const margins = bench.workbook.sheets[0]?.pageLayout.margins;
    expect(margins?.top).toBeCloseTo(72);
    expect(margins?.left).toBeCloseTo(28.35, 2);
  }),
  ...gives('PageLayout', {
    getPrintArea: [
      (b) => {
        layout(b).setPrintArea('A1:D5');
        return layout(b).getPrintArea();
      },
      'A1:D5',
    ],
    getPrintAreaOrNullObject: [(b) => layout(b).getPrintAreaOrNullObject(), null],
    getPrintTitleRows: [
      (b) => {
        layout(b).setPrintTitleRows('$1:$2');
        return layout(b).getPrintTitleRows();
      },
      '1:2',
    ],
    getPrintTitleRowsOrNullObject: [(b) => layout(b).getPrintTitleRowsOrNullObject(), null],
    getPrintTitleColumns: [
      (b) => {
        layout(b).setPrintTitleColumns(b.sheet.getRange('A:A'));
        return layout(b).getPrintTitleColumns();
      },
      'A:A',
    ],
    getPrintTitleColumnsOrNullObject: [(b) => layout(b).getPrintTitleColumnsOrNullObject(), null],
  }),
  ...gives('PageLayout', {
    setPrintArea: [
      (b) => {
        layout(b).setPrintArea(b.sheet.getRanges('A1:B2,D4'));
        return layout(b).getPrintArea();
      },
      'A1:B2,D4',
    ],
    setPrintTitleRows: [
      (b) => {
        layout(b).setPrintTitleRows(b.sheet.getRange('3:3'));
        return layout(b).getPrintTitleRows();
      },
      '3:3',
    ],
    setPrintTitleColumns: [
      (b) => {
        layout(b).setPrintTitleColumns('$B:$C');
        return layout(b).getPrintTitleColumns();
      },
      'B:C',
    ],
  }),
];
