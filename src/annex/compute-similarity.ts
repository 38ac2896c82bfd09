import { toMatchKey } from '../shared/text';

/** Returns the key by which a task is recognised when its number has changed. */
export const toContentKey = (content: string): string => toMatchKey(content);

/** Multiset of the letter triples of a key; a misread letter changes only three of them. */
export type TrigramProfile = { counts: ReadonlyMap<string, number>; size: number };

export function buildTrigramProfile(content: string): TrigramProfile {
  const key = ` ${toContentKey(content)} `;
  const counts = new Map<string, number>();
  for (let i = 0; i + 3 <= key.length; i++) {
    const triple = key.slice(i, i + 3);
    counts.set(triple, (counts.get(triple) ?? 0) + 1);
  }
  return { counts, size: Math.max(0, key.length - 2) };
}

/**
 * Computes the Dice coefficient of two profiles: 0 (nothing shared) to 1 (same key, up to the order of
 * distant parts).
 */
export function computeSimilarity(one: TrigramProfile, other: TrigramProfile): number {
  if (one.size === 0 || other.size === 0) return 0;
  const [small, large] = one.counts.size <= other.counts.size ? [one, other] : [other, one];
  let shared = 0;
  for (const [triple, count] of small.counts) shared += Math.min(count, large.counts.get(triple) ?? 0);
  return (2 * shared) / (one.size + other.size);
}
