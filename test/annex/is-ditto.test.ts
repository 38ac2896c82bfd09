import { isDitto } from '../../src/annex/is-ditto';

describe('isDitto', () => {
  it.each([
    'nt',
    '-nt-',
    'n.t',
    'N/t',
    'như trên',
    '(Như trên)',
    '″',
    '〃',
    '"',
    '-//-',
    '- " -',
    "''",
    'Tương tự',
  ])('%j stands for the cell above', (cell) => {
    expect(isDitto(cell)).toBe(true);
  });

  it.each(['', '-', 'nt1', 'Báo cáo như trên mạng', '/', 'Nội trú'])('%j does not', (cell) => {
    expect(isDitto(cell)).toBe(false);
  });
});
