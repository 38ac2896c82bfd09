import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { readDocument } from '../../src/import/read-document';
import { launchBrowserForSite } from '../support/browser/open-site';
import {
  findAxeViolations,
  getPaneFrame,
  measureOverflow,
  setPaneWidth,
} from '../support/browser/pane-checks';
import { importSample, openWorkbench, type WorkbenchPage } from '../support/browser/workbench-page';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowserForSite();
}, 120_000);
afterAll(() => browser?.close());

const TAB = { 'vi-VN': 'In & báo cáo', 'en-US': 'Print & report' } as const;

async function openPapers({ pane }: WorkbenchPage, language: keyof typeof TAB = 'vi-VN'): Promise<void> {
  await pane.getByRole('tab', { name: TAB[language], exact: true }).click();
  await pane.locator('#paper-print').waitFor();
}

async function wordFile({ page, pane }: WorkbenchPage, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    pane.getByRole('button', { name: button }).click(),
  ]);
  const bytes = new Uint8Array(readFileSync(await download.path()));
  const name = download.suggestedFilename();
  const document = await readDocument(bytes, name);
  if (!document.ok) throw new Error(JSON.stringify(document.problems));
  return { name, text: JSON.stringify(document.value) };
}

describe('papers in the pane', () => {
  it('makes the sheet to print by the keyboard, and hands over Word files', async () => {
    const bench = await openWorkbench(browser);
    const { page, pane, faults, save } = bench;
    await importSample(bench);
    await openPapers(bench);
    const superior = pane.getByLabel('Cơ quan chủ quản');
    await superior.fill('Ủy ban nhân dân phường Đồng Sen');
    await superior.press('Tab');
    // The box of Quốc hiệu is next.
    await page.keyboard.press('Space');
    await pane.getByRole('button', { name: 'Lập bản in' }).focus();
    await page.keyboard.press('Enter');
    await pane.getByText(/Đã lập trang “Bản in”: 48 nhiệm vụ/).waitFor();
    const texts = async (): Promise<string[]> => {
      const book = await save();
      const sheet = book.sheets.find(({ name }) => name === 'Bản in');
      return [...(sheet?.cells.values() ?? [])].flatMap((line) =>
        [...line.values()].map(({ value }) => String(value ?? '')),
      );
    };
    expect(await texts()).toEqual(
      expect.arrayContaining([
        'ỦY BAN NHÂN DÂN PHƯỜNG ĐỒNG SEN',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'PHỤ LỤC',
      ]),
    );

    await pane.getByRole('button', { name: 'Lập bản in' }).click();
    await pane.getByText('Trang “Bản in” đã đúng với sổ, không có gì thay đổi.').waitFor();

    const annex = await wordFile(bench, 'Xuất phụ lục ra Word');
    expect(annex.name).toMatch(/^phu-luc.*\.docx$/);
    expect(annex.text).toContain('không thực hiện nội dung này');
    await pane.getByText('Đã lập phụ lục Word: 48 nhiệm vụ.').waitFor();

    const report = await wordFile(bench, 'Lập báo cáo kết quả thực hiện');
    expect(report.name).toMatch(/^bao-cao-6-thang-dau-nam-2026.*\.docx$/);
    expect(faults).toEqual({ requests: [], errors: [] });
    await bench.close();
  }, 120_000);

  it.each([
    ['vi-VN', 320, 'light'],
    ['en-US', 320, 'dark'],
    ['vi-VN', 600, 'light'],
    ['vi-VN', 320, 'contrast'],
  ] as const)(
    'has no fault that axe finds, and no overflow: %s, %d pixels, %s',
    async (language, width, theme) => {
      const look = theme === 'contrast' ? { forcedColors: 'active' as const } : { colorScheme: theme };
      const bench = await openWorkbench(browser, { language, ...look });
      const { pane } = bench;
      await pane.getByRole('button', { name: /phụ lục mẫu|sample/i }).click();
      await pane.getByRole('button', { name: /^(Ghi vào sổ|Write to the workbook)$/ }).click();
      await pane.getByRole('listbox').waitFor();
      await setPaneWidth(bench, width);
      await openPapers(bench, language);
      const frame = await getPaneFrame(bench);
      expect(await findAxeViolations(frame)).toEqual([]);
      expect(await measureOverflow(frame)).toBeLessThanOrEqual(0);
      await bench.close();
    },
    120_000,
  );
});
