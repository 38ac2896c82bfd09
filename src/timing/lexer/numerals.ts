import { parseRoman } from '../../shared/roman';
import { foldText } from './fold-text';
import { SPELLED_NUMBERS } from './lexicon';

const SPELLED_NUMBER_KEYS: ReadonlyMap<string, number> = new Map(
  Object.entries(SPELLED_NUMBERS).map(([word, value]) => [foldText(word), value]),
);

/**
 * Parses a spelled number without marks ("sau" is 6: the caller knows from the position whether it may be a
 * number).
 *
 * @returns null if the word is no number
 */
export const parseSpelledNumber = (key: string): number | null => SPELLED_NUMBER_KEYS.get(key) ?? null;

/** Months are the highest numbers written in Roman numerals. */
const MAX_ROMAN = 12;

/** What optical recognition makes of strokes side by side. */
const STROKE_LOOK_ALIKES: Readonly<Record<string, string>> = {
  l: 'i',
  '1': 'i',
  '|': 'i',
  '!': 'i',
  h: 'ii',
  n: 'ii',
  m: 'iii',
};

type RomanNumeral = { value: number; corrected: boolean };

/**
 * Parses a Roman numeral up to XII. Strokes recognised as l, 1, H or n count as i ("lI", "1V", "HI");
 * `corrected` says so.
 *
 * @returns null if the key is no numeral
 */
export function parseRomanNumeral(key: string): RomanNumeral | null {
  const value = parseSmallRoman(key);
  if (value !== null) return { value, corrected: false };
  if (key.length > 4) return null;
  let strokes = '';
  for (const letter of key) strokes += STROKE_LOOK_ALIKES[letter] ?? letter;
  const corrected = parseSmallRoman(strokes);
  return corrected === null ? null : { value: corrected, corrected: true };
}

function parseSmallRoman(key: string): number | null {
  const value = /^[ivx]+$/.test(key) ? parseRoman(key.toUpperCase()) : null;
  return value !== null && value <= MAX_ROMAN ? value : null;
}
