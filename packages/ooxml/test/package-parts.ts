import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Parts of a saved file, as text. */
export function readParts(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

export function packParts(parts: Record<string, string | Uint8Array>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
}

const OFFICE_NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export function formatRelationships(...links: readonly [id: string, kind: string, target: string][]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links
    .map(
      ([id, kind, target]) =>
        `<Relationship Id="${id}" Type="${kind.includes(':') ? kind : `${OFFICE_NAMESPACE}/${kind}`}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;
}

/** The smallest file other programs would write: no styles, no theme, no shared strings, no content types. */
export function createMinimalWorkbook(
  sheet: string,
  more: Record<string, string | Uint8Array> = {},
): Uint8Array {
  return packParts({
    '_rels/.rels': formatRelationships(['rId1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns="${MAIN_NAMESPACE}" xmlns:r="${OFFICE_NAMESPACE}"><sheets><sheet name="Bảng" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': formatRelationships(['rId1', 'worksheet', 'worksheets/sheet1.xml']),
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  });
}

/** A sheet around its rows. */
export function formatSheetXml(rows: string, after = '', before = ''): string {
  return `<worksheet xmlns="${MAIN_NAMESPACE}" xmlns:r="${OFFICE_NAMESPACE}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}
