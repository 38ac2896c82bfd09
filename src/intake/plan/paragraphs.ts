import { cleanText } from '../../annex/text';
import type { RawDocument } from '../raw-document';
import { basisStart, closingStart, markOf } from './marks';

/** Emphasis and headings of Markdown, left over in text turned from it. */
const withoutMarkdown = (line: string): string =>
  line
    .replace(/^#{1,6}\s+/, '')
    .replace(/\*\*|__/g, '')
    .replace(/\*(?=\S)|(?<=\S)\*/g, '')
    .trim();

/** "187/QĐ- UBND": a blank that slipped into a sign. */
const withoutBlankInSign = (line: string): string =>
  line.replace(/(?<=\d\/\p{Lu}[\p{L}\d]*-) (?=\p{Lu}{2})/gu, '');

const isPageNumber = (line: string): boolean => /^[-–\s]*\d{1,3}[-–\s]*$/.test(line);
const beginsCapital = (text: string): boolean => /^["“(]?\p{Lu}/u.test(text);
const endsSentence = (text: string): boolean => /[.;:!?]["”)]?$/.test(text);
const isCapitals = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}{2}/u.test(text);

/** A line ends on purpose when the next word would have had this much of the usual line left. */
const onPurpose = 0.93;

/** The usual full width of a text's lines, in characters. */
const usualWidth = (lines: readonly string[]): number => {
  const lengths = lines.map((line) => line.length).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.98)] ?? 0;
};

/** Does this line begin a paragraph, or does the one before go on? */
const begins = (line: string, open: string, before: string, width: number): boolean => {
  if (markOf(line) !== null || closingStart.test(line)) return true;
  if (basisStart.test(line) && /[;,.]$/.test(before)) return true;
  const mark = markOf(open);
  if (mark?.kind === 'roman' && isCapitals(mark.rest)) return !isCapitals(line);
  const firstWord = line.split(' ', 1)[0]!;
  const wouldFit = before.length + 1 + firstWord.length <= onPurpose * width;
  if (!wouldFit || !beginsCapital(line)) return false;
  // A heading has no full stop; prose has one before it breaks off.
  return endsSentence(before) || (mark !== null && open === before) || isCapitals(open) !== isCapitals(line);
};

/** Lines as paragraphs: printed lines of one paragraph joined, by their length and by how sentences end. */
const joinLines = (lines: readonly string[]): string[] => {
  const width = usualWidth(lines);
  const paragraphs: string[] = [];
  let before = '';
  for (const line of lines) {
    const open = paragraphs.at(-1);
    if (open === undefined || begins(line, open, before, width)) paragraphs.push(line);
    else paragraphs[paragraphs.length - 1] = cleanText(`${open}\n${line}`);
    before = line;
  }
  return paragraphs;
};

export type PlanText = {
  /** Printed lines of the head, down to the first legal basis or section. */
  head: string[];
  /** Paragraphs from there on. */
  paragraphs: string[];
};

const startsBody = (line: string): boolean => basisStart.test(line) || markOf(line)?.kind === 'roman';

/** The lines and paragraphs of a plan, from any source. Word and HTML know their paragraphs; others have lines. */
export const planText = (document: RawDocument): PlanText => {
  const knowsParagraphs = document.source === 'docx' || document.source === 'html';
  const lines = document.blocks.flatMap((block) =>
    block.type === 'text'
      ? [block.text]
      : // Letterheads are tables too.
        block.cells.map((cell) => cell.text),
  );
  const printed = lines
    .flatMap((text) => text.split(/\r\n?|\n/))
    .map((line) => cleanText(withoutMarkdown(line)))
    .filter((line) => line !== '' && !isPageNumber(line));
  const body = printed.findIndex(startsBody);
  const head = body < 0 ? printed : printed.slice(0, body);
  if (!knowsParagraphs)
    return { head, paragraphs: body < 0 ? [] : joinLines(printed.slice(body)).map(withoutBlankInSign) };
  const paragraphs = lines
    .map((text) => withoutBlankInSign(cleanText(withoutMarkdown(text))))
    .filter((text) => text !== '');
  const start = paragraphs.findIndex(startsBody);
  return { head, paragraphs: start < 0 ? [] : paragraphs.slice(start) };
};
