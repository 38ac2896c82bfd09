/**
 * Typos of the typist and of optical character recognition in words of time. A word that is a Vietnamese syllable is
 * never changed; one that cannot be ("tbáng", "quuý") becomes the only known word one typo away, or the two known
 * words written together ("hàngtháng").
 */

const ONSET = 'ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx]';
/** Vowels and their clusters, marks dropped. */
const NUCLEUS =
  'ieu|yeu|oai|oay|oao|oeo|uay|uao|uai|uoi|uou|uya|uye|uyu|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|[aeiouy]';
const SYLLABLE = new RegExp(`^(?:${ONSET})?(?:${NUCLEUS})(?:ch|ng|nh|[cmnpt])?$`);

export const isSyllable = (key: string): boolean => SYLLABLE.test(key);

/** Returns true if one letter is changed, added or lost, or two neighbours are swapped. */
export function isOneTypoAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const restA = a.slice(from, endA);
  const restB = b.slice(from, endB);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

/** A shorter word has too many neighbours. */
const MIN_WORD_LENGTH = 3;

/**
 * Finds the only word of a vocabulary that is one typo away.
 *
 * @returns null if there is none, or more than one
 */
export function findNearestWord(key: string, vocabulary: readonly string[]): string | null {
  let found: string | null = null;
  for (const word of vocabulary) {
    if (word.length < MIN_WORD_LENGTH || !isOneTypoAway(key, word)) continue;
    if (found !== null) return null;
    found = word;
  }
  return found;
}

const MIN_PART_LENGTH = 2;

/** Returns the length of the first of two known words written together, or 0. */
export function findWordBoundary(key: string, known: ReadonlySet<string>): number {
  for (let cut = MIN_PART_LENGTH; cut <= key.length - MIN_PART_LENGTH; cut += 1) {
    if (known.has(key.slice(0, cut)) && known.has(key.slice(cut))) return cut;
  }
  return 0;
}
