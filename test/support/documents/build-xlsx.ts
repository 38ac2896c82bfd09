import { strToU8, zipSync } from 'fflate';
import type { RawDocument, RawTable } from '../../../src/readers/raw-document';
import { readXlsx } from '../../../src/readers/xlsx/read-xlsx';

const TRANSITIONAL_NAMESPACES = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const STRICT_NAMESPACES = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relationships: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

type XlsxSheet = {
  name?: string;
  state?: 'hidden' | 'veryHidden';
  /** Inner XML of `sheetData`. */
  data?: string;
  /** XML before and after `sheetData`. */
  before?: string;
  after?: string;
  /** Type of the sheet's relationship, "worksheet" by default. */
  type?: string;
  /** Inner XML of the sheet's drawing. */
  drawing?: string;
};

export type XlsxParts = {
  /** Inner XML of `sst`. */
  strings?: string;
  /** Inner XML of `styleSheet`. */
  styles?: string;
  /** XML of the workbook before and after its sheets. */
  beforeSheets?: string;
  afterSheets?: string;
  strict?: boolean;
  /** Writes every element with this prefix instead of a default namespace. */
  prefix?: string;
};

/** A workbook with nothing that the test does not say. */
export function buildXlsx(sheets: readonly XlsxSheet[], parts: XlsxParts = {}): Uint8Array {
  const { main, relationships } = parts.strict ? STRICT_NAMESPACES : TRANSITIONAL_NAMESPACES;
  const part = (name: string, inner: string): Uint8Array => {
    const { prefix } = parts;
    if (prefix === undefined)
      return strToU8(`<${name} xmlns="${main}" xmlns:r="${relationships}">${inner}</${name}>`);
    const prefixed = inner.replace(/<(\/?)(?=[a-z])/gi, `<$1${prefix}:`);
    return strToU8(
      `<${prefix}:${name} xmlns:${prefix}="${main}" xmlns:r="${relationships}">${prefixed}</${prefix}:${name}>`,
    );
  };
  const rels = (inner: string): Uint8Array =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`,
    );
  const relationship = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"/>`;
  const list = sheets
    .map(
      ({ name, state }, i) =>
        `<sheet name="${name ?? `Sheet${i + 1}`}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="s${i}"/>`,
    )
    .join('');
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    ),
    '_rels/.rels': rels(relationship('r1', 'officeDocument', '/xl/workbook.xml')),
    'xl/workbook.xml': part(
      'workbook',
      `${parts.beforeSheets ?? ''}<sheets>${list}</sheets>${parts.afterSheets ?? ''}`,
    ),
    'xl/_rels/workbook.xml.rels': rels(
      sheets
        .map(({ type }, i) => relationship(`s${i}`, type ?? 'worksheet', `worksheets/sheet${i + 1}.xml`))
        .join('') +
        relationship('t1', 'sharedStrings', 'sharedStrings.xml') +
        relationship('t2', 'styles', '/xl/styles.xml'),
    ),
    'xl/sharedStrings.xml': part('sst', parts.strings ?? ''),
    'xl/styles.xml': part('styleSheet', parts.styles ?? ''),
    ...Object.fromEntries(
      sheets.map(({ data = '', before = '', after = '' }, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        part('worksheet', `${before}<sheetData>${data}</sheetData>${after}`),
      ]),
    ),
    ...Object.fromEntries(
      sheets.flatMap(({ drawing }, i) =>
        drawing === undefined
          ? []
          : [
              [
                `xl/worksheets/_rels/sheet${i + 1}.xml.rels`,
                rels(relationship('d1', 'drawing', '../drawings/drawing1.xml')),
              ],
              ['xl/drawings/drawing1.xml', strToU8(`<xdr:wsDr>${drawing}</xdr:wsDr>`)],
            ],
      ),
    ),
  });
}

/** A cell with an inline text. */
export function buildCell(address: string, text: string): string {
  return `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
}
/** A row of inline texts from column A; '' leaves a cell out. */
export function buildRow(number: number, texts: readonly string[], attributes = ''): string {
  return `<row r="${number}" ${attributes}>${texts.map((text, i) => (text === '' ? '' : buildCell(`${String.fromCharCode(65 + i)}${number}`, text))).join('')}</row>`;
}

/** A row of inline texts one after another, without addresses; '' is a cell without a value. */
export function buildTextRow(texts: readonly string[]): string {
  const cells = texts.map((text) => (text === '' ? '<c/>' : `<c t="inlineStr"><is><t>${text}</t></is></c>`));
  return `<row>${cells.join('')}</row>`;
}

export function readSheets(sheets: readonly XlsxSheet[], parts?: XlsxParts): RawDocument {
  const result = readXlsx(buildXlsx(sheets, parts), 'thử.xlsx');
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

export function readSheetData(
  data: string,
  sheet: Omit<XlsxSheet, 'data'> = {},
  parts?: XlsxParts,
): RawTable {
  const [table] = readSheets([{ ...sheet, data }], parts).blocks;
  if (table?.kind !== 'table') throw new Error('no table');
  return table;
}

/** "C5: text" of each cell, with its spans where it has any. */
export function formatCellLines(table: RawTable): string[] {
  return table.cells.map(({ place, rowSpan, columnSpan, text }) => {
    const spans = rowSpan * columnSpan > 1 ? `[${rowSpan}x${columnSpan}]` : '';
    return `${place?.cell}${spans}: ${text}`;
  });
}
