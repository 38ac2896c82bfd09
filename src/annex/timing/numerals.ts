import { fold } from './fold';
import { SPELLED } from './lexicon';

const SPELLED_KEYS: ReadonlyMap<string, number> = new Map(
  Object.entries(SPELLED).map(([word, value]) => [fold(word), value]),
);

/** Number of a spelled word, marks dropped ("sau" is 6: the caller knows from the place whether it may be a number). */
export const spelledNumber = (key: string): number | null => SPELLED_KEYS.get(key) ?? null;

const ROMAN = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'] as const;

/** What optical recognition makes of strokes side by side. */
const STROKES: Readonly<Record<string, string>> = {
  l: 'i',
  '1': 'i',
  '|': 'i',
  '!': 'i',
  h: 'ii',
  n: 'ii',
  m: 'iii',
};

export type Roman = { value: number; misread: boolean };

/** Roman numeral up to XII; strokes read as l, 1, H or n count as i ("lI", "1V", "HI"), and the caller is told. */
export function romanNumber(key: string): Roman | null {
  const plain = (ROMAN as readonly string[]).indexOf(key);
  if (plain > 0) return { value: plain, misread: false };
  if (key.length > 4) return null;
  let strokes = '';
  for (const letter of key) strokes += STROKES[letter] ?? letter;
  const value = (ROMAN as readonly string[]).indexOf(strokes);
  return value > 0 ? { value, misread: true } : null;
}
