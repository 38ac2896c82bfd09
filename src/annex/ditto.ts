import { cleanText, matchKey } from './text';

/** "như trên" and its abbreviations, as keys. */
const WORDS = [
  'nt',
  'n t',
  'nhu tren',
  'nhu tren nt',
  'nhu o tren',
  'tuong tu',
  'tuong tu nhu tren',
  'nhu muc tren',
];
/** Repetition marks: ", '', ″, 〃, -//-, -"-. */
const MARKS = /^[-–—.\s]*(?:"|''|,,|”|“|″|〃|〝|〞|\/\/|\|\||´´|``)[-–—.\s]*$/u;

/** True for a cell that stands for the one above it: nt, -nt-, n.t, (như trên), ″, 〃, -//-. */
export function isDitto(cell: string): boolean {
  const text = cleanText(cell);
  return MARKS.test(text) || WORDS.includes(matchKey(text));
}
