/** One letter without its marks, in lower case; đ is d. Kept, since a column of timings repeats few letters. */
const folded = new Map<string, string>();

export function foldLetter(letter: string): string {
  let plain = folded.get(letter);
  if (plain === undefined) {
    plain = letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[đðɖ]/g, 'd');
    folded.set(letter, plain);
  }
  return plain;
}

/** Key of a word or phrase: letters without marks, lower case. Spaces and punctuation stay. */
export function fold(text: string): string {
  let key = '';
  for (const letter of text) key += foldLetter(letter);
  return key;
}
