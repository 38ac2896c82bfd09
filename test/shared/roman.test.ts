import { parseRoman, toRoman } from '../../src/shared/roman';

describe('toRoman', () => {
  it.each([
    [1, 'I'],
    [4, 'IV'],
    [39, 'XXXIX'],
    [1994, 'MCMXCIV'],
    [0, '0'],
    [40_000, '40000'],
  ])('prints %d as %s', (value, text) => {
    expect(toRoman(value)).toBe(text);
  });
});

describe('parseRoman', () => {
  it('reads every numeral that toRoman prints up to 3999', () => {
    for (let value = 1; value < 4000; value++) expect(parseRoman(toRoman(value))).toBe(value);
  });

  it.each(['', 'IIII', 'VX', 'iv', '4', 'IVa'])('returns null for "%s"', (text) => {
    expect(parseRoman(text)).toBeNull();
  });
});
