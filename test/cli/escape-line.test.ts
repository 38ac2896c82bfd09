import { escapeLine } from '../../src/cli/escape-line';

describe('escapeLine', () => {
  it.each([
    ['a line break', 'a\nLỗi [x]', 'a\\u000aLỗi [x]'],
    ['a carriage return', 'a\rb', 'a\\u000db'],
    ['codes of a terminal', '\u001b[2J\u009b31m', '\\u001b[2J\\u009b31m'],
    ['a turn of the order of writing', 'a\u202exslx', 'a\\u202exslx'],
  ])('shows %s instead of obeying it', (_, line, shown) => expect(escapeLine(line)).toBe(shown));

  it('leaves Vietnamese, tabs and emoji as they are', () => {
    const line = 'Trường Mầm non\tNắng Mai – “Phụ lục” 👨‍👩‍👧';
    expect(escapeLine(line)).toBe(line);
  });

  it('keeps the meaning of JSON', () => {
    const value = { name: 'a\u009b\u202eb\u2028\n' };
    expect(JSON.parse(escapeLine(JSON.stringify(value)))).toEqual(value);
  });
});
