import type { RawRun } from '../raw-document';
import { childNamed, elementsOf, ownText, type XmlElement } from '../xml/tree';
import { inherit, isOn, numberingOf, runLookOf, valueOf, type RunLook } from './properties';
import { acceptedChildren, isTrackedAway, type Story } from './story';
import { symbolText } from './symbols';

export type Paragraph = {
  /** Printed number first, then the words. */
  pieces: RawRun[];
  /** Whether there are words, the printed number apart. */
  hasWords: boolean;
  /** Its mark is deleted: what follows belongs to the same paragraph. */
  joinsNext: boolean;
  /** Its first word is the first on a page, as Word last laid it out. */
  startsPage: boolean;
  /** Contents of text boxes anchored in it. */
  boxes: XmlElement[];
};

/**
 * A paragraph as it prints. `before`: what a deleted paragraph mark joins to it. Text is raw: line breaks are "\n",
 * tabs "\t", optional hyphens U+00AD (in TCVN3 fonts that is the letter ư).
 */
export function readParagraph(element: XmlElement, story: Story, before: readonly RawRun[] = []): Paragraph {
  const properties = childNamed(element, 'w:pPr');
  const style = story.styles.paragraph(valueOf(properties, 'w:pStyle'));
  const look = inherit(style.look, story.styles.defaults);
  const mark = childNamed(properties, 'w:rPr');
  const joinsNext = mark !== undefined && isTrackedAway(elementsOf(mark), story);
  if (isOn(childNamed(properties, 'w:pageBreakBefore'))) story.pageEnded = true;

  const line: Line = { pieces: [...before], boxes: [], look, startsPage: false };
  for (const child of acceptedChildren(element, story)) readInline(child, line, story);
  // An instruction left open would swallow the rest of the document.
  if (story.fields.includes(true)) story.fields.length = 0;

  const { pieces, boxes, startsPage } = line;
  const hasWords = pieces.some((piece) => piece.text.trim() !== '');
  const label = joinsNext ? '' : story.lists.next(numberingOf(properties), style);
  const bulletAlone = !hasWords && !/[\p{L}\p{N}]/u.test(label);
  if (label !== '' && !bulletAlone) pieces.unshift({ text: hasWords ? label : label.trimEnd() });
  return { pieces, hasWords, joinsNext, startsPage, boxes };
}

type Line = { pieces: RawRun[]; boxes: XmlElement[]; look: RunLook; startsPage: boolean };

function readInline(element: XmlElement, line: Line, story: Story): void {
  if (element.name === 'w:r' || element.name === 'm:r') readRun(element, line, story);
  else if (element.name === 'w:ruby') readAll(childNamed(element, 'w:rubyBase'), line, story);
  else if (element.name.startsWith('m:')) readAll(element, line, story);
}

function readAll(element: XmlElement | undefined, line: Line, story: Story): void {
  if (element) for (const child of acceptedChildren(element, story)) readInline(child, line, story);
}

function readRun(run: XmlElement, line: Line, story: Story): void {
  const properties = childNamed(run, 'w:rPr');
  const style = story.styles.character(valueOf(properties, 'w:rStyle'));
  const look = inherit(runLookOf(properties), inherit(style.look, line.look));
  for (const child of acceptedChildren(run, story)) {
    if (child.name === 'w:fldChar') followField(child.attributes['w:fldCharType'], story);
    else if (child.name === 'w:ruby') readInline(child, line, story);
    else if (endsPage(child)) story.pageEnded = true;
    else if (BOX_BEARERS.has(child.name)) line.boxes = line.boxes.concat(boxesIn(child, story));
    else if (!look.hidden && !story.fields.includes(true)) addText(runText(child), look, line, story);
  }
}

function followField(type: string | undefined, story: Story): void {
  const { fields } = story;
  if (type === 'begin') fields.push(true);
  else if (type === 'end') fields.pop();
  else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = false;
}

function endsPage({ name, attributes }: XmlElement): boolean {
  return name === 'w:lastRenderedPageBreak' || (name === 'w:br' && attributes['w:type'] === 'page');
}

function addText(text: string, look: RunLook, line: Line, story: Story): void {
  if (text === '') return;
  if (text.trim() !== '' && story.pageEnded) {
    line.startsPage ||= !line.pieces.some((piece) => piece.text.trim() !== '');
    story.pageEnded = false;
  }
  const font = fontFor(text, look);
  line.pieces.push(font ? { text, font } : { text });
}

/** Word takes the font of "high ANSI" for everything above ASCII that is not East Asian. */
function fontFor(text: string, { ascii, hAnsi }: RunLook): string | undefined {
  return /[^\0-\x7f]/.test(text) ? hAnsi || ascii : ascii || hAnsi;
}

const runText = (element: XmlElement): string => RUN_TEXT[element.name]?.(element) ?? '';

/** White space of XML only: a no-break space at the edge is a character like any other. */
const XML_EDGES = /^[ \t\r\n]+|[ \t\r\n]+$/g;

/** What prints for each kind of run content; everything else (instructions, notes, deleted text) prints nothing. */
const RUN_TEXT: Readonly<Record<string, (element: XmlElement) => string>> = {
  'w:t': (element) =>
    element.attributes['xml:space'] === 'preserve'
      ? ownText(element)
      : ownText(element).replace(XML_EDGES, ''),
  'm:t': ownText,
  'w:tab': () => '\t',
  'w:ptab': () => '\t',
  'w:br': () => '\n',
  'w:cr': () => '\n',
  'w:noBreakHyphen': () => '-',
  'w:softHyphen': () => '\u00ad',
  'w:sym': ({ attributes }) => symbolText(attributes['w:font'] ?? '', attributes['w:char'] ?? ''),
};

const BOX_BEARERS = new Set(['w:drawing', 'w:pict', 'w:object']);

function boxesIn(element: XmlElement, story: Story): XmlElement[] {
  return acceptedChildren(element, story).flatMap((child) =>
    child.name === 'w:txbxContent' ? [child] : boxesIn(child, story),
  );
}
