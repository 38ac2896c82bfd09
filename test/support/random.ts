/** Returns whole numbers from 0 below a bound, always the same for the same seed. */
export type Random = (below: number) => number;

/** Returns numbers from 0 below 1, always the same for the same seed (mulberry32: small, and random enough here). */
export function createRandomFraction(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function createRandom(seed: number): Random {
  const fraction = createRandomFraction(seed);
  return (below) => Math.floor(fraction() * below);
}

export const pick = <T>(items: readonly T[], random: Random): T => items[random(items.length)]!;
