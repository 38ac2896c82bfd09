import { findSheetOfName, getFreeSheetName, isBrokenReference } from '../../src/sheets/sheet-names';

describe('isBrokenReference', () => {
  it.each([
    ['=#REF!$A$1', true],
    ["='Tổng hợp'!#REF!", true],
    ["='Tổng hợp'!#BEZUG!", true],
    ['=#ССЫЛКА!', true],
    ["='Tổng hợp'!$A$5:$K$6", false],
    ["='bản #REF! cũ'!$A$5", false],
    ["='Danh mục'!$C$5:INDEX('Danh mục'!$C$5:$C$24;MAX(1;COUNTA('Danh mục'!$C$5:$C$24)))", false],
    ['=ROW(NhiemVu[[#Headers];[Mã!]])', false],
    ['="#REF!"', false],
  ])('%s: %s', (formula, broken) => {
    expect(isBrokenReference(formula)).toBe(broken);
  });
});

describe('findSheetOfName', () => {
  it.each([
    ["='Tổng hợp'!$A$5:$K$6", 'Tổng hợp'],
    ["='Lớp ''A'''!$A$5", "Lớp 'A'"],
    ['=Lich!$A$1', 'Lich'],
    ["='bản #REF! cũ'!$A$5", 'bản #REF! cũ'],
    ["='Danh mục'!$C$5:INDEX('Danh mục'!$C$5:$C$24;2)", 'Danh mục'],
    ["='Tổng hợp'!#REF!", null],
    ['=INDEX(A1;2)', null],
  ])('%s: %s', (formula, sheet) => {
    expect(findSheetOfName({ names: [{ name: 'X', formula }] }, 'X')).toBe(sheet);
  });
});

describe('getFreeSheetName', () => {
  it('compares names as Excel does', () => {
    const sheets = ['Phụ lục', 'TỔNG HỢP', 'Tổng hợp (2)'].map((name) => ({ name, visible: true }));
    expect(getFreeSheetName({ sheets }, 'Tổng hợp')).toBe('Tổng hợp (3)');
    expect(getFreeSheetName({ sheets }, 'Danh mục')).toBe('Danh mục');
  });
});
