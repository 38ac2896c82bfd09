import { writeCellContent } from '@phuluc/excel-simulator/model/cells';
import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { findFirstDifference } from '@phuluc/excel-simulator/model/compare-workbooks';
import {
  addTableColumn,
  deleteTableColumn,
  resizeTable,
} from '@phuluc/excel-simulator/model/tables/resize-table';
import { applyTableFilter, clearTableFilters } from '@phuluc/excel-simulator/model/tables/table-filters';
import {
  addTableRows,
  deleteTableRows,
  getTableRowCount,
} from '@phuluc/excel-simulator/model/tables/table-rows';
import {
  convertTableToRange,
  createTable,
  deleteTable,
  renameTable,
  renameTableColumn,
} from '@phuluc/excel-simulator/model/tables/tables';
import { setTotalsRow } from '@phuluc/excel-simulator/model/tables/totals-row';
import type { FilterModel } from '@phuluc/excel-simulator/model/types';
import { createWorkbook, setCell } from '@phuluc/excel-simulator/model/workbook';
import { createTestTable, fillCells, getFormula, getValue, parseTestRange, readGrid } from '../fill-cells';

function start() {
  const workbook = createWorkbook('Phụ lục', 'Tổng hợp');
  const [sheet, other] = [workbook.sheets[0]!, workbook.sheets[1]!];
  fillCells(sheet, 'A1', [
    ['Mã', 'Sản phẩm', 'Hạn'],
    ['I.1', 'KH', 3],
    ['I.2', 'BC', 1],
    ['II.1', 'KH', 2],
  ]);
  return { workbook, sheet, other };
}
function withTable() {
  const parts = start();
  return { ...parts, table: createTestTable(parts.workbook, parts.sheet, 'A1:C4', 'NhiemVu') };
}

it('gives every one of 300 tables an id of its own', () => {
  const workbook = createWorkbook('Nhiều bảng');
  const sheet = workbook.sheets[0]!;
  for (let index = 0; index < 300; index += 1)
    createTestTable(workbook, sheet, `A${3 * index + 1}:A${3 * index + 2}`);
  expect(new Set(sheet.tables.map(({ id }) => id)).size).toBe(300);
  expect(sheet.tables[1]?.id).toBe('{00000000-000C-0000-FFFF-FFFF01000000}');
  expect(sheet.tables[256]?.id).toBe('{00000000-000C-0000-FFFF-FFFF00010000}');
});

describe('creating a table', () => {
  it('makes header cells into texts, none blank, none twice', () => {
    const { workbook, sheet } = start();
    fillCells(sheet, 'E1', [['Tên', 'tên', '', 2026, '=1+1', '', 'Column1']]);
    setCell(sheet, 0, 8, { value: 46_000, format: { numberFormat: 'dd/mm/yyyy' } });
    const table = createTestTable(workbook, sheet, 'E1:K3');
    expect(table.columns.map(({ name }) => name)).toEqual([
      'Tên',
      'tên2',
      'Column1',
      '2026',
      '09/12/2025',
      'Column2',
      'Column12',
    ]);
    expect(readGrid(sheet, 'E1:K1')).toEqual([table.columns.map(({ name }) => name)]);
  });

  it.each([
    ['another table', 'C4:D6', 'MergedRangeConflict'],
    ['a merge', 'E8:F9', 'MergedRangeConflict'],
  ])('refuses to overlap %s', (_, address, code) => {
    const { workbook, sheet } = withTable();
    sheet.merges.push(parseTestRange('F9:G10'));
    const before = cloneWorkbook(workbook);
    expect(createTable(workbook, sheet, parseTestRange(address), { hasHeaders: true })).toMatchObject({
      ok: false,
      code,
    });
    expect(findFirstDifference(before, workbook)).toBeNull();
  });

  it('puts a header row in where there is none', () => {
    const { workbook, sheet } = start();
    const made = createTable(workbook, sheet, parseTestRange('A2:B4'), { hasHeaders: false });
    expect(made).toMatchObject({ ok: true, value: { area: parseTestRange('A2:B5'), name: 'Table1' } });
    expect(readGrid(sheet, 'A1:C3')).toEqual([
      ['Mã', 'Sản phẩm', 'Hạn'],
      ['Column1', 'Column2', 3],
      ['I.1', 'KH', 1],
    ]);
  });

  it('has no rows over a header alone, and the first that are added fill its blank row', () => {
    const { workbook, sheet } = start();
    fillCells(sheet, 'E1', [['a', 'b']]);
    const table = createTestTable(workbook, sheet, 'E1:F1');
    expect(table.area).toEqual(parseTestRange('E1:F2'));
    expect(getTableRowCount(sheet, table)).toBe(0);
    expect(addTableRows(workbook, sheet, table, null, 2)).toMatchObject({ value: parseTestRange('E2:F3') });
    expect(getTableRowCount(sheet, table)).toBe(2);
  });

  it.each(['A1', 'R1C1', 'có dấu cách', '', '2x', 'c', 'nhiemvu', 'DanhMuc'])(
    'refuses the name "%s"',
    (name) => {
      const { workbook, sheet } = withTable();
      workbook.names.push({ name: 'DanhMuc', formula: '=1', visible: true, comment: '', scope: 'Workbook' });
      expect(createTable(workbook, sheet, parseTestRange('E1:F3'), { hasHeaders: true, name })).toMatchObject(
        {
          code: 'InvalidArgument',
        },
      );
    },
  );
});

describe('rows of a table', () => {
  it('come at the end without moving what lies beside or further below', () => {
    const { workbook, sheet, other, table } = withTable();
    fillCells(sheet, 'A8', [['below']]);
    fillCells(other, 'A1', [["=SUM('Phụ lục'!C2:C4)", "=SUM('Phụ lục'!C2:C3)"]]);
    sheet.validations.push({
      areas: [parseTestRange('B2:B4'), parseTestRange('C3')],
      rule: {},
      ignoreBlanks: true,
    });
    expect(addTableRows(workbook, sheet, table, null, 2)).toMatchObject({
      ok: true,
      value: parseTestRange('A5:C6'),
    });
    expect(table.area).toEqual(parseTestRange('A1:C6'));
    expect(getValue(sheet, 'A8')).toBe('below');
    expect(readGrid(other, 'A1:B1')).toEqual([["=SUM('Phụ lục'!C2:C6)", "=SUM('Phụ lục'!C2:C3)"]]);
    expect(sheet.validations[0]!.areas).toEqual([parseTestRange('B2:B6'), parseTestRange('C3')]);
  });

  it('push down what is in the way, in the columns of the table only', () => {
    const { workbook, sheet, table } = withTable();
    fillCells(sheet, 'A5', [['below', '', '', 'beside']]);
    addTableRows(workbook, sheet, table, null, 1);
    expect(readGrid(sheet, 'A5:D6')).toEqual([
      ['', '', '', 'beside'],
      ['below', '', '', ''],
    ]);
    expect(table.area).toEqual(parseTestRange('A1:C5'));
  });

  it('are refused where another table would be torn', () => {
    const { workbook, sheet, table } = withTable();
    createTestTable(workbook, sheet, 'B5:D7');
    expect(addTableRows(workbook, sheet, table, null, 1)).toMatchObject({ code: 'InsertDeleteConflict' });
  });

  it('come between with look and calculated columns', () => {
    const { workbook, sheet, table } = withTable();
    setCell(sheet, 1, 0, { value: 'I.1', format: { font: { bold: true } } });
    fillCells(sheet, 'C2', [['=A2&[@[Sản phẩm]]'], ['=A3&[@[Sản phẩm]]'], ['=A4&[@[Sản phẩm]]']]);
    table.columns[2]!.calculatedFormula = '=A2&[@[Sản phẩm]]';
    addTableRows(workbook, sheet, table, 1, 1);
    expect(readGrid(sheet, 'A3:C3')).toEqual([['', '', '=A3&[@[Sản phẩm]]']]);
    expect(sheet.cells.get(2)?.get(0)?.format).toEqual({ font: { bold: true } });
    expect(getFormula(sheet, 'C5')).toBe('=A5&[@[Sản phẩm]]');
  });

  it('are deleted with the cells of the table alone; all of them leaves a blank one', () => {
    const { workbook, sheet, table } = withTable();
    fillCells(sheet, 'D2', [['d2'], ['d3']]);
    deleteTableRows(workbook, sheet, table, 0);
    expect(readGrid(sheet, 'A2:D3')).toEqual([
      ['I.2', 'BC', 1, 'd2'],
      ['II.1', 'KH', 2, 'd3'],
    ]);
    deleteTableRows(workbook, sheet, table, 0, 2);
    expect(table.area).toEqual(parseTestRange('A1:C2'));
    expect(getTableRowCount(sheet, table)).toBe(0);
    writeCellContent(sheet, 1, 0, { value: 'I.1' });
    expect(getTableRowCount(sheet, table)).toBe(1);
  });

  it('are not deleted under a filter, nor where there are none', () => {
    const { workbook, sheet, table } = withTable();
    expect(deleteTableRows(workbook, sheet, table, 3)).toMatchObject({ code: 'InvalidArgument' });
    applyTableFilter(sheet, table, 1, { filterOn: 'Values', values: ['KH'] });
    expect(deleteTableRows(workbook, sheet, table, 0)).toMatchObject({ code: 'FilteredRangeConflict' });
  });
});

describe('columns of a table', () => {
  it.each([
    [null, ['Mã', 'Sản phẩm', 'Hạn', 'Mới'], 'A1:D4'],
    [0, ['Mới', 'Mã', 'Sản phẩm', 'Hạn'], 'A1:D4'],
    [2, ['Mã', 'Sản phẩm', 'Mới', 'Hạn'], 'A1:D4'],
  ])('come before %s', (index, names, address) => {
    const { workbook, sheet, table } = withTable();
    fillCells(sheet, 'D2', [['beside']]);
    fillCells(sheet, 'D9', [['elsewhere']]);
    expect(addTableColumn(workbook, sheet, table, index, 'Mới').ok).toBe(true);
    expect(table.columns.map(({ name }) => name)).toEqual(names);
    expect(new Set(table.columns.map(({ id }) => id)).size).toBe(4);
    expect(table.area).toEqual(parseTestRange(address));
    expect(readGrid(sheet, 'A1:D1')).toEqual([names]);
    expect(getValue(sheet, 'E2')).toBe('beside');
    expect(getValue(sheet, 'D9')).toBe('elsewhere');
  });

  it('go, and their references with them', () => {
    const { workbook, sheet, other, table } = withTable();
    fillCells(other, 'A1', [['=SUM(NhiemVu[Hạn])+COUNTA(NhiemVu[Sản phẩm])']]);
    deleteTableColumn(workbook, sheet, table, 1);
    expect(readGrid(sheet, 'A1:C2')).toEqual([
      ['Mã', 'Hạn', ''],
      ['I.1', 3, ''],
    ]);
    expect(getFormula(other, 'A1')).toBe('=SUM(NhiemVu[Hạn])+COUNTA(#REF!)');
  });

  it('are renamed everywhere by their header, and made unique', () => {
    const { workbook, sheet, other, table } = withTable();
    fillCells(other, 'A1', [['=COUNTA(NhiemVu[Sản phẩm])']]);
    fillCells(sheet, 'C2', [['=[@[Sản phẩm]]&1']]);
    expect(renameTableColumn(workbook, sheet, table, 1, 'Mã')).toMatchObject({ value: 'Mã2' });
    expect(getFormula(other, 'A1')).toBe('=COUNTA(NhiemVu[Mã2])');
    expect(getFormula(sheet, 'C2')).toBe('=[@Mã2]&1');
    expect(getValue(sheet, 'B1')).toBe('Mã2');
  });
});

describe('a table as a whole', () => {
  it('is renamed everywhere', () => {
    const { workbook, other, table } = withTable();
    fillCells(other, 'A1', [['=ROWS(NhiemVu)&NhiemVu[[#Headers],[Mã]]']]);
    expect(renameTable(workbook, table, 'CongViec').ok).toBe(true);
    expect(getFormula(other, 'A1')).toBe('=ROWS(CongViec)&CongViec[[#Headers],[Mã]]');
    expect(renameTable(workbook, table, 'Công việc')).toMatchObject({ code: 'InvalidArgument' });
  });

  it('becomes a range, with plain references', () => {
    const { workbook, sheet, other, table } = withTable();
    fillCells(other, 'A1', [['=SUM(NhiemVu[Hạn])+ROWS(NhiemVu)']]);
    fillCells(sheet, 'C3', [['=[@Mã]']]);
    convertTableToRange(workbook, sheet, table);
    expect(sheet.tables).toEqual([]);
    expect(getFormula(other, 'A1')).toBe("=SUM('Phụ lục'!$C$2:$C$4)+ROWS('Phụ lục'!$A$2:$C$4)");
    expect(getFormula(sheet, 'C3')).toBe('=$A$3');
  });

  it('is deleted with its cells', () => {
    const { workbook, sheet, other, table } = withTable();
    fillCells(other, 'A1', [['=ROWS(NhiemVu)']]);
    fillCells(sheet, 'A6', [['stays']]);
    deleteTable(workbook, sheet, table);
    expect(getFormula(other, 'A1')).toBe('=ROWS(#REF!)');
    expect(readGrid(sheet, 'A1:A6').flat()).toEqual(['', '', '', '', '', 'stays']);
  });

  it('is resized over its header row', () => {
    const { workbook, sheet, other, table } = withTable();
    fillCells(sheet, 'D1', [['Ghi chú']]);
    fillCells(other, 'A1', [['=COUNTA(NhiemVu[Mã])']]);
    expect(resizeTable(workbook, sheet, table, parseTestRange('A2:C6'))).toMatchObject({
      code: 'InvalidArgument',
    });
    expect(resizeTable(workbook, sheet, table, parseTestRange('E1:F4'))).toMatchObject({
      code: 'InvalidArgument',
    });
    expect(resizeTable(workbook, sheet, table, parseTestRange('B1:E6')).ok).toBe(true);
    expect(table.columns.map(({ name }) => name)).toEqual(['Sản phẩm', 'Hạn', 'Ghi chú', 'Column1']);
    expect(getFormula(other, 'A1')).toBe('=COUNTA(#REF!)');
  });

  it('shows and hides a totals row', () => {
    const { workbook, sheet, table } = withTable();
    fillCells(sheet, 'A5', [['below']]);
    setTotalsRow(workbook, sheet, table, true);
    expect(readGrid(sheet, 'A5:C6')).toEqual([
      ['Total', '', '=SUBTOTAL(109,[Hạn])'],
      ['below', '', ''],
    ]);
    expect(table.area).toEqual(parseTestRange('A1:C5'));
    setTotalsRow(workbook, sheet, table, false);
    expect(readGrid(sheet, 'A5:C5')).toEqual([['', '', '']]);
    expect(table.area).toEqual(parseTestRange('A1:C4'));
  });
});

describe('filtering', () => {
  const hidden = (filter: FilterModel, index: number): number[] => {
    const { sheet, table } = withTable();
    applyTableFilter(sheet, table, index, filter);
    return [...sheet.rows].filter(([, props]) => props.hidden).map(([row]) => row + 1);
  };

  it.each<[string, FilterModel, number, number[]]>([
    ['values', { filterOn: 'Values', values: ['kh'] }, 1, [3]],
    ['a number as shown', { filterOn: 'Values', values: ['2'] }, 2, [2, 3]],
    ['a pattern', { filterOn: 'Custom', criterion1: '=I.*' }, 0, [4]],
    ['not a text', { filterOn: 'Custom', criterion1: '<>KH' }, 1, [2, 4]],
    ['a bound', { filterOn: 'Custom', criterion1: '>=2' }, 2, [3]],
    ['two bounds', { filterOn: 'Custom', criterion1: '>1', criterion2: '<3', operator: 'And' }, 2, [2, 3]],
    ['either', { filterOn: 'Custom', criterion1: '=1', criterion2: '=3', operator: 'Or' }, 2, [4]],
    ['the top ones', { filterOn: 'TopItems', criterion1: '2' }, 2, [3]],
    ['the bottom half', { filterOn: 'BottomPercent', criterion1: '34' }, 2, [2, 4]],
  ])('by %s', (_, filter, index, rows) => expect(hidden(filter, index)).toEqual(rows));

  it('by two columns, and back', () => {
    const { sheet, table } = withTable();
    applyTableFilter(sheet, table, 1, { filterOn: 'Values', values: ['KH'] });
    applyTableFilter(sheet, table, 2, { filterOn: 'Values', values: ['3'] });
    const shown = (): boolean[] => [1, 2, 3].map((row) => !sheet.rows.get(row)?.hidden);
    expect(shown()).toEqual([true, false, false]);
    clearTableFilters(sheet, table, 2);
    expect(shown()).toEqual([true, false, true]);
    clearTableFilters(sheet, table);
    expect(shown()).toEqual([true, true, true]);
  });

  it('says what it does not serve', () => {
    const { sheet, table } = withTable();
    expect(applyTableFilter(sheet, table, 0, { filterOn: 'Icon' })).toMatchObject({ code: 'NotImplemented' });
  });
});
