import { strToU8, zipSync } from 'fflate';
import { readDocx } from '../../../src/readers/docx/read-docx';
import type { RawDocument, RawTable } from '../../../src/readers/raw-document';

const TRANSITIONAL_NAMESPACES = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const STRICT_NAMESPACES = {
  w: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
  relationships: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

type DocxParts = {
  styles?: string;
  numbering?: string;
  footnotes?: string;
  strict?: boolean;
  /** Prefix of WordprocessingML; the body is written with "w:" and changed to it. */
  prefix?: string;
  mainPart?: string;
  contentType?: string;
};

/** A Word file around the inner XML of its body, with nothing that the test does not say. */
export function buildDocx(body: string, parts: DocxParts = {}): Uint8Array {
  const { w, relationships } = parts.strict ? STRICT_NAMESPACES : TRANSITIONAL_NAMESPACES;
  const main = parts.mainPart ?? 'word/document.xml';
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const file = main.slice(folder.length);
  const declared = `xmlns:w="${w}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="urn:wps" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`;
  const part = (name: string, inner: string): Uint8Array => {
    const xml = `<w:${name} ${declared}>${inner}</w:${name}>`;
    return strToU8(
      parts.prefix === undefined
        ? xml
        : xml.replace(/(<\/?|\s)w:/g, `$1${parts.prefix}:`).replace('xmlns:w=', `xmlns:${parts.prefix}=`),
    );
  };
  const relationship = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"/>`;
  const rels = (inner: string): Uint8Array =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`,
    );
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${main}" ContentType="${parts.contentType ?? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'}"/></Types>`,
    ),
    '_rels/.rels': rels(relationship('r1', 'officeDocument', main)),
    [main]: part('document', `<w:body>${body}</w:body>`),
    [`${folder}_rels/${file}.rels`]: rels(
      relationship('r1', 'styles', 'styles.xml') +
        relationship('r2', 'numbering', '../' + folder + 'numbering.xml') +
        (parts.footnotes === undefined ? '' : relationship('r3', 'footnotes', 'footnotes.xml')),
    ),
    [`${folder}styles.xml`]: part('styles', parts.styles ?? ''),
    [`${folder}numbering.xml`]: part('numbering', parts.numbering ?? ''),
    ...(parts.footnotes !== undefined && {
      [`${folder}footnotes.xml`]: part('footnotes', parts.footnotes),
    }),
  });
}

export const t = (text: string): string => `<w:t xml:space="preserve">${text}</w:t>`;
export function r(content: string, properties = ''): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${content.startsWith('<') ? content : t(content)}</w:r>`;
}
export function p(content = '', properties = ''): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content === '' || content.startsWith('<') ? content : r(content)}</w:p>`;
}
export function tc(content = '', properties = ''): string {
  return `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${content.startsWith('<') ? content : p(content)}</w:tc>`;
}
export function tr(cells: readonly string[], properties = ''): string {
  return `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`;
}
export const tbl = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;
/** Rows of plain cells. */
export function buildPlainTable(...rows: string[][]): string {
  return tbl(...rows.map((cells) => tr(cells.map((cell) => tc(cell)))));
}

export function readBody(body: string, parts?: DocxParts): RawDocument {
  const result = readDocx(buildDocx(body, parts), 'thử.docx');
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** Tables as lines, one a row: "row,column: text" of each cell, with its spans where it has any. */
export function formatTableLines(table: RawTable): string[] {
  return table.rows.map((_, row) =>
    table.cells
      .filter((cell) => cell.row === row)
      .map((cell) => {
        const spans = cell.rowSpan * cell.columnSpan > 1 ? `[${cell.rowSpan}x${cell.columnSpan}]` : '';
        return `${cell.column}${spans}:${cell.text}`;
      })
      .join(' | '),
  );
}

export function getTables(document: RawDocument): RawTable[] {
  return document.blocks.filter((block) => block.kind === 'table');
}

/** Blocks in order: texts as they are, tables by their lines. */
export function listBlocks(document: RawDocument): string[] {
  return document.blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : formatTableLines(block)));
}

/** Text of the only cell of a one-cell table around these paragraphs. */
export function readCellText(paragraphs: string, parts?: DocxParts): string {
  return getTables(readBody(tbl(tr([tc(paragraphs)])), parts))[0]!.cells[0]!.text;
}
