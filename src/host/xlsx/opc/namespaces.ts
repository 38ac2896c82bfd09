/**
 * Namespaces the codec names things by. Documents choose prefixes as they like; once read, every element and
 * attribute goes by the prefix of this table (ECMA-376 part 1; [MS-XLSX]).
 */
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Never more than one of these in a document, so their names stand without a prefix. */
export const UNPREFIXED: ReadonlySet<string> = new Set([
  '',
  MAIN,
  'http://schemas.openxmlformats.org/package/2006/relationships',
  'http://schemas.openxmlformats.org/package/2006/content-types',
  `${OFFICE}/extended-properties`,
  `${OFFICE}/custom-properties`,
]);

export const NAMESPACES = {
  r: `${OFFICE}/relationships`,
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  x14: 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main',
  x14ac: 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac',
  x15: 'http://schemas.microsoft.com/office/spreadsheetml/2010/11/main',
  xm: 'http://schemas.microsoft.com/office/excel/2006/main',
  xr: 'http://schemas.microsoft.com/office/spreadsheetml/2014/revision',
  xda: 'http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray',
  a: `${DRAWING}/main`,
  a16: 'http://schemas.microsoft.com/office/drawing/2014/main',
  c: `${DRAWING}/chart`,
  xdr: `${DRAWING}/spreadsheetDrawing`,
  vt: `${OFFICE}/docPropsVTypes`,
  ds: `${OFFICE}/customXml`,
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

const PREFIXES: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMESPACES).map(([prefix, uri]) => [uri, prefix]),
);

/** The table's prefix of a namespace: '' for those without one, undefined for namespaces it does not have. */
export function knownPrefix(uri: string): string | undefined {
  return UNPREFIXED.has(uri) ? '' : PREFIXES.get(uri);
}

/** Strict OOXML names the same things under other addresses. */
const STRICT: readonly (readonly [string, string])[] = [
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', `${OFFICE}/relationships`],
  ['http://purl.oclc.org/ooxml/officeDocument/extendedProperties', `${OFFICE}/extended-properties`],
  ['http://purl.oclc.org/ooxml/officeDocument/customProperties', `${OFFICE}/custom-properties`],
  ['http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes', `${OFFICE}/docPropsVTypes`],
  ['http://purl.oclc.org/ooxml/officeDocument/customXml', `${OFFICE}/customXml`],
  ['http://purl.oclc.org/ooxml/officeDocument', OFFICE],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', MAIN],
  ['http://purl.oclc.org/ooxml/drawingml', DRAWING],
];

export const isStrict = (text: string): boolean => text.includes('http://purl.oclc.org/ooxml/');

/** Addresses of strict OOXML in a text put into the ones everybody writes. */
export function transitional(text: string): string {
  return isStrict(text)
    ? STRICT.reduce((result, [strict, usual]) => result.replaceAll(strict, usual), text)
    : text;
}
