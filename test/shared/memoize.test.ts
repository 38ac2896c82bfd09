import { describe, expect, it } from '@jest/globals';
import { memoize } from '../../src/shared/memoize';

function createCounted() {
  const computed: string[] = [];
  const describeText = memoize((text: string) => {
    computed.push(text);
    return text === '' ? null : `${text.length}`;
  });
  return { computed, describeText };
}

describe('memoize', () => {
  it('computes the answer of a text once, also where it is null or the text a name that every object has', () => {
    const { computed, describeText } = createCounted();
    const texts = ['a', '', '__proto__', 'constructor', '7'];
    for (const text of texts) {
      const expected = text === '' ? null : `${text.length}`;
      expect([describeText(text), describeText(text)]).toEqual([expected, expected]);
    }
    expect(computed).toEqual(texts);
  });

  it('keeps no long text', () => {
    const { computed, describeText } = createCounted();
    const long = 'x'.repeat(2_000);
    expect([describeText(long), describeText(long)]).toEqual(['2000', '2000']);
    expect(computed).toEqual([long, long]);
  });

  it.each([
    ['answers', 10_000, ''],
    ['characters', 1_000, 'x'.repeat(999)],
  ])('is emptied where it has too many %s', (_, count, prefix) => {
    const { computed, describeText } = createCounted();
    for (let index = 0; index <= count; index++) describeText(`${index}${prefix}`.slice(0, 1_000));
    computed.length = 0;
    describeText(`${count}${prefix}`.slice(0, 1_000));
    expect(computed).toEqual([]);
    describeText(`0${prefix}`.slice(0, 1_000));
    expect(computed).toHaveLength(1);
  });
});
