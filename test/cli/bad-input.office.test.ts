import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { unzipSync, zipSync } from 'fflate';
import { editPart } from '../../scripts/attack/attack-case';
import { buildCfb } from '../support/documents/build-cfb';
import { buildDocx, buildPlainTable } from '../support/documents/build-docx';
import { buildXlsx } from '../support/documents/build-xlsx';
import { encryptPdf } from '../support/documents/encrypt-pdf';
import { DEFAULT_PRINT_LAYOUT, printSamplePages } from '../support/documents/print-sample-pages';
import { createPen, writePdf } from '../support/documents/write-pdf';
import { runPhuluc, SAMPLES_FOLDER, useTemporaryFolder } from '../support/run-cli';

const folder = useTemporaryFolder();
const word = join(SAMPLES_FOLDER, 'phu-luc-2026.docx');
const fullWord = new Uint8Array(readFileSync(word));
const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const HEADER = ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Sản phẩm', 'Thời gian'];

const pdf = writePdf(printSamplePages(DEFAULT_PRINT_LAYOUT));
const pictures = writePdf([
  {
    width: 200,
    height: 200,
    content: [createPen(200).image(0, 0, 200, 200)],
    image: { width: 8, height: 8, gray: new Uint8Array(64).fill(200) },
  },
]);

const BAD: [string, string, Uint8Array, string][] = [
  ['not a zip', 'a.docx', Uint8Array.of(1, 2, 3, 0, 255), 'not-zip'],
  ['cut short', 'a.docx', fullWord.subarray(0, fullWord.length / 2), 'zip-damaged'],
  ['empty', 'a.docx', new Uint8Array(), 'file-empty'],
  ['with a password', 'a.xlsx', buildCfb(['EncryptionInfo', 'EncryptedPackage']), 'encrypted'],
  ['an old Word file', 'a.doc', buildCfb(['WordDocument']), 'old-word'],
  ['without a table', 'a.docx', buildDocx('<w:p><w:r><w:t>Chỉ có chữ</w:t></w:r></w:p>'), 'no-table'],
  [
    'a table without the needed columns',
    'a.docx',
    buildDocx(
      buildPlainTable(['Đơn vị chủ trì', 'Sản phẩm', 'Thời gian'], ['Văn phòng', 'Báo cáo', 'Quý I']),
    ),
    'columns-missing',
  ],
  [
    'a table of something else',
    'a.docx',
    buildDocx(buildPlainTable(['Họ và tên', 'Ngày sinh'], ['Nguyễn A', '01/01/1990'])),
    'no-table',
  ],
  ['a PDF cut short', 'a.pdf', pdf.subarray(0, pdf.length / 2), 'pdf-damaged'],
  ['a PDF with a password', 'a.pdf', encryptPdf(pdf), 'encrypted'],
  ['a PDF of pictures', 'quét.pdf', pictures, 'scanned'],
  [
    '100 MB of zeros in a small zip',
    'a.docx',
    zipSync({ ...unzipSync(fullWord), 'word/document.xml': new Uint8Array(100 * 1024 * 1024) }),
    'zip-bomb',
  ],
];

describe('input that cannot be taken', () => {
  it.each(BAD)('%s: its own code, the place, a next step, and no workbook', async (_, name, bytes, code) => {
    writeFileSync(folder.path(name), bytes);
    const out = folder.path('school.xlsx');
    const answer = await runPhuluc('import', folder.path(name), '-o', out);
    expect(answer).toMatchObject({ code: 1, out: '' });
    expect(answer.errors).toContain(`[${code}]`);
    expect(answer.errors).toContain(name);
    expect(answer.errors).toContain('Việc cần làm:');
    expect(existsSync(out)).toBe(false);
  });

  it.each(BAD)('%s: an existing workbook stays as it is', async (_, name, bytes, code) => {
    const out = folder.path('school.xlsx');
    await runPhuluc('import', word, '-o', out);
    const before = readFileSync(out);
    const { mtimeMs } = statSync(out);
    writeFileSync(folder.path(name), bytes);
    const answer = await runPhuluc('import', folder.path(name), '-o', out, '--lang', 'en');
    expect(answer.code).toBe(1);
    expect(answer.errors).toContain(`Error [${code}]`);
    expect(Buffer.compare(readFileSync(out), before)).toBe(0);
    expect(statSync(out).mtimeMs).toBe(mtimeMs);
    expect(folder.names()).toEqual([name, 'school.xlsx'].sort());
  });

  it('a file that is not there', async () => {
    const answer = await runPhuluc('import', folder.path('không có.docx'));
    expect(answer).toMatchObject({ code: 1 });
    expect(answer.errors).toContain('[file-not-found]');
    expect(answer.errors).toContain('ENOENT');
  });

  it('a workbook to import into that is none, and stays', async () => {
    const out = folder.path('school.xlsx');
    writeFileSync(out, 'bảng tính giả');
    const answer = await runPhuluc('import', word, '-o', out);
    expect(answer.code).toBe(1);
    expect(answer.errors).toContain('[not-zip]');
    expect(readFileSync(out, 'utf8')).toBe('bảng tính giả');
  });

  it('a workbook without our summary', async () => {
    const answer = await runPhuluc('summary', join(SAMPLES_FOLDER, 'phu-luc-2026.xlsx'));
    expect(answer.code).toBe(1);
    expect(answer.errors).toContain('[no-summary-sheet]');
  });

  it('a workbook whose table of tasks was extended over the whole sheet', async () => {
    const out = folder.path('so.xlsx');
    await runPhuluc('import', word, '-o', out);
    const extend = (xml: string): string => xml.replace(/ref="[^"]*"/g, 'ref="A1:XFD1048576"');
    writeFileSync(out, editPart(new Uint8Array(readFileSync(out)), 'xl/tables/table1.xml', extend));
    const answer = await runPhuluc('summary', out);
    expect(answer.code).toBe(1);
    expect(answer.errors).toContain('[payload-too-large]');
  });
});

describe('input that looks worse than it is', () => {
  const rows = (...lines: string[][]): string =>
    lines.map((cells) => `<row>${cells.map(text).join('')}</row>`).join('');

  it('a used range of 1,048,576 rows is read in no time', async () => {
    const data = `${rows(HEADER, ['1', 'Lập kế hoạch', 'Văn phòng', 'Trường A', 'Kế hoạch', 'Quý I'])}<row r="1048576"><c r="F1048576" s="0"/></row>`;
    writeFileSync(folder.path('a.xlsx'), buildXlsx([{ data, before: '<dimension ref="A1:F1048576"/>' }]));
    const answer = await runPhuluc('import', folder.path('a.xlsx'), '--json');
    expect(answer.json<{ rows: unknown[] }>().rows).toHaveLength(1);
  });

  it('formulas in text cells stay texts, in the workbook too', async () => {
    const evil = ['1', '=HYPERLINK(&quot;http://a&quot;,&quot;b&quot;)', '+1+1', '-2', '@SUM(1)', '=1+1'];
    writeFileSync(folder.path('a.xlsx'), buildXlsx([{ data: rows(HEADER, evil) }]));
    const out = folder.path('school.xlsx');
    expect(await runPhuluc('import', folder.path('a.xlsx'), '-o', out)).toMatchObject({ code: 0 });
    const sheet = Buffer.from(
      unzipSync(new Uint8Array(readFileSync(out)))['xl/worksheets/sheet1.xml']!,
    ).toString();
    const row = /<row r="7".*?<\/row>/s.exec(sheet)?.[0] ?? '';
    expect(row).toContain('t="s"');
    // From column K on the sheet's own formulas stand.
    expect(row.split('r="K7"')[0]).not.toContain('<f');
    const workbook = await openWorkbook(new Uint8Array(readFileSync(out)));
    const cells = workbook.sheets[0]?.cells.get(6);
    expect([3, 4, 7].map((column) => cells?.get(column)?.value)).toEqual([
      '=HYPERLINK("http://a","b")',
      '+1+1',
      '=1+1',
    ]);
  });
});
