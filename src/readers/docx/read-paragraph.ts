import { findChild, getChildElements, getOwnText, type XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import type { RawRun } from '../raw-document';
import { getSymbolText } from './get-symbol-text';
import {
  getChildValue,
  isPropertyOn,
  mergeRunStyles,
  readNumberingReference,
  readRunStyle,
  type RunStyle,
} from './properties';
import { getAcceptedChildren, type ReadState, trackDeletion } from './read-state';

type DocxParagraph = {
  /** Printed number first, then the words. */
  runs: RawRun[];
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
export function readParagraph(
  element: XmlElement,
  story: ReadState,
  before: readonly RawRun[] = [],
): DocxParagraph {
  const properties = findChild(element, 'w:pPr');
  const style = story.styles.paragraph(getChildValue(properties, 'w:pStyle'));
  const look = mergeRunStyles(style.runStyle, story.styles.defaults);
  const mark = findChild(properties, 'w:rPr');
  const joinsNext = mark !== undefined && trackDeletion(getChildElements(mark), story);
  if (isPropertyOn(findChild(properties, 'w:pageBreakBefore'))) story.pageEnded = true;

  const line: InlineContent = { runs: [...before], boxes: [], runStyle: look, startsPage: false };
  for (const child of getAcceptedChildren(element, story)) readInline(child, line, story);
  // An instruction left open would swallow the rest of the document.
  if (story.fields.includes(true)) story.fields.length = 0;

  const { runs: pieces, boxes, startsPage } = line;
  const hasWords = pieces.some((piece) => piece.text.trim() !== '');
  const label = joinsNext ? '' : story.lists.next(readNumberingReference(properties), style);
  const bulletAlone = !hasWords && !/[\p{L}\p{N}]/u.test(label);
  if (label !== '' && !bulletAlone) pieces.unshift({ text: hasWords ? label : label.trimEnd() });
  return { runs: pieces, hasWords, joinsNext, startsPage, boxes };
}

type InlineContent = { runs: RawRun[]; boxes: XmlElement[]; runStyle: RunStyle; startsPage: boolean };

function readInline(element: XmlElement, line: InlineContent, story: ReadState): void {
  if (element.name === 'w:r' || element.name === 'm:r') readRun(element, line, story);
  else if (element.name === 'w:ruby') readInlines(findChild(element, 'w:rubyBase'), line, story);
  else if (element.name.startsWith('m:')) readInlines(element, line, story);
}

function readInlines(element: XmlElement | undefined, line: InlineContent, story: ReadState): void {
  if (element) for (const child of getAcceptedChildren(element, story)) readInline(child, line, story);
}

function readRun(run: XmlElement, line: InlineContent, story: ReadState): void {
  const properties = findChild(run, 'w:rPr');
  const style = story.styles.character(getChildValue(properties, 'w:rStyle'));
  const look = mergeRunStyles(readRunStyle(properties), mergeRunStyles(style.runStyle, line.runStyle));
  for (const child of getAcceptedChildren(run, story)) {
    if (child.name === 'w:fldChar') trackField(child.attributes['w:fldCharType'], story);
    else if (child.name === 'w:ruby') readInline(child, line, story);
    else if (isPageEnd(child)) story.pageEnded = true;
    else if (TEXT_BOX_CONTAINERS.has(child.name)) line.boxes = line.boxes.concat(findTextBoxes(child, story));
    else if (!look.hidden && !story.fields.includes(true)) addText(getRunText(child), look, line, story);
  }
}

function trackField(type: string | undefined, story: ReadState): void {
  const { fields } = story;
  if (type === 'begin') fields.push(true);
  else if (type === 'end') fields.pop();
  else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = false;
}

function isPageEnd({ name, attributes }: XmlElement): boolean {
  return name === 'w:lastRenderedPageBreak' || (name === 'w:br' && attributes['w:type'] === 'page');
}

function addText(text: string, look: RunStyle, line: InlineContent, story: ReadState): void {
  if (text === '') return;
  if (text.trim() !== '' && story.pageEnded) {
    line.startsPage ||= !line.runs.some((piece) => piece.text.trim() !== '');
    story.pageEnded = false;
  }
  const font = selectFont(text, look);
  line.runs.push(font ? { text, font } : { text });
}

/** Word takes the font of "high ANSI" for everything above ASCII that is not East Asian. */
function selectFont(text: string, { ascii, hAnsi }: RunStyle): string | undefined {
  return /[^\0-\x7f]/.test(text) ? hAnsi || ascii : ascii || hAnsi;
}

const getRunText = (element: XmlElement): string => RUN_TEXT_BY_ELEMENT[element.name]?.(element) ?? '';

/** White space of XML only: a no-break space at the edge is a character like any other. */
const XML_EDGES = /^[ \t\r\n]+|[ \t\r\n]+$/g;

/** What prints for each kind of run content; everything else (instructions, notes, deleted text) prints nothing. */
const RUN_TEXT_BY_ELEMENT: Readonly<Record<string, (element: XmlElement) => string>> = {
  'w:t': (element) =>
    element.attributes['xml:space'] === 'preserve'
      ? getOwnText(element)
      : getOwnText(element).replace(XML_EDGES, ''),
  'm:t': getOwnText,
  'w:tab': () => '\t',
  'w:ptab': () => '\t',
  'w:br': () => '\n',
  'w:cr': () => '\n',
  'w:noBreakHyphen': () => '-',
  'w:softHyphen': () => '\u00ad',
  'w:sym': ({ attributes }) => getSymbolText(attributes['w:font'] ?? '', attributes['w:char'] ?? ''),
};

const TEXT_BOX_CONTAINERS = new Set(['w:drawing', 'w:pict', 'w:object']);

function findTextBoxes(element: XmlElement, story: ReadState): XmlElement[] {
  return getAcceptedChildren(element, story).flatMap((child) =>
    child.name === 'w:txbxContent' ? [child] : findTextBoxes(child, story),
  );
}
