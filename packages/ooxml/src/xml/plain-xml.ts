/**
 * Scans XML as Excel, LibreOffice, openpyxl and this package write it: UTF-8, elements without a prefix, no CDATA or
 * document type. All other parts need a parser.
 */

const UTF8_DECODER = new TextDecoder('utf-8', { fatal: true });
const OTHER_ENCODING = /encoding\s*=\s*["'](?!utf-?8["'])/i;
const MAX_DECLARATION_LENGTH = 200;

/**
 * Decodes UTF-8.
 * @throws on other bytes.
 */
export const decodeUtf8 = (bytes: Uint8Array): string => UTF8_DECODER.decode(bytes);

/** Finds "<!", which begins a comment, CDATA or a document type, by its rarer half. */
function hasDeclarations(xml: string): boolean {
  for (let at = xml.indexOf('!'); at >= 0; at = xml.indexOf('!', at + 1))
    if (xml.charCodeAt(at - 1) === 60) return true;
  return false;
}

/** No comment holds another one, or two hyphens. */
const COMMENT = /<!--(?:(?!--)[\s\S])*-->/g;

/**
 * Decodes a part whose root element is `root` and removes its comments.
 * @returns null if the part is not written plainly.
 */
export function decodePlainXml(part: Uint8Array, root: string, decode = decodeUtf8): string | null {
  let xml: string;
  try {
    xml = decode(part);
  } catch {
    return null;
  }
  if (hasDeclarations(xml)) {
    xml = xml.replace(COMMENT, '');
    if (hasDeclarations(xml)) return null;
  }
  const at = xml.indexOf(`<${root}`);
  if (at < 0 || at > 4096) return null;
  return OTHER_ENCODING.test(xml.slice(0, MAX_DECLARATION_LENGTH)) ? null : xml;
}

const isXmlWhitespace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/** A start tag: where it ends (its ">"), whether it is empty ("/>"), and the attributes of interest. */
export type StartTag = { end: number; empty: boolean; values: string[] };

/**
 * Reads the start tag whose name ends at `from`; `values[i]` is the value of `names[i]`, '' if it is absent.
 * Returns false for anything but a tag. Overwrites `tag`, so that a scan allocates nothing.
 */
export function readTag(xml: string, from: number, names: readonly string[], tag: StartTag): boolean {
  const { values } = tag;
  for (let index = 0; index < names.length; index++) values[index] = '';
  let at = from;
  for (;;) {
    let code = xml.charCodeAt(at);
    while (isXmlWhitespace(code)) code = xml.charCodeAt(++at);
    if (code === 62 || code === 47) {
      tag.empty = code === 47;
      if (tag.empty) while (isXmlWhitespace(xml.charCodeAt(++at)));
      tag.end = at;
      return xml.charCodeAt(at) === 62;
    }
    const name = at;
    while (code !== 61 && code !== 62 && !isXmlWhitespace(code) && at < xml.length)
      code = xml.charCodeAt(++at);
    const nameEnd = at;
    while (isXmlWhitespace(code)) code = xml.charCodeAt(++at);
    if (code !== 61) return false;
    do code = xml.charCodeAt(++at);
    while (isXmlWhitespace(code));
    if (code !== 34 && code !== 39) return false;
    const close = xml.indexOf(code === 34 ? '"' : "'", at + 1);
    if (close < 0) return false;
    for (let index = 0; index < names.length; index++) {
      const wanted = names[index]!;
      if (wanted.length === nameEnd - name && xml.startsWith(wanted, name))
        values[index] = xml.slice(at + 1, close);
    }
    at = close + 1;
  }
}

/**
 * Finds every element `<name …>` of a small part, with the given attributes, references resolved.
 * @returns null if one of them is not written plainly.
 */
export function findElements(
  xml: string,
  name: string,
  attributes: readonly string[],
): { values: string[]; end: number }[] | null {
  const found: { values: string[]; end: number }[] = [];
  const opening = `<${name}`;
  for (let at = xml.indexOf(opening); at >= 0; at = xml.indexOf(opening, at + 1)) {
    const next = xml.charCodeAt(at + opening.length);
    if (!isXmlWhitespace(next) && next !== 62 && next !== 47) continue;
    const tag: StartTag = { end: 0, empty: false, values: [] };
    if (!readTag(xml, at + opening.length, attributes, tag)) return null;
    found.push({ values: tag.values.map(resolveReferences), end: tag.end });
  }
  return found;
}

const NAMED_ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Resolves the references of a text; unknown ones stay as they are. */
export function resolveReferences(raw: string): string {
  return raw.includes('&')
    ? raw.replace(
        /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
        (reference: string, hex?: string, decimal?: string, name?: string) => {
          if (name !== undefined) return NAMED_ENTITIES[name.toLowerCase()] ?? reference;
          const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
          return code <= 0x10ffff ? String.fromCodePoint(code) : reference;
        },
      )
    : raw;
}
