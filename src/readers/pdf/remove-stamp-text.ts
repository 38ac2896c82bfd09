import { buildTextLines, type PdfTextLine } from './build-text-lines';
import type { Rule } from './geometry';
import type { Glyph, PageContent } from './read-page-content';

/** What stamps of digital signatures and of registries say. */
const STAMP_WORDS =
  /(?:^|\s)(?:ký bởi|ký số|ký điện tử|người ký|ngày ký|giờ ký|thời gian ký|cơ quan ký|đã ký|digitally signed|signed by|signature valid|công văn đến|sao y bản|bản sao điện tử)/iu;

/** A colour of more of the page than this is the colour of its text. */
const MAX_STAMP_RATIO = 0.5;
/** Lines of one stamp are this close, in letter heights. */
const MAX_LINE_DISTANCE = 2.5;
/** Text this far over a rule is printed across it (points). */
const MIN_OVERHANG = 3;

type StampLine = { line: PdfTextLine; glyphs: Glyph[] };

/**
 * Removes coloured text that was stamped over a page: the words of digital signatures and registry stamps, and
 * coloured text across the rules of a table. `stamps` has its text, a line each.
 */
export function removeStampText(content: PageContent): { content: PageContent; stamps: string[] } {
  const coloured = content.glyphs.filter((glyph) => glyph.color !== undefined);
  if (coloured.length === 0) return { content, stamps: [] };
  const removed = new Set<Glyph>();
  const stamps: string[] = [];
  for (const color of new Set(coloured.map((glyph) => glyph.color))) {
    const glyphs = coloured.filter((glyph) => glyph.color === color && glyph.turn === 0);
    if (glyphs.length > MAX_STAMP_RATIO * content.glyphs.length) continue;
    for (const { line, glyphs: stamped } of findStampLines(glyphs, content.rules.vertical)) {
      stamps.push(getText(line));
      for (const glyph of stamped) removed.add(glyph);
    }
  }
  if (removed.size === 0) return { content, stamps: [] };
  return {
    content: { ...content, glyphs: content.glyphs.filter((glyph) => !removed.has(glyph)) },
    stamps: stamps.filter((text) => text !== ''),
  };
}

const getText = (line: PdfTextLine): string => line.words.map((word) => word.text).join(' ');

function findStampLines(glyphs: readonly Glyph[], vertical: readonly Rule[]): StampLine[] {
  const lines = buildTextLines(glyphs).map((line): StampLine => ({
    line,
    glyphs: glyphs.filter((glyph) => Math.abs(glyph.y - line.y) <= line.size / 2),
  }));
  const found = new Set(
    lines.filter(({ line }) => STAMP_WORDS.test(getText(line)) || isAcrossRule(line, vertical)),
  );
  // The other lines of the same stamp, from one to the next.
  for (let grown = true; grown;) {
    grown = false;
    for (const next of lines)
      if (!found.has(next) && [...found].some((one) => isSameStamp(one.line, next.line))) {
        found.add(next);
        grown = true;
      }
  }
  return [...found];
}

function isSameStamp(one: PdfTextLine, other: PdfTextLine): boolean {
  const distance = Math.abs(one.y - other.y);
  const overlap = Math.min(one.x1, other.x1) - Math.max(one.x0, other.x0);
  return distance <= MAX_LINE_DISTANCE * Math.max(one.size, other.size) && overlap > 0;
}

function isAcrossRule(line: PdfTextLine, vertical: readonly Rule[]): boolean {
  const middle = line.y - 0.3 * line.size;
  return vertical.some(
    ({ at, from, to }) =>
      at > line.x0 + MIN_OVERHANG && at < line.x1 - MIN_OVERHANG && middle > from && middle < to,
  );
}
