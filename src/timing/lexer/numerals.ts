import { foldText } from './fold-text';
import { SPELLED_NUMBERS } from './lexicon';

const SPELLED_NUMBER_KEYS: ReadonlyMap<string, number> = new Map(
  Object.entries(SPELLED_NUMBERS).map(([word, value]) => [foldText(word), value]),
);

/** Number of a spelled word, marks dropped ("sau" is 6: the caller knows from the place whether it may be a number). */
export const parseSpelledNumber = (key: string): number | null => SPELLED_NUMBER_KEYS.get(key) ?? null;

const ROMAN_NUMERALS = [
  '',
  'i',
  'ii',
  'iii',
  'iv',
  'v',
  'vi',
  'vii',
  'viii',
  'ix',
  'x',
  'xi',
  'xii',
] as const;

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

export type RomanNumeral = { value: number; corrected: boolean };

/** Roman numeral up to XII; strokes read as l, 1, H or n count as i ("lI", "1V", "HI"), and the caller is told. */
export function parseRomanNumeral(key: string): RomanNumeral | null {
  const plain = (ROMAN_NUMERALS as readonly string[]).indexOf(key);
  if (plain > 0) return { value: plain, corrected: false };
  if (key.length > 4) return null;
  let strokes = '';
  for (const letter of key) strokes += STROKE_LOOK_ALIKES[letter] ?? letter;
  const value = (ROMAN_NUMERALS as readonly string[]).indexOf(strokes);
  return value > 0 ? { value, corrected: true } : null;
}
