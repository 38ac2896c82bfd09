import type { Browser } from 'playwright-core';
import { launchBrowserForSite } from '../support/browser/open-site';
import { findAxeViolations } from '../support/browser/pane-checks';
import { expectEventually, openWorkbench } from '../support/browser/workbench-page';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowserForSite();
}, 120_000);
afterAll(() => browser?.close());

/** A command of the ribbon in a workbook without an annex. */
describe('what a command of the ribbon says where it cannot be done', () => {
  it('stands in the pane where that is open', async () => {
    const { page, pane, faults, close } = await openWorkbench(browser);
    try {
      await pane.getByRole('button', { name: 'Dùng phụ lục mẫu' }).waitFor();
      await page.getByRole('button', { name: 'Không thực hiện', exact: true }).click();
      await pane
        .getByTestId('notices')
        .getByText(/Việc cần làm/)
        .waitFor();
      expect(page.context().pages()).toHaveLength(1);
      expect(faults).toEqual({ requests: [], errors: [] });
    } finally {
      await close();
    }
  });

  it('is shown by a dialog where the pane is closed', async () => {
    const { page, pane, close } = await openWorkbench(browser);
    try {
      await pane.getByRole('button', { name: 'Dùng phụ lục mẫu' }).waitFor();
      await page.locator('[data-testid=pane-frame] iframe').evaluate((frame) => frame.remove());
      const [dialog] = await Promise.all([
        page.waitForEvent('popup'),
        page.getByRole('button', { name: 'Không thực hiện', exact: true }).click(),
      ]);
      await expectEventually(() => dialog.locator('h1').innerText(), 'Chưa làm được');
      await dialog.getByText(/Việc cần làm: .*Nhập phụ lục/).waitFor();
      expect(await findAxeViolations(dialog.mainFrame())).toEqual([]);
    } finally {
      await close();
    }
  });
});
