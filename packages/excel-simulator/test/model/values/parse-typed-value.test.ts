import { formatDisplayText } from '@phuluc/excel-simulator/model/values/format-display-text';
import { parseTypedValue } from '@phuluc/excel-simulator/model/values/parse-typed-value';
import { toSerialMoment } from '@phuluc/excel-simulator/model/values/serial-date';

const now = new Date(2026, 10, 21, 9, 30);

/** A typed text, what the cell then holds, and the number format it gets. */
type Case = [text: string, value: unknown, numberFormat?: string];
const named = (cases: Case[]) => cases.map(([text, value, numberFormat]) => ({ text, value, numberFormat }));

describe('a typed value', () => {
  it.each(
    named([
      ['12', 12],
      ['-5', -5],
      ['+5', 5],
      [' 7 ', 7],
      ['1,5', 1.5],
      ['1.234', 1234, '#,##0'],
      ['1.234.567,5', 1234567.5, '#,##0.00'],
      ['00012', 12],
      ['(12)', -12],
      ['12%', 0.12, '0%'],
      ['12,5%', 0.125, '0.00%'],
      ['1E3', 1000, '0.00E+00'],
      ['150.000 ₫', 150000, '#,##0 "₫"'],
      ['12345678901234567', 12345678901234600],
      ['15/10/2025', 45945, 'dd/mm/yyyy'],
      ['1/2/26', 46054, 'dd/mm/yyyy'],
      ['2026-10-15', 46310, 'dd/mm/yyyy'],
      ['20/11', 46346, 'd-mmm'],
      ['10/2025', 45931, 'mmm-yy'],
      ['5-32', 11810, 'mmm-yy'],
      ['7:30', 0.3125, 'h:mm'],
      ['7:30 CH', 0.8125, 'h:mm AM/PM'],
      ['20/11/2026 12:00', 46346.5, 'dd/mm/yyyy h:mm'],
      ['true', true],
      ['#N/A', { error: '#N/A' }],
      // Texts, though they have digits.
      ['31/02/2026', '31/02/2026'],
      ['1.1', '1.1'],
      ['1.1.2', '1.1.2'],
      ['IV.8', 'IV.8'],
      ['1,2,3', '1,2,3'],
      ['5 tháng 10', '5 tháng 10'],
      ['12 đ', '12 đ'],
      ['Infinity', 'Infinity'],
      ['1e400', '1e400'],
      ["'007", '007'],
      ["'=1+1", '=1+1'],
      ['=', '='],
      ['{=A1}', '{=A1}'],
    ]),
  )('$text in Vietnamese', ({ text, value, numberFormat }) => {
    expect(parseTypedValue(text, { locale: 'vi-VN', now })).toEqual({
      ok: true,
      content: { value },
      numberFormat,
    });
  });

  it.each(
    named([
      ['1,234.5', 1234.5, '#,##0.00'],
      ['1.5', 1.5],
      ['3.10', 3.1],
      ['1/2/2026', 46024, 'm/d/yyyy'],
      ['15/10/2025', '15/10/2025'],
      ['1,5', '1,5'],
    ]),
  )('$text as the API reads it', ({ text, value, numberFormat }) => {
    expect(parseTypedValue(text, { now })).toEqual({ ok: true, content: { value }, numberFormat });
  });

  it.each([
    ['=SUM(A1:A2)', '=SUM(A1:A2)'],
    ['-A1', '=-A1'],
    ['+A1*2', '=+A1*2'],
    ['-Khảo sát', '=-Khảo sát'],
    ['@SUM(A1)', '=SUM(A1)'],
  ])('%s is a formula', (text, formula) => {
    expect(parseTypedValue(text)).toMatchObject({ ok: true, content: { formula } });
  });

  it.each(['=SUM(', '- Khảo sát, "nắm', '=1+', '+', '-'])(
    '%s is refused or a text, never half a formula',
    (text) => {
      const typed = parseTypedValue(text);
      if (text.length === 1) expect(typed).toEqual({ ok: true, content: { value: text } });
      else expect(typed).toMatchObject({ ok: false, code: 'InvalidArgument' });
    },
  );

  it.each(['=1+1', '12', '15/10/2025', '-Khảo sát', 'TRUE', '#N/A', '@x'])(
    '%s stays a text under the format @',
    (text) => {
      expect(parseTypedValue(text, { numberFormat: '@' })).toEqual({ ok: true, content: { value: text } });
    },
  );

  it('shows dates that formulas give', () => {
    expect(parseTypedValue('=TODAY()')).toMatchObject({ numberFormat: 'dd/mm/yyyy' });
    expect(parseTypedValue('=A1')).toMatchObject({ numberFormat: undefined });
  });

  it('has limits', () => {
    expect(parseTypedValue('x'.repeat(32_767)).ok).toBe(true);
    expect(parseTypedValue('x'.repeat(32_768))).toMatchObject({ code: 'InvalidArgument' });
    expect(parseTypedValue(`=1${'+1'.repeat(4_096)}`)).toMatchObject({ code: 'FormulaLengthExceedsLimit' });
    expect(parseTypedValue(Infinity)).toMatchObject({ code: 'InvalidArgument' });
  });
});

describe('the text a cell shows', () => {
  it.each([
    [1234.5, 'General', '1234,5'],
    [0.1 + 0.2, 'General', '0,3'],
    [1234567.891, '#,##0.00', '1.234.567,89'],
    [45945, 'dd/mm/yyyy', '15/10/2025'],
    [45945, '"Ngày "dd" tháng "mm" năm "yyyy', 'Ngày 15 tháng 10 năm 2025'],
    [0.125, '0%', '13%'],
    ['I.1', '@', 'I.1'],
    [5, '@', '5'],
    [0, '0;;;@', ''],
    ['', 'dd/mm/yyyy', ''],
    [true, 'General', 'TRUE'],
    [{ error: '#N/A' } as const, '0.00', '#N/A'],
    [-1, 'dd/mm/yyyy', '########'],
    [12, 'không phải định dạng "', '12'],
  ])('%j as %s', (value, numberFormat, text) => expect(formatDisplayText(value, numberFormat)).toBe(text));

  it('follows the locale', () => expect(formatDisplayText(1234.5, '#,##0.0', 'en-US')).toBe('1,234.5'));
});

it('counts days as Excel does, with its 29 February 1900', () => {
  expect(toSerialMoment(new Date(1900, 0, 1))).toBe(1);
  expect(toSerialMoment(new Date(1900, 2, 1))).toBe(61);
  expect(toSerialMoment(new Date(2026, 10, 21, 12))).toBe(46347.5);
});
