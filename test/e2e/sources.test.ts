import type { Browser } from 'playwright-core';
import { launchBrowserForSite } from '../support/browser/open-site';
import { openWorkbench, type WorkbenchPage } from '../support/browser/workbench-page';

const ROWS = [
  ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Sản phẩm', 'Thời gian'],
  ['I', 'Tuyên truyền', '', '', '', ''],
  ['1', 'Treo bảng tin ở cổng trường', 'Văn phòng', 'Trường Mầm non Sao Mai', 'Bảng tin', '6/2026'],
  ['2', 'Họp dân phố', 'Văn phòng', 'Trường Mầm non Sao Mai không thực hiện nội dung này', '', ''],
];
const HTML = `<table>${ROWS.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
const text = ROWS.map((row) => row.join('\t')).join('\n');

let browser: Browser;
let bench: WorkbenchPage;
beforeAll(async () => {
  browser = await launchBrowserForSite();
}, 120_000);
afterAll(() => browser?.close());
beforeEach(async () => {
  bench = await openWorkbench(browser);
});
afterEach(() => bench.close());

/** A paste event with these contents on an element. */
async function paste(
  element: ReturnType<WorkbenchPage['pane']['locator']>,
  contents: Record<string, string>,
): Promise<void> {
  await element.evaluate((target, given) => {
    const clipboardData = new DataTransfer();
    for (const [type, data] of Object.entries(given)) clipboardData.setData(type, data);
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, contents);
}

async function foundTwo(): Promise<void> {
  await bench.pane.getByText('2 nhiệm vụ, 1 lĩnh vực').waitFor();
  await bench.pane.getByText('1 thực hiện · 1 không thực hiện').waitFor();
}

describe('other ways into the import', () => {
  it.each([
    ['HTML, as Word and Excel copy it', { 'text/html': HTML, 'text/plain': 'không dùng' }],
    ['tab-separated text', { 'text/plain': text }],
  ])('takes a pasted table: %s', async (_name, contents) => {
    const box = bench.pane.getByRole('textbox', { name: /dán bảng/ });
    await box.waitFor();
    await paste(box, contents);
    await foundTwo();
  });

  it('says what to do when what was pasted is no table', async () => {
    const box = bench.pane.getByRole('textbox', { name: /dán bảng/ });
    await box.waitFor();
    await paste(box, { 'text/plain': 'Kính gửi: các trường' });
    await bench.pane.locator('[data-testid=notices]', { hasText: 'Việc cần làm' }).waitFor();
  });

  it('takes the open sheet, with the words it shows', async () => {
    const { page, pane } = bench;
    await pane.getByRole('button', { name: 'Dùng trang tính đang mở' }).waitFor();
    await page.locator('[role=grid]').focus();
    await paste(page.locator('[role=grid]'), { 'text/plain': text });
    await page.locator('#cell-9-0').or(page.locator('[role=grid]')).first().focus();
    await page.keyboard.press('Control+Home');
    await pane.getByRole('button', { name: 'Dùng trang tính đang mở' }).click();
    await foundTwo();
    await pane.getByText('Thời gian: 6/2026').waitFor();
    expect(bench.faults).toEqual({ requests: [], errors: [] });
  });
});
