import { readFileSync } from 'node:fs';
import { deleteSheet } from '../../src/host/model/sheets';
import { openWorkbook } from '../../src/host/xlsx/open';
import { saveWorkbook } from '../../src/host/xlsx/save';
import type { SheetModel } from '../../src/host/model/types';
import { sheetNamed } from '../../src/host/model/workbook';
import { SAMPLES, phuluc, useFolder } from '../cli/run-here';
import { describeOffice, printToPdf } from './office';
import { lettersOf, pagesOf } from './pdf-pages';
import type { PrintedPage, PrintedText } from './pdf-pages';

const MM = 72 / 25.4;
const HEADER = lettersOf(['TT', 'Nội dung công việc', 'Đơn vị chủ trì']);

const textsOf = (sheet: SheetModel): string[] =>
  [...sheet.cells.values()].flatMap((line) => [...line.values()].map(({ value }) => String(value ?? '')));

const sorted = (text: string): string => [...text].sort().join('');

/** Pairs of texts that stand into each other: one has not the room it needs. */
const collisions = (texts: readonly PrintedText[]): string[] =>
  texts.flatMap((one, index) =>
    texts
      .slice(index + 1)
      .filter(
        (other) =>
          Math.abs(one.y - other.y) > 0.5 &&
          Math.abs(one.y - other.y) < 0.85 * Math.min(one.size, other.size) &&
          one.x < other.x + other.width &&
          other.x < one.x + one.width,
      )
      .map((other) => `${one.text} / ${other.text}`),
  );

/** The sheet alone, printed. */
const printed = async (file: string): Promise<{ pages: PrintedPage[]; sheet: SheetModel }> => {
  const workbook = await openWorkbook(new Uint8Array(readFileSync(file)));
  const sheet = sheetNamed(workbook, 'Bản in')!;
  for (const other of [...workbook.sheets]) if (other !== sheet) deleteSheet(workbook, other);
  workbook.names = workbook.names.filter(({ name }) => name === 'BI_BanIn');
  return { pages: await pagesOf(printToPdf(await saveWorkbook(workbook), 'xlsx')), sheet };
};

describeOffice('the sheet to print, printed by LibreOffice and measured', () => {
  const folder = useFolder();

  it.each([
    ['13 points', '13', 'phu-luc-2026.docx'],
    ['14 points', '14', 'phu-luc-2026-dieu-chinh.docx'],
  ])(
    'at %s: margins, sizes, header on every page, no letter cut',
    async (_, size, sample) => {
      const file = folder.path('school.xlsx');
      await phuluc('import', `${SAMPLES}/${sample}`, '--unit', 'Trường Mầm non Nắng Mai', '-o', file);
      const made = await phuluc(
        'print',
        file,
        '--superior',
        'UBND phường',
        '--national-title',
        '--font-size',
        size,
      );
      expect(made.code).toBe(0);
      const { pages, sheet } = await printed(file);
      expect(pages.length).toBeGreaterThan(3);

      for (const [index, { width, height, texts }] of pages.entries()) {
        expect([Math.round(width), Math.round(height)]).toEqual([842, 595]);
        const number = texts.filter(({ y }) => y < 20 * MM);
        // Centred in the top margin from page 2 on.
        expect(number.map(({ text }) => text)).toEqual(index === 0 ? [] : [String(index + 1)]);
        for (const { x, width: own, size: printedSize } of number) {
          expect(printedSize).toBeCloseTo(14, 1);
          expect(Math.abs(x + own / 2 - (30 * MM + width - 15 * MM) / 2)).toBeLessThan(3);
        }
        const body = texts.filter(({ y }) => y >= 20 * MM);
        for (const { x, y, width: own } of body) {
          expect(x).toBeGreaterThanOrEqual(30 * MM);
          expect(x + own).toBeLessThanOrEqual(width - 15 * MM + 1);
          expect(y).toBeLessThanOrEqual(height - 20 * MM);
        }
        expect(lettersOf(body.map(({ text }) => text))).toContain(HEADER);
        const rules = /^_+$/;
        expect(collisions(body.filter(({ text }) => !rules.test(text)))).toEqual([]);
        for (const { text, size: own } of body) {
          if (rules.test(text)) continue;
          expect(own).toBeGreaterThan(12.9);
          expect(own).toBeLessThan(14.1);
        }
      }

      // What is printed is what stands on the sheet, and the header once more on each further page.
      const headers = [...(sheet.cells.get(8)?.values() ?? [])].map(({ value }) => String(value));
      const wanted = lettersOf([
        ...textsOf(sheet),
        ...pages.slice(1).flatMap((_page, index) => [...headers, String(index + 2)]),
      ]);
      expect(sorted(lettersOf(pages.flatMap(({ texts }) => texts.map(({ text }) => text))))).toBe(
        sorted(wanted),
      );
    },
    300_000,
  );
});
