import { readFileSync } from 'node:fs';
import { deleteSheet } from '@phuluc/excel-simulator/model/sheets';
import type { SheetModel } from '@phuluc/excel-simulator/model/types';
import { findSheetByName } from '@phuluc/excel-simulator/model/workbook';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import { withExcel } from '../../src/cli/workbook-file';
import { addReportSheet } from '../../src/commands/reports/add-report-sheet';
import { describeLibreOffice } from '../support/excel/libreoffice';
import { expectPageLayout, getBodyTexts } from '../support/excel/page-checks';
import { printToPdf } from '../support/excel/print-to-pdf';
import { joinLetters, type PrintedPage, readPdfPages } from '../support/excel/read-pdf-pages';
import { runPhuluc, SAMPLES_FOLDER, useTemporaryFolder } from '../support/run-cli';
import { describeShared, getSharedPath } from '../support/shared-data';

function collectTexts(sheet: SheetModel): string[] {
  return [...sheet.cells.values()].flatMap((line) =>
    [...line.values()].map(({ value }) => String(value ?? '')),
  );
}

const sorted = (text: string): string => [...text].sort().join('');

/** The sheet alone, printed. */
async function printed(file: string): Promise<{ pages: PrintedPage[]; sheet: SheetModel }> {
  const workbook = await openWorkbook(new Uint8Array(readFileSync(file)));
  const sheet = findSheetByName(workbook, 'Bản in')!;
  for (const other of [...workbook.sheets]) if (other !== sheet) deleteSheet(workbook, other);
  workbook.names = workbook.names.filter(({ name }) => name === 'BI_BanIn');
  return { pages: await readPdfPages(printToPdf(await saveWorkbook(workbook), 'xlsx')), sheet };
}

/** The print is what stands on the sheet, and the header once more on each further page. */
function expectTotal(pages: readonly PrintedPage[], sheet: SheetModel): void {
  const headers = [...(sheet.cells.get(8)?.values() ?? [])].map(({ value }) => String(value));
  for (const page of pages) {
    expect(joinLetters(getBodyTexts(page).map(({ text }) => text))).toContain(
      joinLetters(headers.slice(0, 3)),
    );
  }
  const wanted = joinLetters([
    ...collectTexts(sheet),
    ...pages.slice(1).flatMap((_page, index) => [...headers, String(index + 2)]),
  ]);
  const shown = joinLetters(pages.flatMap(({ texts }) => texts.map(({ text }) => text)));
  expect(sorted(shown)).toBe(sorted(wanted));
}

describeLibreOffice('the sheet to print, printed by LibreOffice and measured', () => {
  const folder = useTemporaryFolder();

  it.each([
    ['13 points', '13', 'phu-luc-2026.docx'],
    ['14 points', '14', 'phu-luc-2026-dieu-chinh.docx'],
  ])(
    'at %s: margins, sizes, header on every page, no letter cut',
    async (_, size, sample) => {
      const file = folder.path('school.xlsx');
      await runPhuluc(
        'import',
        `${SAMPLES_FOLDER}/${sample}`,
        '--unit',
        'Trường Mầm non Nắng Mai',
        '-o',
        file,
      );
      const options = ['--superior', 'UBND phường', '--national-title', '--font-size', size];
      expect((await runPhuluc('print', file, ...options)).errors).not.toContain('[');
      const { pages, sheet } = await printed(file);
      expect(pages.length).toBeGreaterThan(3);
      expectPageLayout(pages);
      expectTotal(pages, sheet);
    },
    300_000,
  );

  it('the report on a sheet: upright, margins, sizes, nothing in another’s place', async () => {
    const file = folder.path('school.xlsx');
    await runPhuluc(
      'import',
      `${SAMPLES_FOLDER}/phu-luc-2026.docx`,
      '--unit',
      'Trường Mầm non Nắng Mai',
      '-o',
      file,
    );
    const workbook = await openWorkbook(new Uint8Array(readFileSync(file)));
    const now = (): Date => new Date('2026-06-16T08:00:00Z');
    const made = await withExcel(workbook, () =>
      addReportSheet.run({ now }, { span: 'Q2', year: 2026, on: '2026-06-16' }),
    );
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    const sheet = findSheetByName(workbook, made.value.sheet)!;
    for (const other of [...workbook.sheets]) if (other !== sheet) deleteSheet(workbook, other);
    workbook.names = [];
    const pages = await readPdfPages(printToPdf(await saveWorkbook(workbook), 'xlsx'));
    expect(pages.every(({ width, height }) => width < height)).toBe(true);
    expectPageLayout(pages, 11);
    const numbers = pages.slice(1).map((_page, index) => String(index + 2));
    const shown = joinLetters(pages.flatMap(({ texts }) => texts.map(({ text }) => text)));
    expect(sorted(shown)).toBe(sorted(joinLetters([...collectTexts(sheet), ...numbers])));
  }, 300_000);

  describeShared('the real annex', () => {
    it.each(['word-clean.docx', 'word-merged-cells.docx'])(
      '%s: arranged, no letter cut',
      async (name) => {
        const file = folder.path('school.xlsx');
        await runPhuluc('import', getSharedPath('documents', name), '--unit', 'Trường Mầm non', '-o', file);
        expect((await runPhuluc('print', file)).code).toBe(0);
        const { pages, sheet } = await printed(file);
        expect(pages.length).toBeGreaterThan(4);
        expectPageLayout(pages);
        expectTotal(pages, sheet);
      },
      300_000,
    );
  });
});
