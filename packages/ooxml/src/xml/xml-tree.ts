import { MAX_DOCUMENT_CHARACTERS } from '../../../../src/readers/table-limits';
import { err, ok, type Result } from '../../../../src/shared/result';
import { type ByteSource, readXml, type XmlAttributes } from './read-xml';

export type XmlElement = { name: string; attributes: XmlAttributes; children: XmlNode[] };
export type XmlNode = XmlElement | string;

export type TreeLimits = { elements: number; characters: number };

/** About half a gigabyte of objects; a Word table of 10,000 rows has some 600,000. */
const TREE_LIMITS: TreeLimits = { elements: 2_000_000, characters: MAX_DOCUMENT_CHARACTERS };

/**
 * A part as a tree. Elements named in `skip` are left out with all they hold.
 * Problems: as `readXml`, and file-too-large for a part with more elements or text than a tree may have.
 */
export function readXmlTree(
  source: ByteSource,
  skip: ReadonlySet<string> = new Set(),
  limits: TreeLimits = TREE_LIMITS,
): Result<XmlElement> {
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;
  let skipped = 0;
  let count = 0;
  let characters = 0;
  const isTooLarge = (): boolean => count > limits.elements || characters > limits.characters;
  const outcome = readXml(source, {
    open: (name, attributes) => {
      if (skipped > 0 || skip.has(name)) {
        skipped++;
        return;
      }
      count++;
      if (isTooLarge()) return 'stop';
      const element: XmlElement = { name, attributes, children: [] };
      open[open.length - 1]?.children.push(element);
      root ??= element;
      open.push(element);
    },
    close: () => {
      if (skipped > 0) skipped--;
      else open.pop();
    },
    text: (text) => {
      if (skipped > 0) return;
      characters += text.length;
      open[open.length - 1]?.children.push(text);
    },
  });
  if (!outcome.ok) return outcome;
  if (isTooLarge()) return err('file-too-large', {}, { elements: count, characters });
  return root ? ok(root) : err('xml-damaged');
}

export const isXmlElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

export const getChildElements = (element: XmlElement): XmlElement[] => element.children.filter(isXmlElement);

export function findChild(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (element)
    for (const child of element.children) if (typeof child !== 'string' && child.name === name) return child;
  return undefined;
}

/** The characters directly inside an element. */
export function getOwnText(element: XmlElement): string {
  return element.children.filter((node) => typeof node === 'string').join('');
}
