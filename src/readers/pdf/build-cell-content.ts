import { getFontEncoding } from '../legacy/font-encoding';
import { isVietnameseSyllable } from '../legacy/vietnamese-syllable';
import type { RawRun } from '../raw-document';
import { buildTextLines, type PdfTextLine } from './build-text-lines';
import type { Glyph } from './read-page-content';
import { findCommonTurn, toUprightGlyphs } from './rotate-page-upright';

const isRomanNumeral = (text: string): boolean => /^(?:X{0,3})(?:IX|IV|V?I{0,3})$/.test(text) && text !== '';

/**
 * Was one word broken between two lines because the column is too narrow for it ("Thườn|g", "VII|I", "S|T|T")? Only
 * where the pieces are no words and together are one.
 */
function isBrokenWord(before: string, after: string): boolean {
  if (isRomanNumeral(before) && isRomanNumeral(after)) return isRomanNumeral(before + after);
  if (/^\p{Lu}{1,2}$/u.test(before) && /^\p{Lu}{1,2}$/u.test(after)) return true;
  if (/^[,.;:!?)”]/.test(after)) return true;
  if (!/^\p{L}+$/u.test(before) || !/^\p{Ll}/u.test(after)) return false;
  const rest = /^\p{L}+/u.exec(after)![0];
  return isVietnameseSyllable(before + rest) && !(isVietnameseSyllable(before) && isVietnameseSyllable(rest));
}

/** Is there no room for another letter after this line's end? */
const isFullLine = (line: PdfTextLine, right: number): boolean => right - line.x1 < 0.9 * line.size + 6;

export type PdfCellContent = { text: string; fonts?: string[]; runs?: RawRun[] };

/** Lines of one cell as its text, one printed line each; words broken by a narrow column are whole again. */
export function buildCellContent(lines: readonly PdfTextLine[], right = Infinity): PdfCellContent {
  const runs: RawRun[] = [];
  const add = (text: string, font: string | undefined): void => {
    const last = runs.at(-1);
    if (last && (font === undefined || last.font === font)) last.text += text;
    else runs.push({ text, font });
  };
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before) {
      const broken =
        isFullLine(before, right) && isBrokenWord(before.words.at(-1)!.text, line.words[0]!.text);
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
  const legacy = fonts.some((font) => getFontEncoding(font) !== null);
  return {
    text,
    ...(fonts.length > 0 && { fonts }),
    ...(legacy && runs.length > 1 && { runs }),
  };
}

/** The text of the characters in a cell, whichever way they are written. */
export function buildCellContentFromGlyphs(glyphs: readonly Glyph[], right: number): PdfCellContent {
  const turn = findCommonTurn(glyphs);
  const same = glyphs.filter((glyph) => glyph.turn === turn);
  return turn === 0
    ? buildCellContent(buildTextLines(same), right)
    : buildCellContent(buildTextLines(toUprightGlyphs(same, turn)));
}
