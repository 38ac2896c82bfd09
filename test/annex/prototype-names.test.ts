import { toUnitKey } from '../../src/annex/unit-names';
import { formatListNumber } from '../../src/readers/docx/format-list-number';
import { lookUp } from '../../src/shared/look-up';
import { parseTiming } from '../../src/timing/parse-timing';

const NAMES = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'];

describe.each(NAMES)('a text that is a name of every object: %s', (name) => {
  it('is a name of a unit like any other', () => expect(toUnitKey(name)).not.toBe(toUnitKey(`${name} x`)));
  it('is no format of a list', () => expect(formatListNumber(3, name)).toBe('3'));
  it('is not in a table', () => expect(lookUp({ a: 1 }, name)).toBeUndefined());
  it('is no month', () => {
    const read = (text: string) => ({ ...parseTiming(text, { year: 2026 }), text: '' });
    expect(read(`5 ${name} 2026`).kind).toBe(read('5 abcdefg 2026').kind);
  });
});
