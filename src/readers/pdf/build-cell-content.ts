import { parseRoman } from '../../shared/roman';
import { getFontEncoding } from '../legacy/font-encoding';
import { isVietnameseSyllable } from '../legacy/vietnamese-syllable';
import type { RawRun } from '../raw-document';
import { buildTextLines, type PdfTextLine } from './build-text-lines';
import type { Glyph } from './read-page-content';
import { findCommonTurn, toUprightGlyphs } from './rotate-page-upright';

/**
 * Returns true if one word was broken between two lines because the column is too narrow for it ("Thườn|g", "VII|I",
 * "S|T|T"): the parts are no words, but together they are one.
 */
function isBrokenWord(before: string, after: string): boolean {
  if (isRowNumeral(before) && isRowNumeral(after)) return isRowNumeral(before + after);
  if (/^\p{Lu}{1,2}$/u.test(before) && /^\p{Lu}{1,2}$/u.test(after)) return true;
  if (/^[,.;:!?)”]/.test(after)) return true;
  if (!/^\p{L}+$/u.test(before) || !/^\p{Ll}/u.test(after)) return false;
  const rest = /^\p{L}+/u.exec(after)![0];
  return isVietnameseSyllable(before + rest) && !(isVietnameseSyllable(before) && isVietnameseSyllable(rest));
}

/** Numbers of rows stay below 40: "D" and "C" are letters in a cell. */
function isRowNumeral(text: string): boolean {
  return (parseRoman(text) ?? 40) < 40;
}

/** Returns true if no other letter fits after the line's end. */
const isFullLine = (line: PdfTextLine, right: number): boolean => right - line.x1 < 0.9 * line.size + 6;

type PdfCellContent = { text: string; fonts?: string[]; runs?: RawRun[] };

/** Joins the lines of a cell to its text, one printed line each, and words broken by a narrow column. */
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

/** Builds the text of the characters in a cell, whichever way they are written. */
export function buildCellContentFromGlyphs(glyphs: readonly Glyph[], right: number): PdfCellContent {
  const turn = findCommonTurn(glyphs);
  const same = glyphs.filter((glyph) => glyph.turn === turn);
  return turn === 0
    ? buildCellContent(buildTextLines(same), right)
    : buildCellContent(buildTextLines(toUprightGlyphs(same, turn)));
}
