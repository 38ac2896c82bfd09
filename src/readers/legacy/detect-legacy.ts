import { decodeLegacy, type LegacyEncoding } from './decode-legacy';
import { encodeTcvn3Small, encodeVni } from './encode-legacy';
import { getFontEncoding, isCapitalsFont } from './font-encoding';
import { isVietnameseSyllable } from './vietnamese-syllable';

/**
 * The evidence of a text's words for one encoding. Many stored characters are valid Vietnamese letters of Unicode
 * too, so single characters decide nothing; words read both ways do.
 */
type Evidence = {
  /** Distinct words that are Vietnamese only when decoded. */
  legacy: number;
  /** Distinct words that are Vietnamese only as they stand. */
  unicode: number;
  /** Words that are Vietnamese both ways. */
  both: number;
  /** Words that would change and are Vietnamese neither way (abbreviations, typos, other languages). */
  neither: number;
};

/** Letters that no legacy text has: precomposed Vietnamese beyond Latin-1, and combining marks. */
const BEYOND_LATIN1 =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u0300-\u0323\u1ea0-\u1ef9]/;

const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text);

/** Splits at white space, ASCII digits and signs, and general punctuation; never at stored letters. */
const splitStoredWords = (text: string): string[] => text.match(/[^\s\0-@[-`{-\x7f\u2000-\u206f]+/g) ?? [];

/** Returns true if the encoding has every letter of the stored word. */
function isEncodable(word: string, decoded: string, encoding: LegacyEncoding): boolean {
  return (encoding === 'vni' ? encodeVni(decoded) : encodeTcvn3Small(decoded)) === word;
}

function weighEvidence(text: string, encoding: LegacyEncoding): Evidence {
  const evidence: Evidence = { legacy: 0, unicode: 0, both: 0, neither: 0 };
  for (const word of new Set(splitStoredWords(text))) {
    if (isAscii(word)) continue;
    const decoded = decodeLegacy(word, encoding);
    const written = isEncodable(word, decoded, encoding);
    if (written && decoded === word) continue;
    const asStored = isVietnameseSyllable(word);
    const asDecoded = written && isVietnameseSyllable(decoded);
    if (asDecoded && !asStored) evidence.legacy++;
    else if (asStored && !asDecoded) evidence.unicode++;
    else if (asStored) evidence.both++;
    else evidence.neither++;
  }
  return evidence;
}

/** Returns true if a text that may be in `encoding` can only be Unicode. */
export function isCertainlyUnicode(text: string, encoding: LegacyEncoding): boolean {
  if (BEYOND_LATIN1.test(text)) return true;
  const { legacy, unicode } = weighEvidence(text, encoding);
  return unicode > legacy;
}

export type LegacyDetection = {
  encoding: LegacyEncoding;
  /** Certain: the words leave no other reading. Likely: the document's other cells have to agree. */
  certainty: 'certain' | 'likely';
};

/**
 * Detects the legacy encoding that a text is stored in, by the fonts' names together with the words. Without a legacy
 * font the words alone must decide: two different words that are Vietnamese only when decoded, and none against.
 * `expected`: the encoding of the rest of the document; it takes the place of a font.
 *
 * @returns null for Unicode, and for plain ASCII, which is the same in all
 */
export function detectLegacy(
  text: string,
  fonts: readonly string[] = [],
  expected: LegacyEncoding | null = null,
): LegacyDetection | null {
  if (BEYOND_LATIN1.test(text)) return null;
  if (isAscii(text)) {
    const capitals = fonts.length > 0 && fonts.every(isCapitalsFont) && /[a-z]/.test(text);
    return capitals ? { encoding: 'tcvn3', certainty: 'likely' } : null;
  }
  const named = fonts.map(getFontEncoding).find((encoding) => encoding !== null) ?? expected;
  if (named) {
    const { legacy, unicode, both, neither } = weighEvidence(text, named);
    if (legacy > unicode) return { encoding: named, certainty: 'certain' };
    if (unicode > legacy || both + neither + legacy === 0) return null;
    return { encoding: named, certainty: 'likely' };
  }
  const [best] = (['tcvn3', 'vni'] as const)
    .map((encoding) => ({ encoding, ...weighEvidence(text, encoding) }))
    .filter(({ legacy, unicode, neither }) => unicode === 0 && legacy > neither)
    .sort((a, b) => b.legacy - a.legacy);
  if (!best) return null;
  return { encoding: best.encoding, certainty: best.legacy >= 2 ? 'certain' : 'likely' };
}
