import { findMax, findMin } from '../../shared/min-max';
import type { Glyph } from './read-page-content';

/** Characters without a blank between them. Places in points, y (baseline) down. */
export type PdfWord = {
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
  runs: PdfWordRun[];
  /** Width of the crossed out words in the blank before it. */
  struckBefore?: number;
};
type PdfWordRun = { text: string; font: string };
/** Words on one baseline, from left to right. */
export type PdfTextLine = { words: PdfWord[]; x0: number; x1: number; y: number; size: number };

/** A gap wider than this part of the letter height is a blank, even if none is written. */
const MIN_BLANK_GAP = 0.22;
/** Baselines closer than this part of the letter height are one line (fallback fonts, skewed scans). */
const BASELINE_TOLERANCE = 0.35;

const isCombiningMark = (text: string): boolean => /^\p{M}+$/u.test(text);

/** Groups glyphs by baseline, top down, each line from left to right. */
function groupGlyphsByBaseline(glyphs: readonly Glyph[]): Glyph[][] {
  const lines: { y: number; size: number; glyphs: Glyph[] }[] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const last = lines.at(-1);
    if (last && glyph.y - last.y <= BASELINE_TOLERANCE * Math.max(last.size, glyph.size)) {
      last.glyphs.push(glyph);
      last.size = Math.max(last.size, glyph.size);
    } else lines.push({ y: glyph.y, size: glyph.size, glyphs: [glyph] });
  }
  return lines.map((line) => line.glyphs.sort((a, b) => a.x - b.x));
}

/** Adds combining marks that are drawn by themselves to the letter they stand over. */
function attachCombiningMarks(line: Glyph[]): Glyph[] {
  if (!line.some((glyph) => isCombiningMark(glyph.text))) return line;
  const letters = line.filter((glyph) => !isCombiningMark(glyph.text)).map((glyph) => ({ ...glyph }));
  for (const mark of line.filter((glyph) => isCombiningMark(glyph.text))) {
    const centre = mark.x + mark.width / 2;
    const nearest = letters.reduce<Glyph | null>((best, letter) => {
      const off = (glyph: Glyph): number => Math.abs(glyph.x + glyph.width / 2 - centre);
      return letter.text.trim() !== '' && (!best || off(letter) < off(best)) ? letter : best;
    }, null);
    if (nearest) nearest.text += mark.text;
  }
  return letters;
}

/** Returns true for the second glyph of bold text printed twice with a tiny shift. */
function isDoublePrint(glyph: Glyph, before: Glyph): boolean {
  return glyph.text === before.text && glyph.x - before.x < 0.12 * glyph.size && glyph.text.trim() !== '';
}

/** Returns the usual gap of letters that are spaced out on purpose: it is no blank. */
function getUsualGap(line: readonly Glyph[]): number {
  const gaps: number[] = [];
  line.forEach((glyph, index) => {
    const before = line[index - 1];
    if (before && glyph.text.trim() !== '' && before.text.trim() !== '')
      gaps.push((glyph.x - before.x - before.width) / glyph.size);
  });
  if (gaps.length < 8) return 0;
  const median = gaps.sort((a, b) => a - b)[gaps.length >> 1]!;
  return median > 0.1 ? median : 0;
}

function buildWords(glyphs: Glyph[]): PdfWord[] {
  const line = attachCombiningMarks(glyphs);
  const threshold = MIN_BLANK_GAP + getUsualGap(line);
  const words: PdfWord[] = [];
  let before: Glyph | null = null;
  let open = false;
  for (const glyph of line) {
    if (glyph.text.trim() === '') {
      open = false;
      continue;
    }
    if (before && isDoublePrint(glyph, before)) continue;
    const gap = before ? (glyph.x - before.x - before.width - (glyph.struckBefore ?? 0)) / glyph.size : 0;
    const last = words.at(-1);
    const text = glyph.text.replace(/\s+/g, ' ');
    if (last && open && gap <= threshold) {
      last.text += text;
      last.x1 = Math.max(last.x1, glyph.x + glyph.width);
      last.size = Math.max(last.size, glyph.size);
      const run = last.runs.at(-1)!;
      if (run.font === glyph.font) run.text += text;
      else last.runs.push({ text, font: glyph.font });
    } else
      words.push({
        text,
        x0: glyph.x,
        x1: glyph.x + glyph.width,
        y: glyph.y,
        size: glyph.size,
        runs: [{ text, font: glyph.font }],
        ...(glyph.struckBefore !== undefined && { struckBefore: glyph.struckBefore }),
      });
    open = true;
    before = glyph;
  }
  return words;
}

export function createTextLine(words: PdfWord[]): PdfTextLine {
  return {
    words,
    x0: findMin(words.map((word) => word.x0)),
    x1: findMax(words.map((word) => word.x1)),
    y: words[0]!.y,
    size: findMax(words.map((word) => word.size)),
  };
}

/** Builds the lines of upright characters, top down. */
export function buildTextLines(glyphs: readonly Glyph[]): PdfTextLine[] {
  return groupGlyphsByBaseline(glyphs)
    .map(buildWords)
    .filter((words) => words.length > 0)
    .map(createTextLine);
}
