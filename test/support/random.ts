/** Whole numbers from 0 below a bound, always the same for the same seed. */
export type Random = (below: number) => number;

/** Mulberry32: small, and good enough to choose bytes. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

export const pick = <T>(items: readonly T[], random: Random): T => items[random(items.length)]!;
