import { readFileSync } from 'node:fs';
import { findSheetByName, getCell, setCell } from '@phuluc/excel-simulator/model/workbook';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import mammoth from 'mammoth';
import { writeBytes } from '../../src/cli/output-file';
import { assembleAnnex } from '../../src/import/assemble/assemble-annex';
import { readDocument } from '../../src/import/read-document';
import { describeLibreOffice } from '../support/excel/libreoffice';
import { expectPageLayout, getBodyTexts } from '../support/excel/page-checks';
import { printToPdf } from '../support/excel/print-to-pdf';
import { joinLetters, readPdfPages } from '../support/excel/read-pdf-pages';
import { runPhuluc, SAMPLES_FOLDER, useTemporaryFolder } from '../support/run-cli';

async function school(file: string): Promise<void> {
  await runPhuluc(
    'import',
    `${SAMPLES_FOLDER}/phu-luc-2026.docx`,
    '--unit',
    'Trường Mầm non Nắng Mai',
    '-o',
    file,
  );
}

/** Records two tasks in the log, one as done and late, one as under way. */
async function metadataSheet(file: string): Promise<void> {
  const workbook = await openWorkbook(new Uint8Array(readFileSync(file)));
  const sheet = findSheetByName(workbook, 'Tiến độ')!;
  const { top, bottom } = sheet.tables[0]!.area;
  const columnsByHeader = (header: string): number =>
    [...sheet.cells.get(top)!].find(([, { value }]) => value === header)![0];
  const rowsByTask = (task: string): number => {
    for (let row = top + 1; row <= bottom; row += 1) {
      if (getCell(sheet, row, columnsByHeader('Mã')).value === task) return row;
    }
    throw new Error(`no row of ${task}`);
  };
  const put = (task: string, header: string, value: string | number): void => {
    const [row, column] = [rowsByTask(task), columnsByHeader(header)];
    setCell(sheet, row, column, { ...getCell(sheet, row, column), value });
  };
  put('I.1', 'Kết quả thực hiện', 'Hoàn thành');
  put('I.1', 'Ngày hoàn thành', 46120);
  put('I.1', 'Minh chứng', '05/KH-MNNM');
  put('I.2', 'Kết quả thực hiện', 'Đang thực hiện');
  await writeBytes(file, await saveWorkbook(workbook));
}

async function readText(file: string): Promise<string> {
  return (await mammoth.extractRawText({ buffer: readFileSync(file) })).value;
}

describe('the annex for Word', () => {
  const folder = useTemporaryFolder();

  it('is read back as the annex that was imported', async () => {
    const [workbook, out] = [folder.path('school.xlsx'), folder.path('annex.docx')];
    await school(workbook);
    expect((await runPhuluc('word', workbook, '-o', out, '--national-title')).code).toBe(0);
    const read = async (file: string) => {
      const document = await readDocument(new Uint8Array(readFileSync(file)), file);
      if (!document.ok) throw new Error(JSON.stringify(document.problems));
      const annex = assembleAnnex(document.value);
      if (!annex.ok) throw new Error(JSON.stringify(annex.problems));
      return annex.value;
    };
    const [given, made] = [await read(`${SAMPLES_FOLDER}/phu-luc-2026.docx`), await read(out)];
    expect(made.tasks.map(({ sectionTitle: _, ...task }) => task)).toEqual(
      given.tasks.map(({ sectionTitle: _, ...task }) => task),
    );
    expect(made.edition).toMatchObject({
      number: given.edition.number,
      date: given.edition.date,
      issuer: given.edition.issuer,
    });
  });
});

describe('the report of results', () => {
  const folder = useTemporaryFolder();

  it('reports what was done, what is late and what only the unit can say', async () => {
    const [workbook, out] = [folder.path('school.xlsx'), folder.path('report.docx')];
    await school(workbook);
    await metadataSheet(workbook);
    const made = await runPhuluc(
      'report',
      workbook,
      '--period',
      'Q2',
      '--on',
      '2026-06-16',
      '-o',
      out,
      '--json',
    );
    expect(made.json()).toEqual({ file: out, period: 'quý II năm 2026', gaps: 7 });
    const text = await readText(out);
    expect(text).toContain('số liệu từ ngày 15/03/2026 đến ngày 14/06/2026');
    expect(text).toContain(
      'Phụ lục giao 48 nhiệm vụ; đơn vị thực hiện 32, không thực hiện 15, chưa xác định 01',
    );
    // Done on 8/4/2026, due before 31/1/2026.
    expect(text).toMatch(/Hoàn thành quá hạn\s+01/);
    expect(text).toContain('05/KH-MNNM');
    expect(text).toContain('[Đơn vị ghi: khó khăn, vướng mắc và nguyên nhân]');
    expect(text).toContain('Số: …/BC-…');
  });

  it.each([
    ['no period', ['--year', '2026']],
    ['an unknown period', ['--period', 'Q5']],
    ['a wrong year', ['--period', 'Q1', '--year', '26']],
    ['a day that is not there', ['--period', 'Q1', '--on', '2026-02-30']],
  ])('is refused with %s', async (_, options) => {
    const workbook = folder.path('school.xlsx');
    await school(workbook);
    expect(await runPhuluc('report', workbook, ...options)).toMatchObject({ code: 2 });
    expect(folder.names()).toEqual(['school.xlsx']);
  });
});

describeLibreOffice('papers for Word, printed by LibreOffice and measured', () => {
  const folder = useTemporaryFolder();

  it('the annex: margins, sizes, header on every page', async () => {
    const [workbook, out] = [folder.path('school.xlsx'), folder.path('annex.docx')];
    await school(workbook);
    await runPhuluc('word', workbook, '-o', out, '--national-title', '--superior', 'UBND phường Đồng Sen');
    const pages = await readPdfPages(printToPdf(new Uint8Array(readFileSync(out)), 'docx'));
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.every(({ width, height }) => width > height)).toBe(true);
    expectPageLayout(pages);
    for (const page of pages) {
      expect(joinLetters(getBodyTexts(page).map(({ text }) => text))).toContain(
        joinLetters(['TT', 'Nội dung công việc', 'Đơn vị chủ trì']),
      );
    }
    const national = pages[0]!.texts.find(({ text }) => text.startsWith('CỘNG HÒA'))!;
    expect(joinLetters([national.text])).toBe(joinLetters(['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']));
    const shown = joinLetters(pages.flatMap(({ texts }) => texts.map(({ text }) => text)));
    const total = joinLetters([await readText(out)]);
    const repeated = joinLetters([
      'TT Nội dung công việc Đơn vị chủ trì Đơn vị phối hợp Sản phẩm Thời gian thực hiện',
    ]);
    expect(shown.length).toBe(total.length + (pages.length - 1) * (repeated.length + 1));
  }, 300_000);

  it('the report: upright, margins, sizes, Quốc hiệu on one line', async () => {
    const [workbook, out] = [folder.path('school.xlsx'), folder.path('report.docx')];
    await school(workbook);
    await runPhuluc(
      'report',
      workbook,
      '--period',
      '6M',
      '--on',
      '2026-06-16',
      '-o',
      out,
      '--superior',
      'UBND phường',
    );
    const pages = await readPdfPages(printToPdf(new Uint8Array(readFileSync(out)), 'docx'));
    expect(pages.every(({ width, height }) => width < height)).toBe(true);
    // Nơi nhận is 11 and 12 (Decree 30/2020/NĐ-CP).
    expectPageLayout(pages, 11);
    expect(pages[0]!.texts.map(({ text }) => text)).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  }, 300_000);
});
