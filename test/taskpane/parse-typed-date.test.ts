import { parseTypedDate } from '../../src/taskpane/components/parse-typed-date';

describe('parseTypedDate', () => {
  it.each([
    ['05/09/2026', '2026-09-05'],
    ['5/9/2026', '2026-09-05'],
    ['5.9.2026', '2026-09-05'],
    ['5-9-2026', '2026-09-05'],
    [' 05 / 09 / 2026 ', '2026-09-05'],
    ['05092026', '2026-09-05'],
    ['2026-09-05', '2026-09-05'],
    ['29/02/2028', '2028-02-29'],
    ['', ''],
  ])('reads %p as %p', (text, expected) => expect(parseTypedDate(text)).toBe(expected));

  it.each([
    '09/31/2026',
    '31/04/2026',
    '29/02/2026',
    '5/9',
    '5/9/26',
    '0/1/2026',
    '1/13/2026',
    'mai',
    '1/1/1026',
    '5/9/2026x',
  ])('returns null for %p', (text) => expect(parseTypedDate(text)).toBeNull());
});
