import { type FontStyle, GLYPH_WIDTHS } from './glyph-widths';

/** Of a letter that the table does not know: as wide as the widest common ones, so that no line is thought too short. */
const UNKNOWN_GLYPH_WIDTH = 1000;

function buildGlyphWidths(face: FontStyle): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(GLYPH_WIDTHS[face]).flatMap(([width, letters]) =>
      [...letters].map((letter): [string, number] => [letter, Number(width)]),
    ),
  );
}

const WIDTHS: Record<FontStyle, ReadonlyMap<string, number>> = {
  regular: buildGlyphWidths('regular'),
  bold: buildGlyphWidths('bold'),
  italic: buildGlyphWidths('italic'),
  boldItalic: buildGlyphWidths('boldItalic'),
};

/** Marks that do not change the width of their letter: all but the horn of ơ and ư. */
const FLAT_MARKS = /[\u0300-\u031a\u031c-\u036f]/g;
const MARKED_LETTERS = /[\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff\u00a0\u202f]/;

function removeToneMarks(text: string): string {
  return MARKED_LETTERS.test(text)
    ? text
        .normalize('NFD')
        .replace(FLAT_MARKS, '')
        .normalize('NFC')
        .replace(/[\u00a0\u202f]/g, ' ')
    : text;
}

/** Returns the width in points of a text on one line, in Times New Roman of a size. */
export function measureTextWidth(text: string, size: number, face: FontStyle = 'regular'): number {
  const widths = WIDTHS[face];
  let sum = 0;
  for (const letter of removeToneMarks(text)) sum += widths.get(letter) ?? UNKNOWN_GLYPH_WIDTH;
  return (sum * size) / 1000;
}

/** Returns the longest beginning of a word that fits; at least one letter. */
function cutWord(word: string, width: number, size: number, face: FontStyle): string {
  const letters = [...word.normalize('NFC')];
  let end = 1;
  while (end < letters.length && measureTextWidth(letters.slice(0, end + 1).join(''), size, face) <= width)
    end += 1;
  return letters.slice(0, end).join('');
}

/** After a hyphen inside of a word a line may end: "3815/KH-|UBND". */
const WORD_PARTS = /[^\s-]*-+|[^\s-]+/g;

type WordPart = { text: string; glued: boolean };

function splitIntoParts(paragraph: string): WordPart[] {
  return paragraph
    .split(/\s+/)
    .filter((word) => word !== '')
    .flatMap((word) =>
      (word.match(WORD_PARTS) ?? []).map((text, index): WordPart => ({ text, glued: index > 0 })),
    );
}

/**
 * Breaks a text into lines of at most `width` points. A word longer than a line is cut, as Excel and Word do. Line
 * breaks of the text stay; a blank text is one blank line.
 */
export function wrapLines(text: string, width: number, size: number, face: FontStyle = 'regular'): string[] {
  return text.split(/\r\n?|\n/).flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const { text: part, glued } of splitIntoParts(paragraph)) {
      const joined = line === '' ? part : glued ? line + part : `${line} ${part}`;
      if (measureTextWidth(joined, size, face) <= width) {
        line = joined;
        continue;
      }
      if (line !== '') lines.push(line);
      line = part;
      while (measureTextWidth(line, size, face) > width && [...line].length > 1) {
        const start = cutWord(line, width, size, face);
        lines.push(start);
        line = [...line.normalize('NFC')].slice([...start].length).join('');
      }
    }
    return [...lines, line];
  });
}
