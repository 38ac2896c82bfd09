import { NAMESPACES } from './namespaces';
import type { XmlElement } from './xml-tree';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const ILLEGAL_CHARACTERS =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const replaceIllegalCharacters = (text: string): string => text.replace(ILLEGAL_CHARACTERS, '\uFFFD');

/** Nearly all texts need no change, and every cell is checked. */
const MAY_NEED_ESCAPING = /[&<>"\u0000-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;

export function escapeText(text: string): string {
  return MAY_NEED_ESCAPING.test(text)
    ? replaceIllegalCharacters(text)
        .replace(/[&<>]/g, (char) => ESCAPES[char]!)
        .replaceAll('\r', '&#13;')
    : text;
}

export function escapeAttribute(text: string): string {
  return MAY_NEED_ESCAPING.test(text)
    ? replaceIllegalCharacters(text)
        .replace(/[&<>"]/g, (char) => ESCAPES[char]!)
        .replace(/[\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`)
    : text;
}

export type AttributeValue = string | number | boolean | undefined;

/** Markup of children: one, several, or nothing. Several are given as a list, for a call takes only so many arguments. */
export type Markup = string | undefined | Iterable<string | undefined>;

/** Writes an element. Attributes that are undefined are left out, booleans are 1 and 0, children are markup. */
export function writeElement(
  name: string,
  attributes: Record<string, AttributeValue> = {},
  ...children: readonly Markup[]
): string {
  let start = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value === undefined) continue;
    start += ` ${key}="${typeof value === 'string' ? escapeAttribute(value) : Number(value)}"`;
  }
  let content = '';
  for (const child of children) {
    if (child === undefined) continue;
    if (typeof child === 'string') content += child;
    else for (const markup of child) content += markup ?? '';
  }
  return content === '' ? `${start}/>` : `${start}>${content}</${name}>`;
}

function collectPrefixes(element: XmlElement, into: Set<string>): Set<string> {
  for (const name of [element.name, ...Object.keys(element.attributes)]) {
    if (name.includes(':')) into.add(name.slice(0, name.indexOf(':')));
  }
  for (const prefix of element.attributes['Requires']?.split(' ') ?? []) if (prefix) into.add(prefix);
  for (const child of element.children) collectPrefixes(child, into);
  return into;
}

function writePlainElement(element: XmlElement, extra: Record<string, string>): string {
  return writeElement(
    element.name,
    { ...extra, ...element.attributes },
    element.children.length > 0
      ? element.children.map((child) => writePlainElement(child, {}))
      : [escapeText(element.text)],
  );
}

/**
 * Writes an element as it was read, with a declaration of every prefix it uses: it can be put into any document
 * that has the same default namespace as the one it came from.
 */
export function writeFragment(element: XmlElement, foreign: ReadonlyMap<string, string>): string {
  const declared: Record<string, string> = {};
  for (const prefix of [...collectPrefixes(element, new Set())].sort()) {
    const uri = foreign.get(prefix) ?? (NAMESPACES as Record<string, string>)[prefix];
    if (uri !== undefined && prefix !== 'xml') declared[`xmlns:${prefix}`] = uri;
  }
  return writePlainElement(element, declared);
}

const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const ENCODER = new TextEncoder();

/** Encodes a part: declaration and root element. */
export const encodeXmlPart = (root: string): Uint8Array => ENCODER.encode(XML_DECLARATION + root);
