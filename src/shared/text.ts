import { foldLookAlikes } from './look-alikes';
import { memoize } from './memoize';

/**
 * Text as it comes out of Word, Excel and PDF files, and the keys by which it is compared.
 * Legacy fonts (TCVN3, VNI) must be converted before: in TCVN3 the soft hyphen is the letter ư and U+00D0 is é.
 */

const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]/g;
const LINE_ENDS = /_x000[dD]_\n?|\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** Letters that look like Đ in print but are Icelandic or African: seen in files typed with a wrong layout. */
const D_LOOK_ALIKES: Readonly<Record<string, string>> = { Ð: 'Đ', Ɖ: 'Đ', ð: 'đ', ɖ: 'đ' };

/** A document's sign cut by a line end: "3815/KH-" + "UBND". Capitals on both sides, so prose dashes stay apart. */
const SIGN_SPLIT_BY_LINE_END = /(?<=[\p{Lu}\d]-) *\n\s*(?=\p{Lu}{2})/gu;

/** Text in which there is nothing to clean: most of what is cleaned was clean already. */
const CLEAN_TEXT =
  /^(?! )(?!.*_x000)(?:[!-~\u00a1-\u00ac\u00ae-\u00cf\u00d1-\u00ef\u00f1-\u0188\u018a-\u01c3\u1e00-\u1e99\u1ea0-\u1ef9\u2013\u2014\u2018-\u201e\u2026]| (?! |$))*$/;

/**
 * Returns the text of a cell or paragraph on one line: NFC, plain spaces, no invisible characters, Đ for its
 * look-alikes, signs cut by a line end joined, every other run of white space one space. Changes no word.
 * Idempotent.
 */
export const cleanText = (raw: string): string => (CLEAN_TEXT.test(raw) ? raw : cleanUncached(raw));

function cleanUncached(raw: string): string {
  return raw
    .replace(INVISIBLE, '')
    .replace(LINE_ENDS, '\n')
    .normalize('NFC')
    .replace(/[ÐƉðɖ]/g, (letter) => D_LOOK_ALIKES[letter] ?? letter)
    .replace(SIGN_SPLIT_BY_LINE_END, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Ends of lines in a text, before they are made one kind. */
const ANY_LINE_END = /_x000[dD]_|[\n\r\v\f\u0085\u2028\u2029]/;

/**
 * Returns the text of a cell with its line ends: each line as `cleanText` gives it, blank ones left out. Idempotent.
 */
export function cleanLines(raw: string): string {
  if (!ANY_LINE_END.test(raw)) return cleanText(raw);
  return raw
    .replace(INVISIBLE, '')
    .replace(LINE_ENDS, '\n')
    .normalize('NFC')
    .replace(SIGN_SPLIT_BY_LINE_END, '')
    .split('\n')
    .map(cleanText)
    .filter((line) => line !== '')
    .join('\n');
}

/** Joins two parts of one cell that a page or a row has cut; the line ends within the parts stay. */
export function joinLines(before: string, after: string): string {
  const [first = '', ...rest] = cleanLines(after).split('\n');
  const lines = cleanLines(before).split('\n');
  const joined = joinText(lines.pop() ?? '', first);
  return [...lines, joined, ...rest].filter((line) => line !== '').join('\n');
}

/**
 * Joins two parts of one cell that a page or a row has cut, by the same rules as a line end inside a cell.
 */
export const joinText = (before: string, after: string): string => cleanText(`${before}\n${after}`);

/** Folds case as Excel does when it compares names and texts: accents count, case does not. */
export const foldCase = (text: string): string => text.normalize('NFC').toLocaleLowerCase('vi');

/** Takes the marks off letters and keeps their case: "Đã nộp" becomes "Da nop". */
export const removeMarks = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

/** Open syllables written with i or y alike: quý/quí, kỳ/kì, lý/lí, tỷ/tỉ, mỹ/mĩ, sỹ/sĩ, hy/hi. */
const I_OR_Y = /(?<![\p{L}\p{N}])(qu|h|k|l|m|s|t)i(?![\p{L}\p{N}])/gu;

const replacePunctuation = (text: string): string => text.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim();

/** Converts clean text to the characters of a key: lower case, no marks, everything else a space. */
function foldCharacters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/[^\p{L}\p{N}]/gu, ' ')
    .normalize('NFC');
}

/** Folded forms of the characters that `CLEAN` allows, each of which folds by itself. */
const FOLDED_CHARACTERS = new Map<string, string>();

function foldByCharacter(text: string): string {
  let key = '';
  for (const character of text) {
    let form = FOLDED_CHARACTERS.get(character);
    if (form === undefined) FOLDED_CHARACTERS.set(character, (form = foldCharacters(character)));
    key += form;
  }
  return key;
}

/**
 * Returns the key for comparing wordings (headers, markers, contents): lower case, no diacritics, no
 * punctuation, one space; full-width digits and Roman numeral signs are plain, i and y are one where spelling
 * allows both ("quí" is "quy"). Not for the identity of units: Tân and Tấn Phú have one key; use
 * `toIdentityKey`.
 */
export const toMatchKey = memoize(computeMatchKey);

function computeMatchKey(text: string): string {
  const words = cleanText(text);
  return (CLEAN_TEXT.test(words) ? foldByCharacter(words) : foldCharacters(words))
    .replace(/ {2,}/g, ' ')
    .trim()
    .replace(I_OR_Y, '$1y');
}

/** An open syllable in oa, oe, uy with its tone on the first vowel ("hòa"), decomposed. */
const TONE_ON_FIRST_VOWEL =
  /(?<!q)(o(?=[\u0300\u0301\u0303\u0309\u0323][ae])|u(?=[\u0300\u0301\u0303\u0309\u0323]y))(\p{M})(\p{L})$/u;

/** The syllables of a language are few. */
const normalizeSpelling = memoize(computeSpelling);

function computeSpelling(syllable: string): string {
  return syllable
    .normalize('NFD')
    .replace(TONE_ON_FIRST_VOWEL, '$1$3$2')
    .replace(/^(qu|h|k|l|m|s|t)i(?!\p{M}*\p{L})/u, '$1y')
    .normalize('NFC');
}

/**
 * Returns the key for comparing names: as `toMatchKey`, but diacritics count. Free spelling does not matter:
 * hoà and hòa, thuỷ and thủy, quí and quý are one, and letters of other scripts are what they look like.
 */
export function toIdentityKey(text: string): string {
  return replacePunctuation(foldLookAlikes(cleanText(text)).normalize('NFKC').toLowerCase().normalize('NFC'))
    .split(' ')
    .map(normalizeSpelling)
    .join(' ');
}
