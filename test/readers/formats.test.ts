import { type BookType, utils, write } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { readDocument } from '../../src/import/read-document';
import type { RawDocument } from '../../src/readers/raw-document';
import { buildDocx, buildPlainTable, p } from '../support/documents/build-docx';
import { buildXlsx } from '../support/documents/build-xlsx';
import { rtfText, writeRtf } from '../support/documents/write-rtf';

const ROWS = [
  ['TT', 'Nội dung', 'Chủ trì', 'Thời gian'],
  ['1', 'Lập kế hoạch, dự toán', 'Văn phòng', 'Tháng 9'],
  ['2', 'Báo cáo sơ kết', 'Tổ Toán', 'Tháng 01'],
];
const HTML = `<table>${ROWS.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
const FILE = 'thử.doc';

async function read(content: string | Uint8Array, file = FILE): Promise<RawDocument> {
  const result = await readDocument(typeof content === 'string' ? strToU8(content) : content, file);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

async function readRows(content: string | Uint8Array, file?: string): Promise<string[][]> {
  const table = (await read(content, file)).blocks.find((block) => block.kind === 'table');
  return (table?.rows ?? []).map((_, row) =>
    table!.cells.filter((cell) => cell.row === row).map((cell) => cell.text),
  );
}

async function readError(content: string | Uint8Array, file = FILE): Promise<unknown> {
  const result = await readDocument(typeof content === 'string' ? strToU8(content) : content, file);
  return result.ok ? 'read' : result.problems.map(({ code, details }) => ({ code, ...details }));
}

describe('tables separated by delimiters', () => {
  const join = (delimiter: string): string =>
    ROWS.map((row) => row.map((cell) => (/[,;|]/.test(cell) ? `"${cell}"` : cell)).join(delimiter)).join(
      '\r\n',
    );

  it.each([',', ';', '|'])('are read with %s', async (delimiter) => {
    expect(await readRows(join(delimiter), 'a.csv')).toEqual(ROWS);
    expect(await readRows(join(delimiter), 'a.txt')).toEqual(ROWS);
  });

  it('are read with a declared delimiter, a byte order mark and line breaks in cells', async () => {
    expect(
      await readRows('\ufeffsep=;\nTT;Nội dung;Ghi chú\n1;"Lập ""kế hoạch""\nnăm học";\n', 'a.csv'),
    ).toEqual([
      ['TT', 'Nội dung', 'Ghi chú'],
      ['1', 'Lập "kế hoạch"\nnăm học', ''],
    ]);
  });

  it('are not seen in prose with commas', async () => {
    const prose = [
      'Trường tổ chức họp, lập kế hoạch, báo cáo.',
      'Tổ Toán, tổ Văn, tổ Anh tham gia.',
      'Nộp về văn phòng, đúng hạn, đủ số lượng.',
    ];
    const document = await read(prose.join('\n'), 'a.txt');
    expect(document.blocks.map((block) => block.kind)).toEqual(['text', 'text', 'text']);
  });
});

describe('HTML in disguise', () => {
  const base64 = (text: string): string =>
    Buffer.from(text, 'utf8')
      .toString('base64')
      .replace(/(.{76})/g, '$1\r\n');
  const quoted = (text: string): string =>
    [...Buffer.from(text, 'utf8')]
      .map((byte) =>
        byte > 126 || byte === 61
          ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
          : String.fromCharCode(byte),
      )
      .join('')
      .replace(/(.{70})(?!=)/g, '$1=\r\n');
  const archive = (encoding: string, body: string): string =>
    `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary="x1"\r\n\r\n--x1\r\nContent-Location: file:///a.htm\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n${body}\r\n--x1\r\nContent-Type: image/png\r\n\r\nabc\r\n--x1--\r\n`;

  it.each([
    ['base64', base64(HTML)],
    ['quoted-printable', quoted(HTML)],
    ['8bit', HTML],
  ])('is read from a web archive in %s', async (encoding, body) => {
    expect(await readRows(archive(encoding, body))).toEqual(ROWS);
  });

  it.each(['windows-1258', 'iso-8859-1', 'us-ascii', 'x-unknown'])(
    'is read as UTF-8 if its bytes are, though it declares %s',
    async (charset) => {
      expect(await readRows(`<html><meta charset="${charset}">${HTML}`)).toEqual(ROWS);
    },
  );

  it('is read in UTF-16 without a byte order mark', async () => {
    expect(await readRows(new Uint8Array(Buffer.from(`<html>${HTML}`, 'utf16le')))).toEqual(ROWS);
  });

  it('is detected after many comments in linear time', async () => {
    expect(await readRows(`${'<!---->'.repeat(400)}<table><tr><td>a<td>b</table>`)).toEqual([['a', 'b']]);
    expect(await readError(`${'<!---->'.repeat(500)}x`)).toBe('read');
  });
});

describe('documents embedded in a Word file', () => {
  const embed = (name: string, content: Uint8Array): Uint8Array => {
    const files = unzipSync(
      buildDocx(
        `${p('Kế hoạch')}<w:altChunk r:id="c1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>${p('Nơi nhận')}`,
      ),
    );
    const rels = 'word/_rels/document.xml.rels';
    const relationship = `<Relationship Id="c1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="${name}"/>`;
    files[rels] = strToU8(
      new TextDecoder().decode(files[rels]).replace('</Relationships>', `${relationship}</Relationships>`),
    );
    return zipSync({ ...files, [`word/${name}`]: content });
  };

  it.each([
    ['HTML', 'a.htm', strToU8(`<html>${HTML}`)],
    ['a Word file', 'a.docx', buildDocx(buildPlainTable(...ROWS))],
  ])('are read where they stand: %s', async (_, name, content) => {
    const document = await read(embed(name, content));
    expect(document.blocks.map((block) => (block.kind === 'text' ? block.text : block.kind))).toEqual([
      'Kế hoạch',
      'table',
      'Nơi nhận',
    ]);
    expect(await readRows(embed(name, content))).toEqual(ROWS);
  });

  it('are named in a warning where they cannot be read', async () => {
    const { warnings } = await read(embed('a.gif', strToU8('GIF89a')));
    expect(warnings).toMatchObject([{ code: 'embedded-document', details: { format: 'image' } }]);
  });
});

describe('variants of a format', () => {
  /** The same package under the content type of another kind. */
  const retype = (bytes: Uint8Array, from: string, to: string): Uint8Array => {
    const files = unzipSync(bytes);
    const types = new TextDecoder().decode(files['[Content_Types].xml']);
    return zipSync({ ...files, '[Content_Types].xml': strToU8(types.replace(from, to)) });
  };
  const word = buildDocx(buildPlainTable(...ROWS));
  const wordType = 'vnd.openxmlformats-officedocument.wordprocessingml.document.main';
  const excelType = 'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main';
  const excel = (bookType: BookType): Uint8Array => {
    const book = utils.book_new(utils.aoa_to_sheet(ROWS), 'Phụ lục');
    return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
  };

  it.each([
    ['.docm', retype(word, wordType, 'vnd.ms-word.document.macroEnabled.main')],
    ['.dotx', retype(word, wordType, wordType.replace('document.main', 'template.main'))],
    ['.xlsm', retype(excel('xlsx'), excelType, 'vnd.ms-excel.sheet.macroEnabled.main')],
    ['.xltx', retype(excel('xlsx'), excelType, excelType.replace('sheet.main', 'template.main'))],
    ['.et of WPS', excel('biff8')],
    ['.ods', excel('ods')],
    ['.xlsb', excel('xlsb')],
  ])('is read: %s', async (name, bytes) => {
    expect(await readRows(bytes, `thử${name}`)).toEqual(ROWS);
  });

  it('is read whatever its name: a text in RTF that is called .doc', async () => {
    const { blocks } = await read(writeRtf(`${rtfText('Kế hoạch')}\\par`), 'thử.doc');
    expect(blocks).toMatchObject([{ kind: 'text', text: 'Kế hoạch' }]);
  });
});

describe('files beyond the limits or of another kind', () => {
  it('are named with their format', async () => {
    expect(await readError('GIF89a', 'a.gif')).toEqual([{ code: 'format-unsupported', format: 'image' }]);
  });

  it('have too many rows as text', async () => {
    const lines = Array.from({ length: 130_000 }, (_, index) => `${index} dòng`).join('\n');
    expect(await readError(lines, 'a.txt')).toEqual([
      { code: 'too-many-rows', rows: 130_000, limit: 20_000 },
    ]);
    expect(await readError(lines.replaceAll(' ', '\t'), 'a.txt')).toEqual([
      { code: 'too-many-rows', rows: 130_000, limit: 20_000 },
    ]);
  });

  it('are too large with a cell of megabytes', async () => {
    const cell = 'chữ '.repeat(500_000);
    expect(await readError(`<table><tr><td>TT<td>${cell}</table>`)).toEqual([{ code: 'file-too-large' }]);
    expect(await readError(buildDocx(buildPlainTable(['TT', cell])))).toEqual([{ code: 'file-too-large' }]);
  });

  it('are not refused for one cell without its text', async () => {
    const data =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>TT</t></is></c><c r="B1" t="s"><v>99</v></c></row>';
    const document = await read(buildXlsx([{ data }]));
    expect(document.warnings).toMatchObject([
      { code: 'text-missing', place: { cell: 'B1' }, details: { cells: 1 } },
    ]);
  });
});

describe('style sheets of HTML', () => {
  it('are read in linear time', async () => {
    for (const sheet of [
      'a'.repeat(400_000),
      '/*'.repeat(200_000),
      '}'.repeat(400_000),
      '{'.repeat(400_000),
    ]) {
      const start = performance.now();
      await read(`<html><style>${sheet}</style>${HTML}`);
      expect(performance.now() - start).toBeLessThan(3000);
    }
  });
});
