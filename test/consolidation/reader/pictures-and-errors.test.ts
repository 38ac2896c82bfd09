import { CFB, utils, write } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { readCfbStream } from '../../../src/readers/cfb';
import { readSchoolFile } from '../../../src/school-workbook/read-school-file';
import { COLUMN_HEADERS } from '../../../src/sheets/labels/school-labels';
import { buildXlsx, type XlsxParts } from '../../support/documents/build-xlsx';

const HEADERS = [
  'id',
  'tt',
  'content',
  'leadUnit',
  'coordinatingUnit',
  'applicability',
  'status',
  'evidence',
] as const;
const OWN_HEADERS = HEADERS.map((id) => COLUMN_HEADERS[id]);
/** A table of the unit's own. */
const FOREIGN_HEADERS = [
  'STT',
  'Nội dung công việc',
  'Đơn vị chủ trì',
  'Thời gian',
  'Trạng thái',
  'Minh chứng',
  'Kết quả',
  'Ghi chú',
];
const EVIDENCE_COLUMN = 7;

const listTasks = (evidence: readonly string[]): string[][] =>
  evidence.map((text, index) => [
    `I.${index + 1}`,
    `${index + 1}`,
    `Nhiệm vụ thứ ${index + 1}`,
    'Phòng A',
    'Trường B',
    'Thực hiện',
    'Hoàn thành',
    text,
  ]);
const listForeignTasks = (evidence: readonly string[]): string[][] =>
  evidence.map((text, index) => [
    `${index + 1}`,
    `Nhiệm vụ thứ ${index + 1}`,
    'Phòng A',
    'Quý I',
    'Hoàn thành',
    text,
    '',
    '',
  ]);

const anchor = (column: number, row: number, content: string): string =>
  `<xdr:twoCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>9</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>9</xdr:rowOff></xdr:from>` +
  `<xdr:to><xdr:col>${column + 1}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row + 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>${content}</xdr:twoCellAnchor>`;
const PICTURE = '<xdr:pic><xdr:nvPicPr/></xdr:pic>';
const TEXT_BOX = '<xdr:sp><xdr:txBody><a:p><a:r><a:t>Đã nộp</a:t></a:r></a:p></xdr:txBody></xdr:sp>';
const CHART = '<xdr:graphicFrame/>';

function buildSheet(rows: readonly (readonly string[])[], drawing = '', parts: XlsxParts = {}): Uint8Array {
  const text = (words: string): string =>
    words === ''
      ? '<c/>'
      : words.startsWith('#')
        ? `<c t="e"><v>${words}</v></c>`
        : `<c t="inlineStr"><is><t>${words}</t></is></c>`;
  const data = rows.map((row) => `<row>${row.map(text).join('')}</row>`).join('');
  return buildXlsx([{ name: 'Phụ lục', data, drawing }], parts);
}

/** `pictures`: as "column:row" of the cells that hold one. */
function buildOds(rows: readonly (readonly string[])[], pictures: readonly string[] = []): Uint8Array {
  const cell = (text: string, row: number, column: number): string =>
    `<table:table-cell office:value-type="string"><text:p>${text}</text:p>${
      pictures.includes(`${column}:${row}`)
        ? '<draw:frame><draw:image xlink:href="Pictures/1.png"/></draw:frame>'
        : ''
    }</table:table-cell>`;
  const body = rows
    .map(
      (row, index) =>
        `<table:table-row>${row.map((text, column) => cell(text, index, column)).join('')}</table:table-row>`,
    )
    .join('');
  const names = ['office', 'table', 'text', 'draw'].map(
    (name) =>
      `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name === 'draw' ? 'drawing' : name}:1.0"`,
  );
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${names.join(' ')} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body><office:spreadsheet><table:table table:name="Phụ lục">${body}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
    'styles.xml': strToU8('<office:document-styles/>'),
    'META-INF/manifest.xml': strToU8(
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
    ),
  });
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A binary workbook whose one sheet has a drawing. */
function buildXlsb(rows: readonly (readonly string[])[], drawing: string): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), 'Phụ lục');
  const parts = unzipSync(new Uint8Array(write(book, { type: 'array', bookType: 'xlsb' }) as ArrayBuffer));
  return zipSync({
    ...parts,
    'xl/worksheets/_rels/sheet1.bin.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
    ),
    'xl/drawings/drawing1.xml': strToU8(
      `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${drawing}</xdr:wsDr>`,
    ),
  });
}

/** A record of a drawing: its kind, whether it holds others, and what it holds. */
function createDrawingRecord(type: number, version: number, data: Uint8Array): Uint8Array {
  const record = new Uint8Array(8 + data.length);
  const view = new DataView(record.buffer);
  view.setUint16(0, version, true);
  view.setUint16(2, type, true);
  view.setUint32(4, data.length, true);
  record.set(data, 8);
  return record;
}

const PICTURE_FRAME = 75;
const NOTE_BOX = 202;

/** A shape over one cell, as [MS-ODRAW] writes it. */
function createShape(kind: number, column: number, row: number): Uint8Array {
  const anchorData = new Uint8Array(
    new Uint16Array([2, column, 9, row, 9, column + 1, 0, row + 1, 0]).buffer,
  );
  return createDrawingRecord(
    0xf004,
    0xf,
    Buffer.concat([
      createDrawingRecord(0xf00a, (kind << 4) | 2, new Uint8Array(8)),
      createDrawingRecord(0xf010, 0, anchorData),
    ]),
  );
}

/** An old workbook whose one sheet has a drawing, in two records as Excel writes it. */
function buildXls(rows: readonly (readonly string[])[], shapes: readonly Uint8Array[]): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), 'Phụ lục');
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
  const stream = readCfbStream(bytes, ['Workbook'])!;
  const drawing = createDrawingRecord(0xf002, 0xf, createDrawingRecord(0xf003, 0xf, Buffer.concat(shapes)));
  const half = Math.ceil(drawing.length / 2);
  const records = [drawing.subarray(0, half), drawing.subarray(half)].flatMap((content) => [
    new Uint8Array(new Uint16Array([0xec, content.length]).buffer),
    content,
  ]);
  // Behind the last sheet's end (000A 0000) the stream may be filled up.
  const end = Buffer.from(stream).lastIndexOf(Buffer.from([0x0a, 0, 0, 0]));
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(
    container,
    '/Workbook',
    Buffer.concat([stream.subarray(0, end), ...records, Buffer.from([0x0a, 0, 0, 0])]),
  );
  return new Uint8Array(CFB.write(container, { type: 'array' }) as Uint8Array);
}

/** Code and cell of what is said of pictures and errors. */
async function readWarnings(file: string, bytes: Uint8Array): Promise<string[]> {
  const read = await readSchoolFile({ file, bytes, sha256: 'ab' });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value.warnings.flatMap(({ code, place }) =>
    ['picture-over-cell', 'cell-error', 'error-value'].includes(code) ? [`${code} ${place.cell}`] : [],
  );
}

describe('pictures over the cells of tasks', () => {
  const rows = [OWN_HEADERS, ...listTasks(['', '01/BC', ''])];
  const drawing = anchor(EVIDENCE_COLUMN, 1, PICTURE) + anchor(EVIDENCE_COLUMN, 3, TEXT_BOX);
  const found = ['picture-over-cell H2', 'picture-over-cell H4'];

  it('are reported in our table, however its XML is written', async () => {
    expect(await readWarnings('so.xlsx', buildSheet(rows, drawing))).toEqual(found);
    expect(await readWarnings('so.xlsx', buildSheet(rows, drawing, { prefix: 'x' }))).toEqual(found);
  });

  it('are reported in a table of the unit’s own', async () => {
    const bytes = buildSheet([FOREIGN_HEADERS, ...listForeignTasks(['', ''])], anchor(5, 2, PICTURE));
    expect(await readWarnings('bang.xlsx', bytes)).toEqual(['picture-over-cell F3']);
  });

  it('are reported in the cells of .ods', async () => {
    expect(await readWarnings('so.ods', buildOds(rows, [`${EVIDENCE_COLUMN}:2`]))).toEqual([
      'picture-over-cell H3',
    ]);
  });

  it('are reported in .xlsb, in our table and in one of the unit’s own', async () => {
    expect(await readWarnings('so.xlsb', buildXlsb(rows, drawing))).toEqual(found);
    const own = [FOREIGN_HEADERS, ...listForeignTasks(['', ''])];
    expect(await readWarnings('bang.xlsb', buildXlsb(own, anchor(5, 2, PICTURE)))).toEqual([
      'picture-over-cell F3',
    ]);
  });

  it('are reported in .xls, where a note is none', async () => {
    const shapes = [
      createShape(PICTURE_FRAME, EVIDENCE_COLUMN, 1),
      createShape(NOTE_BOX, EVIDENCE_COLUMN, 2),
    ];
    expect(await readWarnings('so.xls', buildXls(rows, shapes))).toEqual(['picture-over-cell H2']);
    const own = [FOREIGN_HEADERS, ...listForeignTasks(['', ''])];
    expect(await readWarnings('bang.xls', buildXls(own, [createShape(PICTURE_FRAME, 5, 2)]))).toEqual([
      'picture-over-cell F3',
    ]);
  });

  it('are not where a chart lies there, or the picture is above or below the tasks', async () => {
    const outside = anchor(1, 1, CHART) + anchor(1, 0, PICTURE) + anchor(1, 9, PICTURE);
    expect(await readWarnings('so.xlsx', buildSheet(rows, outside))).toEqual([]);
  });
});

describe('error values in the cells of answers', () => {
  it.each(['#VALUE!', '#N/A', '#¿NOMBRE?', '#WERT!', '#Н/Д', '#########', 'Err:502'])(
    'are reported, as %s',
    async (error) => {
      const rows = [OWN_HEADERS, ...listTasks([error, '01/BC'])];
      expect(await readWarnings('so.xlsx', buildSheet(rows))).toEqual(['cell-error H2']);
      expect(await readWarnings('so.ods', buildOds(rows))).toEqual(['cell-error H2']);
    },
  );

  it('are reported in a table of the unit’s own', async () => {
    const bytes = buildSheet([FOREIGN_HEADERS, ...listForeignTasks(['#REF!', '01/BC'])]);
    expect(await readWarnings('bang.xlsx', bytes)).toEqual(['error-value F2']);
  });
});
