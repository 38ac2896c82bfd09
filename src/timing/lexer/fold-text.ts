/** One letter without its marks, in lower case; đ is d. Kept, since a column of timings repeats few letters. */
const FOLDED_LETTERS = new Map<string, string>();

/**
 * Returns one letter without its marks, in lower case; đ is d. Cached, because a column of timings repeats
 * few letters.
 */
export function foldLetter(letter: string): string {
  let plain = FOLDED_LETTERS.get(letter);
  if (plain === undefined) {
    plain = letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[đðɖ]/g, 'd');
    FOLDED_LETTERS.set(letter, plain);
  }
  return plain;
}

/** Returns the key of a word or phrase: letters without marks, lower case. Spaces and punctuation stay. */
export function foldText(text: string): string {
  let key = '';
  for (const letter of text) key += foldLetter(letter);
  return key;
}
