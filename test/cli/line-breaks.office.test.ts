import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { findSheetByName, getCell } from '@phuluc/excel-simulator/model/workbook';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { strFromU8, unzipSync } from 'fflate';
import { runPhuluc, useTemporaryFolder } from '../support/run-cli';

const folder = useTemporaryFolder();

/** A list of products, a task of two lines, two times and two units, each on lines of its own. */
const ANNEX = `<html><meta charset="utf-8"><body><p>NHIỆM VỤ NĂM 2026</p><table>
<tr><td>TT</td><td>Nội dung công việc</td><td>Đơn vị chủ trì</td><td>Đơn vị phối hợp</td><td>Sản phẩm</td><td>Thời gian</td></tr>
<tr><td>I</td><td colspan="5">Thể chế</td></tr>
<tr><td>1</td><td>Rà soát quy chế:<br>- Quy chế làm việc<br>- Quy chế chi tiêu</td><td>Văn phòng<br>Kế toán</td>
<td>Các tổ<br>Công đoàn</td><td>- Quy chế<br>- Tờ trình</td><td>Quý I<br>Quý III</td></tr>
<tr><td>2</td><td>Tổng kết</td><td>Văn phòng</td><td>Các tổ</td><td>Báo cáo</td><td>Quý IV</td></tr>
</table></body></html>`;

const CONTENT = 'Rà soát quy chế:\n- Quy chế làm việc\n- Quy chế chi tiêu';
const PRODUCT = '- Quy chế\n- Tờ trình';

async function importAnnex(): Promise<string> {
  writeFileSync(folder.path('annex.html'), ANNEX);
  const out = folder.path('school.xlsx');
  const done = await runPhuluc(
    ...[
      'import',
      folder.path('annex.html'),
      '--unit',
      'Trường Mầm non Hoa Gạo',
      '--unit-code',
      'HG',
      '-o',
      out,
    ],
  );
  expect(done).toMatchObject({ code: 0 });
  return out;
}

async function readSheetTexts(file: string, sheetName: string): Promise<string[]> {
  const workbook = await openWorkbook(new Uint8Array(readFileSync(file)));
  const sheet = findSheetByName(workbook, sheetName);
  if (!sheet) throw new Error(`no sheet ${sheetName}`);
  const texts: string[] = [];
  for (let row = 0; row < 60; row++)
    for (let column = 0; column < 20; column++) {
      const value = getCell(sheet, row, column)?.value;
      if (typeof value === 'string') texts.push(value);
    }
  return texts;
}

/** Paragraphs of each cell of the tables of a Word file. */
function readWordCells(file: string): string[] {
  const xml = strFromU8(unzipSync(new Uint8Array(readFileSync(file)))['word/document.xml']!);
  return [...xml.matchAll(/<w:tc>.*?<\/w:tc>/gsu)].map(([cell]) =>
    [...cell.matchAll(/<w:p[ >].*?<\/w:p>/gsu)]
      .map(([paragraph]) =>
        [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)/gu)].map(([, text]) => text).join(''),
      )
      .join('\n'),
  );
}

describe('line breaks of a cell', () => {
  it('are kept on the sheet, and a second import changes nothing', async () => {
    const file = await importAnnex();
    const texts = await readSheetTexts(file, 'Phụ lục');
    expect(texts).toEqual(
      expect.arrayContaining([CONTENT, PRODUCT, 'Văn phòng\nKế toán', 'Các tổ\nCông đoàn', 'Quý I\nQuý III']),
    );
    const again = await runPhuluc('import', folder.path('annex.html'), '--into', file);
    expect(again.out).toContain('không có gì thay đổi');
  });

  it('are kept in the printed annex and in Word', async () => {
    const file = await importAnnex();
    expect((await runPhuluc('print', file)).code).toBe(0);
    expect(await readSheetTexts(file, 'Bản in')).toEqual(expect.arrayContaining([CONTENT, PRODUCT]));
    const word = folder.path('annex.docx');
    expect((await runPhuluc('word', file, '-o', word)).code).toBe(0);
    expect(readWordCells(word)).toEqual(expect.arrayContaining([CONTENT, PRODUCT, 'Quý I\nQuý III']));
  });

  it('are kept in the report', async () => {
    const file = await importAnnex();
    const report = folder.path('report.docx');
    const done = await runPhuluc(
      'report',
      file,
      '--period',
      'Q2',
      '--year',
      '2026',
      '--on',
      '2026-06-30',
      '-o',
      report,
    );
    expect(done).toMatchObject({ code: 0 });
    expect(readWordCells(report)).toEqual(expect.arrayContaining([expect.stringContaining(CONTENT)]));
  });

  it('are kept in the consolidation, and are no difference from the annex', async () => {
    const file = await importAnnex();
    writeFileSync(folder.path('units.csv'), 'Mã,Tên\nHG,Trường Mầm non Hoa Gạo\n');
    const out = folder.path('total.xlsx');
    mkdirSync(folder.path('files'));
    writeFileSync(folder.path('files/hg.xlsx'), readFileSync(file));
    const done = await runPhuluc(
      ...['consolidate', folder.path('files'), '--annex', folder.path('annex.html')],
      ...['--units', folder.path('units.csv'), '-o', out, '--json'],
    );
    expect(done.code).toBe(0);
    expect(done.out).not.toMatch(/cell-changed|row-reworded/);
    expect(await readSheetTexts(out, 'Dữ liệu')).toEqual(expect.arrayContaining([CONTENT]));
  });

  it('are one line each in what the command line prints', async () => {
    const file = await importAnnex();
    writeFileSync(folder.path('annex.html'), ANNEX.replace('Rà soát quy chế:', 'Sửa quy chế:'));
    const { out } = await runPhuluc('import', folder.path('annex.html'), '--into', file);
    expect(out).toContain('Sửa quy chế: - Quy chế làm việc - Quy chế chi tiêu');
  });
});
