import { cleanText, toMatchKey } from '../shared/text';

/** "như trên" and its abbreviations, as keys. */
const DITTO_WORDS = [
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
const DITTO_MARKS = /^[-–—.\s]*(?:"|''|,,|”|“|″|〃|〝|〞|\/\/|\|\||´´|``)[-–—.\s]*$/u;

/** True for a cell that stands for the one above it: nt, -nt-, n.t, (như trên), ″, 〃, -//-. */
export function isDitto(cell: string): boolean {
  const text = cleanText(cell);
  return DITTO_MARKS.test(text) || DITTO_WORDS.includes(toMatchKey(text));
}
