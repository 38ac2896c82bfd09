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

const getBody = ({ sheet }: CaseContext): Excel.Range => sheet.getRange('A2:C3');
const getFreeRange = ({ sheet }: CaseContext): Excel.Range => sheet.getRange('G1:H2');

async function readValues({ context, sheet }: CaseContext, address: string): Promise<unknown[][]> {
  const range = sheet.getRange(address);
  range.load('values');
  await context.sync();
  return range.values;
}

export const RANGE_CASES: ConformanceCase[] = [
  ...createReadCases('Range', getBody, {
    address: 'Sổ!A2:C3',
    addressLocal: 'Sổ!A2:C3',
    rowIndex: 1,
    columnIndex: 0,
    rowCount: 2,
    columnCount: 3,
    cellCount: 6,
    isEntireColumn: false,
    isEntireRow: false,
    hasSpill: false,
    hidden: false,
    left: 0,
    top: 15,
    width: 144,
    height: 30,
    text: [
      ['I.1', 'Rà soát', '3'],
      ['I.2', 'Báo cáo', '1'],
    ],
    valueTypes: [
      ['String', 'String', 'Double'],
      ['String', 'String', 'Double'],
    ],
  }),
  ...createWriteCases('Range', getFreeRange, {
    values: [
      ['một', 2],
      [true, ''],
    ],
    formulas: [
      ['=C2+1', 5],
      ['chữ', '=1/0'],
    ],
    formulasLocal: [
      ['=C2+1', 5],
      ['chữ', '=SUM(C2:C5)'],
    ],
    formulasR1C1: [
      ['=RC[-4]+1', 5],
      ['=R2C3', ''],
    ],
    numberFormat: [
      ['@', '0.0'],
      ['dd/mm/yyyy', 'General'],
    ],
    numberFormatLocal: [
      ['@', '0.0'],
      ['dd/mm/yyyy', 'General'],
    ],
    rowHidden: true,
    columnHidden: true,
  }),
  ...createNavigationCases('Range', getBody, {
    format: 'wrapText',
    worksheet: 'name',
    dataValidation: 'type',
    conditionalFormats: 'items',
  }),
  createCase('Range.sort', async (bench) => {
    bench.sheet.getRange('A2:D5').sort.apply([{ key: 2, ascending: true }]);
    expect(await readValues(bench, 'C2:C5')).toEqual([[1], [2], [3], [5]]);
  }),
  ...createRangeCases('Range', {
    getCell: [(b) => getBody(b).getCell(1, 2), 'C3'],
    getRow: [(b) => getBody(b).getRow(1), 'A3:C3'],
    getColumn: [(b) => getBody(b).getColumn(2), 'C2:C3'],
    getEntireRow: [(b) => getBody(b).getEntireRow(), '2:3'],
    getEntireColumn: [(b) => getBody(b).getEntireColumn(), 'A:C'],
    getLastCell: [(b) => getBody(b).getLastCell(), 'C3'],
    getLastRow: [(b) => getBody(b).getLastRow(), 'A3:C3'],
    getLastColumn: [(b) => getBody(b).getLastColumn(), 'C2:C3'],
    getOffsetRange: [(b) => getBody(b).getOffsetRange(-1, 1), 'B1:D2'],
    getResizedRange: [(b) => getBody(b).getResizedRange(1, -1), 'A2:B4'],
    getAbsoluteResizedRange: [(b) => getBody(b).getAbsoluteResizedRange(1, 1), 'A2'],
    getRowsAbove: [(b) => getBody(b).getRowsAbove(), 'A1:C1'],
    getRowsBelow: [(b) => getBody(b).getRowsBelow(2), 'A4:C5'],
    getColumnsBefore: [(b) => b.sheet.getRange('C2:D3').getColumnsBefore(2), 'A2:B3'],
    getColumnsAfter: [(b) => getBody(b).getColumnsAfter(), 'D2:D3'],
    getBoundingRect: [(b) => getBody(b).getBoundingRect('E7'), 'A2:E7'],
    getIntersection: [(b) => getBody(b).getIntersection(b.sheet.getRange('B1:B9')), 'B2:B3'],
    getIntersectionOrNullObject: [(b) => getBody(b).getIntersectionOrNullObject('E1:F9'), null],
    getUsedRange: [(b) => b.sheet.getRange('B:Z').getUsedRange(), 'B1:D5'],
    getUsedRangeOrNullObject: [(b) => b.sheet.getRange('F1:Z9').getUsedRangeOrNullObject(true), null],
    getSurroundingRegion: [(b) => b.sheet.getRange('B3').getSurroundingRegion(), 'A1:D5'],
    find: [(b) => b.sheet.getRange('A1:D5').find('báo', {}), 'B3'],
    findOrNullObject: [(b) => b.sheet.getRange('A1:D5').findOrNullObject('không có', {}), null],
    getSpecialCells: [(b) => b.sheet.getRange('A1:D5').getSpecialCells('Formulas'), 'D2:D5'],
    getSpecialCellsOrNullObject: [
      (b) => b.sheet.getRange('A1:D5').getSpecialCellsOrNullObject('Blanks'),
      null,
    ],
    getMergedAreasOrNullObject: [
      (b) => {
        b.sheet.getRange('F1:G1').merge();
        return b.sheet.getRange('A1:H9').getMergedAreasOrNullObject();
      },
      'F1:G1',
    ],
    getSpillingToRange: [
      (b) => {
        b.sheet.getRange('F1').formulas = [['=SEQUENCE(3)']];
        return b.sheet.getRange('F1').getSpillingToRange();
      },
      'F1:F3',
    ],
    getSpillingToRangeOrNullObject: [(b) => b.sheet.getRange('A1').getSpillingToRangeOrNullObject(), null],
    getSpillParent: [
      (b) => {
        b.sheet.getRange('F1').formulas = [['=SEQUENCE(3)']];
        return b.sheet.getRange('F3').getSpillParent();
      },
      'F1',
    ],
    getSpillParentOrNullObject: [(b) => b.sheet.getRange('A1').getSpillParentOrNullObject(), null],
    insert: [(b) => b.sheet.getRange('A2:B2').insert('Down'), 'A2:B2'],
  }),
  createCase('Range.getTables', async (bench) => {
    bench.sheet.tables.add('A1:D5', true);
    const tables = bench.sheet.getRange('B2').getTables();
    tables.load('items/name');
    await bench.context.sync();
    expect(tables.items.map(({ name }) => name)).toEqual(['Table1']);
  }),
  createCase('Range.getVisibleView', async (bench) => {
    bench.sheet.getRange('3:3').rowHidden = true;
    const view = bench.sheet.getRange('A1:A4').getVisibleView();
    view.load('values');
    await bench.context.sync();
    expect(view.values).toEqual([['Mã'], ['I.1'], ['II.1']]);
  }),
  createCase('Range.clear', async (bench) => {
    getBody(bench).clear('Contents');
    expect(await readValues(bench, 'A1:A4')).toEqual([['Mã'], [''], [''], ['II.1']]);
  }),
  createCase('Range.delete', async (bench) => {
    bench.sheet.getRange('2:2').delete('Up');
    expect(await readValues(bench, 'A1:A2')).toEqual([['Mã'], ['I.2']]);
  }),
  createCase('Range.merge', async (bench) => {
    bench.sheet.getRange('F1:G2').merge(true);
    await bench.context.sync();
    expect(bench.workbook.sheets[0]?.merges).toHaveLength(2);
  }),
  createCase('Range.unmerge', async (bench) => {
    bench.sheet.getRange('F1:G2').merge();
    bench.sheet.getRange('F1').unmerge();
    await bench.context.sync();
    expect(bench.workbook.sheets[0]?.merges).toEqual([]);
  }),
  createCase('Range.copyFrom', async (bench) => {
    bench.sheet.getRange('F2').copyFrom('D2:D3');
    const range = bench.sheet.getRange('F2:F3');
    range.load('formulas');
    await bench.context.sync();
    expect(range.formulas).toEqual([['=E2*2'], ['=E3*2']]);
  }),
  createCase('Range.moveTo', async (bench) => {
    bench.sheet.getRange('A2:A3').moveTo('F1');
    expect(await readValues(bench, 'F1:F2')).toEqual([['I.1'], ['I.2']]);
    expect(await readValues(bench, 'A2:A3')).toEqual([[''], ['']]);
  }),
  createCase('Range.autoFill', async (bench) => {
    bench.sheet.getRange('F1:F2').values = [[1], [3]];
    bench.sheet.getRange('F1:F2').autoFill('F1:F4', 'FillDefault');
    expect(await readValues(bench, 'F1:F4')).toEqual([[1], [3], [5], [7]]);
  }),
  createCase('Range.replaceAll', async (bench) => {
    const count = bench.sheet.getRange('A1:D5').replaceAll('I.', 'M.', { matchCase: true });
    await bench.context.sync();
    expect(count.value).toBe(4);
    expect(await readValues(bench, 'A5')).toEqual([['IM.2']]);
  }),
  createCase('Range.removeDuplicates', async (bench) => {
    bench.sheet.getRange('F1:F4').values = [['tên'], ['a'], ['A'], ['b']];
    const result = bench.sheet.getRange('F1:F4').removeDuplicates([0], true);
    result.load('removed, uniqueRemaining');
    await bench.context.sync();
    expect([result.removed, result.uniqueRemaining]).toEqual([1, 2]);
    expect(await readValues(bench, 'F1:F4')).toEqual([['tên'], ['a'], ['b'], ['']]);
  }),
  createCase('Range.select', async (bench) => {
    bench.sheet.getRange('B2:C3').select();
    expect(await readAddress(bench, bench.context.workbook.getSelectedRange())).toBe('B2:C3');
  }),
  createCase('Range.calculate', async (bench) => {
    bench.context.application.calculationMode = 'Manual';
    bench.sheet.getRange('C2').values = [[10]];
    bench.sheet.getRange('D2').calculate();
    expect(await readValues(bench, 'D2')).toEqual([[20]]);
  }),
  ...createRangeCases('Range', {
    getRangeEdge: [(b) => b.sheet.getRange('B2').getRangeEdge('Down'), 'B5'],
    getExtendedRange: [(b) => b.sheet.getRange('B2:B3').getExtendedRange('Right', 'B2'), 'B2:D3'],
  }),
  createCase('Range.getCellProperties', async (bench) => {
    bench.sheet.getRange('B2').format.fill.color = '#FFEB9C';
    bench.sheet.getRange('A2').format.borders.getItem('EdgeBottom').style = 'Double';
    const result = bench.sheet
      .getRange('A2:B2')
      .getCellProperties({ address: true, format: { fill: { color: true } } });
    const borders = bench.sheet
      .getRange('A2')
      .getCellProperties({ format: { borders: { bottom: { style: true } } } } as never);
    await bench.context.sync();
    expect(result.value).toEqual([
      [
        { address: 'Sổ!A2', format: { fill: { color: '#FFFFFF' } } },
        { address: 'Sổ!B2', format: { fill: { color: '#FFEB9C' } } },
      ],
    ]);
    expect(borders.value).toEqual([[{ format: { borders: { bottom: { style: 'Double' } } } }]]);
  }),
  createCase('Range.setCellProperties', async (bench) => {
    bench.sheet.getRange('F1:G1').setCellProperties([
      [
        {
          format: {
            fill: { color: '#FF0000' },
            font: { bold: true },
            borders: { bottom: { style: 'Continuous' } },
          },
        },
        { format: { horizontalAlignment: 'Center' } } as never,
      ],
    ]);
    await bench.context.sync();
    const cells = bench.workbook.sheets[0]?.cells.get(0);
    expect(cells?.get(5)?.format).toMatchObject({
      fill: { color: '#FF0000' },
      font: { bold: true },
      borders: { EdgeBottom: { style: 'Continuous' } },
    });
    expect(cells?.get(6)?.format).toEqual({ horizontalAlignment: 'Center' });
    expect(await captureErrorCode(bench, () => bench.sheet.getRange('F1:G1').setCellProperties([[{}]]))).toBe(
      'InvalidArgument',
    );
  }),
  createCase('Range.getRowProperties', async (bench) => {
    bench.sheet.getRange('2:2').rowHidden = true;
    const result = bench.sheet.getRange('A1:A2').getRowProperties({ rowIndex: true, rowHidden: true });
    await bench.context.sync();
    expect(result.value).toEqual([
      { rowIndex: 0, rowHidden: false },
      { rowIndex: 1, rowHidden: true },
    ]);
  }),
  createCase('Range.setRowProperties', async (bench) => {
    bench.sheet.getRange('A1:A2').setRowProperties([{ format: { rowHeight: 33 } }, null] as never);
    await bench.context.sync();
    expect(bench.workbook.sheets[0]?.rows.get(0)?.height).toBe(33);
    expect(bench.workbook.sheets[0]?.rows.has(1)).toBe(false);
  }),
  createCase('Range.getColumnProperties', async (bench) => {
    const result = bench.sheet
      .getRange('A1:B1')
      .getColumnProperties({ columnIndex: true, format: { columnWidth: true } as never });
    await bench.context.sync();
    expect(result.value).toEqual([
      { columnIndex: 0, format: { columnWidth: 48 } },
      { columnIndex: 1, format: { columnWidth: 48 } },
    ]);
  }),
  createCase('Range.setColumnProperties', async (bench) => {
    bench.sheet
      .getRange('A1:B1')
      .setColumnProperties([{ format: { columnWidth: 90 } }, { columnHidden: true }]);
    await bench.context.sync();
    expect(bench.workbook.sheets[0]?.columns.get(0)?.width).toBe(90);
    expect(bench.workbook.sheets[0]?.columns.get(1)?.hidden).toBe(true);
  }),
  createCase('Range.setDirty', async (bench) => {
    bench.sheet.getRange('D2').setDirty();
    await bench.context.sync();
    expect(await readValues(bench, 'D2')).toEqual([[6]]);
  }),
  ...createReadCases('RangeAreas', ({ sheet }) => sheet.getRanges('A1:B2,D4'), {
    address: 'Sổ!A1:B2, Sổ!D4',
    addressLocal: 'Sổ!A1:B2, Sổ!D4',
    areaCount: 2,
    cellCount: 5,
    isEntireColumn: false,
    isEntireRow: false,
  }),
  ...createNavigationCases('RangeAreas', ({ sheet }) => sheet.getRanges('A1:B2,D4'), {
    areas: 'items',
    format: 'wrapText',
    worksheet: 'name',
    dataValidation: 'type',
    conditionalFormats: 'items',
  }),
  ...createRangeCases('RangeAreas', {
    getIntersection: [({ sheet }) => sheet.getRanges('A1:B2,D4').getIntersection('B1:D9'), 'B1:B2,D4'],
    getIntersectionOrNullObject: [
      ({ sheet }) => sheet.getRanges('A1,D4').getIntersectionOrNullObject('F1'),
      null,
    ],
  }),
  ...createRangeCases('RangeAreas', {
    getEntireRow: [({ sheet }) => sheet.getRanges('A1,B4:C5').getEntireRow(), '1:1,4:5'],
    getEntireColumn: [({ sheet }) => sheet.getRanges('A1,C4:D5').getEntireColumn(), 'A:A,C:D'],
    getOffsetRangeAreas: [({ sheet }) => sheet.getRanges('A1,B2').getOffsetRangeAreas(1, 2), 'C2,D3'],
    getUsedRangeAreas: [({ sheet }) => sheet.getRanges('A4:B99,D:Z').getUsedRangeAreas(), 'A4:B5,D1:D5'],
    getUsedRangeAreasOrNullObject: [
      ({ sheet }) => sheet.getRanges('F1,G1').getUsedRangeAreasOrNullObject(true),
      null,
    ],
    getSpecialCells: [({ sheet }) => sheet.getRanges('A1:D2,D4').getSpecialCells('Formulas'), 'D2,D4'],
    getSpecialCellsOrNullObject: [
      ({ sheet }) => sheet.getRanges('A1:B2').getSpecialCellsOrNullObject('Formulas'),
      null,
    ],
  }),
  createCase('RangeAreas.calculate', async (bench) => {
    bench.context.application.calculationMode = 'Manual';
    bench.sheet.getRange('C2').values = [[6]];
    bench.sheet.getRanges('D2,D4').calculate();
    expect(await readValues(bench, 'D2')).toEqual([[12]]);
  }),
  createCase('RangeAreas.clear', async (bench) => {
    bench.sheet.getRanges('A1,A3').clear();
    expect(await readValues(bench, 'A1:A3')).toEqual([[''], ['I.1'], ['']]);
  }),
  createCase('RangeAreas.setDirty', async (bench) => {
    bench.sheet.getRanges('D2,D4').setDirty();
    await bench.context.sync();
  }),
  createCase('RangeCollection.getCount', async (bench) => {
    const count = bench.sheet.getRanges('A1,C3').areas.getCount();
    await bench.context.sync();
    expect(count.value).toBe(2);
  }),
  createCase('RangeCollection.getItemAt', async (bench) => {
    expect(await readAddress(bench, bench.sheet.getRanges('A1,C3').areas.getItemAt(1))).toBe('C3');
    expect(await captureErrorCode(bench, () => void bench.sheet.getRanges('A1').areas.getItemAt(1))).toBe(
      'InvalidArgument',
    );
  }),
  ...createReadCases('RangeView', ({ sheet }) => sheet.getRange('C1:D2').getVisibleView(), {
    values: [
      ['Số', 'Gấp đôi'],
      [3, 6],
    ],
    formulas: [
      ['Số', 'Gấp đôi'],
      [3, '=C2*2'],
    ],
    formulasLocal: [
      ['Số', 'Gấp đôi'],
      [3, '=C2*2'],
    ],
    text: [
      ['Số', 'Gấp đôi'],
      ['3', '6'],
    ],
    valueTypes: [
      ['String', 'String'],
      ['Double', 'Double'],
    ],
    numberFormat: [
      ['General', 'General'],
      ['General', 'General'],
    ],
    cellAddresses: [
      ['C1', 'D1'],
      ['C2', 'D2'],
    ],
    rowCount: 2,
    columnCount: 2,
    index: 0,
  }),
  ...createNavigationCases('RangeView', ({ sheet }) => sheet.getRange('C1:D2').getVisibleView(), {
    rows: 'items',
  }),
  ...createRangeCases('RangeView', {
    getRange: [({ sheet }) => sheet.getRange('C1:D2').getVisibleView().getRange(), 'C1:D2'],
  }),
  createCase('RangeViewCollection.getCount', async (bench) => {
    const count = bench.sheet.getRange('C1:D2').getVisibleView().rows.getCount();
    await bench.context.sync();
    expect(count.value).toBe(2);
  }),
  createCase('RangeViewCollection.getItemAt', async (bench) => {
    const row = bench.sheet.getRange('C1:D2').getVisibleView().rows.getItemAt(1);
    row.load('values, index');
    await bench.context.sync();
    expect(row.values).toEqual([[3, 6]]);
    expect(row.index).toBe(1);
  }),
  createCase('RemoveDuplicatesResult.removed', async (bench) => {
    const result = bench.sheet.getRange('A1:A5').removeDuplicates([0], true);
    result.load('removed');
    await bench.context.sync();
    expect(result.removed).toBe(0);
  }),
  createCase('RemoveDuplicatesResult.uniqueRemaining', async (bench) => {
    const result = bench.sheet.getRange('A1:A5').removeDuplicates([0], true);
    result.load('uniqueRemaining');
    await bench.context.sync();
    expect(result.uniqueRemaining).toBe(4);
  }),
  createCase('RangeSort.apply', async (bench) => {
    bench.sheet.getRange('A1:D5').sort.apply([{ key: 2, ascending: false }], false, true, 'Rows');
    expect(await readValues(bench, 'C1:D5')).toEqual([
      ['Số', 'Gấp đôi'],
      [5, 10],
      [3, 6],
      [2, 4],
      [1, 2],
    ]);
  }),
];
