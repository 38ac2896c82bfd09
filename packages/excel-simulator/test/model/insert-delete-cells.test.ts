import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { findFirstDifference } from '@phuluc/excel-simulator/model/compare-workbooks';
import { deleteCells, insertCells } from '@phuluc/excel-simulator/model/insert-delete-cells';
import type { CellRange, SheetModel, WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { createWorkbook, getCell, setCell } from '@phuluc/excel-simulator/model/workbook';
import { parseRange } from '@phuluc/ooxml/a1';
import fc from 'fast-check';
import { createTestTable, fillCells, getFormula, getValue, parseTestRange, readGrid } from './fill-cells';

function twoSheets(): { workbook: WorkbookModel; sheet: SheetModel; other: SheetModel } {
  const workbook = createWorkbook('Phụ lục', 'Tổng hợp');
  return { workbook, sheet: workbook.sheets[0]!, other: workbook.sheets[1]! };
}

describe('inserting and deleting', () => {
  it('moves cells, formulas of all sheets, names, rules and charts', () => {
    const { workbook, sheet, other } = twoSheets();
    fillCells(sheet, 'A1', [
      ['a', 1],
      ['b', 2],
      ['c', '=B1+B2'],
    ]);
    fillCells(other, 'A1', [["=SUM('Phụ lục'!B1:B3)", '=B2']]);
    workbook.names.push({
      name: 'Danh',
      formula: "='Phụ lục'!$A$1:$A$3",
      visible: true,
      comment: '',
      scope: 'Workbook',
    });
    sheet.validations.push({
      areas: [parseTestRange('A2:A3')],
      rule: { list: { inCellDropDown: true, source: "='Phụ lục'!$B$2:$B$3" } },
      ignoreBlanks: true,
    });
    sheet.conditionalFormats.push({
      id: '1',
      areas: [parseTestRange('B1:B3')],
      type: 'Custom',
      rule: { formula: '=$B1>1' },
      priority: 0,
      stopIfTrue: false,
    });
    sheet.pageLayout.printArea = [parseTestRange('A1:B3')];
    sheet.pageLayout.titleRows = { first: 0, last: 1 };
    other.charts.push({
      id: 'c',
      name: 'c',
      type: 'ColumnClustered',
      title: '',
      showTitle: false,
      legend: { visible: false, position: 'Bottom' },
      left: 0,
      top: 0,
      width: 100,
      height: 100,
      series: [{ name: 's', valuesFormula: "'Phụ lục'!$B$1:$B$3" }],
      axes: {},
    });

    expect(insertCells(workbook, sheet, parseTestRange('2:2'), 'Down').ok).toBe(true);

    expect(readGrid(sheet, 'A1:B4')).toEqual([
      ['a', 1],
      ['', ''],
      ['b', 2],
      ['c', '=B1+B3'],
    ]);
    expect(readGrid(other, 'A1:B1')).toEqual([["=SUM('Phụ lục'!B1:B4)", '=B2']]);
    expect(workbook.names[0]!.formula).toBe("='Phụ lục'!$A$1:$A$4");
    expect(sheet.validations[0]).toMatchObject({
      areas: [parseTestRange('A3:A4')],
      rule: { list: { source: "='Phụ lục'!$B$3:$B$4" } },
    });
    expect(sheet.conditionalFormats[0]!.areas).toEqual([parseTestRange('B1:B4')]);
    expect(sheet.conditionalFormats[0]!.rule).toEqual({ formula: '=$B1>1' });
    expect(sheet.pageLayout.printArea).toEqual([parseTestRange('A1:B4')]);
    expect(sheet.pageLayout.titleRows).toEqual({ first: 0, last: 2 });
    expect(other.charts[0]!.series[0]!.valuesFormula).toBe("'Phụ lục'!$B$1:$B$4");
  });

  it('leaves #REF! behind where cells are gone', () => {
    const { workbook, sheet, other } = twoSheets();
    fillCells(sheet, 'A1', [[1], [2], [3]]);
    fillCells(other, 'A1', [["='Phụ lục'!A2", "=SUM('Phụ lục'!A1:A3)"]]);
    deleteCells(workbook, sheet, parseTestRange('2:2'), 'Up');
    expect(readGrid(other, 'A1:B1')).toEqual([['=#REF!', "=SUM('Phụ lục'!A1:A2)"]]);
    expect(readGrid(sheet, 'A1:A3')).toEqual([[1], [3], ['']]);
  });

  it('moves only the band of the cells', () => {
    const { workbook, sheet } = twoSheets();
    fillCells(sheet, 'A1', [
      ['a1', 'b1', 'c1'],
      ['a2', 'b2', 'c2'],
    ]);
    insertCells(workbook, sheet, parseTestRange('B1'), 'Down');
    expect(readGrid(sheet, 'A1:C3')).toEqual([
      ['a1', '', 'c1'],
      ['a2', 'b1', 'c2'],
      ['', 'b2', ''],
    ]);
    deleteCells(workbook, sheet, parseTestRange('A1'), 'Left');
    expect(readGrid(sheet, 'A1:C1')).toEqual([['', 'c1', '']]);
  });

  it('cuts a validation that is only partly in the band', () => {
    const { workbook, sheet } = twoSheets();
    sheet.validations.push({ areas: [parseTestRange('A1:C4')], rule: {}, ignoreBlanks: true });
    insertCells(workbook, sheet, parseTestRange('B3:B4'), 'Down');
    expect(sheet.validations[0]!.areas).toEqual([
      parseTestRange('A1:A4'),
      parseTestRange('B1:B6'),
      parseTestRange('C1:C4'),
    ]);
  });

  it('leaves rules of whole columns whole', () => {
    const { workbook, sheet } = twoSheets();
    sheet.validations.push({ areas: [parseTestRange('B:B')], rule: {}, ignoreBlanks: true });
    insertCells(workbook, sheet, parseTestRange('1:3'), 'Down');
    expect(sheet.validations[0]!.areas).toEqual([parseTestRange('B:B')]);
    deleteCells(workbook, sheet, parseTestRange('2:2'), 'Up');
    expect(sheet.validations[0]!.areas).toEqual([parseTestRange('B:B')]);
  });

  it('moves the filters of the sheet with their columns', () => {
    const { workbook, sheet } = twoSheets();
    const filter = (value: string) => ({ filterOn: 'Values', values: [value] });
    sheet.autoFilter = {
      area: parseTestRange('B2:E9'),
      filters: { 0: filter('b'), 1: filter('c'), 3: filter('e') },
    };
    insertCells(workbook, sheet, parseTestRange('D:D'), 'Right');
    expect(sheet.autoFilter).toEqual({
      area: parseTestRange('B2:F9'),
      filters: { 0: filter('b'), 1: filter('c'), 4: filter('e') },
    });
    deleteCells(workbook, sheet, parseTestRange('A:B'), 'Left');
    expect(sheet.autoFilter).toEqual({
      area: parseTestRange('A2:D9'),
      filters: { 0: filter('c'), 3: filter('e') },
    });
  });

  it('gives new rows the look and height of the row above', () => {
    const { workbook, sheet } = twoSheets();
    const format = { font: { bold: true } };
    setCell(sheet, 1, 0, { value: 'x', format });
    sheet.rows.set(1, { height: 30, hidden: true });
    insertCells(workbook, sheet, parseTestRange('3:4'), 'Down');
    expect(getCell(sheet, 3, 0)).toEqual({ value: '', format });
    expect(sheet.rows.get(3)).toEqual({ height: 30 });
  });

  it('keeps frozen panes and moves charts with their rows', () => {
    const { workbook, sheet } = twoSheets();
    sheet.freeze = { rows: 2, columns: 1 };
    const chart = { top: 30, height: 45, left: 10, width: 50 };
    sheet.charts.push({
      id: 'c',
      name: 'c',
      type: 'Doughnut',
      title: '',
      showTitle: false,
      legend: { visible: false, position: 'Bottom' },
      series: [],
      axes: {},
      ...chart,
    });
    insertCells(workbook, sheet, parseTestRange('1:2'), 'Down');
    expect(sheet.charts[0]).toMatchObject({ ...chart, top: 60 });
    insertCells(workbook, sheet, parseTestRange('6:6'), 'Down');
    expect(sheet.charts[0]).toMatchObject({ ...chart, top: 60, height: 60 });
    expect(sheet.freeze).toEqual({ rows: 2, columns: 1 });
  });

  it.each<[string, 'insert' | 'delete', string, string]>([
    ['half a merge', 'insert', 'A1', 'MergedRangeConflict'],
    ['half a merge', 'delete', 'A1', 'MergedRangeConflict'],
    ['half a table', 'insert', 'E3', 'InsertDeleteConflict'],
    ['above half a table', 'insert', 'E1', 'InsertDeleteConflict'],
    ['the header of a table', 'delete', '3:3', 'InsertDeleteConflict'],
  ])('refuses to tear %s (%s %s)', (_, action, address, code) => {
    const { workbook, sheet } = twoSheets();
    sheet.merges.push(parseTestRange('A2:B3'));
    createTestTable(workbook, sheet, 'E3:F5');
    const before = cloneWorkbook(workbook);
    const outcome =
      action === 'insert'
        ? insertCells(workbook, sheet, parseTestRange(address), 'Down')
        : deleteCells(workbook, sheet, parseTestRange(address), 'Up');
    expect(outcome).toMatchObject({ ok: false, code });
    expect(findFirstDifference(before, workbook)).toBeNull();
  });

  it('refuses to push content off the sheet', () => {
    const { workbook, sheet } = twoSheets();
    setCell(sheet, 1_048_575, 0, { value: 'last' });
    expect(insertCells(workbook, sheet, parseTestRange('1:1'), 'Down')).toMatchObject({
      code: 'NonBlankCellOffSheet',
    });
    expect(insertCells(workbook, sheet, parseTestRange('B1'), 'Down').ok).toBe(true);
  });

  it('grows and shrinks merges', () => {
    const { workbook, sheet } = twoSheets();
    sheet.merges.push(parseTestRange('A2:A4'));
    insertCells(workbook, sheet, parseTestRange('3:3'), 'Down');
    expect(sheet.merges).toEqual([parseTestRange('A2:A5')]);
    deleteCells(workbook, sheet, parseTestRange('3:5'), 'Up');
    expect(sheet.merges).toEqual([]);
  });
});

describe('tables among inserted and deleted cells', () => {
  const withTable = () => {
    const { workbook, sheet, other } = twoSheets();
    fillCells(sheet, 'B2', [
      ['Mã', 'Sản phẩm', 'Hạn'],
      ['I.1', 'KH', 1],
      ['I.2', 'BC', 2],
    ]);
    const table = createTestTable(workbook, sheet, 'B2:D4', 'NhiemVu');
    return { workbook, sheet, other, table };
  };

  it('grow by rows inside and move for rows above', () => {
    const { workbook, sheet, table } = withTable();
    insertCells(workbook, sheet, parseTestRange('4:4'), 'Down');
    expect(table.area).toEqual(parseTestRange('B2:D5'));
    insertCells(workbook, sheet, parseTestRange('1:2'), 'Down');
    expect(table.area).toEqual(parseTestRange('B4:D7'));
    insertCells(workbook, sheet, parseTestRange('8:8'), 'Down');
    expect(table.area).toEqual(parseTestRange('B4:D7'));
  });

  it('get named columns for columns inside', () => {
    const { workbook, sheet, table } = withTable();
    insertCells(workbook, sheet, parseTestRange('C:D'), 'Right');
    expect(table.columns.map((column) => column.name)).toEqual([
      'Mã',
      'Column1',
      'Column2',
      'Sản phẩm',
      'Hạn',
    ]);
    expect(readGrid(sheet, 'B2:F2')).toEqual([['Mã', 'Column1', 'Column2', 'Sản phẩm', 'Hạn']]);
  });

  it('lose columns, filters follow, and references to them are errors', () => {
    const { workbook, sheet, other, table } = withTable();
    table.filters = { 1: { filterOn: 'Values', values: ['KH'] }, 2: { filterOn: 'Values', values: ['1'] } };
    fillCells(other, 'A1', [['=COUNTA(NhiemVu[Sản phẩm])', '=SUM(NhiemVu[Hạn])']]);
    deleteCells(workbook, sheet, parseTestRange('C:C'), 'Left');
    expect(table.columns.map((column) => column.name)).toEqual(['Mã', 'Hạn']);
    expect(table.filters).toEqual({ 1: { filterOn: 'Values', values: ['1'] } });
    expect(readGrid(other, 'A1:B1')).toEqual([['=COUNTA(#REF!)', '=SUM(NhiemVu[Hạn])']]);
  });

  it('go when all their rows go', () => {
    const { workbook, sheet, other } = withTable();
    fillCells(other, 'A1', [['=ROWS(NhiemVu)']]);
    deleteCells(workbook, sheet, parseTestRange('1:9'), 'Up');
    expect(sheet.tables).toEqual([]);
    expect(getFormula(other, 'A1')).toBe('=ROWS(#REF!)');
  });

  it('keep one blank row when all the body is deleted', () => {
    const { workbook, sheet, table } = withTable();
    fillCells(sheet, 'B6', [['below']]);
    deleteCells(workbook, sheet, parseTestRange('3:4'), 'Up');
    expect(table.area).toEqual(parseTestRange('B2:D3'));
    expect(readGrid(sheet, 'B3:D3')).toEqual([['', '', '']]);
    expect(getValue(sheet, 'B5')).toBe('below');
  });
});

/** Creates a small workbook with formulas, a merge, a table, rules and properties. */
function someWorkbook(formulas: string[], heights: number[]): WorkbookModel {
  const workbook = createWorkbook('Phụ lục', 'Tổng hợp');
  const [sheet, other] = workbook.sheets as [SheetModel, SheetModel];
  formulas.forEach((formula, index) => {
    setCell(sheet, 1 + index, 9, { value: index, formula });
    setCell(other, index, index, { value: '', formula });
    setCell(sheet, index * 2, index, { value: `x${index}`, format: { font: { bold: true } } });
  });
  heights.forEach((height, index) => sheet.rows.set(index * 2, { height }));
  sheet.merges.push(parseTestRange('A2:B3'));
  createTestTable(workbook, sheet, 'D5:F8', 'NhiemVu');
  sheet.validations.push({
    areas: [parseTestRange('D6:D8')],
    rule: { custom: { formula: '=D6>0' } },
    ignoreBlanks: true,
  });
  sheet.conditionalFormats.push({
    id: '1',
    areas: [parseTestRange('A1:H9')],
    type: 'Custom',
    rule: { formula: '=$D6=""' },
    priority: 0,
    stopIfTrue: false,
  });
  sheet.pageLayout.titleRows = { first: 3, last: 4 };
  sheet.pageLayout.printArea = [parseTestRange('A1:H30')];
  workbook.names.push({
    name: 'Danh',
    formula: "='Phụ lục'!$D$6:$D$8",
    visible: true,
    comment: '',
    scope: 'Workbook',
  });
  return workbook;
}

const formulas = fc.array(
  fc.oneof(
    fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
      .map(([a, b]) => `=SUM(A${Math.min(a, b)}:$C$${Math.max(a, b)})`),
    fc.integer({ min: 1, max: 12 }).map((row) => `='Phụ lục'!B${row}&"B${row}"`),
    fc.constant('=COUNTA(NhiemVu[Column1])+ROWS(D:E)'),
  ),
  { maxLength: 6 },
);
const places = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 3 })).map(([n, k]) => `${n}:${n + k}`),
  fc.constantFrom('A:A', 'C:D', 'E:E', 'F:H', 'D7:F8', 'D2:F2', 'A1:B1', 'H1', 'A2:B2', 'C5:C9', 'D5:D8'),
);

describe('inserting, then deleting what was inserted', () => {
  it('changes nothing', () => {
    fc.assert(
      fc.property(
        formulas,
        fc.array(fc.integer({ min: 5, max: 40 }), { maxLength: 5 }),
        places,
        fc.boolean(),
        (texts, heights, place, down) => {
          const workbook = someWorkbook(texts, heights);
          const before = cloneWorkbook(workbook);
          const sheet = workbook.sheets[0]!;
          const target = parseRange(place) as CellRange;
          const inserted = insertCells(workbook, sheet, target, down ? 'Down' : 'Right');
          if (inserted.ok) {
            expect(findFirstDifference(before, workbook)).not.toBeNull();
            expect(deleteCells(workbook, sheet, target, down ? 'Up' : 'Left').ok).toBe(true);
          }
          expect(findFirstDifference(before, workbook)).toBeNull();
        },
      ),
      { numRuns: 300 },
    );
  });
});
