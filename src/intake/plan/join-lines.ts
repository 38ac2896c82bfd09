import { cleanText } from '../../annex/text';
import { computeMedian } from '../layout/placed-text';
import { basisStart, closingStart, markOf } from './marks';

/** A printed line; its ends across the page where the source tells them. */
export type PrintedLine = { text: string; from?: number; to?: number };

/** Where the lines of a text usually begin and end. */
type Margins = { width: number; left: number; right: number };

const beginsCapital = (text: string): boolean => /^["“(]?\p{Lu}/u.test(text);
const endsSentence = (text: string): boolean => /[.;:!?]["”)]?$/.test(text);
const isCapitals = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}{2}/u.test(text);

/** A line ends on purpose when the next word would have had this much of the usual line left. */
const onPurpose = 0.93;
/** In points: what is farther in than this is indented; a word fits where so much is left over. */
const indent = 6;
const spare = 4;

function at(values: readonly number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? 0;
}

function marginsOf(lines: readonly PrintedLine[]): Margins {
  return {
    width: at(
      lines.map(({ text }) => text.length),
      0.98,
    ),
    left: at(
      lines.flatMap(({ from }) => from ?? []),
      0.02,
    ),
    right: computeMedian(
      lines.flatMap(({ to, from }) => (to !== undefined && from !== undefined ? [to] : [])),
    ),
  };
}

function hasPlace(line: PrintedLine): line is Required<PrintedLine> {
  return line.from !== undefined && line.to !== undefined;
}

/** Would the first word of the next line have had room on this one? */
function endsOnPurpose(line: PrintedLine, next: PrintedLine, margins: Margins): boolean {
  const firstWord = next.text.split(' ', 1)[0]!;
  if (!hasPlace(line)) return line.text.length + 1 + firstWord.length <= onPurpose * margins.width;
  const letter = (line.to - line.from) / Math.max(1, line.text.length);
  return line.to + (firstWord.length + 1) * letter + spare < margins.right;
}

/**
 * Is the line indented, as the first one of a paragraph: farther in than the line before, or as far as that one, itself
 * the first of its paragraph? Lines after a bullet stand farther in than it.
 */
function isIndented(line: PrintedLine, before: PrintedLine, first: PrintedLine, margins: Margins): boolean {
  if (!hasPlace(line) || !hasPlace(before) || line.from <= margins.left + indent) return false;
  const afterFirst = before === first;
  if (afterFirst && markOf(first.text) !== null) return false;
  return line.from > before.from + indent || (afterFirst && line.from > before.from - indent);
}

/** Does this line begin a paragraph, or does the one before go on? */
function begins(
  line: PrintedLine,
  open: { text: string; first: PrintedLine },
  before: PrintedLine,
  margins: Margins,
): boolean {
  if (markOf(line.text) !== null || closingStart.test(line.text)) return true;
  if (basisStart.test(line.text) && /[;,.]$/.test(before.text)) return true;
  const mark = markOf(open.text);
  if (mark?.kind === 'roman' && isCapitals(mark.rest)) return !isCapitals(line.text);
  if (!beginsCapital(line.text)) return false;
  if (isIndented(line, before, open.first, margins)) return true;
  if (!endsOnPurpose(before, line, margins)) return false;
  // Places tell by themselves; else a heading has no full stop, and prose has one before it breaks off.
  return (
    hasPlace(before) ||
    endsSentence(before.text) ||
    (mark !== null && open.first === before) ||
    isCapitals(open.text) !== isCapitals(line.text)
  );
}

/** Printed lines as paragraphs: by their places where these are known, else by their length and how sentences end. */
export function joinLines(lines: readonly PrintedLine[]): string[] {
  const margins = marginsOf(lines);
  const paragraphs: { text: string; first: PrintedLine }[] = [];
  lines.forEach((line, index) => {
    const open = paragraphs.at(-1);
    const before = lines[index - 1];
    if (!open || !before || begins(line, open, before, margins))
      paragraphs.push({ text: line.text, first: line });
    else open.text = cleanText(`${open.text}\n${line.text}`);
  });
  return paragraphs.map(({ text }) => text);
}
