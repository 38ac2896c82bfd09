import { judgeMemory } from '../../scripts/soak/judge-memory';

const repeat = (count: number, compute: (index: number) => number): number[] =>
  Array.from({ length: count }, (_, index) => compute(index));

describe('judgeMemory', () => {
  it.each<[string, number[], boolean]>([
    ['what stays the same', repeat(30, () => 80), true],
    [
      'what grows while caches fill, and then no more',
      repeat(30, (index) => Math.min(80, 40 + index * 4)),
      true,
    ],
    ['what is high for a moment', repeat(30, (index) => (index === 29 ? 300 : 80)), true],
    ['what grows by a megabyte and a half with each action', repeat(30, (index) => 80 + index * 1.5), false],
    ['what grows by a fifth of a megabyte over many', repeat(300, (index) => 80 + index * 0.2), false],
  ])('sees %s', (_, megabytes, isFlat) => {
    expect(judgeMemory(megabytes).isFlat).toBe(isFlat);
  });
});
