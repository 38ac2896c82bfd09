import { appendAll } from '../../shared/append-all';
import { findMin } from '../../shared/min-max';
import { isNearPage } from './page-limits';
import type { Glyph } from './read-page-content';

/** Accents with a width of their own that some fonts print over a letter, by the mark that they stand for. */
const SPACING_ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  '\u02cb': '\u0300',
  '\u00b4': '\u0301',
  '\u02ca': '\u0301',
  '^': '\u0302',
  '\u02c6': '\u0302',
  '~': '\u0303',
  '\u02dc': '\u0303',
  '\u02d8': '\u0306',
};
const STROKES = /[\u0335\u0336]/;
const STROKED_LETTERS: Readonly<Record<string, string>> = { d: 'đ', D: 'Đ' };

/** The marks that are part of a Vietnamese letter (â, ă, ơ) come before the tone, or both do not compose. */
const LETTER_MARKS = '\u0302\u0306\u031b';

/** In parts of the letter height. A mark of no width is drawn back over the letter that ends where it stands. */
const MAX_EDGE_DISTANCE = 0.15;
const MAX_HEIGHT_DISTANCE = 0.5;
const MAX_CENTRE_DISTANCE = 0.6;
const MAX_MARK_WIDTH = 0.05;

/** Letters are looked up by squares of the page (points); more in one than this are drawn over each other. */
const SQUARE = 12;
const MAX_IN_SQUARE = 64;

const isMark = (glyph: Glyph): boolean => /^\p{M}+$/u.test(glyph.text);
const isLetter = (glyph: Glyph): boolean => /^\p{L}\p{M}*$/u.test(glyph.text);
const getCentre = (glyph: Glyph): number => glyph.x + glyph.width / 2;
const getEnd = (glyph: Glyph): number => glyph.x + glyph.width;

/** Returns the letter with a mark more, composed whatever the order in which its marks were drawn. */
function composeLetter(letter: string, mark: string): string {
  if (STROKES.test(mark)) return STROKED_LETTERS[letter] ?? letter;
  const [base = '', ...marks] = [...(letter.normalize('NFD') + mark)];
  const rank = (one: string): number => (LETTER_MARKS.includes(one) ? 0 : 1);
  return (base + marks.sort((a, b) => rank(a) - rank(b)).join('')).normalize('NFC');
}

const isAtHeight = (mark: Glyph, letter: Glyph): boolean =>
  mark.turn === letter.turn && Math.abs(mark.y - letter.y) <= MAX_HEIGHT_DISTANCE * letter.size;

/** Returns true if a mark of no width stands at the end of a letter. */
function isAtEnd(mark: Glyph, letter: Glyph): boolean {
  const { size } = letter;
  if (mark.width > MAX_MARK_WIDTH * size || !isAtHeight(mark, letter)) return false;
  return Math.abs(mark.x - getEnd(letter)) <= MAX_EDGE_DISTANCE * size;
}

/** Returns true if a mark stands above or below a letter, and not at its edge. */
function isOver(mark: Glyph, letter: Glyph): boolean {
  const margin = MAX_EDGE_DISTANCE * letter.width;
  const centre = getCentre(mark);
  return isAtHeight(mark, letter) && centre > letter.x + margin && centre < getEnd(letter) - margin;
}

const toSquare = (at: number): number => Math.floor(at / SQUARE);

/** Finds letters near a place. */
function createLetterIndex(letters: readonly Glyph[]): (x: number, y: number, reach: number) => Glyph[] {
  const squares = new Map<string, Glyph[]>();
  for (const letter of letters) {
    const key = `${toSquare(letter.x)} ${toSquare(letter.y)}`;
    const square = squares.get(key);
    if (!square) squares.set(key, [letter]);
    else if (square.length < MAX_IN_SQUARE) square.push(letter);
  }
  return (x, y, reach) => {
    const found: Glyph[] = [];
    for (let column = toSquare(x - reach); column <= toSquare(x + reach); column++)
      for (let row = toSquare(y - reach); row <= toSquare(y + reach); row++)
        appendAll(found, squares.get(`${column} ${row}`) ?? []);
    return found;
  };
}

/** Finds the letter that a mark belongs to: the one it was drawn after, else the one it stands over, else the nearest. */
function findLetter(mark: Glyph, before: Glyph | undefined, nearby: readonly Glyph[]): Glyph | undefined {
  if (before && isLetter(before) && (isAtEnd(mark, before) || isOver(mark, before))) return before;
  const inside = nearby.filter((letter) => isOver(mark, letter));
  const over = inside.length > 0 ? inside : nearby.filter((letter) => isAtEnd(mark, letter));
  const distance = (letter: Glyph): number =>
    Math.abs(getCentre(letter) - getCentre(mark)) + Math.abs(letter.y - mark.y);
  const candidates =
    over.length > 0
      ? over
      : nearby.filter(
          (letter) =>
            distance(letter) <= MAX_CENTRE_DISTANCE * letter.size &&
            Math.abs(letter.y - mark.y) <= MAX_HEIGHT_DISTANCE * letter.size,
        );
  const least = findMin(candidates.map(distance));
  return candidates.find((letter) => distance(letter) === least);
}

/** Hostile files print letters as large as a page. */
const MAX_REACH = 60;

/**
 * Joins accents that are drawn apart from their letters: marks of no width after or over them, and accents of fonts
 * without Vietnamese letters, printed over a plain one. Others stay as they are.
 */
export function joinAccents(glyphs: readonly Glyph[]): Glyph[] {
  const isAccent = (glyph: Glyph): boolean =>
    isNearPage(glyph) && (isMark(glyph) || glyph.text in SPACING_ACCENTS);
  if (!glyphs.some(isAccent)) return [...glyphs];
  const copies = glyphs.map((glyph) => ({ ...glyph }));
  const findNearby = createLetterIndex(copies.filter(isLetter));
  const joined = new Set<Glyph>();
  let before: Glyph | undefined;
  for (const glyph of copies) {
    if (!isAccent(glyph)) {
      before = glyph;
      continue;
    }
    const spacing = SPACING_ACCENTS[glyph.text];
    const reach = Math.min(MAX_REACH, 1.5 * glyph.size);
    const letter = findLetter(glyph, before, findNearby(getCentre(glyph), glyph.y, reach));
    // An accent that is a sign of its own stands beside letters, never over one.
    if (!letter || (spacing !== undefined && !isOver(glyph, letter))) continue;
    letter.text = composeLetter(letter.text, spacing ?? glyph.text);
    joined.add(glyph);
  }
  return copies.filter((glyph) => !joined.has(glyph));
}
