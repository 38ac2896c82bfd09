import { removeMarks } from '../../shared/text';

/** Returns an alternation of words, with their marks and without, the longest first. */
export function alternate(words: string): string {
  const listed = words.split(',').map((word) => word.trim());
  return [...new Set([...listed, ...listed.map(removeMarks)])]
    .sort((left, right) => right.length - left.length)
    .join('|')
    .replaceAll(' ', String.raw`\s+`);
}

/** Makes a pattern of whole words. */
export const matchWords = (pattern: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\d])(?:${pattern})(?![\p{L}\d])`, 'giu');

/** Makes a pattern of words at the beginning of a text. */
export const matchStart = (words: string): RegExp =>
  new RegExp(String.raw`^(?:${alternate(words)})(?![\p{L}\d])`, 'iu');
