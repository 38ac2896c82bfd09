import { tcvn3ToUnicode } from './tcvn3-table';
import { vniToUnicode } from './vni-table';

export type LegacyEncoding = 'tcvn3' | 'vni';

/** Word keeps letters of symbol fonts at U+F020–U+F0FF; the letter itself is the low byte. */
const outOfPrivateUse = (text: string): string =>
  text.replace(/[\uf020-\uf0ff]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xf000));

const decodeVni = (text: string): string => {
  let decoded = '';
  for (let at = 0; at < text.length;) {
    const pair = vniToUnicode.get(text.slice(at, at + 2));
    decoded += pair ?? vniToUnicode.get(text[at]!) ?? text[at]!;
    at += pair === undefined ? 1 : 2;
  }
  return decoded;
};

/** Reads `text` as stored under a legacy font; letters that are not of that encoding stay. */
export const decodeLegacy = (text: string, encoding: LegacyEncoding): string => {
  const stored = outOfPrivateUse(text);
  return encoding === 'vni'
    ? decodeVni(stored)
    : stored.replace(/[\xa1-\xfe]/g, (letter) => tcvn3ToUnicode.get(letter) ?? letter);
};

const smallTonedLetter = /[à-ỹ]/;

/** Has it a capital beyond its first letter, and no small letter but those TCVN3 lacks as capitals? */
const isCapitalsWithGaps = (word: string): boolean =>
  smallTonedLetter.test(word) && !/[a-zăâđêôơư]/.test(word) && /^.+[A-ZĂÂĐÊÔƠƯ]/.test(word);

/**
 * TCVN3 cannot write toned capitals outside of its H fonts: typed in a plain font, "QUẬN" is stored as "QUËN" and
 * would read "QUậN". Words whose other letters are capitals get theirs back; a line of such words, wholly.
 */
export const restoreTonedCapitals = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      const gaps = (line.match(/\p{L}+/gu) ?? []).filter(isCapitalsWithGaps).length;
      if (gaps >= 2 && !/[a-zăâđêôơư]/.test(line)) return line.toUpperCase();
      return line.replace(/\p{L}+/gu, (word) => (isCapitalsWithGaps(word) ? word.toUpperCase() : word));
    })
    .join('\n');
