import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const CORE_PART = 'docProps/core.xml';
const MODIFIED_ELEMENT = /<dcterms:modified[^>]*>[^<]*<\/dcterms:modified>/;

const SHEET_PART = /^xl\/worksheets\/[^/]+\.xml$/;

/** Formulas of *Phụ lục* that another program wrote: without what they give. */
function removeResults(xml: string): string {
  return xml.replace(/(<f>VLOOKUP[^<]*<\/f>)<v\s*(?:\/>|>[^<]*<\/v>)/g, '$1');
}

/** A workbook that says when it was saved, the same bytes on any day. */
export function stampModified(bytes: Uint8Array, modified: string): Uint8Array {
  const parts = unzipSync(bytes);
  for (const name of Object.keys(parts).filter((part) => SHEET_PART.test(part))) {
    parts[name] = strToU8(removeResults(strFromU8(parts[name]!)));
  }
  const element = `<dcterms:modified xsi:type="dcterms:W3CDTF">${modified}</dcterms:modified>`;
  const core = strFromU8(parts[CORE_PART]!).replace(MODIFIED_ELEMENT, '');
  parts[CORE_PART] = strToU8(core.replace('</cp:coreProperties>', `${element}</cp:coreProperties>`));
  return zipSync(parts, { level: 6, mtime: new Date(2026, 0, 16, 8) });
}
