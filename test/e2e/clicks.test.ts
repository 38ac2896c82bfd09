import type { Browser, Locator } from 'playwright-core';
import { launchBrowserForSite } from '../support/browser/open-site';
import { openWorkbench } from '../support/browser/workbench-page';

/** How many clicks each job of a clerk takes; a job that needs more than here has become harder. */
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowserForSite();
}, 120_000);
afterAll(() => browser?.close());

it('every job takes as few clicks as before', async () => {
  const bench = await openWorkbench(browser, { width: 1366, height: 768 });
  try {
    const { page, pane } = bench;
    let clicks = 0;
    const click = async (target: Locator): Promise<void> => {
      clicks += 1;
      await target.click();
    };
    const countClicks = async (job: () => Promise<void>): Promise<number> => {
      clicks = 0;
      await job();
      return clicks;
    };
    const button = (name: string): Locator => pane.getByRole('button', { name, exact: true });

    const sheets = await countClicks(async () => {
      await click(button('Dùng phụ lục mẫu'));
      await click(button('Ghi vào sổ'));
      await pane.getByText(/Trang Tiến độ có thêm/).waitFor();
      await pane.locator('#tab-mark[aria-selected=true]').waitFor();
    });
    const mark = await countClicks(async () => {
      await click(pane.getByRole('option').nth(2));
      await click(button('Thực hiện'));
      await pane.getByText('Đã đánh dấu 1 nhiệm vụ.').waitFor();
    });
    const record = await countClicks(async () => {
      await click(pane.locator('#tab-progress'));
      await click(pane.locator('[data-testid=progress] [role=option]').first());
      await click(pane.getByText('Ngày, số văn bản, minh chứng'));
      await pane.getByLabel('Số, ký hiệu văn bản').fill('05/KH-MNNM');
      await click(button('Hoàn thành'));
      await pane.getByText('Đã ghi 1 kỳ hạn.').waitFor();
    });
    const print = await countClicks(async () => {
      await click(pane.locator('#tab-paper'));
      await click(button('Lập bản in'));
      await pane.getByText(/Đã lập trang “Bản in”/).waitFor();
    });
    await pane.locator('#tab-mark').click();
    const report = await countClicks(async () => {
      await click(pane.locator('#tab-paper'));
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        click(button('Lập báo cáo kết quả thực hiện')),
      ]);
      expect(file.suggestedFilename()).toMatch(/\.docx$/);
    });
    expect({ sheets, mark, record, print, report }).toEqual({
      sheets: 2,
      mark: 2,
      record: 4,
      print: 2,
      report: 2,
    });
  } finally {
    await bench.close();
  }
}, 120_000);
