import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { unzipSync } from 'fflate';
import type { Browser, Locator } from 'playwright-core';
import { launchBrowserForSite } from '../support/browser/open-site';
import { findAxeViolations, getPaneFrame } from '../support/browser/pane-checks';
import {
  expectEventually,
  importSample,
  openWorkbench,
  type WorkbenchPage,
} from '../support/browser/workbench-page';
import { buildXlsx } from '../support/documents/build-xlsx';
import { buildReturnedFiles, type ReturnedFiles } from '../support/returned-workbooks/build-returned-files';
import { createTaskSheet, TASK_SHEET_UNIT } from '../support/returned-workbooks/create-task-sheet';
import { formatUnitsCsv } from '../support/returned-workbooks/sixty-units';

let browser: Browser;
let made: ReturnedFiles;
let folder = '';
/** The ninth to twentieth unit: one not sent, one known by another name, one that sent twice. */
const FIRST = 8;
const COUNT = 12;
function inUse(name: string): boolean {
  const number = Number(name.slice(0, 2));
  return (number > FIRST && number <= FIRST + COUNT) || number === 90 || number === 39;
}

beforeAll(async () => {
  made = await buildReturnedFiles();
  folder = mkdtempSync(join(tmpdir(), 'phuluc-pane-'));
  mkdirSync(join(folder, 'files'));
  for (const [name, bytes] of made.files) {
    if (inUse(name)) writeFileSync(join(folder, 'files', name), bytes);
  }
  writeFileSync(join(folder, 'phu-luc.xlsx'), made.annexFile);
  browser = await launchBrowserForSite();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

function tile({ pane }: WorkbenchPage, name: string): Promise<string> {
  return pane
    .getByRole('button', { name: new RegExp(`${name}$`) })
    .locator('b')
    .innerText();
}

describe('the officer issues in the pane', () => {
  it('takes annex and list from the open workbook and hands over a workbook for each unit', async () => {
    const bench = await openWorkbench(browser, { height: 1000 });
    try {
      const { page, pane, faults } = bench;
      await importSample(bench);
      await pane.getByRole('tab', { name: 'Tổng hợp trường' }).click();
      await pane.getByText('thì phát hành được sổ').waitFor();
      await pane.getByRole('button', { name: 'Lấy từ trang đang mở' }).click();
      await pane.getByText('48 nhiệm vụ').waitFor();
      await pane
        .getByLabel(/Dán danh sách/)
        .fill(formatUnitsCsv(made.units.slice(0, 3)).replaceAll(',', '\t'));
      await pane.getByRole('button', { name: 'Dùng danh sách đã dán' }).click();
      await pane.getByLabel(/Đánh dấu sẵn/).fill('*; IV; không thực hiện; không có đối tượng');
      expect(await findAxeViolations(await getPaneFrame(bench))).toEqual([]);
      const before = await bench.save();
      const [zip] = await Promise.all([
        page.waitForEvent('download'),
        pane.getByRole('button', { name: 'Phát hành 3 sổ (.zip)' }).click(),
      ]);
      await pane.getByText('Đã lập 3 sổ, mỗi sổ 48 nhiệm vụ').waitFor();
      const files = unzipSync(readFileSync(await zip.path()));
      expect(Object.keys(files)).toHaveLength(3);
      for (const { code, name } of made.units.slice(0, 3)) {
        const [, bytes] = Object.entries(files).find(([file]) => file.startsWith(`${code} `))!;
        const book = await openWorkbook(bytes);
        expect(book.sheets.map((sheet) => sheet.name)).toContain('Phụ lục');
        const texts = book.sheets.flatMap(({ cells }) =>
          [...cells.values()].flatMap((line) => [...line.values()].map(({ value }) => value)),
        );
        expect(texts).toContain(name);
        expect(texts).toContain('không có đối tượng');
      }
      expect(await bench.save()).toEqual(before);
      await page.screenshot({ path: join('out', 'issue-pane.png') });
      expect(faults).toEqual({ requests: [], errors: [] });
    } finally {
      await bench.close();
    }
  }, 120_000);
});

describe('the officer consolidates in the pane', () => {
  it('chooses files, settles the questions, looks, applies, and runs again without a change', async () => {
    const bench = await openWorkbench(browser, { height: 1000 });
    try {
      const { page, pane, faults } = bench;
      await pane.getByRole('tab', { name: 'Tổng hợp trường' }).click();
      await pane.getByLabel('Chọn phụ lục…').last().setInputFiles(join(folder, 'phu-luc.xlsx'));
      await pane.getByText('48 nhiệm vụ').waitFor();
      const list = formatUnitsCsv(made.units.slice(FIRST, FIRST + COUNT)).replaceAll(',', '\t');
      await pane.getByLabel(/Dán danh sách/).fill(list);
      await pane.getByRole('button', { name: 'Dùng danh sách đã dán' }).click();
      await pane.getByText('12 đơn vị.').waitFor();
      await pane.getByLabel('Tính đến ngày').fill(made.truth.asOf);
      expect(await findAxeViolations(await getPaneFrame(bench))).toEqual([]);

      const files = [...made.files.keys()].filter(inUse).map((name) => join(folder, 'files', name));
      await pane.getByLabel('Chọn tệp của các đơn vị…').last().setInputFiles(files);
      const received = `Đã nhận ${files.length} tệp = đọc ${files.length - 1} + từ chối 1.`;
      await pane.getByText(received).waitFor();
      // One file names a school that is not in the list; one school sent two.
      await pane.getByText(/Tệp 39 bao cao truong.xlsx của đơn vị nào/).waitFor();
      await pane.getByText('Khác nhau 3 ô').waitFor();
      expect(await findAxeViolations(await getPaneFrame(bench))).toEqual([]);
      const truth = (codes: (code: string) => boolean) =>
        made.truth.byUnit
          .filter(
            ({ code }) =>
              codes(code) && made.units.slice(FIRST, FIRST + COUNT).some((unit) => unit.code === code),
          )
          .reduce((sum, { done }) => sum + done, 0);
      await expectEventually(() => tile(bench, 'hoàn thành'), String(truth(() => true)));
      await page.screenshot({ path: join('out', 'consolidation-pane.png') });

      await pane.getByRole('button', { name: 'Ghi vào sổ' }).click();
      await pane.getByText('Đã lập các trang tổng hợp.').waitFor({ timeout: 60_000 });
      const saved = await bench.save();
      expect(saved.sheets.map(({ name }) => name)).toEqual(
        expect.arrayContaining([
          'Tổng hợp',
          'Theo đơn vị',
          'Ma trận',
          'Chưa thống nhất',
          'Chưa gửi',
          'Sai khác phụ lục',
          'Tệp nguồn',
          'Dữ liệu',
        ]),
      );
      await pane.getByText('Sổ đã đúng như vậy, không có gì thay đổi.').waitFor();

      // The names of units read upwards in narrow columns.
      await page.getByRole('tab', { name: 'Ma trận', exact: true }).click();
      const name = page.locator('[data-upwards] > span', { hasText: /^Trường/ }).first();
      const box = await name.boundingBox();
      expect(box!.height).toBeGreaterThan(2 * box!.width);

      // From a figure its rows, from a row its place in the ledger.
      await pane.getByRole('button', { name: /hoàn thành$/ }).click();
      await pane
        .getByText(/nhiệm vụ của số liệu này/)
        .first()
        .waitFor();
      await pane
        .getByRole('button', { name: /^Xem trong trang Dữ liệu: MN-09/ })
        .first()
        .click();
      await expectEventually(async () => (await page.locator('output').innerText()).includes('A'), true);
      await page.screenshot({ path: join('out', 'consolidation-after.png') });

      const [report] = await Promise.all([
        page.waitForEvent('download'),
        pane.getByRole('button', { name: 'Lập báo cáo tổng hợp' }).click(),
      ]);
      expect(report.suggestedFilename()).toMatch(/\.docx$/);
      expect(
        readFileSync(await report.path())
          .subarray(0, 2)
          .toString(),
      ).toBe('PK');

      // The older file is to be used: three tasks are done no more.
      const before = Number(await tile(bench, 'hoàn thành'));
      await pane.locator('label', { hasText: '17 bao cao truong lan 1.xlsx' }).click();
      await expectEventually(() => tile(bench, 'hoàn thành'), String(before - 3));
      expect(faults).toEqual({ requests: [], errors: [] });
    } finally {
      await bench.close();
    }
  }, 240_000);
});

/** Drops files and folders of the disk on an element, as a hand does. */
async function dropPaths({ page }: WorkbenchPage, target: Locator, paths: readonly string[]): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = (await target.boundingBox())!;
  const devtools = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', {
      type,
      x: box.x + box.width / 2,
      y: box.y + 8,
      data: { items: [], files: [...paths], dragOperationsMask: 1 },
    });
}

describe('the officer drops a folder in the pane', () => {
  it('reads all of its files, asks which sheet counts, and counts the one that is chosen', async () => {
    const dropped = join(folder, 'tha-vao');
    mkdirSync(join(dropped, 'con'), { recursive: true });
    const done = ['Hoàn thành', 'Hoàn thành', 'Hoàn thành'];
    writeFileSync(
      join(dropped, 'hai trang.xlsx'),
      buildXlsx([
        createTaskSheet('Phụ lục', ['Hoàn thành', 'Chưa thực hiện', 'Hoàn thành']),
        createTaskSheet('Phụ lục (2)', ['Hoàn thành', 'Đang thực hiện', 'Đang thực hiện']),
      ]),
    );
    writeFileSync(
      join(dropped, 'con', 'mot trang.xlsx'),
      buildXlsx([createTaskSheet('Phụ lục', done, 'Trường Tiểu học Suối Đá')]),
    );
    const bench = await openWorkbench(browser, { height: 1000 });
    try {
      const { pane, faults } = bench;
      await pane.getByRole('tab', { name: 'Tổng hợp trường' }).click();
      await pane
        .getByLabel(/Dán danh sách/)
        .fill(`Mã\tTên\nTH01\t${TASK_SHEET_UNIT}\nTH02\tTrường Tiểu học Suối Đá`);
      await pane.getByRole('button', { name: 'Dùng danh sách đã dán' }).click();
      await pane.getByText('2 đơn vị.').waitFor();
      await pane.getByLabel('Tính đến ngày').fill('2026-07-15');

      await dropPaths(bench, pane.getByText('Kéo các tệp vào đây').locator('..'), [dropped]);
      await pane.getByText('Đã nhận 2 tệp = đọc 2').waitFor();
      await expectEventually(() => tile(bench, 'hoàn thành'), '3');
      const question = pane.getByRole('radiogroup', { name: /nhiều trang điền khác nhau/ });
      await expectEventually(() => question.getByRole('radio', { checked: true }).count(), 0);
      expect(await findAxeViolations(await getPaneFrame(bench))).toEqual([]);

      await question.getByText('Phụ lục', { exact: true }).click();
      await expectEventually(() => tile(bench, 'hoàn thành'), '5');
      // By keyboard the other one.
      await question.getByRole('radio', { checked: true }).press('ArrowDown');
      await expectEventually(() => tile(bench, 'hoàn thành'), '4');
      expect(await question.getByRole('radio', { checked: true }).count()).toBe(1);
      expect(faults).toEqual({ requests: [], errors: [] });
    } finally {
      await bench.close();
    }
  }, 120_000);
});
