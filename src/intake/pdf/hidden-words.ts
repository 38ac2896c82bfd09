import { median } from '../layout/placed-text';
import type { Glyph, PageContent } from './page-content';

/** A word of an invisible text layer: its characters, as one show operator or a part of one between blanks. */
type HiddenWord = { glyphs: Glyph[]; x0: number; x1: number; y: number; size: number };

/** More runs than this part with blanks inside: lines, or pieces of lines; their blanks and gaps say where words end. */
const fewBlanks = 0.02;
/** Fewer pairs say nothing of how wide words are drawn. */
const fewestPairs = 20;
/** A blank between words, in parts of the letter height. */
const usualBlank = 0.25;
const leastBlank = 0.08;
/** Words this near in height stand on one line. */
const sameLine = 0.4;

const isBlank = (glyph: Glyph): boolean => glyph.text.trim() === '';

function runsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = runs.at(-1);
    if (last && last[0]!.hiddenRun === glyph.hiddenRun) last.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

function wordOf(glyphs: Glyph[]): HiddenWord {
  return {
    glyphs,
    x0: glyphs[0]!.x,
    x1: Math.max(...glyphs.map((glyph) => glyph.x + glyph.width)),
    y: glyphs[0]!.y,
    size: glyphs[0]!.size,
  };
}

/** A run from its first letter to its last. */
function trimmed(run: readonly Glyph[]): Glyph[] {
  return run.slice(
    run.findIndex((glyph) => !isBlank(glyph)),
    run.findLastIndex((glyph) => !isBlank(glyph)) + 1,
  );
}

function splitAtBlanks({ glyphs }: HiddenWord): HiddenWord[] {
  const words: Glyph[][] = [[]];
  for (const glyph of glyphs) {
    if (isBlank(glyph)) words.push([]);
    else words.at(-1)!.push(glyph);
  }
  return words.filter((word) => word.length > 0).map(wordOf);
}

/** Each word with the next one on its line. */
function neighbours(words: readonly HiddenWord[]): [HiddenWord, HiddenWord][] {
  const sorted = [...words].sort((a, b) => a.y - b.y || a.x0 - b.x0);
  const lines: HiddenWord[][] = [];
  for (const word of sorted) {
    const last = lines.at(-1);
    if (last && word.y - last[0]!.y <= sameLine * word.size) last.push(word);
    else lines.push([word]);
  }
  return lines.flatMap((line) => {
    line.sort((a, b) => a.x0 - b.x0);
    return line.slice(1).map((word, index): [HiddenWord, HiddenWord] => [line[index]!, word]);
  });
}

function scaled(word: HiddenWord, factor: number): HiddenWord {
  return wordOf(
    word.glyphs.map((glyph) => ({
      ...glyph,
      x: word.x0 + (glyph.x - word.x0) * factor,
      width: glyph.width * factor,
    })),
  );
}

/**
 * How much narrower or wider the words in the picture are than the layer's font draws them: recognition sets each word
 * where it begins, in a font of its own.
 */
function widthFactor(words: readonly HiddenWord[]): number {
  const factors = neighbours(words)
    .map(([word, next]) => (next.x0 - word.x0) / (word.x1 - word.x0 + usualBlank * word.size))
    .filter((factor) => factor > 0.4 && factor < 2);
  if (factors.length < fewestPairs) return 1;
  return median(factors);
}

/** Words that reach over the beginning of the next one, drawn as wide as there is room. */
function withoutOverlaps(words: readonly HiddenWord[]): HiddenWord[] {
  const room = new Map<HiddenWord, number>();
  for (const [word, next] of neighbours(words)) {
    const end = next.x0 - leastBlank * word.size;
    if (word.x1 > end && end > word.x0) room.set(word, (end - word.x0) / (word.x1 - word.x0));
  }
  return words.map((word) => {
    const factor = room.get(word);
    return factor === undefined || factor < 0.3 ? word : scaled(word, factor);
  });
}

/** Where recognition measures letters one by one, their heights differ from word to word. */
function evenSizes(words: readonly HiddenWord[]): HiddenWord[] {
  const usual = median(words.map(({ size }) => size));
  const isUsual = (size: number): boolean => size > 0.6 * usual && size < 1.6 * usual;
  return words.map((word) =>
    isUsual(word.size)
      ? { ...word, size: usual, glyphs: word.glyphs.map((glyph) => ({ ...glyph, size: usual })) }
      : word,
  );
}

/** Words this near to each other, in letter heights, go on a line; columns lie farther apart. */
const onLine = 1.2;

/** Words of one line at one height: recognition gives each its own, and a scan lies a little askew. */
function levelled(words: readonly HiddenWord[]): HiddenWord[] {
  const lines: HiddenWord[][] = [];
  for (const word of [...words].sort((a, b) => a.x0 - b.x0)) {
    const before = (line: HiddenWord[]): HiddenWord => line.at(-1)!;
    const off = (line: HiddenWord[]): number => Math.abs(before(line).y - word.y);
    const [nearest] = lines
      .filter((line) => {
        const gap = word.x0 - before(line).x1;
        return gap > -0.3 * word.size && gap < onLine * word.size && off(line) <= sameLine * word.size;
      })
      .sort((a, b) => off(a) - off(b));
    if (nearest) nearest.push(word);
    else lines.push([word]);
  }
  return lines.flatMap((line) => {
    const y = median(line.map((word) => word.y));
    return line.map((word) => ({ ...word, y }));
  });
}

/** A word belongs to the cell its middle stands in, wherever its last letters come to lie. */
function asOne(word: HiddenWord): Glyph[] {
  const middle = (word.x0 + word.x1) / 2;
  const end = word.glyphs.at(-1)!;
  return [
    ...word.glyphs.map((glyph) => ({ ...glyph, y: word.y, wordMiddle: middle })),
    // So that the next one is another word, however near: before that one's first letter, even if they overlap.
    { ...end, text: ' ', x: end.x + 0.01, y: word.y, width: 0, wordMiddle: middle },
  ];
}

/** Pieces of one word, set apart because a font lacks one of its letters. */
function joinPieces(words: readonly HiddenWord[]): HiddenWord[] {
  const joined: HiddenWord[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const isNext =
      last !== undefined &&
      Math.abs(word.y - last.y) <= leastBlank * word.size &&
      Math.abs(word.x0 - last.x1) <= leastBlank * word.size;
    if (isNext) joined[joined.length - 1] = wordOf([...last.glyphs, ...word.glyphs]);
    else joined.push(word);
  }
  return joined;
}

/**
 * The invisible text layer of a scan, put right: where each word or line was set by itself, in a font that is not the
 * picture's, it is as wide as there is room for it, none runs into the next one, and words stay whole and level.
 */
export function withHiddenWords(content: PageContent): PageContent {
  const isHidden = (glyph: Glyph): boolean => glyph.hiddenRun !== undefined && glyph.turn === 0;
  const runs = runsOf(content.glyphs.filter(isHidden))
    .map(trimmed)
    .filter((run) => run.length > 0);
  const long = runs.filter((run) => run.length > 1);
  // In a layer of single letters their gaps part the words.
  if (long.length === 0 || long.length < 0.5 * runs.length) return content;
  const isByWords = long.filter((run) => run.some(isBlank)).length <= fewBlanks * long.length;
  const set = runs.map(wordOf);
  const factor = isByWords ? widthFactor(set) : 1;
  const fitted = withoutOverlaps(Math.abs(factor - 1) > 0.05 ? set.map((word) => scaled(word, factor)) : set);
  const words = isByWords ? fitted : joinPieces(fitted.flatMap(splitAtBlanks));
  return {
    ...content,
    glyphs: [
      ...content.glyphs.filter((glyph) => !isHidden(glyph)),
      ...levelled(evenSizes(words)).flatMap(asOne),
    ],
  };
}
