/**
 * There are no fonts here, so widths are those of Arial (Adobe's metrics of the identical Helvetica), in
 * thousandths of the font size; Calibri is a tenth narrower, Times New Roman about the same as Calibri. Marks
 * of Vietnamese letters add no width, except the horn of ơ and ư.
 */
const LETTER_WIDTHS: readonly (readonly [letters: string, width: number])[] = [
  ["iıjl'|", 222],
  [' .,:;/\\!ftI[]()-\u00a0', 278],
  ['r"*`', 345],
  ['csvxyzkJ', 500],
  ['wCDHNRUĐQGO', 722],
  ['mM—@%W…', 889],
  ['ABEKPSVXY&', 667],
  ['FTZL', 611],
];
const DEFAULT_LETTER_WIDTH = 556;
const HORN_WIDTH = 60;

const WIDTH_BY_LETTER = new Map(
  LETTER_WIDTHS.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width])),
);

function getCharacterWidth(character: string): number {
  const [base = character, ...marks] = character.normalize('NFD');
  const wide = base.codePointAt(0)! >= 0x1100;
  return (
    (WIDTH_BY_LETTER.get(base) ?? (wide ? 1000 : DEFAULT_LETTER_WIDTH)) +
    (marks.includes('\u031b') ? HORN_WIDTH : 0)
  );
}

/** Returns the width of a line of text in points. */
export function measureTextWidth(text: string, fontSize: number): number {
  let sum = 0;
  for (const character of text.normalize('NFC')) sum += getCharacterWidth(character);
  return (sum * fontSize) / 1000;
}

/** Height of a line: letters with two levels of marks, and the space between lines. */
export const getLineHeight = (fontSize: number): number => Math.ceil(fontSize * 1.28 * 4) / 4;

/**
 * Counts the lines of a text at a width, broken between words, and within a word that is longer than a line.
 */
export function countWrappedLines(text: string, width: number, fontSize: number): number {
  const space = measureTextWidth(' ', fontSize);
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(' ')) {
      const size = measureTextWidth(word, fontSize);
      if (used > 0 && used + space + size > width) {
        lines += 1;
        used = 0;
      }
      used += (used > 0 ? space : 0) + size;
      if (used > width) {
        lines += Math.ceil(used / width) - 1;
        used %= width;
      }
    }
  }
  return lines;
}
