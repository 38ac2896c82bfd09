import { findChild, type XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import type { RawBlock } from '../raw-document';
import type { ListCounter } from './list-counter';
import { isPropertyOn } from './properties';
import type { DocxStyles } from './read-docx-styles';

/** What is known and noticed while a document is read from its first paragraph to its last. */
export type ReadState = {
  file: string;
  styles: DocxStyles;
  lists: ListCounter;
  /** Open fields, innermost last: true while inside the field's instruction. */
  fields: boolean[];
  /** A page ended since the last word. */
  pageEnded: boolean;
  /** Tables around the current place; `tooDeep` once there were more than `MAX_TABLE_DEPTH`. */
  tableDepth: number;
  tooDeep: boolean;
  trackedChanges: number;
  /** Texts of footnotes and endnotes by the element that refers to them and its id. */
  notes: ReadonlyMap<string, string>;
  /** Notes referred to so far, by the same element. */
  noteCounts: Map<string, number>;
  textBoxes: number;
  /** Reads a document that is embedded as text, by its relationship id. */
  readEmbedded: (id: string) => RawBlock[];
};

const TRANSPARENT_ELEMENTS = new Set([
  'w:ins',
  'w:moveTo',
  'w:customXml',
  'w:smartTag',
  'w:hyperlink',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
]);
const TRACKED_ELEMENTS = new Set(['w:ins', 'w:del', 'w:moveTo', 'w:moveFrom']);
const DELETED_ELEMENTS = new Set(['w:del', 'w:moveFrom']);

/**
 * Returns the children of an element with all tracked changes accepted and all wrappers (content controls, links,
 * smart tags, alternatives) removed. The same at every level: blocks, rows, cells, runs.
 */
export function getAcceptedChildren(element: XmlElement, state: ReadState): XmlElement[] {
  const children: XmlElement[] = [];
  const walk = (parent: XmlElement): void => {
    for (const child of parent.children) {
      if (TRACKED_ELEMENTS.has(child.name)) state.trackedChanges++;
      if (DELETED_ELEMENTS.has(child.name)) continue;
      const inner = TRANSPARENT_ELEMENTS.has(child.name) ? child : unwrapElement(child);
      if (inner === child && !TRANSPARENT_ELEMENTS.has(child.name)) children.push(child);
      else if (inner) walk(inner);
    }
  };
  walk(element);
  return children;
}

/**
 * Returns the content of a wrapper, or the element itself if it is none.
 *
 * @returns null for a wrapper without content
 */
function unwrapElement(element: XmlElement): XmlElement | null {
  if (element.name === 'mc:AlternateContent')
    return findChild(element, 'mc:Choice') ?? findChild(element, 'mc:Fallback') ?? null;
  if (element.name !== 'w:sdt') return element;
  // The prompt of an empty content control ("Click here to enter text") is not the document's text.
  const prompt = findChild(findChild(element, 'w:sdtPr'), 'w:showingPlcHdr');
  return isPropertyOn(prompt) ? null : (findChild(element, 'w:sdtContent') ?? null);
}

/** Counts changes that are marked by properties instead of wrappers; returns true if one deletes its element. */
export function trackDeletion(properties: readonly XmlElement[], state: ReadState): boolean {
  let removed = false;
  for (const { name } of properties) {
    const deleted = DELETED_ELEMENTS.has(name) || name === 'w:cellDel';
    if (deleted || TRACKED_ELEMENTS.has(name) || name === 'w:cellIns') state.trackedChanges++;
    removed ||= deleted;
  }
  return removed;
}
