import { cleanText, toMatchKey } from '../shared/text';

/** "như trên" and its abbreviations, as keys. */
const DITTO_TERMS = [
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

/** Returns true for a cell that stands for the one above it: nt, -nt-, n.t, (như trên), ″, 〃, -//-. */
export function isDitto(cell: string): boolean {
  const text = cleanText(cell);
  return DITTO_MARKS.test(text) || DITTO_TERMS.includes(toMatchKey(text));
}
