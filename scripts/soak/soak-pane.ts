import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, CDPSession } from 'playwright-core';
import { importSample, openWorkbench, type WorkbenchPage } from '../../test/support/browser/workbench-page';
import { createRandom, pick, type Random } from '../../test/support/random';
import { createWorkbookDraft, packDraft } from '../../test/support/returned-workbooks/workbook-draft';

const ANNEXES = ['phu-luc-2026.docx', 'phu-luc-2026.xlsx', 'phu-luc-2026-dieu-chinh.docx'].map((name) =>
  resolve('samples', name),
);
const SCHOOLS = 3;
const MEGABYTE = 1024 * 1024;

/** What a clerk or an officer does in a moment; none of them changes what the others start from. */
type Action = (bench: WorkbenchPage, files: string[], random: Random) => Promise<void>;

const openTab = ({ pane }: WorkbenchPage, name: string): Promise<void> =>
  pane.getByRole('tab', { name: new RegExp(`^${name}\\s*\\d*$`) }).click();

async function markAndUndo(bench: WorkbenchPage): Promise<void> {
  const { pane } = bench;
  await openTab(bench, 'Đánh dấu');
  await pane.getByRole('option', { name: /^I\.1 / }).click();
  await pane.getByRole('button', { name: 'Không thực hiện', exact: true }).click();
  await pane.getByRole('option', { name: /^I\.1 .*Không thực hiện/ }).waitFor();
  await openTab(bench, 'Lịch sử');
  await pane.getByTestId('history').getByRole('button', { name: 'Hoàn tác', exact: true }).click();
  await pane.getByText('Đã hoàn tác: Không thực hiện.').waitFor();
}

async function visitTabs(bench: WorkbenchPage): Promise<void> {
  const { pane, page } = bench;
  for (const tab of await pane.getByRole('tab').all()) await tab.click();
  for (const sheet of ['Tổng hợp', 'Phụ lục'])
    await page.getByRole('tab', { name: sheet, exact: true }).first().click();
}

/** Reads an annex up to its preview. */
async function previewAnnex(bench: WorkbenchPage, _: string[], random: Random): Promise<void> {
  const { pane } = bench;
  await openTab(bench, 'Nhập phụ lục');
  await pane.getByLabel('Chọn tệp…').last().setInputFiles(pick(ANNEXES, random));
  await pane.getByRole('button', { name: 'Chọn phụ lục khác' }).click();
}

/** Reads a file that is none. */
async function pickDamaged(bench: WorkbenchPage): Promise<void> {
  const { pane } = bench;
  const file = { name: 'hong.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 hỏng') };
  await openTab(bench, 'Nhập phụ lục');
  await pane.getByLabel('Chọn tệp…').last().setInputFiles(file);
  await pane.locator('[data-testid=notices]', { hasText: 'hong.pdf' }).waitFor();
}

/** Reads what schools have sent, up to the counts. */
async function consolidate(bench: WorkbenchPage, files: string[]): Promise<void> {
  const { pane } = bench;
  await openTab(bench, 'Tổng hợp trường');
  await pane.getByLabel('Chọn tệp của các đơn vị…').last().setInputFiles(files);
  await pane.getByText(/^Đã nhận \d+ tệp = đọc/).waitFor({ timeout: 60_000 });
}

async function printAnnex(bench: WorkbenchPage): Promise<void> {
  const { pane, page } = bench;
  await openTab(bench, 'In & báo cáo');
  await pane.getByRole('button', { name: 'Lập bản in' }).click();
  await pane.getByText(/trang “Bản in”/i).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    pane.getByRole('button', { name: 'Xuất phụ lục ra Word' }).click(),
  ]);
  await download.delete();
}

async function saveWorkbook({ page }: WorkbenchPage): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Lưu .xlsx' }).click(),
  ]);
  await download.delete();
}

const ACTIONS: Action[] = [
  markAndUndo,
  visitTabs,
  previewAnnex,
  pickDamaged,
  consolidate,
  printAnnex,
  saveWorkbook,
];

async function measureMemory(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / MEGABYTE;
}

async function makeFiles(folder: string): Promise<string[]> {
  const files: string[] = [];
  for (let school = 1; school <= SCHOOLS; school++) {
    const path = join(folder, `so-${school}.xlsx`);
    writeFileSync(path, await packDraft(await createWorkbookDraft(createRandom(school))));
    files.push(path);
  }
  return files;
}

async function prepare(bench: WorkbenchPage): Promise<void> {
  const { pane } = bench;
  await importSample(bench);
  await openTab(bench, 'Tổng hợp trường');
  await pane.getByRole('button', { name: 'Lấy từ trang đang mở' }).click();
  await pane.getByText('48 nhiệm vụ').waitFor();
  await pane.getByLabel(/Dán danh sách/).fill('MN-1\tTrường Một\nMN-2\tTrường Hai\n');
  await pane.getByRole('button', { name: 'Dùng danh sách đã dán' }).click();
}

/**
 * Does actions of all kinds in the pane, in an order by the seed, and measures after each what the page still holds:
 * pane and simulator are one page.
 *
 * @returns megabytes after each action
 */
export async function soakPane(browser: Browser, actions: number, seed: number): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'phuluc-soak-'));
  const random = createRandom(seed);
  const bench = await openWorkbench(browser);
  const megabytes: number[] = [];
  try {
    const files = await makeFiles(folder);
    const session = await bench.page.context().newCDPSession(bench.page);
    await prepare(bench);
    for (let count = 0; count < actions; count++) {
      await pick(ACTIONS, random)(bench, files, random);
      megabytes.push(await measureMemory(session));
    }
    if (bench.faults.errors.length > 0) throw new Error(bench.faults.errors.join('\n'));
  } finally {
    await bench.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return megabytes;
}
