import type { RawDocument } from '../../readers/raw-document';
import { cleanText } from '../../shared/text';
import { joinPrintedLines, type PrintedLine } from './join-printed-lines';
import { LEGAL_BASIS_START, parseParagraphMark } from './parse-paragraph-mark';

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

const isBodyStart = (line: string): boolean =>
  LEGAL_BASIS_START.test(line) || parseParagraphMark(line)?.kind === 'roman';

/** Scanned and recognised documents have a paragraph for each printed line: many of them begin in mid-sentence. */
const MAX_MID_SENTENCE_SHARE = 0.1;

function hasPrintedLines(paragraphs: readonly string[]): boolean {
  return (
    paragraphs.filter((text) => /^\p{Ll}(?![).])/u.test(text)).length >
    MAX_MID_SENTENCE_SHARE * paragraphs.length
  );
}

/**
 * Extracts the lines and paragraphs of a plan from any source. Word and HTML know their paragraphs; others
 * have lines.
 */
export function extractPlanText(document: RawDocument): PlanText {
  const blocks = document.blocks.flatMap((block): PrintedLine[] =>
    block.kind === 'text'
      ? [{ text: block.text, ...block.line }]
      : // Letterheads are tables too.
        block.cells.map(({ text }) => ({ text })),
  );
  const printed = blocks
    .flatMap((block) => block.text.split(/\r\n?|\n/).map((text): PrintedLine => ({ ...block, text })))
    .map((line) => ({ ...line, text: cleanText(stripMarkdown(line.text)) }))
    .filter(({ text }) => text !== '' && !isPageNumberLine(text));
  const body = printed.findIndex(({ text }) => isBodyStart(text));
  const head = (body < 0 ? printed : printed.slice(0, body)).map(({ text }) => text);
  if (body < 0) return { head, paragraphs: [] };
  const paragraphs = blocks.map(({ text }) => cleanText(stripMarkdown(text))).filter((text) => text !== '');
  const start = paragraphs.findIndex(isBodyStart);
  const knowsParagraphs =
    (document.source === 'docx' || document.source === 'html') && !hasPrintedLines(paragraphs.slice(start));
  const all = knowsParagraphs ? paragraphs.slice(start) : joinPrintedLines(printed.slice(body));
  return { head, paragraphs: start < 0 ? [] : all.map(closeSignBlanks) };
}
