import { memoize } from '../../src/consolidation/memoize';

describe('remembered', () => {
  it('asks once, and gives the same answer with the memory full', () => {
    let asked = 0;
    const double = memoize((number: number) => {
      asked += 1;
      return number * 2;
    });
    for (let round = 0; round < 2; round++)
      for (let number = 0; number < 11_000; number++) expect(double(number)).toBe(number * 2);
    expect(asked).toBe(12_000);
  });

  it('keeps no long text', () => {
    let asked = 0;
    const size = memoize((text: string) => {
      asked += 1;
      return text.length;
    });
    const long = 'x'.repeat(1_001);
    expect([size(long), size(long), asked]).toEqual([1_001, 1_001, 2]);
  });
});
