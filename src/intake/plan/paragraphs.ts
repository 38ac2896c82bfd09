import { cleanText } from '../../annex/text';
import type { RawDocument } from '../raw-document';
import { joinLines, type PrintedLine } from './join-lines';
import { basisStart, markOf } from './marks';

/** Emphasis and headings of Markdown, left over in text turned from it. */
function withoutMarkdown(line: string): string {
  return line
    .replace(/^#{1,6}\s+/, '')
    .replace(/\*\*|__/g, '')
    .replace(/\*(?=\S)|(?<=\S)\*/g, '')
    .trim();
}

/** "187/QĐ- UBND": a blank that slipped into a sign. */
function withoutBlankInSign(line: string): string {
  return line.replace(/(?<=\d\/\p{Lu}[\p{L}\d]*-) (?=\p{Lu}{2})/gu, '');
}

const isPageNumber = (line: string): boolean => /^[-–\s]*\d{1,3}[-–\s]*$/.test(line);
export type PlanText = {
  /** Printed lines of the head, down to the first legal basis or section. */
  head: string[];
  /** Paragraphs from there on. */
  paragraphs: string[];
};

const startsBody = (line: string): boolean => basisStart.test(line) || markOf(line)?.kind === 'roman';

/** Scanned and recognised documents have a paragraph for each printed line: many of them begin in mid-sentence. */
const midSentence = 0.1;

function arePrintedLines(paragraphs: readonly string[]): boolean {
  return paragraphs.filter((text) => /^\p{Ll}(?![).])/u.test(text)).length > midSentence * paragraphs.length;
}

/** The lines and paragraphs of a plan, from any source. Word and HTML know their paragraphs; others have lines. */
export function planText(document: RawDocument): PlanText {
  const blocks = document.blocks.flatMap((block): PrintedLine[] =>
    block.kind === 'text'
      ? [{ text: block.text, ...block.line }]
      : // Letterheads are tables too.
        block.cells.map(({ text }) => ({ text })),
  );
  const printed = blocks
    .flatMap((block) => block.text.split(/\r\n?|\n/).map((text): PrintedLine => ({ ...block, text })))
    .map((line) => ({ ...line, text: cleanText(withoutMarkdown(line.text)) }))
    .filter(({ text }) => text !== '' && !isPageNumber(text));
  const body = printed.findIndex(({ text }) => startsBody(text));
  const head = (body < 0 ? printed : printed.slice(0, body)).map(({ text }) => text);
  if (body < 0) return { head, paragraphs: [] };
  const paragraphs = blocks.map(({ text }) => cleanText(withoutMarkdown(text))).filter((text) => text !== '');
  const start = paragraphs.findIndex(startsBody);
  const knowsParagraphs =
    (document.source === 'docx' || document.source === 'html') && !arePrintedLines(paragraphs.slice(start));
  const whole = knowsParagraphs ? paragraphs.slice(start) : joinLines(printed.slice(body));
  return { head, paragraphs: start < 0 ? [] : whole.map(withoutBlankInSign) };
}
