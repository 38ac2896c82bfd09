import {
  formatAddress,
  formatRange,
  formatRangeAddress,
  MAX_SHEET_ROWS,
  parseAddress,
  parseCellRange,
  parseRange,
} from '../src/a1';

describe('A1 addresses', () => {
  it.each([
    ['A1', { row: 0, column: 0 }],
    ['$c$12', { row: 11, column: 2 }],
    ['XFD1048576', { row: 1_048_575, column: 16_383 }],
    ['XFE1', null],
    ['A0', null],
    ['A1048577', null],
    ['A', null],
  ])('parseAddress reads %s', (text, expected) => expect(parseAddress(text)).toEqual(expected));

  it('parseRange reads entire rows and columns, parseCellRange only cells', () => {
    expect(parseRange('$B:D')).toEqual({ top: 0, left: 1, bottom: MAX_SHEET_ROWS - 1, right: 3 });
    expect(parseRange('5:2')).toEqual({ top: 1, left: 0, bottom: 4, right: 16_383 });
    expect(parseCellRange('B:D')).toBeNull();
    expect(parseCellRange('2:5')).toBeNull();
    expect(parseCellRange('D5:B2')).toEqual({ top: 1, left: 1, bottom: 4, right: 3 });
    expect(parseRange('A1:B2:C3')).toBeNull();
  });

  it('formatRange shortens entire columns, formatRangeAddress names their cells', () => {
    const columns = { top: 0, left: 1, bottom: MAX_SHEET_ROWS - 1, right: 3 };
    expect(formatRange(columns)).toBe('B:D');
    expect(formatRangeAddress(columns)).toBe('B1:D1048576');
    expect(formatRangeAddress({ top: 0, left: 0, bottom: 0, right: 0 }, true)).toBe('$A$1');
    expect(formatAddress(4, 27, true)).toBe('$AB$5');
  });
});
