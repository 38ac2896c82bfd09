import { computeMedian } from '../../readers/placed-text';
import { cleanText } from '../../shared/text';
import { CLOSING_START, LEGAL_BASIS_START, parseParagraphMark } from './parse-paragraph-mark';

/** A printed line, with its ends across the page if the source has them. */
export type PrintedLine = {
  text: string;
  from?: number;
  to?: number;
  /** A blank line stands above it. */
  afterBlank?: boolean;
};

/** Where the lines of a text usually begin and end, and whether blank lines say anything. */
type LineMargins = { width: number; left: number; right: number; spaced: boolean };

/** Returns true for a line that begins in mid-sentence; "a)" begins a part. */
export const hasMidSentenceStart = (text: string): boolean => /^\p{Ll}(?![).])/u.test(text);

const hasCapitalStart = (text: string): boolean => /^["“(]?\p{Lu}/u.test(text);
const isSentenceEnd = (text: string): boolean => /[.;:!?]["”)]?$/.test(text);
const isUpperCase = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}{2}/u.test(text);

/** A line ends on purpose when the next word would have had this much of the usual line left. */
const MAX_FILL_RATIO = 0.93;
/** Where more of the lines that go on in mid-sentence than this follow a blank one, one stands below every line. */
const MAX_BLANK_SHARE = 0.4;
/** In points: what is farther in than this is indented; a word fits where so much is left over. */
const MIN_INDENT = 6;
const SPARE_WIDTH = 4;

function getQuantile(values: readonly number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? 0;
}

function measureMargins(lines: readonly PrintedLine[]): LineMargins {
  const broken = lines.filter(({ text }) => hasMidSentenceStart(text));
  return {
    width: getQuantile(
      lines.map(({ text }) => text.length),
      0.98,
    ),
    left: getQuantile(
      lines.flatMap(({ from }) => from ?? []),
      0.02,
    ),
    right: computeMedian(
      lines.flatMap(({ to, from }) => (to !== undefined && from !== undefined ? [to] : [])),
    ),
    spaced: broken.filter(({ afterBlank }) => afterBlank).length > MAX_BLANK_SHARE * broken.length,
  };
}

function hasPosition(line: PrintedLine): line is PrintedLine & { from: number; to: number } {
  return line.from !== undefined && line.to !== undefined;
}

/** Returns true if the first word of the next line would have fitted on this one. */
function isDeliberateBreak(line: PrintedLine, next: PrintedLine, margins: LineMargins): boolean {
  const firstWord = next.text.split(' ', 1)[0]!;
  if (!hasPosition(line)) return line.text.length + 1 + firstWord.length <= MAX_FILL_RATIO * margins.width;
  const letter = (line.to - line.from) / Math.max(1, line.text.length);
  return line.to + (firstWord.length + 1) * letter + SPARE_WIDTH < margins.right;
}

/**
 * Returns true if a line is indented as the first one of a paragraph: farther in than the line before, or as
 * far as that one if it is itself the first of its paragraph. Lines after a bullet stand farther in than it.
 */
function isIndented(
  line: PrintedLine,
  before: PrintedLine,
  first: PrintedLine,
  margins: LineMargins,
): boolean {
  if (!hasPosition(line) || !hasPosition(before) || line.from <= margins.left + MIN_INDENT) return false;
  const afterFirst = before === first;
  if (afterFirst && parseParagraphMark(first.text) !== null) return false;
  return line.from > before.from + MIN_INDENT || (afterFirst && line.from > before.from - MIN_INDENT);
}

/** Returns true if a line begins a paragraph, false if it continues the one before. */
function isParagraphStart(
  line: PrintedLine,
  open: { text: string; first: PrintedLine },
  before: PrintedLine,
  margins: LineMargins,
): boolean {
  if (parseParagraphMark(line.text) !== null || CLOSING_START.test(line.text)) return true;
  if (LEGAL_BASIS_START.test(line.text) && /[;,.]$/.test(before.text)) return true;
  const mark = parseParagraphMark(open.text);
  if (mark?.kind === 'roman' && isUpperCase(mark.rest)) return !isUpperCase(line.text);
  if (!hasCapitalStart(line.text)) return false;
  if (isIndented(line, before, open.first, margins)) return true;
  if (line.afterBlank && !margins.spaced && isSentenceEnd(before.text)) return true;
  if (!isDeliberateBreak(before, line, margins)) return false;
  // Places tell by themselves; else a heading has no full stop, and prose has one before it breaks off.
  return (
    hasPosition(before) ||
    isSentenceEnd(before.text) ||
    (mark !== null && open.first === before) ||
    isUpperCase(open.text) !== isUpperCase(line.text)
  );
}

/**
 * Joins printed lines to paragraphs: by their positions if these are known, else by their length and how
 * sentences end.
 */
export function joinPrintedLines(lines: readonly PrintedLine[]): string[] {
  const margins = measureMargins(lines);
  const paragraphs: { text: string; first: PrintedLine }[] = [];
  lines.forEach((line, index) => {
    const open = paragraphs.at(-1);
    const before = lines[index - 1];
    if (!open || !before || isParagraphStart(line, open, before, margins))
      paragraphs.push({ text: line.text, first: line });
    else open.text = cleanText(`${open.text}\n${line.text}`);
  });
  return paragraphs.map(({ text }) => text);
}
