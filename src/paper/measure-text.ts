import { GLYPH_WIDTHS } from './glyph-widths';
import type { Face } from './glyph-widths';

/** Of a letter that the table does not know: as wide as the widest common ones, so that no line is thought too short. */
const UNKNOWN = 1000;

function widthsOf(face: Face): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(GLYPH_WIDTHS[face]).flatMap(([width, letters]) =>
      [...letters].map((letter): [string, number] => [letter, Number(width)]),
    ),
  );
}

const WIDTHS: Record<Face, ReadonlyMap<string, number>> = {
  regular: widthsOf('regular'),
  bold: widthsOf('bold'),
  italic: widthsOf('italic'),
  boldItalic: widthsOf('boldItalic'),
};

/** Marks that do not change the width of their letter: all but the horn of ơ and ư. */
const FLAT_MARKS = /[\u0300-\u031a\u031c-\u036f]/g;
const NEEDS_BARING = /[\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff\u00a0\u202f]/;

function bare(text: string): string {
  return NEEDS_BARING.test(text)
    ? text
        .normalize('NFD')
        .replace(FLAT_MARKS, '')
        .normalize('NFC')
        .replace(/[\u00a0\u202f]/g, ' ')
    : text;
}

/** Width in points of a text on one line, in Times New Roman of a size. */
export function textWidth(text: string, size: number, face: Face = 'regular'): number {
  const widths = WIDTHS[face];
  let sum = 0;
  for (const letter of bare(text)) sum += widths.get(letter) ?? UNKNOWN;
  return (sum * size) / 1000;
}

/** The longest beginning of a word that fits; at least one letter. */
function cutWord(word: string, width: number, size: number, face: Face): string {
  const letters = [...word.normalize('NFC')];
  let end = 1;
  while (end < letters.length && textWidth(letters.slice(0, end + 1).join(''), size, face) <= width) end += 1;
  return letters.slice(0, end).join('');
}

/** After a hyphen inside of a word a line may end: "3815/KH-|UBND". */
const PIECES = /[^\s-]*-+|[^\s-]+/g;

type Piece = { text: string; glued: boolean };

function piecesOf(paragraph: string): Piece[] {
  return paragraph
    .split(/\s+/)
    .filter((word) => word !== '')
    .flatMap((word) => (word.match(PIECES) ?? []).map((text, index): Piece => ({ text, glued: index > 0 })));
}

/**
 * The lines into which a text is broken where it may be `width` points wide. A word longer than a line is cut, as Excel
 * and Word do. Lines that the text has itself stay lines; a blank text is one blank line.
 */
export function wrapLines(text: string, width: number, size: number, face: Face = 'regular'): string[] {
  return text.split(/\r\n?|\n/).flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const { text: piece, glued } of piecesOf(paragraph)) {
      const joined = line === '' ? piece : glued ? line + piece : `${line} ${piece}`;
      if (textWidth(joined, size, face) <= width) {
        line = joined;
        continue;
      }
      if (line !== '') lines.push(line);
      line = piece;
      while (textWidth(line, size, face) > width && [...line].length > 1) {
        const start = cutWord(line, width, size, face);
        lines.push(start);
        line = [...line.normalize('NFC')].slice([...start].length).join('');
      }
    }
    return [...lines, line];
  });
}
