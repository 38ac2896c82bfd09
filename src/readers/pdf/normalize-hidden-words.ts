import { findMax } from '../../shared/min-max';
import { computeMedian } from '../placed-text';
import type { Glyph, PageContent } from './read-page-content';

/** A word of an invisible text layer: its characters, as one show operator or a part of one between blanks. */
type HiddenWord = { glyphs: Glyph[]; x0: number; x1: number; y: number; size: number };

/** If more runs than this have blanks inside, they are lines or parts of lines, and blanks and gaps end their words. */
const MAX_BLANK_RATIO = 0.02;
/** Fewer pairs do not show how wide words are drawn. */
const MIN_PAIRS = 20;
/** A blank between words, in parts of the letter height. */
const USUAL_BLANK = 0.25;
const MIN_BLANK = 0.08;
/** Words within this distance in height are on one line. */
const SAME_LINE_TOLERANCE = 0.4;

const isBlankGlyph = (glyph: Glyph): boolean => glyph.text.trim() === '';

function groupGlyphRuns(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = runs.at(-1);
    if (last && last[0]!.hiddenRun === glyph.hiddenRun) last.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

function createHiddenWord(glyphs: Glyph[]): HiddenWord {
  return {
    glyphs,
    x0: glyphs[0]!.x,
    x1: findMax(glyphs.map((glyph) => glyph.x + glyph.width)),
    y: glyphs[0]!.y,
    size: glyphs[0]!.size,
  };
}

/** Removes the blanks at both ends of a run. */
function trimRun(run: readonly Glyph[]): Glyph[] {
  return run.slice(
    run.findIndex((glyph) => !isBlankGlyph(glyph)),
    run.findLastIndex((glyph) => !isBlankGlyph(glyph)) + 1,
  );
}

function splitAtBlanks({ glyphs }: HiddenWord): HiddenWord[] {
  const words: Glyph[][] = [[]];
  for (const glyph of glyphs) {
    if (isBlankGlyph(glyph)) words.push([]);
    else words.at(-1)!.push(glyph);
  }
  return words.filter((word) => word.length > 0).map(createHiddenWord);
}

/** Pairs each word with the next one on its line. */
function pairNeighbours(words: readonly HiddenWord[]): [HiddenWord, HiddenWord][] {
  const sorted = [...words].sort((a, b) => a.y - b.y || a.x0 - b.x0);
  const lines: HiddenWord[][] = [];
  for (const word of sorted) {
    const last = lines.at(-1);
    if (last && word.y - last[0]!.y <= SAME_LINE_TOLERANCE * word.size) last.push(word);
    else lines.push([word]);
  }
  return lines.flatMap((line) => {
    line.sort((a, b) => a.x0 - b.x0);
    return line.slice(1).map((word, index): [HiddenWord, HiddenWord] => [line[index]!, word]);
  });
}

function scaleWord(word: HiddenWord, factor: number): HiddenWord {
  return createHiddenWord(
    word.glyphs.map((glyph) => ({
      ...glyph,
      x: word.x0 + (glyph.x - word.x0) * factor,
      width: glyph.width * factor,
    })),
  );
}

/**
 * Estimates how much narrower or wider the words in the picture are than the layer's font draws them: recognition
 * places each word where it begins, in another font.
 */
function estimateWidthFactor(words: readonly HiddenWord[]): number {
  const factors = pairNeighbours(words)
    .map(([word, next]) => (next.x0 - word.x0) / (word.x1 - word.x0 + USUAL_BLANK * word.size))
    .filter((factor) => factor > 0.4 && factor < 2);
  if (factors.length < MIN_PAIRS) return 1;
  return computeMedian(factors);
}

/** Shrinks words that overlap the beginning of the next one. */
function shrinkOverlaps(words: readonly HiddenWord[]): HiddenWord[] {
  const factors = new Map<HiddenWord, number>();
  for (const [word, next] of pairNeighbours(words)) {
    const end = next.x0 - MIN_BLANK * word.size;
    if (word.x1 > end && end > word.x0) factors.set(word, (end - word.x0) / (word.x1 - word.x0));
  }
  return words.map((word) => {
    const factor = factors.get(word);
    return factor === undefined || factor < 0.3 ? word : scaleWord(word, factor);
  });
}

/** Gives words one letter height: recognition that measures letters one by one gives each word another. */
function normalizeSizes(words: readonly HiddenWord[]): HiddenWord[] {
  const usual = computeMedian(words.map(({ size }) => size));
  const isUsual = (size: number): boolean => size > 0.6 * usual && size < 1.6 * usual;
  return words.map((word) =>
    isUsual(word.size)
      ? { ...word, size: usual, glyphs: word.glyphs.map((glyph) => ({ ...glyph, size: usual })) }
      : word,
  );
}

/** Words of a line have smaller gaps than this, in letter heights; columns have larger ones. */
const MAX_LINE_GAP = 1.2;

/** Puts the words of a line on one baseline: recognition gives each its own, and scans are slightly skewed. */
function alignBaselines(words: readonly HiddenWord[]): HiddenWord[] {
  const lines: HiddenWord[][] = [];
  for (const word of [...words].sort((a, b) => a.x0 - b.x0)) {
    const before = (line: HiddenWord[]): HiddenWord => line.at(-1)!;
    const off = (line: HiddenWord[]): number => Math.abs(before(line).y - word.y);
    const [nearest] = lines
      .filter((line) => {
        const gap = word.x0 - before(line).x1;
        return (
          gap > -0.3 * word.size &&
          gap < MAX_LINE_GAP * word.size &&
          off(line) <= SAME_LINE_TOLERANCE * word.size
        );
      })
      .sort((a, b) => off(a) - off(b));
    if (nearest) nearest.push(word);
    else lines.push([word]);
  }
  return lines.flatMap((line) => {
    const y = computeMedian(line.map((word) => word.y));
    return line.map((word) => ({ ...word, y }));
  });
}

/** Returns the glyphs of a word, which belongs to the cell of its middle, wherever its last letters stand. */
function toWordGlyphs(word: HiddenWord): Glyph[] {
  const middle = (word.x0 + word.x1) / 2;
  const end = word.glyphs.at(-1)!;
  return [
    ...word.glyphs.map((glyph) => ({ ...glyph, y: word.y, wordMiddle: middle })),
    // So that the next one is another word, however near: before that one's first letter, even if they overlap.
    { ...end, text: ' ', x: end.x + 0.01, y: word.y, width: 0, wordMiddle: middle },
  ];
}

/** Joins the parts of a word that are separate because a font lacks one of its letters. */
function joinWordParts(words: readonly HiddenWord[]): HiddenWord[] {
  const joined: HiddenWord[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const isNext =
      last !== undefined &&
      Math.abs(word.y - last.y) <= MIN_BLANK * word.size &&
      Math.abs(word.x0 - last.x1) <= MIN_BLANK * word.size;
    if (isNext) joined[joined.length - 1] = createHiddenWord([...last.glyphs, ...word.glyphs]);
    else joined.push(word);
  }
  return joined;
}

/**
 * Normalizes the invisible text layer of a scan, where each word or line was placed by itself in a font that is not the
 * picture's: words get the width they have in the picture, none overlaps the next one, and each line has one baseline.
 */
export function normalizeHiddenWords(content: PageContent): PageContent {
  const isHidden = (glyph: Glyph): boolean => glyph.hiddenRun !== undefined && glyph.turn === 0;
  const runs = groupGlyphRuns(content.glyphs.filter(isHidden))
    .map(trimRun)
    .filter((run) => run.length > 0);
  const long = runs.filter((run) => run.length > 1);
  // In a layer of single letters their gaps part the words.
  if (long.length === 0 || long.length < 0.5 * runs.length) return content;
  const isByWords = long.filter((run) => run.some(isBlankGlyph)).length <= MAX_BLANK_RATIO * long.length;
  const set = runs.map(createHiddenWord);
  const factor = isByWords ? estimateWidthFactor(set) : 1;
  const fitted = shrinkOverlaps(
    Math.abs(factor - 1) > 0.05 ? set.map((word) => scaleWord(word, factor)) : set,
  );
  const words = isByWords ? fitted : joinWordParts(fitted.flatMap(splitAtBlanks));
  return {
    ...content,
    glyphs: [
      ...content.glyphs.filter((glyph) => !isHidden(glyph)),
      ...alignBaselines(normalizeSizes(words)).flatMap(toWordGlyphs),
    ],
  };
}
