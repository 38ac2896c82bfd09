import { getCellFormat, mergeFormat, patchFormats } from '@phuluc/excel-simulator/model/cell-formats';
import { clearRange } from '@phuluc/excel-simulator/model/cells';
import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { findFirstDifference } from '@phuluc/excel-simulator/model/compare-workbooks';
import { getRangeBox } from '@phuluc/excel-simulator/model/geometry';
import { mergeCells, unmergeCells } from '@phuluc/excel-simulator/model/merge-cells';
import { createSheet, deleteSheet, renameSheet } from '@phuluc/excel-simulator/model/sheets';
import { checkDefinedName, isValidName, isValidSheetName } from '@phuluc/excel-simulator/model/valid-names';
import { createWorkbook, setCell } from '@phuluc/excel-simulator/model/workbook';
import { createTestTable, fillCells, getFormula, parseTestRange, readGrid } from './fill-cells';

function start() {
  const workbook = createWorkbook('Phụ lục');
  return { workbook, sheet: workbook.sheets[0]! };
}

describe('merging', () => {
  it('keeps the first content only', () => {
    const { sheet } = start();
    fillCells(sheet, 'A1', [
      ['', 'b'],
      ['c', 'd'],
    ]);
    mergeCells(sheet, parseTestRange('A1:B2'));
    expect(readGrid(sheet, 'A1:B2')).toEqual([
      ['b', ''],
      ['', ''],
    ]);
    expect(sheet.merges).toEqual([parseTestRange('A1:B2')]);
  });

  it('goes by rows across, takes up merges inside, comes apart again', () => {
    const { sheet } = start();
    sheet.merges.push(parseTestRange('A1:B1'));
    mergeCells(sheet, parseTestRange('A1:C2'), true);
    expect(sheet.merges).toEqual([parseTestRange('A1:C1'), parseTestRange('A2:C2')]);
    unmergeCells(sheet, parseTestRange('B2'));
    expect(sheet.merges).toEqual([parseTestRange('A1:C1')]);
  });

  it('is refused across a merge or a table', () => {
    const { workbook, sheet } = start();
    sheet.merges.push(parseTestRange('A1:B2'));
    createTestTable(workbook, sheet, 'E1:F3');
    expect(mergeCells(sheet, parseTestRange('B2:C3'))).toMatchObject({ code: 'MergedRangeConflict' });
    expect(mergeCells(sheet, parseTestRange('E2:F2'))).toMatchObject({ code: 'InvalidOperation' });
    expect(sheet.merges).toEqual([parseTestRange('A1:B2')]);
  });
});

describe('formats', () => {
  it('merge by parts, and null takes a part away', () => {
    const bold = mergeFormat(undefined, { font: { bold: true, size: 13 }, fill: { color: '#FFFFFF' } });
    expect(mergeFormat(bold, { font: { italic: true }, fill: null })).toEqual({
      font: { bold: true, size: 13, italic: true },
    });
    expect(mergeFormat(bold, { font: { bold: null, size: null }, fill: { color: null } })).toBeUndefined();
    const edge = { style: 'Continuous', color: '#000000', weight: 'Thin' };
    expect(
      mergeFormat(mergeFormat(undefined, { borders: { EdgeTop: edge } }), { borders: { EdgeLeft: edge } }),
    ).toEqual({
      borders: { EdgeTop: edge, EdgeLeft: edge },
    });
  });

  it('are shared by cells that looked alike, and never changed in place', () => {
    const { sheet } = start();
    fillCells(sheet, 'A1', [['x', 'y']]);
    patchFormats(sheet, parseTestRange('A1:B2'), { wrapText: true });
    const first = getCellFormat(sheet, 0, 0);
    expect(getCellFormat(sheet, 1, 1)).toBe(first);
    patchFormats(sheet, parseTestRange('A1'), { wrapText: false });
    expect(first).toEqual({ wrapText: true });
    expect(readGrid(sheet, 'A1:B1')).toEqual([['x', 'y']]);
  });

  it('of whole columns do not fill the sheet with cells', () => {
    const { sheet } = start();
    setCell(sheet, 2, 0, { value: 'x', format: { wrapText: true } });
    patchFormats(sheet, parseTestRange('A:A'), { numberFormat: '@' });
    expect(sheet.cells.size).toBe(1);
    expect(getCellFormat(sheet, 2, 0)).toEqual({ wrapText: true, numberFormat: '@' });
    expect(getCellFormat(sheet, 9, 0)).toEqual({ numberFormat: '@' });
    patchFormats(sheet, parseTestRange('A10'), { wrapText: true });
    expect(getCellFormat(sheet, 9, 0)).toEqual({ numberFormat: '@', wrapText: true });
  });

  it('are cleared apart from contents', () => {
    const { sheet } = start();
    setCell(sheet, 0, 0, { value: 'x', format: { wrapText: true } });
    clearRange(sheet, parseTestRange('A1'), 'Contents');
    expect(sheet.cells.get(0)?.get(0)).toEqual({ value: '', format: { wrapText: true } });
    clearRange(sheet, parseTestRange('A1'), 'Formats');
    expect(sheet.cells.size).toBe(0);
  });
});

describe('names', () => {
  it.each(['DanhMuc', '_x', '\\a', 'Đơn_vị.1', 'ABCD1', 'x?'])('%s is one', (name) =>
    expect(isValidName(name)).toBe(true),
  );
  it.each(['', '1a', 'a b', 'A1', 'xfd1048576', 'R', 'c', 'R1C1', 'TRUE', 'a-b', 'x'.repeat(256)])(
    '%s is none',
    (name) => expect(isValidName(name)).toBe(false),
  );
  it.each(['', '  ', "'a", "a'", 'a/b', 'a[b]', 'History', 'x'.repeat(32)])('%s is no sheet', (name) =>
    expect(isValidSheetName(name)).toBe(false),
  );

  it('are taken once in a scope', () => {
    const { workbook, sheet } = start();
    sheet.names.push({
      name: 'Vùng',
      formula: '=1',
      visible: true,
      comment: '',
      scope: { sheetId: sheet.id },
    });
    expect(checkDefinedName(workbook, sheet, 'VÙNG')).toMatchObject({ code: 'ItemAlreadyExists' });
    expect(checkDefinedName(workbook, null, 'VÙNG')).toBeNull();
  });
});

describe('sheets', () => {
  it('are added, renamed and deleted with the formulas that name them', () => {
    const { workbook, sheet } = start();
    const added = createSheet(workbook);
    if (!added.ok) throw new Error(added.message);
    expect(added.value.name).toBe('Sheet2');
    fillCells(added.value, 'A1', [["='Phụ lục'!A1"]]);
    fillCells(sheet, 'A1', [['=Sheet2!A1']]);
    expect(renameSheet(workbook, sheet, 'sheet2')).toMatchObject({ code: 'ItemAlreadyExists' });
    expect(renameSheet(workbook, sheet, 'PHỤ LỤC').ok).toBe(true);
    expect(getFormula(added.value, 'A1')).toBe("='PHỤ LỤC'!A1");
    expect(deleteSheet(workbook, added.value).ok).toBe(true);
    expect(getFormula(sheet, 'A1')).toBe('=#REF!');
    expect(deleteSheet(workbook, sheet)).toMatchObject({ code: 'InvalidOperation' });
  });
});

it('measures areas in points, hidden rows as nothing', () => {
  const { sheet } = start();
  sheet.rows.set(1, { height: 30 });
  sheet.rows.set(2, { hidden: true });
  sheet.columns.set(0, { width: 100 });
  expect(getRangeBox(sheet, parseTestRange('B2:B4'))).toEqual({ left: 100, top: 15, width: 48, height: 45 });
});

it('names the first difference of two workbooks', () => {
  const { workbook, sheet } = start();
  fillCells(sheet, 'B2', [[1]]);
  const copy = cloneWorkbook(workbook);
  expect(findFirstDifference(workbook, copy)).toBeNull();
  fillCells(copy.sheets[0]!, 'B2', [[2]]);
  expect(findFirstDifference(workbook, copy)).toBe('Phụ lục!B2.value: 1 ≠ 2');
});
