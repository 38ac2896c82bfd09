import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { launchBrowserForSite } from '../support/browser/open-site';
import { getPaneFrame } from '../support/browser/pane-checks';
import { expectEventually, openWorkbench, type WorkbenchPage } from '../support/browser/workbench-page';
import { buildReturnedFiles } from '../support/returned-workbooks/build-returned-files';
import { formatUnitsCsv } from '../support/returned-workbooks/sixty-units';

/**
 * Whole sessions of hasty people on a bad line: every button is pressed twice, the pane is loaded again in the middle, and
 * the server stops.
 */
let browser: Browser;
let folder = '';
beforeAll(async () => {
  browser = await launchBrowserForSite();
  folder = mkdtempSync(join(tmpdir(), 'phuluc-interrupted-'));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function pressTwice(button: Locator): Promise<void> {
  await button.click({ clickCount: 2, delay: 5 });
}

/** Loads the pane again and waits until it has read the workbook. */
async function reloadPane(bench: WorkbenchPage): Promise<void> {
  await (await getPaneFrame(bench)).evaluate(() => window.location.reload());
  await bench.pane.getByRole('tab').first().waitFor();
}

/** From here on nothing can be fetched; what the pane needs it has fetched ahead. */
async function stopServer(bench: WorkbenchPage): Promise<void> {
  await bench.page.waitForTimeout(7_000);
  await bench.page.route('**/*', (route) => route.abort());
}

/** The server is there again: what makes Word files is too large to be fetched ahead. */
const startServer = (bench: WorkbenchPage): Promise<void> => bench.page.unroute('**/*');

const countProblems = ({ pane }: WorkbenchPage): Promise<number> =>
  pane.locator('.ms-MessageBar--error').count();

describe('interrupted sessions', () => {
  it('of a clerk: nothing is done twice, nothing is lost', async () => {
    const bench = await openWorkbench(browser, { width: 1366, height: 768 });
    try {
      const { page, pane } = bench;
      const button = (name: string): Locator => pane.getByRole('button', { name, exact: true });
      await pressTwice(button('Dùng phụ lục mẫu'));
      await pressTwice(button('Ghi vào sổ'));
      await pane.getByText(/Trang Tiến độ có thêm \d+ kỳ hạn/).waitFor();

      await reloadPane(bench);
      await pane.getByRole('option', { name: /^I\.3 / }).click();
      await pane.locator('[role=option][aria-selected=true]').first().waitFor();
      await pressTwice(button('Thực hiện'));
      await pane.getByText('Đã đánh dấu 1 nhiệm vụ.').waitFor();
      expect(await countProblems(bench)).toBe(0);

      await stopServer(bench);
      await pane.locator('#tab-progress').click();
      await pane.locator('[data-testid=progress] [role=option]').first().click();
      await pressTwice(button('Hoàn thành'));
      await pane.getByText('Đã ghi 1 kỳ hạn.').waitFor();
      await pane.locator('#tab-paper').click();
      await pressTwice(button('Lập bản in'));
      await pane.getByText(/Đã lập trang “Bản in”/).waitFor();
      await startServer(bench);
      const downloads: string[] = [];
      page.on('download', (file) => downloads.push(file.suggestedFilename()));
      await pressTwice(button('Lập báo cáo kết quả thực hiện'));
      await pane.getByText(/Đã lập báo cáo/).waitFor();
      expect(await countProblems(bench)).toBe(0);

      await pane.locator('#tab-history').click();
      const entries = pane.locator('[data-testid=history-entries] li');
      // Import, its log, one mark, one record, the printed sheet: each once.
      await expectEventually(() => entries.count(), 5);
      await pane.locator('#tab-summary').click();
      await expectEventually(() => pane.locator('[data-testid=tile] b').first().innerText(), '48');
      expect(downloads).toHaveLength(1);
    } finally {
      await bench.close();
    }
  }, 180_000);

  it('of an officer: the results stay, and the report is made once', async () => {
    const made = await buildReturnedFiles();
    const units = made.units.slice(0, 6);
    const paths = [...made.files]
      .filter(([name]) => units.some((_, index) => name.startsWith(String(index + 1).padStart(2, '0'))))
      .map(([name, bytes]) => {
        const path = join(folder, name);
        writeFileSync(path, bytes);
        return path;
      });
    const annex = join(folder, 'phu-luc.xlsx');
    writeFileSync(annex, made.annexFile);
    const bench = await openWorkbench(browser, { width: 1366, height: 768 });
    try {
      const { page, pane } = bench;
      const button = (name: string): Locator => pane.getByRole('button', { name, exact: true });
      await pane.locator('#tab-consolidation').click();
      await pane.getByLabel('Chọn phụ lục…').last().setInputFiles(annex);
      await pane.getByText('48 nhiệm vụ').waitFor();
      await pane.getByLabel(/Dán danh sách/).fill(formatUnitsCsv(units).replaceAll(',', '\t'));
      await pressTwice(button('Dùng danh sách đã dán'));
      await pane.getByText('6 đơn vị.').waitFor();
      await pane.getByLabel('Tính đến ngày').fill(made.truth.asOf);
      await pane.getByLabel('Chọn tệp của các đơn vị…').last().setInputFiles(paths);
      await pane.getByText(/^Đã nhận \d+ tệp = đọc/).waitFor({ timeout: 60_000 });

      // The results stand above, the set-up is folded.
      await pane.getByRole('heading', { name: 'Xem trước', exact: true }).waitFor();
      await expectEventually(
        () => pane.getByTestId('set-up').evaluate((element) => (element as HTMLDetailsElement).open),
        false,
      );
      // Each file says whose it was taken for, and what is to be seen opens.
      await pane.getByText(`→ ${units[0]!.name} (${units[0]!.code})`).first().waitFor();
      await pane.getByTestId('findings').locator('summary').first().click();
      await pane.getByTestId('findings').locator('li').first().waitFor();

      await pressTwice(button('Ghi vào sổ'));
      await pane.getByText('Đã lập các trang tổng hợp.').waitFor({ timeout: 60_000 });
      expect(await countProblems(bench)).toBe(0);

      await reloadPane(bench);
      await pane.locator('#tab-consolidation').click();
      const tile = pane.getByTestId('tile').first();
      await tile.waitFor({ timeout: 30_000 });
      await tile.click();
      const rows = pane.getByTestId('drill-list').locator('li');
      await rows.first().getByText(units[0]!.name).waitFor();
      await pane.getByPlaceholder('Tìm trường, nhiệm vụ').fill(units[1]!.name);
      await rows.first().getByText(units[1]!.name).waitFor();

      await stopServer(bench);
      await pane.getByPlaceholder('Tìm trường, nhiệm vụ').fill(units[0]!.name);
      await rows.first().getByText(units[0]!.name).waitFor();
      await startServer(bench);
      const downloads: string[] = [];
      page.on('download', (file) => downloads.push(file.suggestedFilename()));
      await pressTwice(button('Lập báo cáo tổng hợp'));
      await pane.getByText(/Đã lập báo cáo/).waitFor({ timeout: 30_000 });
      expect(await countProblems(bench)).toBe(0);
      expect(downloads).toHaveLength(1);
    } finally {
      await bench.close();
    }
  }, 300_000);
});
