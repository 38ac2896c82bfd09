/**
 * Cyrillic and Greek letters that look like Latin ones: typed on a keyboard of another language, or to make two names
 * look like one. Source: Unicode UTS #39, confusables, those of one letter.
 */
// prettier-ignore
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  // Cyrillic
  А: 'A', В: 'B', Е: 'E', Ѕ: 'S', І: 'I', Ї: 'Ï', Ј: 'J', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T',
  У: 'Y', Ү: 'Y', Х: 'X', Ԛ: 'Q', Ԝ: 'W', Ԁ: 'D', Һ: 'H', а: 'a', е: 'e', ѕ: 's', і: 'i', ї: 'ï', ј: 'j', к: 'k',
  м: 'm', н: 'h', о: 'o', п: 'n', р: 'p', с: 'c', т: 't', у: 'y', ү: 'y', х: 'x', ԛ: 'q', ԝ: 'w', ԁ: 'd', һ: 'h',
  и: 'u', ѵ: 'v', г: 'r',
  // Greek
  Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H', Ι: 'I', Κ: 'K', Μ: 'M', Ν: 'N', Ο: 'O', Ρ: 'P', Τ: 'T', Υ: 'Y', Χ: 'X',
  α: 'a', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', υ: 'u', χ: 'x',
};

const FOREIGN_LETTER = /[\u0370-\u03ff\u0400-\u052f]/u;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Characters that are not seen, and not the white space of Word and Excel. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff]/;

/** Letters of a word that look like Latin ones become these; a word that is of another script altogether stays. */
function foldWord(word: string): string {
  if (!FOREIGN_LETTER.test(word)) return word;
  const letters = [...word.normalize('NFD')].map((letter) => LOOK_ALIKES[letter] ?? letter);
  return letters.some((letter) => FOREIGN_LETTER.test(letter)) ? word : letters.join('').normalize('NFC');
}

/** Returns a text as it looks: letters of other scripts that look Latin are Latin. */
export const foldLookAlikes = (text: string): string =>
  FOREIGN_LETTER.test(text) ? text.replace(WORD, foldWord) : text;

/** Returns true if a text is not what it looks like: it has look-alike letters, or characters that are not seen. */
export const hasLookAlikes = (text: string): boolean => INVISIBLE.test(text) || foldLookAlikes(text) !== text;
