import { isNextNumeral, type Numeral, parseLeadingLabel, parseNumberLabel } from '../../src/annex/numbering';

function first(raw: string): Numeral {
  const numeral = parseNumberLabel(raw)?.readings[0];
  if (!numeral) throw new Error(`no label: ${raw}`);
  return numeral;
}

describe('readLabel', () => {
  it.each([
    ['8', '8', ['arabic 8']],
    ['8.', '8', ['arabic 8']],
    ['(8)', '8', ['arabic 8']],
    ['01', '01', ['arabic 1']],
    ['1.10', '1.10', ['arabic 10']],
    ['IV', 'IV', ['roman 4']],
    ['Ⅳ.', 'IV', ['roman 4']],
    ['lV', 'IV', ['roman 4']],
    ['VII I', 'VIII', ['roman 8']],
    ['C', 'C', ['roman 100', 'capital 99']],
    ['A.', 'A', ['capital 97']],
    ['đ)', 'đ', ['small 273']],
    ['ii', 'ii', ['roman 2']],
    ['Mục II', 'II', ['roman 2']],
    ['II.3', 'II.3', ['arabic 3']],
    ['１', '1', ['arabic 1']],
  ])('%j is %j', (raw, text, readings) => {
    const label = parseNumberLabel(raw);
    expect(label?.text).toBe(text);
    expect(label?.readings.map(({ kind, value }) => `${kind} ${value}`)).toEqual(readings);
  });

  it.each(['', '-', '*', 'TT', 'Kế hoạch', '100%', '5043/KH-UBND', 'IIII', '12345', 'AB', '–'])(
    '%j is none',
    (raw) => {
      expect(parseNumberLabel(raw)).toBeNull();
    },
  );
});

describe('readLeadingLabel', () => {
  it.each([
    ['II. Lĩnh vực thể chế', 'II', 'Lĩnh vực thể chế'],
    ['Phần I: Công tác chung', 'I', 'Công tác chung'],
    ['A - CÔNG TÁC CHUNG', 'A', 'CÔNG TÁC CHUNG'],
    ['1) Xây dựng kế hoạch', '1', 'Xây dựng kế hoạch'],
    ['2.1. Rà soát', '2.1', 'Rà soát'],
  ])('%j', (text, number, rest) => {
    const found = parseLeadingLabel(text);
    expect([found?.label.text, found?.rest]).toEqual([number, rest]);
  });

  it.each(['2024 của các cơ quan', '10 phường triển khai', '100% theo', 'Lĩnh vực', '74/2022/QH15', 'I am'])(
    '%j begins with none',
    (text) => {
      expect(parseLeadingLabel(text)).toBeNull();
    },
  );
});

describe('follows', () => {
  it.each([
    ['8', '9', true],
    ['8', '8', false],
    ['IV', 'V', true],
    ['c', 'd', true],
    ['d', 'đ', true],
    ['d', 'e', true],
    ['e', 'g', true],
    ['i', 'k', true],
    ['a', 'c', false],
    ['1', 'II', false],
  ])('%s then %s: %s', (previous, next, expected) => {
    expect(isNextNumeral(first(previous), first(next))).toBe(expected);
  });
});
