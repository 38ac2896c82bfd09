import type { Browser } from 'playwright-core';
import { launchBrowserForSite } from '../support/browser/open-site';
import { importSample, openWorkbench, type WorkbenchPage } from '../support/browser/workbench-page';

let browser: Browser;
let bench: WorkbenchPage;
beforeAll(async () => {
  browser = await launchBrowserForSite();
}, 120_000);
afterAll(() => browser?.close());
afterEach(() => bench?.close());

/** Tries to mark I.2 as not performed. */
async function tryToMark({ page, pane }: WorkbenchPage): Promise<void> {
  await page.locator('#cell-7-0').click();
  await pane.locator('[role=option][aria-selected=true]', { hasText: 'I.2' }).waitFor();
  await pane.getByRole('button', { name: 'Không thực hiện', exact: true }).click();
}

type ErrorCase = {
  name: string;
  make: (page: WorkbenchPage['page']) => Promise<void>;
  message: RegExp;
  fix: (page: WorkbenchPage['page']) => Promise<void>;
};

const ERROR_CASES: ErrorCase[] = [
  {
    name: 'a cell is being edited',
    make: (page) => page.evaluate(() => void (window.phuluc!.session.cellEditMode = true)),
    message: /đang/i,
    fix: (page) => page.evaluate(() => void (window.phuluc!.session.cellEditMode = false)),
  },
  {
    name: 'the sheet is protected',
    make: (page) =>
      page.evaluate(() => {
        for (const sheet of window.phuluc!.session.workbook.sheets) sheet.protection.protected = true;
      }),
    message: /bảo vệ/i,
    fix: (page) =>
      page.evaluate(() => {
        for (const sheet of window.phuluc!.session.workbook.sheets) sheet.protection.protected = false;
      }),
  },
  {
    name: 'a request is larger than the host takes',
    make: (page) => page.evaluate(() => void (window.phuluc!.session.limits.requestBytes = 200)),
    message: /vượt quá mức/i,
    fix: (page) => page.evaluate(() => void (window.phuluc!.session.limits.requestBytes = 5 * 1024 * 1024)),
  },
  {
    name: 'the connection is lost in mid-batch',
    make: (page) =>
      page.evaluate(() => {
        const { session } = window.phuluc!;
        for (let ahead = 1; ahead <= 6; ahead += 1) {
          session.faults.push({ request: session.requestCount + ahead, effect: 'lose' });
        }
      }),
    message: /Excel/i,
    fix: (page) => page.evaluate(() => void window.phuluc!.session.faults.splice(0)),
  },
];

describe('a host that refuses', () => {
  it.each(ERROR_CASES)(
    'when $name, the pane says so and goes on afterwards',
    async ({ make, message, fix }) => {
      bench = await openWorkbench(browser);
      const { page, pane } = bench;
      await importSample(bench);
      await page.locator('#cell-7-0').click();
      await pane.locator('[role=option][aria-selected=true]', { hasText: 'I.2' }).waitFor();
      await make(page);
      await pane.getByRole('button', { name: 'Không thực hiện', exact: true }).click();
      const notice = pane.locator('[data-testid=notices]', { hasText: 'Việc cần làm' });
      await notice.waitFor();
      expect(await notice.innerText()).toMatch(message);

      await fix(page);
      await tryToMark(bench);
      await pane.getByText(/Đã đánh dấu 1 nhiệm vụ|vốn đã được đánh dấu/).waitFor();
      await pane.getByRole('option', { name: /I\.2 .*Không thực hiện/ }).waitFor();
      expect(bench.faults).toEqual({ requests: [], errors: [] });
    },
  );

  it('an Excel below the floor gets a page that says what to do', async () => {
    bench = await openWorkbench(browser, { api: '1.8' });
    await bench.pane.getByRole('heading', { name: 'Bản Excel này chưa đủ mới cho ngăn tác vụ.' }).waitFor();
    expect(await bench.pane.locator('body').innerText()).toMatch(/Cập nhật Excel/);
    expect(bench.faults.errors).toEqual([]);
  });
});
