import { TCVN3_TO_UNICODE } from './tcvn3-table';
import { VNI_TO_UNICODE } from './vni-table';

export type LegacyEncoding = 'tcvn3' | 'vni';

/** Undoes Word's mapping of symbol fonts to U+F020–U+F0FF; the letter is the low byte. */
function unmapPrivateUse(text: string): string {
  return text.replace(/[\uf020-\uf0ff]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xf000));
}

function decodeVni(text: string): string {
  let decoded = '';
  for (let at = 0; at < text.length;) {
    const pair = VNI_TO_UNICODE.get(text.slice(at, at + 2));
    decoded += pair ?? VNI_TO_UNICODE.get(text[at]!) ?? text[at]!;
    at += pair === undefined ? 1 : 2;
  }
  return decoded;
}

/** Decodes `text` as stored in a legacy font; letters that are not of that encoding stay. */
export function decodeLegacy(text: string, encoding: LegacyEncoding): string {
  const stored = unmapPrivateUse(text);
  return encoding === 'vni'
    ? decodeVni(stored)
    : stored.replace(/[\xa1-\xfe]/g, (letter) => TCVN3_TO_UNICODE.get(letter) ?? letter);
}
