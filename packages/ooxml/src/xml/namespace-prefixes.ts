/**
 * Namespaces the codec names things by. Documents choose prefixes as they like; once read, every element and
 * attribute goes by the prefix of this table (ECMA-376 part 1; [MS-XLSX]).
 */
const OFFICE_NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const DRAWING_NAMESPACE = 'http://schemas.openxmlformats.org/drawingml/2006';

export const SPREADSHEET_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Never more than one of these in a document, so their names stand without a prefix. */
export const UNPREFIXED_NAMESPACES: ReadonlySet<string> = new Set([
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
  /** What only the local Excel knows; listed as ignorable, so other readers pass over it. */
  local: 'urn:local-excel:workbook',
} as const;

const PREFIXES_BY_NAMESPACE: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMESPACES).map(([prefix, uri]) => [uri, prefix]),
);

/** The table's prefix of a namespace: '' for those without one, undefined for namespaces it does not have. */
export function getKnownPrefix(uri: string): string | undefined {
  return UNPREFIXED_NAMESPACES.has(uri) ? '' : PREFIXES_BY_NAMESPACE.get(uri);
}

/** Strict OOXML names the same things under other addresses. */
const STRICT_NAMESPACES: readonly (readonly [string, string])[] = [
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', `${OFFICE_NAMESPACE}/relationships`],
  ['http://purl.oclc.org/ooxml/officeDocument/extendedProperties', `${OFFICE_NAMESPACE}/extended-properties`],
  ['http://purl.oclc.org/ooxml/officeDocument/customProperties', `${OFFICE_NAMESPACE}/custom-properties`],
  ['http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes', `${OFFICE_NAMESPACE}/docPropsVTypes`],
  ['http://purl.oclc.org/ooxml/officeDocument/customXml', `${OFFICE_NAMESPACE}/customXml`],
  ['http://purl.oclc.org/ooxml/officeDocument', OFFICE_NAMESPACE],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', SPREADSHEET_NAMESPACE],
  ['http://purl.oclc.org/ooxml/drawingml', DRAWING_NAMESPACE],
];

export const isStrictOoxml = (text: string): boolean => text.includes('http://purl.oclc.org/ooxml/');

/** Addresses of strict OOXML in a text put into the ones everybody writes. */
export function toTransitional(text: string): string {
  return isStrictOoxml(text)
    ? STRICT_NAMESPACES.reduce((result, [strict, usual]) => result.replaceAll(strict, usual), text)
    : text;
}
