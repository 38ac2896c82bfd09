import type { RawBlock, RawDocument, RawTable } from '../../readers/raw-document';
import { cleanText, joinText } from '../../shared/text';
import { isSignatureText } from '../assemble/row-kinds';
import { findPeriodHeadings } from './find-period-headings';
import { hasMidSentenceStart, joinPrintedLines, type PrintedLine } from './join-printed-lines';
import { isBareMark, LEGAL_BASIS_START, parseParagraphMark } from './parse-paragraph-mark';

/** Strips emphasis and headings of Markdown, left over in converted text. */
function stripMarkdown(line: string): string {
  return line
    .replace(/^#{1,6}\s+/, '')
    .replace(/\*\*|__/g, '')
    .replace(/\*(?=\S)|(?<=\S)\*/g, '')
    .trim();
}

/** Closes a blank inside a sign: "187/QĐ- UBND". */
function closeSignBlanks(line: string): string {
  return line.replace(/(?<=\d\/\p{Lu}[\p{L}\d]*-) (?=\p{Lu}{2})/gu, '');
}

const isPageNumberLine = (line: string): boolean => /^[-–\s]*\d{1,3}[-–\s]*$/.test(line);
type PlanText = {
  /** Printed lines of the head, down to the first legal basis or section. */
  head: string[];
  /** Paragraphs from there on. */
  paragraphs: string[];
};

function isSectionStart(line: string): boolean {
  const kind = parseParagraphMark(line)?.kind;
  return LEGAL_BASIS_START.test(line) || kind === 'roman' || kind === 'capital' || kind === 'part';
}

/** Plans without sections begin with their first number, letter or bullet. */
const isMarked = (line: string): boolean => (parseParagraphMark(line)?.kind ?? 'period') !== 'period';

const PLAN_TITLE = /^(?:KẾ HOẠCH|CHƯƠNG TRÌNH|PHƯƠNG ÁN)(?=\s|$)/u;
export const isPlanTitle = (line: string): boolean => PLAN_TITLE.test(line);

/** Returns true for a whole sentence; titles are none. */
const isSentence = (line: string): boolean =>
  /^\p{Lu}.{20,}[.;:]$/su.test(line) && line !== line.toUpperCase();

/** Finds the first section or basis, or a sentence that stands between it and the title. */
function findBodyStart(lines: readonly string[]): number {
  const periods = findPeriodHeadings(lines.map(parseParagraphMark));
  const section = lines.findIndex((line, at) => isSectionStart(line) || periods.has(at));
  const start = section < 0 ? lines.findIndex(isMarked) : section;
  const title = lines.findIndex(isPlanTitle);
  const sentence =
    title < 0 ? -1 : lines.findIndex((line, at) => at > title && at < start && isSentence(line));
  return sentence < 0 ? start : sentence;
}

/** Scanned and recognised documents have a paragraph for each printed line: many of them begin in mid-sentence. */
const MAX_MID_SENTENCE_SHARE = 0.1;

function hasPrintedLines(paragraphs: readonly string[]): boolean {
  return paragraphs.filter(hasMidSentenceStart).length > MAX_MID_SENTENCE_SHARE * paragraphs.length;
}

/** A printer breaks lines at the margin: few are longer than the longest that goes on in the next. */
const MAX_OVERHANG = 1.2;
const MAX_LONG_LINE_SHARE = 0.03;

/** Returns true if the lines of a text are broken at a margin, false if each is a paragraph. */
function hasBrokenLines(lines: readonly PrintedLine[]): boolean {
  const width = lines.reduce(
    (widest, { text }, index) =>
      hasMidSentenceStart(lines[index + 1]?.text ?? '') ? Math.max(widest, text.length) : widest,
    0,
  );
  if (width === 0) return false;
  const long = lines.filter(({ text }) => text.length > MAX_OVERHANG * width);
  return long.length <= MAX_LONG_LINE_SHARE * lines.length;
}

/** Joins the lines of a text in which each is a paragraph; one that begins in mid-sentence was broken by hand. */
function joinParagraphLines(lines: readonly PrintedLine[]): string[] {
  const paragraphs: string[] = [];
  for (const { text } of lines) {
    const before = paragraphs.at(-1);
    if (before !== undefined && hasMidSentenceStart(text) && !/[.;:!?]["”)]?$/.test(before))
      paragraphs[paragraphs.length - 1] = joinText(before, text);
    else paragraphs.push(text);
  }
  return paragraphs;
}

/** Returns the cells of a table as lines; the number that stands in a cell of its own goes before the words beside it. */
function getTableLines({ cells }: RawTable): PrintedLine[] {
  const lines: PrintedLine[] = [];
  let mark: { row: number; text: string } | null = null;
  for (const { text, row } of cells) {
    const bare = cleanText(text);
    if (isBareMark(bare)) {
      if (mark) lines.push({ text: mark.text });
      mark = { row, text: bare };
      continue;
    }
    if (mark && mark.row !== row) {
      lines.push({ text: mark.text });
      mark = null;
    }
    lines.push({
      text: mark ? `${/\d$|\p{L}$/u.test(mark.text) ? `${mark.text}.` : mark.text} ${text}` : text,
    });
    mark = null;
  }
  if (mark) lines.push({ text: mark.text });
  return lines;
}

/** Splits a line end inside a paragraph (Shift + Enter) where a number or a sentence begins after it. */
function splitAtSoftBreaks(text: string): string[] {
  const parts: string[] = [];
  for (const line of text.split(/\r\n?|\n/).map((one) => cleanText(stripMarkdown(one)))) {
    if (line === '') continue;
    const before = parts.at(-1);
    const begins =
      before === undefined ||
      isMarked(line) ||
      isSignatureText(before) ||
      (/[.;:]$/.test(before) && /^["“(]?\p{Lu}/u.test(line));
    if (begins) parts.push(line);
    else parts[parts.length - 1] = joinText(before, line);
  }
  return parts;
}

function toPrintedLines(block: RawBlock): PrintedLine[] {
  if (block.kind === 'table') return getTableLines(block);
  return [{ text: block.text, ...block.line, ...(block.afterBlank ? { afterBlank: true } : {}) }];
}

/** Splits what stands in one block into its lines, and says which of them a blank line stands above. */
function splitLines(blocks: readonly PrintedLine[]): PrintedLine[] {
  const printed: PrintedLine[] = [];
  for (const block of blocks) {
    let afterBlank = block.afterBlank ?? false;
    for (const raw of block.text.split(/\r\n?|\n/)) {
      const text = cleanText(stripMarkdown(raw));
      if (text === '') afterBlank = true;
      else {
        if (!isPageNumberLine(text)) printed.push({ ...block, text, afterBlank });
        afterBlank = false;
      }
    }
  }
  return printed;
}

/**
 * Extracts the lines and paragraphs of a plan from any source. Word and HTML know their paragraphs, and so does a
 * text copied from them; others have lines.
 */
export function extractPlanText(document: RawDocument): PlanText {
  const blocks = document.blocks.flatMap(toPrintedLines);
  const printed = splitLines(blocks);
  const body = findBodyStart(printed.map(({ text }) => text));
  const head = (body < 0 ? printed : printed.slice(0, body)).map(({ text }) => text);
  if (body < 0) return { head, paragraphs: [] };
  const paragraphs = blocks.flatMap(({ text }) => splitAtSoftBreaks(text));
  const start = findBodyStart(paragraphs);
  const lines = printed.slice(body);
  const knowsParagraphs =
    (document.source === 'docx' || document.source === 'html') && !hasPrintedLines(paragraphs.slice(start));
  const all = knowsParagraphs
    ? paragraphs.slice(start)
    : document.source === 'text' && !hasBrokenLines(lines)
      ? joinParagraphLines(lines)
      : joinPrintedLines(lines);
  return { head, paragraphs: start < 0 ? [] : all.map(closeSignBlanks) };
}
