import { childNamed, elementsOf, type XmlElement } from '../xml/tree';
import { isOn } from './properties';
import type { ListCounter } from './list-counter';
import type { Styles } from './styles';

/** What is known and noticed while one document is walked from its first paragraph to its last. */
export type Story = {
  file: string;
  styles: Styles;
  lists: ListCounter;
  /** Open fields, innermost last: true while inside the field's instruction. */
  fields: boolean[];
  /** A page ended since the last word. */
  pageEnded: boolean;
  /** Tables around the present place; `tooDeep` once there were more than a reader follows. */
  tableDepth: number;
  tooDeep: boolean;
  trackedChanges: number;
  textBoxes: number;
};

const TRANSPARENT = new Set([
  'w:ins',
  'w:moveTo',
  'w:customXml',
  'w:smartTag',
  'w:hyperlink',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
]);
const TRACKED = new Set(['w:ins', 'w:del', 'w:moveTo', 'w:moveFrom']);
const GONE = new Set(['w:del', 'w:moveFrom']);

/**
 * The children of an element as they stand once all tracked changes are accepted, with wrappers (content controls,
 * links, smart tags, alternatives) taken away. The same at every level: blocks, rows, cells, runs.
 */
export function acceptedChildren(element: XmlElement, story: Story): XmlElement[] {
  const children: XmlElement[] = [];
  const walk = (parent: XmlElement): void => {
    for (const child of elementsOf(parent)) {
      if (TRACKED.has(child.name)) story.trackedChanges++;
      if (GONE.has(child.name)) continue;
      const inner = TRANSPARENT.has(child.name) ? child : unwrapped(child);
      if (inner === child && !TRANSPARENT.has(child.name)) children.push(child);
      else if (inner) walk(inner);
    }
  };
  walk(element);
  return children;
}

/** What stands in a wrapper; null where nothing does; the element itself when it is no wrapper. */
function unwrapped(element: XmlElement): XmlElement | null {
  if (element.name === 'mc:AlternateContent')
    return childNamed(element, 'mc:Choice') ?? childNamed(element, 'mc:Fallback') ?? null;
  if (element.name !== 'w:sdt') return element;
  // The prompt of an empty content control ("Click here to enter text") is not the document's text.
  const prompt = childNamed(childNamed(element, 'w:sdtPr'), 'w:showingPlcHdr');
  return isOn(prompt) ? null : (childNamed(element, 'w:sdtContent') ?? null);
}

/** Counts a change that is marked by a property instead of a wrapper; true when it takes its bearer away. */
export function isTrackedAway(properties: readonly XmlElement[], story: Story): boolean {
  let gone = false;
  for (const { name } of properties) {
    const deleted = GONE.has(name) || name === 'w:cellDel';
    if (deleted || TRACKED.has(name) || name === 'w:cellIns') story.trackedChanges++;
    gone ||= deleted;
  }
  return gone;
}
