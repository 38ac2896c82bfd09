import type { RawRun } from '../raw-document';
import { fontEncoding } from '../legacy/font';
import { isVietnameseSyllable } from '../legacy/vietnamese-syllable';
import type { Glyph } from './page-content';
import { textLines, type TextLine } from './text-lines';
import { commonTurn, uprightGlyphs } from './upright';

const isRoman = (text: string): boolean => /^(?:X{0,3})(?:IX|IV|V?I{0,3})$/.test(text) && text !== '';

/**
 * Was one word broken between two lines because the column is too narrow for it ("Thườn|g", "VII|I", "S|T|T")? Only
 * where the pieces are no words and together are one.
 */
function isBrokenWord(before: string, after: string): boolean {
  if (isRoman(before) && isRoman(after)) return isRoman(before + after);
  if (/^\p{Lu}{1,2}$/u.test(before) && /^\p{Lu}{1,2}$/u.test(after)) return true;
  if (/^[,.;:!?)”]/.test(after)) return true;
  if (!/^\p{L}+$/u.test(before) || !/^\p{Ll}/u.test(after)) return false;
  const rest = /^\p{L}+/u.exec(after)![0];
  return isVietnameseSyllable(before + rest) && !(isVietnameseSyllable(before) && isVietnameseSyllable(rest));
}

/** Is there no room for another letter after this line's end? */
const isFull = (line: TextLine, right: number): boolean => right - line.x1 < 0.9 * line.size + 6;

export type CellContent = { text: string; fonts?: string[]; runs?: RawRun[] };

/** Lines of one cell as its text, one printed line each; words broken by a narrow column are whole again. */
export function contentOfLines(lines: readonly TextLine[], right = Infinity): CellContent {
  const runs: RawRun[] = [];
  const add = (text: string, font: string | undefined): void => {
    const last = runs.at(-1);
    if (last && (font === undefined || last.font === font)) last.text += text;
    else runs.push({ text, font });
  };
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before) {
      const broken = isFull(before, right) && isBrokenWord(before.words.at(-1)!.text, line.words[0]!.text);
      if (!broken) add('\n', undefined);
    }
    line.words.forEach((word, at) => {
      if (at > 0) add(' ', undefined);
      for (const run of word.runs) add(run.text, run.font);
    });
  });
  const text = runs
    .map((run) => run.text)
    .join('')
    .normalize('NFC');
  const fonts = [...new Set(runs.flatMap((run) => run.font || []))];
  const legacy = fonts.some((font) => fontEncoding(font) !== null);
  return {
    text,
    ...(fonts.length > 0 && { fonts }),
    ...(legacy && runs.length > 1 && { runs }),
  };
}

/** The text of the characters in a cell, whichever way they are written. */
export function contentOfGlyphs(glyphs: readonly Glyph[], right: number): CellContent {
  const turn = commonTurn(glyphs);
  const same = glyphs.filter((glyph) => glyph.turn === turn);
  return turn === 0
    ? contentOfLines(textLines(same), right)
    : contentOfLines(textLines(uprightGlyphs(same, turn)));
}
