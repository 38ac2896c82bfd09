import { findChild, findChildren, isTrueValue, type XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import { addNoteMark, isNoteMark } from '../note-marks';
import type { RawRun } from '../raw-document';
import { getSymbolText } from './get-symbol-text';
import {
  getChildNumber,
  getChildValue,
  isPropertyOn,
  mergeRunStyles,
  readNumberingReference,
  readRunStyle,
  type RunStyle,
} from './properties';
import { getAcceptedChildren, type ReadState, trackDeletion } from './read-state';

type DocxParagraph = {
  /** Printed number first, then the text. */
  runs: RawRun[];
  /** Whether there is text besides the printed number. */
  hasText: boolean;
  /** Its mark is deleted: what follows belongs to the same paragraph. */
  joinsNext: boolean;
  /** Its first word is the first on a page, as Word last rendered it. */
  startsPage: boolean;
  /** Contents of text boxes anchored in it. */
  boxes: XmlElement[];
};

/**
 * Reads a paragraph as it prints. `before`: what a deleted paragraph mark joins to it. Text is raw: line breaks are
 * "\n", tabs "\t", optional hyphens U+00AD (in TCVN3 fonts that is the letter ư).
 */
export function readParagraph(
  element: XmlElement,
  state: ReadState,
  before: readonly RawRun[] = [],
): DocxParagraph {
  const properties = findChild(element, 'w:pPr');
  const style = state.styles.paragraph(getChildValue(properties, 'w:pStyle'));
  const runStyle = mergeRunStyles(style.runStyle, state.styles.defaults);
  const mark = findChild(properties, 'w:rPr');
  const joinsNext = mark !== undefined && trackDeletion(mark.children, state);
  if (isPropertyOn(findChild(properties, 'w:pageBreakBefore'))) state.pageEnded = true;

  const line: InlineContent = { runs: [...before], boxes: [], runStyle, startsPage: false };
  for (const child of getAcceptedChildren(element, state)) readInline(child, line, state);
  // An instruction left open would swallow the rest of the document.
  if (state.fields.includes(true)) state.fields.length = 0;

  const { runs, boxes, startsPage } = line;
  const hasText = runs.some((run) => run.text.trim() !== '');
  const label = joinsNext ? '' : state.lists.next(readNumberingReference(properties), style);
  const bulletAlone = !hasText && !/[\p{L}\p{N}]/u.test(label);
  const struck = hasText && runs.every((run) => run.struck || run.text.trim() === '');
  if (label !== '' && !bulletAlone)
    runs.unshift({ text: hasText ? label : label.trimEnd(), ...(struck && { struck }) });
  return { runs, hasText, joinsNext, startsPage, boxes };
}

type InlineContent = { runs: RawRun[]; boxes: XmlElement[]; runStyle: RunStyle; startsPage: boolean };

function readInline(element: XmlElement, line: InlineContent, state: ReadState): void {
  if (element.name === 'w:r' || element.name === 'm:r') readRun(element, line, state);
  else if (element.name === 'w:ruby') readInlines(findChild(element, 'w:rubyBase'), line, state);
  else if (element.name.startsWith('m:')) readInlines(element, line, state);
}

function readInlines(element: XmlElement | undefined, line: InlineContent, state: ReadState): void {
  if (element) for (const child of getAcceptedChildren(element, state)) readInline(child, line, state);
}

function readRun(run: XmlElement, line: InlineContent, state: ReadState): void {
  const properties = findChild(run, 'w:rPr');
  const style = state.styles.character(getChildValue(properties, 'w:rStyle'));
  const runStyle = mergeRunStyles(readRunStyle(properties), mergeRunStyles(style.runStyle, line.runStyle));
  for (const child of getAcceptedChildren(run, state)) {
    if (child.name === 'w:fldChar') {
      trackField(child.attributes['w:fldCharType'], state);
      addText(getFormFieldText(child), runStyle, line, state);
    } else if (child.name === 'w:ruby') readInline(child, line, state);
    else if (isPageEnd(child)) state.pageEnded = true;
    else if (NOTE_REFERENCES.has(child.name)) readNoteReference(child, line, state);
    else if (TEXT_BOX_CONTAINERS.has(child.name)) line.boxes = line.boxes.concat(findTextBoxes(child, state));
    else if (!runStyle.hidden && !state.fields.includes(true))
      addText(getRunText(child), runStyle, line, state);
  }
}

const NOTE_REFERENCES = new Set(['w:footnoteReference', 'w:endnoteReference']);

/** Word numbers the notes itself, unless a mark of the writer's own follows. */
function readNoteReference({ name, attributes }: XmlElement, line: InlineContent, state: ReadState): void {
  if (isTrueValue(attributes['w:customMarkFollows'] ?? '0')) return;
  const number = (state.noteCounts.get(name) ?? 0) + 1;
  state.noteCounts.set(name, number);
  addNoteMark(line.runs, String(number), state.notes.get(`${name} ${attributes['w:id'] ?? ''}`));
}

function trackField(type: string | undefined, state: ReadState): void {
  const { fields } = state;
  if (type === 'begin') fields.push(true);
  else if (type === 'end') fields.pop();
  else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = false;
}

/**
 * Returns what a form field shows that has no result in the text: the selected entry of a drop-down, the state of a
 * check box. Source: ECMA-376-1 §17.16.9 (ddList) and §17.16.7 (checkBox).
 */
function getFormFieldText(field: XmlElement): string {
  const data = findChild(field, 'w:ffData');
  const list = findChild(data, 'w:ddList');
  if (list) {
    const entries = findChildren(list, 'w:listEntry');
    const selected = getChildNumber(list, 'w:result') ?? getChildNumber(list, 'w:default') ?? 0;
    return entries[selected]?.attributes['w:val'] ?? '';
  }
  const box = findChild(data, 'w:checkBox');
  if (!box) return '';
  return isPropertyOn(findChild(box, 'w:checked') ?? findChild(box, 'w:default')) ? '☑' : '☐';
}

function isPageEnd({ name, attributes }: XmlElement): boolean {
  return name === 'w:lastRenderedPageBreak' || (name === 'w:br' && attributes['w:type'] === 'page');
}

function addText(text: string, runStyle: RunStyle, line: InlineContent, state: ReadState): void {
  if (text === '') return;
  if (text.trim() !== '' && state.pageEnded) {
    line.startsPage ||= !line.runs.some((run) => run.text.trim() !== '');
    state.pageEnded = false;
  }
  if (runStyle.superscript && isNoteMark(text, line.runs.map((run) => run.text).join(''))) {
    addNoteMark(line.runs, text);
    return;
  }
  const font = selectFont(text, runStyle);
  const struck = runStyle.strike || runStyle.doubleStrike;
  line.runs.push({ text, ...(font && { font }), ...(struck && { struck }) });
}

/** Returns the font of a text: Word takes that of "high ANSI" for all letters above ASCII but East Asian ones. */
function selectFont(text: string, { ascii, hAnsi }: RunStyle): string | undefined {
  return /[^\0-\x7f]/.test(text) ? hAnsi || ascii : ascii || hAnsi;
}

const getRunText = (element: XmlElement): string => RUN_TEXT_BY_ELEMENT[element.name]?.(element) ?? '';

/** White space of XML only: a no-break space at the edge is text. */
const XML_EDGES = /^[ \t\r\n]+|[ \t\r\n]+$/g;

/** What prints for each kind of run content; everything else (instructions, notes, deleted text) prints nothing. */
const RUN_TEXT_BY_ELEMENT: Readonly<Record<string, (element: XmlElement) => string>> = {
  'w:t': (element) =>
    element.attributes['xml:space'] === 'preserve' ? element.text : element.text.replace(XML_EDGES, ''),
  'm:t': (element) => element.text,
  'w:tab': () => '\t',
  'w:ptab': () => '\t',
  'w:br': () => '\n',
  'w:cr': () => '\n',
  'w:noBreakHyphen': () => '-',
  'w:softHyphen': () => '\u00ad',
  'w:sym': ({ attributes }) => getSymbolText(attributes['w:font'] ?? '', attributes['w:char'] ?? ''),
};

const TEXT_BOX_CONTAINERS = new Set(['w:drawing', 'w:pict', 'w:object']);

function findTextBoxes(element: XmlElement, state: ReadState): XmlElement[] {
  return getAcceptedChildren(element, state).flatMap((child) =>
    child.name === 'w:txbxContent' ? [child] : findTextBoxes(child, state),
  );
}
