import { type NamespacePolicy, UNKNOWN_PREFIX } from './name-scope';

/** Namespaces of Office files (ECMA-376 parts 1 and 4; [MS-XLSX]) and the prefixes under which they are read. */
const OFFICE_NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const DRAWING_NAMESPACE = 'http://schemas.openxmlformats.org/drawingml/2006';

export const SPREADSHEET_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A document has at most one of these, so their names are read without a prefix. */
const UNPREFIXED_NAMESPACES: ReadonlySet<string> = new Set([
  '',
  SPREADSHEET_NAMESPACE,
  'http://schemas.openxmlformats.org/package/2006/relationships',
  'http://schemas.openxmlformats.org/package/2006/content-types',
  `${OFFICE_NAMESPACE}/extended-properties`,
  `${OFFICE_NAMESPACE}/custom-properties`,
]);

export const NAMESPACES = {
  r: `${OFFICE_NAMESPACE}/relationships`,
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  x14: 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main',
  x14ac: 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac',
  x15: 'http://schemas.microsoft.com/office/spreadsheetml/2010/11/main',
  xm: 'http://schemas.microsoft.com/office/excel/2006/main',
  xr: 'http://schemas.microsoft.com/office/spreadsheetml/2014/revision',
  xda: 'http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray',
  a: `${DRAWING_NAMESPACE}/main`,
  a16: 'http://schemas.microsoft.com/office/drawing/2014/main',
  c: `${DRAWING_NAMESPACE}/chart`,
  xdr: `${DRAWING_NAMESPACE}/spreadsheetDrawing`,
  vt: `${OFFICE_NAMESPACE}/docPropsVTypes`,
  ds: `${OFFICE_NAMESPACE}/customXml`,
  cp: 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  dcmitype: 'http://purl.org/dc/dcmitype/',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
  xml: 'http://www.w3.org/XML/1998/namespace',
  we: 'http://schemas.microsoft.com/office/webextensions/webextension/2010/11',
  /** What only the simulator knows; listed as ignorable, so other readers pass over it. */
  local: 'urn:local-excel:workbook',
} as const;

const PREFIXES_BY_NAMESPACE: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMESPACES).map(([prefix, uri]) => [uri, prefix]),
);

/** @returns the prefix of a namespace ('' for those read without one), or undefined for an unknown namespace. */
export function getKnownPrefix(uri: string): string | undefined {
  return UNPREFIXED_NAMESPACES.has(uri) ? '' : PREFIXES_BY_NAMESPACE.get(uri);
}

/** Strict Open XML names the same things by other addresses. */
const STRICT_NAMESPACES: readonly (readonly [strict: string, transitional: string])[] = [
  // Two types of relationships have other last words, too.
  [
    'http://purl.oclc.org/ooxml/officeDocument/relationships/extendedProperties',
    `${OFFICE_NAMESPACE}/relationships/extended-properties`,
  ],
  [
    'http://purl.oclc.org/ooxml/officeDocument/relationships/customProperties',
    `${OFFICE_NAMESPACE}/relationships/custom-properties`,
  ],
  [
    'http://purl.oclc.org/ooxml/officeDocument/relationships/metadata/thumbnail',
    'http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail',
  ],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', `${OFFICE_NAMESPACE}/relationships`],
  ['http://purl.oclc.org/ooxml/officeDocument/extendedProperties', `${OFFICE_NAMESPACE}/extended-properties`],
  ['http://purl.oclc.org/ooxml/officeDocument/customProperties', `${OFFICE_NAMESPACE}/custom-properties`],
  ['http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes', `${OFFICE_NAMESPACE}/docPropsVTypes`],
  ['http://purl.oclc.org/ooxml/officeDocument/customXml', `${OFFICE_NAMESPACE}/customXml`],
  ['http://purl.oclc.org/ooxml/officeDocument', OFFICE_NAMESPACE],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', SPREADSHEET_NAMESPACE],
  ['http://purl.oclc.org/ooxml/drawingml', DRAWING_NAMESPACE],
  ['http://purl.oclc.org/ooxml/schemaLibrary', 'http://schemas.openxmlformats.org/schemaLibrary/2006'],
];

export const isStrictOoxml = (text: string): boolean => text.includes('http://purl.oclc.org/ooxml/');

/** Replaces the addresses of Strict Open XML in a text by those of transitional files. */
export function toTransitional(text: string): string {
  return isStrictOoxml(text)
    ? STRICT_NAMESPACES.reduce(
        (result, [strict, transitional]) => result.replaceAll(strict, transitional),
        text,
      )
    : text;
}

const WORD_NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006';

/** What document readers look at. Strict and transitional files are the same to them. */
const READER_PREFIXES: ReadonlyMap<string, string> = new Map([
  [WORD_NAMESPACE, 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  [SPREADSHEET_NAMESPACE, 'x'],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', 'x'],
  [NAMESPACES.r, 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  [`${OFFICE_NAMESPACE}/math`, 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  [NAMESPACES.mc, 'mc'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  [`${PACKAGE_NAMESPACE}/relationships`, 'rel'],
  [`${PACKAGE_NAMESPACE}/content-types`, 'ct'],
]);

/** Names every namespace that document readers look at; all others are read under "?". */
export const readerPrefixes: NamespacePolicy = (uri) => READER_PREFIXES.get(uri) ?? UNKNOWN_PREFIX;
