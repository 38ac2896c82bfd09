import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const CORE = 'docProps/core.xml';
const MODIFIED = /<dcterms:modified[^>]*>[^<]*<\/dcterms:modified>/;

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;

/** Formulas of *Phụ lục* that another program wrote: without what they give. */
function withoutResults(xml: string): string {
  return xml.replace(/(<f>VLOOKUP[^<]*<\/f>)<v\s*(?:\/>|>[^<]*<\/v>)/g, '$1');
}

/** A workbook that says when it was saved, the same bytes on any day. */
export function stamp(bytes: Uint8Array, modified: string): Uint8Array {
  const parts = unzipSync(bytes);
  for (const name of Object.keys(parts).filter((part) => SHEET.test(part))) {
    parts[name] = strToU8(withoutResults(strFromU8(parts[name]!)));
  }
  const element = `<dcterms:modified xsi:type="dcterms:W3CDTF">${modified}</dcterms:modified>`;
  const core = strFromU8(parts[CORE]!).replace(MODIFIED, '');
  parts[CORE] = strToU8(core.replace('</cp:coreProperties>', `${element}</cp:coreProperties>`));
  return zipSync(parts, { level: 6, mtime: new Date(2026, 0, 16, 8) });
}
