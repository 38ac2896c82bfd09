import { parseTypedValue } from '@phuluc/excel-simulator/model/values/parse-typed-value';
import fc from 'fast-check';
import { toCellContent, toCellInput } from '../../src/sheets/cell-content';

/** What a cell holds after the typed text was written to it, by Excel's rules of typing. */
function written(typed: string | number | boolean, numberFormat: string) {
  const result = parseTypedValue(typed, { numberFormat });
  return result.ok ? result.content : result;
}

const HAZARDS = [
  '=1+1',
  '-nt-',
  '+ Trả lời',
  '@a',
  "'trích'",
  '1.10',
  '6/2026',
  '15/6',
  '50%',
  'TRUE',
  'Mar 5',
];

describe('texts that Excel would read as something else', () => {
  it.each(
    HAZARDS.flatMap((text) => [text, ` ${text}`].flatMap((one) => ['@', 'General'].map((f) => [one, f]))),
  )('%j stays text in a cell of format %s', (text, format) => {
    expect(written(toCellInput(text, format), format)).toEqual({ value: text });
  });

  it('stay text whatever they are, in any cell', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('@', 'General'), (text, format) => {
        expect(written(toCellInput(text, format), format)).toEqual({ value: text });
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves plain words alone, so that a cell is not marked as quoted for nothing', () => {
    expect(toCellInput('Tháng 6')).toBe('Tháng 6');
    expect(toCellInput('=x', '@')).toBe('=x');
  });
});

describe('numbers, answers and formulas', () => {
  it.each([[45_000], [true], ['']])('%j is typed as it is', (content) => {
    expect(toCellInput(content)).toBe(content);
  });

  it('types a formula as a formula', () => expect(toCellInput({ formula: '=A1' })).toBe('=A1'));

  it('distinguishes a formula from a text that begins like one', () => {
    expect(toCellContent(2, '=1+1')).toEqual({ formula: '=1+1' });
    expect(toCellContent('=1+1', '=1+1')).toBe('=1+1');
    expect(toCellContent('x', 'x')).toBe('x');
    expect(toCellContent('x', undefined)).toBe('x');
  });
});
