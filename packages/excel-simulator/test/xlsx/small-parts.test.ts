import { hashPassword, isPasswordMatch } from '@phuluc/excel-simulator/xlsx/password';
import { parseIsoSerial } from '@phuluc/excel-simulator/xlsx/sheet/iso-date';
import { joinHeaderFooter, splitHeaderFooter } from '@phuluc/excel-simulator/xlsx/sheet/page-layout';
import { readColor, STANDARD_PALETTE } from '@phuluc/excel-simulator/xlsx/styles/colors';
import {
  convertBaseWidthToPoints,
  convertEmuToPoints,
  convertPointsToEmu,
  convertPointsToWidth,
  convertWidthToPoints,
  getDigitWidth,
} from '@phuluc/excel-simulator/xlsx/units';
import { escapeXString, unescapeXString } from '@phuluc/ooxml/xstring';
import fc from 'fast-check';

describe('widths', () => {
  it.each([
    [9.140625, 48],
    [44.5, 233.25],
    [13, 68.25],
    [0, 0],
    [9.14285714285714, 48],
  ])('%d digits of Calibri 11 are %d points, as Excel draws them', (width, points) => {
    expect(convertWidthToPoints(width, 7)).toBe(points);
  });

  it('come back from the file as they were', () => {
    const points = fc.double({ min: 0, max: 1342, noNaN: true }).map((value) => Number(value.toFixed(6)));
    fc.assert(
      fc.property(points, fc.integer({ min: 5, max: 12 }), (value, digit) => {
        expect(convertWidthToPoints(convertPointsToWidth(value, digit), digit)).toBe(value);
      }),
    );
  });

  it('know the digits of usual default fonts', () => {
    expect(getDigitWidth({ name: 'Calibri', size: 11 })).toBe(7);
    expect(getDigitWidth({ name: 'Times New Roman', size: 13 })).toBe(9);
    expect(convertBaseWidthToPoints(8, 7)).toBe(48);
  });

  it('keep thousandths of a point in drawings', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (thousandths) => {
        expect(convertEmuToPoints(convertPointsToEmu(thousandths / 1000))).toBe(thousandths / 1000);
      }),
    );
  });
});

describe('texts', () => {
  it.each([
    ['a\u0001b', 'a_x0001_b'],
    ['_x000D_', '_x005F_x000D_'],
    ['\r\n\t', '_x000D_\n\t'],
    ['_x_ _xZZZZ_', '_x_ _xZZZZ_'],
  ])('%j is %s in a file', (text, filed) => {
    expect(escapeXString(text)).toBe(filed);
    expect(unescapeXString(filed)).toBe(text);
  });

  it('come back whatever they hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) =>
        expect(unescapeXString(escapeXString(text))).toBe(text),
      ),
    );
  });
});

describe('headers and footers', () => {
  it('are split at the letters of their sections alone', () => {
    expect(splitHeaderFooter('&LA && B&C&"Arial,Bold"&P&R&&C', 'Header')).toEqual({
      leftHeader: 'A && B',
      centerHeader: '&"Arial,Bold"&P',
      rightHeader: '&&C',
    });
    expect(splitHeaderFooter('Trang &P', 'Footer')).toEqual({ centerFooter: 'Trang &P' });
  });

  it('come back joined', () => {
    const words = { leftHeader: '&&L', rightHeader: '&D' };
    expect(splitHeaderFooter(joinHeaderFooter(words, 'Header'), 'Header')).toEqual(words);
  });
});

describe('colours', () => {
  const color = (attributes: Record<string, string>) =>
    readColor({ name: 'color', attributes, children: [], text: '' }, STANDARD_PALETTE);

  it.each([
    [{ rgb: 'FF1072BA' }, '#1072BA'],
    [{ rgb: '00ff0000' }, '#FF0000'],
    [{ indexed: '10' }, '#FF0000'],
    [{ indexed: '64' }, undefined],
    [{ auto: '1' }, undefined],
    [{ theme: '0' }, '#FFFFFF'],
    [{ theme: '4' }, '#5B9BD5'],
    [{ theme: '0', tint: '-0.249977111117893' }, '#BFBFBF'],
    [{ theme: '1', tint: '0.499984740745262' }, '#7F7F7F'],
    [{ theme: '4', tint: '0.79998168889431442' }, '#DEEBF7'],
    [{ theme: '4', tint: '-0.499984740745262' }, '#1F4E79'],
  ])('%j is %s', (attributes, expected) => {
    expect(color(attributes as Record<string, string>)).toBe(expected);
  });
});

describe('passwords', () => {
  it.each([
    ['password', '83AF'],
    ['test', 'CBEB'],
  ])('"%s" has the hash %s', (password, hash) => {
    expect(hashPassword(password)).toBe(hash);
  });

  it('fit the one that is held, plain or as a hash', () => {
    expect(isPasswordMatch(undefined, undefined)).toBe(true);
    expect(isPasswordMatch('mật khẩu', 'mật khẩu')).toBe(true);
    expect(isPasswordMatch('hash:CBEB', 'test')).toBe(true);
    expect(isPasswordMatch('hash:CBEB', 'Test')).toBe(false);
    expect(isPasswordMatch('hash:SHA-512:c2E=:100000:aGE=', 'test')).toBe(false);
  });
});

describe('dates written out', () => {
  it.each([
    ['2026-11-21', false, 46347],
    ['2026-11-21T12:00:00', false, 46347.5],
    ['2026-11-21T06:00:00Z', true, 44885.25],
    ['06:00:00', false, 0.25],
    ['1900-01-01', false, 1],
    ['1900-03-01', false, 61],
  ])('%s is %d', (text, date1904, serial) => {
    expect(parseIsoSerial(text, date1904)).toBe(serial);
  });

  it('are not seen in other texts', () => {
    for (const text of ['', 'tháng 6', '2026', '21/11/2026']) expect(parseIsoSerial(text, false)).toBeNull();
  });
});
