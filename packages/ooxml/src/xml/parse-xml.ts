import { SaxesParser } from 'saxes';
import { WorkbookFileError } from '../workbook-file-error';
import { getKnownPrefix, NAMESPACES, toTransitional } from './namespace-prefixes';

/**
 * An element as read: names carry the prefix of {@link NAMESPACES} ("row", "x14:cfRule", "r:id"), whatever the
 * document's own were. `text` is all text directly inside; documents of spreadsheets do not mix text and elements.
 */
export type XmlElement = {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
};

export type XmlDocument = {
  root: XmlElement;
  /** Prefix → address of the namespaces that the codec has no name for. */
  foreign: ReadonlyMap<string, string>;
};

function decodeBytes(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : /^<\?xml[^>]*encoding=["']([\w-]+)/.exec(
            new TextDecoder('latin1').decode(bytes.subarray(0, 200)),
          )?.[1];
  try {
    return new TextDecoder(encoding ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** The text of an XML part, whatever its encoding, without byte order mark. */
export const decodeXmlPart = (bytes: Uint8Array): string => decodeBytes(bytes).replace(/^\uFEFF/, '');

class PrefixTable {
  readonly foreign = new Map<string, string>();

  getPrefix(uri: string, prefix: string): string {
    const known = getKnownPrefix(uri);
    if (known !== undefined) return known;
    for (let number = 1; ; number++) {
      const wanted = number === 1 && prefix && !(prefix in NAMESPACES) ? prefix : `n${number}`;
      const taken = this.foreign.get(wanted);
      if (taken === undefined) this.foreign.set(wanted, uri);
      if (taken === undefined || taken === uri) return wanted;
    }
  }
}

/** Attributes that a document says may be ignored are dropped, but for those the codec itself reads. */
const READ_IGNORABLE_PREFIXES = new Set(['xr', 'local', '']);

/** No part of a workbook nests elements nearly as deep. */
const MAX_XML_DEPTH = 256;

const toQualifiedName = (prefix: string, local: string): string => (prefix ? `${prefix}:${local}` : local);

/**
 * Reads an XML part.
 * @param take elements of these names are handed over when they end, with the foreign namespaces met so far, and
 *   are then dropped: the rows of a big sheet never stand in memory as a tree.
 */
export function parseXml(
  bytes: Uint8Array,
  part: string,
  take: Record<string, (element: XmlElement, foreign: ReadonlyMap<string, string>) => void> = {},
): XmlDocument {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const prefixes = new PrefixTable();
  const takers = new Map(Object.entries(take));
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let ignorable: ReadonlySet<string> = new Set();
  parser.on('error', () => {
    throw new WorkbookFileError('damaged', part);
  });
  parser.on('doctype', () => {
    throw new WorkbookFileError('forbidden-xml', part);
  });
  parser.on('opentag', (tag) => {
    const element: XmlElement = {
      name: toQualifiedName(prefixes.getPrefix(tag.uri, tag.prefix), tag.local),
      attributes: {},
      children: [],
      text: '',
    };
    for (const { uri, prefix, local, value } of Object.values(tag.attributes)) {
      if (prefix === 'xmlns' || (prefix === '' && local === 'xmlns')) continue;
      // The values of these two are prefixes themselves.
      const names = local === 'Requires' || (uri === NAMESPACES.mc && local === 'Ignorable');
      const own = uri === '' ? '' : prefixes.getPrefix(uri, prefix);
      if (ignorable.has(own)) continue;
      element.attributes[toQualifiedName(own, local)] = names
        ? value
            .split(/\s+/)
            .filter(Boolean)
            .map((one) => prefixes.getPrefix(parser.resolve(one) ?? '', one))
            .join(' ')
        : value;
    }
    if (open.length === 0) {
      const listed = element.attributes['mc:Ignorable']?.split(' ') ?? [];
      ignorable = new Set(listed.filter((prefix) => !READ_IGNORABLE_PREFIXES.has(prefix)));
    }
    if (open.length > MAX_XML_DEPTH) throw new WorkbookFileError('damaged', part);
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const onText = (text: string): void => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', () => {
    const element = open.pop()!;
    const taker = open.length > 0 ? takers.get(element.name) : undefined;
    if (taker) {
      open.at(-1)!.children.pop();
      taker(element, prefixes.foreign);
    }
    if (open.length === 0) root = element;
  });
  parser.write(toTransitional(decodeXmlPart(bytes))).close();
  if (!root) throw new WorkbookFileError('damaged', part);
  return { root, foreign: prefixes.foreign };
}

export function findChild(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

export function findChildren(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** Follows child names down; undefined when one is missing. */
export function findDescendant(element: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>(findChild, element);
}

/** xsd:boolean, with the "on" and "off" of some writers; the default where the attribute is missing. */
export function readBooleanAttribute(
  element: XmlElement | undefined,
  name: string,
  missing = false,
): boolean {
  const value = element?.attributes[name];
  return value === undefined ? missing : value === '1' || value === 'true' || value === 'on';
}

/** A number, or undefined where the attribute is missing or no number. */
export function readNumberAttribute(element: XmlElement | undefined, name: string): number | undefined {
  const text = element?.attributes[name];
  const value = text === undefined || text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const ILLEGAL_CHARACTERS =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const replaceIllegalCharacters = (text: string): string => text.replace(ILLEGAL_CHARACTERS, '\uFFFD');

/** Nearly all texts need nothing done, and this is asked of every cell. */
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

/** Markup of an element. Attributes that are undefined are left out; booleans are 1 and 0; children are markup. */
export function writeElement(
  name: string,
  attributes: Record<string, AttributeValue> = {},
  ...children: readonly (string | undefined)[]
): string {
  let start = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value === undefined) continue;
    start += ` ${key}="${typeof value === 'string' ? escapeAttribute(value) : Number(value)}"`;
  }
  const inside = children.join('');
  return inside === '' ? `${start}/>` : `${start}>${inside}</${name}>`;
}

function collectPrefixes(element: XmlElement, into: Set<string>): Set<string> {
  for (const name of [element.name, ...Object.keys(element.attributes)]) {
    if (name.includes(':')) into.add(name.slice(0, name.indexOf(':')));
  }
  for (const one of element.attributes['Requires']?.split(' ') ?? []) if (one) into.add(one);
  for (const child of element.children) collectPrefixes(child, into);
  return into;
}

function writePlainElement(element: XmlElement, extra: Record<string, string>): string {
  return writeElement(
    element.name,
    { ...extra, ...element.attributes },
    ...(element.children.length > 0
      ? element.children.map((child) => writePlainElement(child, {}))
      : [escapeText(element.text)]),
  );
}

/**
 * Markup of an element as read, which declares every prefix it uses: it can be put into any document whose
 * default namespace is the one of the document it came from.
 */
export function writeFragment(element: XmlElement, foreign: ReadonlyMap<string, string>): string {
  const declared: Record<string, string> = {};
  for (const prefix of [...collectPrefixes(element, new Set())].sort()) {
    const uri = foreign.get(prefix) ?? (NAMESPACES as Record<string, string>)[prefix];
    if (uri !== undefined && prefix !== 'xml') declared[`xmlns:${prefix}`] = uri;
  }
  return writePlainElement(element, declared);
}

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const ENCODER = new TextEncoder();

/** A whole part: declaration and root, as bytes. */
export const encodeXmlPart = (root: string): Uint8Array => ENCODER.encode(XML_DECLARATION + root);
