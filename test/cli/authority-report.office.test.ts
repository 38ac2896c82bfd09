import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSheetByName, getCell, setCell } from '@phuluc/excel-simulator/model/workbook';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import mammoth from 'mammoth';
import { describeLibreOffice } from '../support/excel/libreoffice';
import { expectPageLayout } from '../support/excel/page-checks';
import { printToPdf } from '../support/excel/print-to-pdf';
import { readPdfPages } from '../support/excel/read-pdf-pages';
import { runPhuluc, SAMPLES_FOLDER, useTemporaryFolder } from '../support/run-cli';

const annex = join(SAMPLES_FOLDER, 'phu-luc-2026.docx');
const UNITS = `Mã,Tên đơn vị,Loại
MN-01,Trường Mầm non Hoa Cúc,MN
MN-02,Trường Mầm non Nắng Mai,MN
TH-01,Trường Tiểu học Đồng Sen,TH
`;

describe('phuluc report on a consolidation', () => {
  const folder = useTemporaryFolder();
  let overdue = NaN;

  /** Three schools: one has worked, one refuses a task that the other performs, one has not sent. */
  const consolidated = async (): Promise<string> => {
    const [units, files, out] = ['units.csv', 'files', 'tong-hop.xlsx'].map((name) => folder.path(name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(units, UNITS);
    mkdirSync(files, { recursive: true });
    await runPhuluc('issue', annex, '--units', units, '-o', files);
    const file = join(files, 'MN-01 Trường Mầm non Hoa Cúc.xlsx');
    const workbook = await openWorkbook(new Uint8Array(readFileSync(file)));
    const sheet = findSheetByName(workbook, 'Phụ lục')!;
    const put = (row: number, header: string, value: string): void => {
      const column = [...sheet.cells.get(5)!].find(([, cell]) => cell.value === header)![0];
      setCell(sheet, row, column, { ...getCell(sheet, row, column), value });
    };
    put(6, 'Kết quả thực hiện', 'Hoàn thành');
    put(7, 'Áp dụng', 'Không thực hiện');
    writeFileSync(file, await saveWorkbook(workbook));
    rmSync(join(files, 'TH-01 Trường Tiểu học Đồng Sen.xlsx'));
    const args = ['--annex', annex, '--units', units, '--as-of', '2026-07-15', '-o', out];
    const done = await runPhuluc('consolidate', files, ...args, '--json');
    expect(done.code).toBe(0);
    overdue = done.json<{ totals: { overdue: number } }>().totals.overdue;
    return out;
  };

  it('reports who has not sent, what was done and where the units differ', async () => {
    const [book, out] = [await consolidated(), folder.path('report.docx')];
    const answer = await runPhuluc(
      'report',
      book,
      '--period',
      '6M',
      '--on',
      '2026-07-16',
      '-o',
      out,
      '--json',
    );
    expect(answer.json()).toMatchObject({ period: '6 tháng đầu năm 2026', gaps: 8 });
    const text = (await mammoth.extractRawText({ buffer: readFileSync(out) })).value.replace(/\s+/g, ' ');
    expect(text).toContain('BÁO CÁO TỔNG HỢP');
    expect(text).toContain('Có 03 đơn vị phải gửi; đã gửi 02, chưa gửi 01.');
    expect(text).toContain(
      'Các đơn vị đã gửi có 96 nhiệm vụ (cộng từng đơn vị); thực hiện 63, không thực hiện 31, chưa xác định 02',
    );
    // The data are of 15 July; the period ends on 14 June.
    expect(text).toContain('Trong kỳ báo cáo có 25 kỳ hạn; hoàn thành 01, quá hạn 10, đạt 4,0%');
    expect(text).toContain('(số liệu từ ngày 15/12/2025 đến ngày 14/06/2026)');
    expect(text).toMatch(/TH-01 Trường Tiểu học Đồng Sen/);
    // I.2 is performed by one nursery and refused by the other.
    expect(text.slice(text.indexOf('IV. NHIỆM VỤ'))).toMatch(/I\.2 .*? 01 01 MN-0\d/);
    expect(text).not.toMatch(/undefined|NaN|\{\w+\}/);
  });

  it('counts as many overdue tasks as the command line and the sheets do', async () => {
    const [book, out] = [await consolidated(), folder.path('report.docx')];
    await runPhuluc('report', book, '--period', 'Y', '--on', '2026-07-15', '-o', out);
    const text = (await mammoth.extractRawText({ buffer: readFileSync(out) })).value.replace(/\s+/g, ' ');
    expect(overdue).toBeGreaterThan(3);
    expect(Number(/Nhiệm vụ có kỳ hạn quá hạn (\d+)/.exec(text)?.[1])).toBe(overdue);
    const workbook = await openWorkbook(new Uint8Array(readFileSync(book)));
    const texts = (name: string): string[][] =>
      [...findSheetByName(workbook, name)!.cells.values()].map((line) =>
        [...line.values()].map(({ value }) => String(value ?? '')),
      );
    const late = texts('Dữ liệu').filter((line) => line.some((cell) => /, quá hạn$/.test(cell)));
    expect(late).toHaveLength(overdue);
  });

  it('of a school’s workbook is that of the school', async () => {
    const file = folder.path('school.xlsx');
    await runPhuluc('import', annex, '--unit', 'Trường Mầm non Nắng Mai', '-o', file);
    const out = folder.path('report.docx');
    await runPhuluc('report', file, '--period', 'Y', '-o', out);
    const text = (await mammoth.extractRawText({ buffer: readFileSync(out) })).value;
    expect(text).not.toContain('TỔNG HỢP');
  });

  describeLibreOffice('printed by LibreOffice', () => {
    it('keeps the margins and sizes of the Decree', async () => {
      const [book, out] = [await consolidated(), folder.path('report.docx')];
      await runPhuluc('report', book, '--period', '6M', '-o', out);
      expectPageLayout(await readPdfPages(printToPdf(new Uint8Array(readFileSync(out)), 'docx')), 11);
    }, 300_000);
  });
});
