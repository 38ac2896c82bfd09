import { appendAll } from '../../shared/append-all';
import { isNoteMark } from '../note-marks';
import type { NoteMark } from '../raw-document';
import { closeGaps } from './close-gaps';
import { isNearPage } from './page-limits';
import type { Glyph, PageContent } from './read-page-content';

const MARK_CHARACTER = /^[\d()[\]*†‡,]$/;
const RAISED_CHARACTERS = /^[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]$/;

/** A mark of a note in parts of the height of the letter before it: smaller, raised, and next to it. */
const MAX_MARK_SIZE = 0.8;
const MIN_RISE = 0.15;
const MAX_RISE = 0.75;
const MIN_GAP = -0.2;
const MAX_GAP = 0.3;
/** A wider gap between characters is a blank. */
const MIN_BLANK = 0.22;
const SAME_BASELINE = 0.1;

/** So many characters before a mark tell a note from an exponent. */
const CHARACTERS_BEFORE = 6;
/** Glyphs are looked up by lines of so many points. */
const LINE_HEIGHT = 8;

const getEnd = (glyph: Glyph): number => glyph.x + glyph.width;

function isNextTo(glyph: Glyph, before: Glyph): boolean {
  const gap = (glyph.x - getEnd(before)) / before.size;
  return gap >= MIN_GAP && gap <= MAX_GAP;
}

/** Returns true if a glyph stands raised and small, or is raised by itself, right after another. */
function isRaisedAfter(glyph: Glyph, before: Glyph): boolean {
  if (!isNextTo(glyph, before)) return false;
  const rise = (before.y - glyph.y) / before.size;
  if (RAISED_CHARACTERS.test(glyph.text)) return Math.abs(rise) <= MAX_RISE;
  return glyph.size <= MAX_MARK_SIZE * before.size && rise >= MIN_RISE && rise <= MAX_RISE;
}

/** Returns true if a glyph goes on with the mark that another begins. */
function isSameMark(glyph: Glyph, before: Glyph): boolean {
  return Math.abs(glyph.y - before.y) <= SAME_BASELINE * before.size && isNextTo(glyph, before);
}

/** So many say where a note's mark stands; a gap of so many letter heights is another cell. */
const CHARACTERS_NAMED = 30;
const MIN_CELL_GAP = 1;

type GlyphIndex = {
  findBefore: (glyph: Glyph) => Glyph[];
  listLine: (glyph: Glyph, characters: number) => Glyph[];
};

/** Glyphs by their baselines, each from left to right. */
function createGlyphIndex(glyphs: readonly Glyph[]): GlyphIndex {
  const lines = new Map<number, Glyph[]>();
  const toLine = (y: number): number => Math.floor(y / LINE_HEIGHT);
  for (const glyph of glyphs) {
    const line = lines.get(toLine(glyph.y));
    if (line) line.push(glyph);
    else lines.set(toLine(glyph.y), [glyph]);
  }
  lines.forEach((line) => line.sort((a, b) => a.x - b.x));
  /** The last glyphs of a line that begin before a place. */
  const listBefore = (line: readonly Glyph[] | undefined, x: number, characters: number): Glyph[] => {
    if (!line) return [];
    let low = 0;
    for (let high = line.length; low < high;) {
      const middle = (low + high) >> 1;
      if (line[middle]!.x < x) low = middle + 1;
      else high = middle;
    }
    return line.slice(Math.max(0, low - characters), low);
  };
  const listNear = ({ x, y }: Glyph, reach: number, characters: number): Glyph[] => {
    const found: Glyph[] = [];
    for (let line = toLine(y) - 1; line <= toLine(y + reach); line++)
      appendAll(found, listBefore(lines.get(line), x, characters));
    return found;
  };
  return {
    findBefore: (glyph) => listNear(glyph, Math.min(4 * LINE_HEIGHT, 2 * glyph.size), CHARACTERS_BEFORE),
    listLine: (glyph, characters) =>
      listNear({ ...glyph, x: glyph.x + 0.01 }, 1, characters)
        .filter((other) => Math.abs(other.y - glyph.y) <= SAME_BASELINE * glyph.size)
        .sort((a, b) => a.x - b.x),
  };
}

/** Joins the text before a mark, with blanks where there are gaps. */
function joinBefore(glyphs: readonly Glyph[]): string {
  return glyphs.reduce((text, glyph, index) => {
    const before = glyphs[index - 1];
    const isApart = before !== undefined && glyph.x - getEnd(before) > MIN_BLANK * glyph.size;
    return `${text}${isApart ? ' ' : ''}${glyph.text}`;
  }, '');
}

/** Joins the words before a mark in its cell. */
function joinCellBefore(glyphs: readonly Glyph[]): string {
  const start = glyphs.findLastIndex((glyph, index) => {
    const before = glyphs[index - 1];
    return before !== undefined && glyph.x - getEnd(before) > MIN_CELL_GAP * glyph.size;
  });
  return joinBefore(glyphs.slice(Math.max(0, start)));
}

const toPlainDigits = (text: string): string => text.normalize('NFKC');

/**
 * Removes the marks of notes from a page: figures and signs that stand raised and small after a word, as the readers of
 * other formats do, and returns them from top to bottom. Exponents ("m2") stay, on the line of what they belong to.
 */
export function removeNoteMarks(content: PageContent): { content: PageContent; noteMarks: NoteMark[] } {
  // In the layer of a scan each word has a size of its own, which says nothing.
  const candidates = content.glyphs.filter(
    ({ text, turn, hiddenRun, x, y }) =>
      turn === 0 &&
      isNearPage({ x, y }) &&
      hiddenRun === undefined &&
      (MARK_CHARACTER.test(text) || RAISED_CHARACTERS.test(text)),
  );
  if (candidates.length === 0) return { content, noteMarks: [] };
  const index = createGlyphIndex(content.glyphs.filter(({ turn, text }) => turn === 0 && text.trim() !== ''));
  const removed = new Set<Glyph>();
  const exponents = new Map<Glyph, Glyph>();
  const found: (NoteMark & { at: Glyph })[] = [];
  const sorted = [...candidates].sort((a, b) => a.x - b.x);
  for (const [at, first] of sorted.entries()) {
    if (removed.has(first)) continue;
    const letter = index.findBefore(first).find((before) => isRaisedAfter(first, before));
    if (!letter) continue;
    const mark = collectMark(first, sorted.slice(at + 1, at + 1 + MAX_LOOK_AHEAD));
    const before = joinBefore(index.listLine(letter, CHARACTERS_BEFORE));
    const text = toPlainDigits(mark.map((glyph) => glyph.text).join(''));
    const isNote = isNoteMark(text, before);
    if (isNote)
      found.push({ mark: text, words: joinCellBefore(index.listLine(letter, CHARACTERS_NAMED)), at: letter });
    for (const glyph of mark)
      if (isNote) removed.add(glyph);
      else exponents.set(glyph, { ...glyph, y: letter.y });
  }
  const glyphs = removed.size > 0 ? closeGaps(content.glyphs, removed) : content.glyphs;
  const noteMarks = found
    .sort((a, b) => a.at.y - b.at.y || a.at.x - b.at.x)
    .map(({ mark, words }) => ({ mark, words }));
  return { content: { ...content, glyphs: glyphs.map((glyph) => exponents.get(glyph) ?? glyph) }, noteMarks };
}

/** Characters that a mark may have ("(12)"). */
const MAX_MARK_LENGTH = 6;
/** Candidates in other lines stand between those of a mark, from left to right. */
const MAX_LOOK_AHEAD = 500;

/** Collects the characters of a mark; `next`: the candidates behind its first, from left to right. */
function collectMark(first: Glyph, next: readonly Glyph[]): Glyph[] {
  const mark = [first];
  for (const glyph of next) {
    const last = mark.at(-1)!;
    if (glyph.x - getEnd(last) > MAX_GAP * last.size || mark.length === MAX_MARK_LENGTH) break;
    if (isSameMark(glyph, last)) mark.push(glyph);
  }
  return mark;
}
