import type { Browser, Locator } from 'playwright-core';
import { launchBrowserForSite } from '../support/browser/open-site';
import { getPaneFrame } from '../support/browser/pane-checks';
import {
  expectEventually,
  importSample,
  openWorkbench,
  type WorkbenchPage,
} from '../support/browser/workbench-page';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowserForSite();
}, 120_000);
afterAll(() => browser?.close());

/** A chunk that is loaded after the first look, or its style sheet. */
const LATER_CODE = /\/(?:\d+|pane-commands)\.[0-9a-f]{8}\.(?:js|css)$/;

describe('the pane without its server', () => {
  it('names the lost connection in place of a screen, and its tabs go on working', async () => {
    const bench = await openWorkbench(browser);
    try {
      await bench.pane.getByRole('button', { name: 'Dùng phụ lục mẫu' }).waitFor();
      await bench.page.route(LATER_CODE, (route) => route.abort());
      await (await getPaneFrame(bench)).evaluate(() => window.location.reload());
      await bench.pane.getByRole('button', { name: 'Dùng phụ lục mẫu' }).waitFor();
      await bench.pane.locator('#tab-settings').click();
      await bench.pane.getByText(/Không tải được một phần của bổ trợ/).waitFor();
      await bench.pane.getByRole('button', { name: 'Tải lại ngăn' }).waitFor();
      await bench.pane.locator('#tab-import').click();
      await bench.pane.getByRole('button', { name: 'Dùng phụ lục mẫu' }).waitFor();
    } finally {
      await bench.close();
    }
  }, 90_000);

  it('opens every tab once it has been open for a while', async () => {
    const bench = await openWorkbench(browser);
    try {
      await importSample(bench);
      await bench.page.waitForLoadState('networkidle');
      await bench.page.waitForTimeout(6_000);
      await bench.page.route('**/*', (route) => route.abort());
      for (const tab of ['progress', 'summary', 'paper', 'consolidation', 'history', 'settings']) {
        await bench.pane.locator(`#tab-${tab}`).click();
        await bench.pane
          .locator(`[role=tabpanel][aria-labelledby="tab-${tab}"] :is(button, p)`)
          .first()
          .waitFor();
        expect(await bench.pane.getByTestId('failed-screen').count()).toBe(0);
      }
    } finally {
      await bench.close();
    }
  }, 120_000);
});

describe('a double click', () => {
  let bench: WorkbenchPage;
  beforeAll(async () => {
    bench = await openWorkbench(browser);
  }, 60_000);
  afterAll(() => bench?.close());

  const button = (name: string): Locator => bench.pane.getByRole('button', { name, exact: true });
  /** Presses a button twice before the page can disable it. */
  const clickTwice = async (name: string): Promise<void> => {
    await expectEventually(() => button(name).isEnabled(), true);
    await button(name).evaluate((element: HTMLElement) => {
      element.click();
      element.click();
    });
  };
  /** Presses a button twice, and returns the number of problems that follow. */
  async function pressTwice(name: string, done: string | RegExp): Promise<number> {
    await clickTwice(name);
    await bench.pane.getByText(done).first().waitFor({ timeout: 60_000 });
    await bench.page.waitForTimeout(1_000);
    return bench.pane.locator('.ms-MessageBar--error, .ms-MessageBar--warning').count();
  }

  it('on any button does its work once', async () => {
    expect(await pressTwice('Dùng phụ lục mẫu', '48 nhiệm vụ')).toBe(0);
    expect(await pressTwice('Ghi vào sổ', /^Đã ghi vào sổ\./)).toBe(0);
    await bench.pane.getByRole('option').first().click();
    await bench.pane.locator('[role=option][aria-selected=true]').first().waitFor();
    expect(await pressTwice('Không thực hiện', 'Đã đánh dấu 1 nhiệm vụ.')).toBe(0);
    expect(await pressTwice('Thực hiện', 'Đã đánh dấu 1 nhiệm vụ.')).toBe(0);
    await bench.pane.locator('#tab-paper').click();
    expect(await pressTwice('Lập bản in', /Đã lập trang “Bản in”/)).toBe(0);
    await bench.pane.locator('#tab-history').click();
    // One entry for each: import, the log with it, two marks, the printed sheet.
    await expectEventually(() => bench.pane.locator('[data-testid=history-entries] li').count(), 5);
  }, 180_000);
});

describe('the reason of a task', () => {
  it('goes to no other task', async () => {
    const bench = await openWorkbench(browser);
    try {
      const { pane } = bench;
      await importSample(bench);
      const options = pane.getByRole('option');
      const reason = pane.getByRole('combobox', { name: 'Lý do không thực hiện' });
      const rejectRequest = pane.getByRole('button', { name: 'Không thực hiện', exact: true });
      await options.nth(0).click();
      await pane.locator('[role=option][aria-selected=true]').first().waitFor();
      await reason.fill('Không có lớp mẫu giáo');
      await rejectRequest.click();
      await options.nth(0).getByText('Không có lớp mẫu giáo').waitFor();
      await options.nth(1).click();
      await expectEventually(() => options.nth(1).getAttribute('aria-selected'), 'true');
      expect(await reason.inputValue()).toBe('');
      await rejectRequest.click();
      await options.nth(1).getByText('Không thực hiện').first().waitFor();
      expect(await options.nth(1).getByText('Không có lớp mẫu giáo').count()).toBe(0);
      // The box follows the selection: the first task has its own reason.
      await options.nth(0).click();
      await expectEventually(() => reason.inputValue(), 'Không có lớp mẫu giáo');
    } finally {
      await bench.close();
    }
  }, 90_000);
});

describe('messages', () => {
  it('stand in sight at the foot, and a success goes by itself', async () => {
    const bench = await openWorkbench(browser, { height: 700 });
    try {
      const { pane } = bench;
      await importSample(bench);
      const notices = pane.getByTestId('notices');
      const isInSight = await notices.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return bottom <= window.innerHeight + 1 && top > window.innerHeight / 2;
      });
      expect(isInSight).toBe(true);
      await bench.page.waitForTimeout(8_000);
      await expectEventually(() => notices.locator('.ms-MessageBar').count(), 0);
    } finally {
      await bench.close();
    }
  }, 90_000);

  it('of an earlier command go when the next begins', async () => {
    const bench = await openWorkbench(browser);
    try {
      const { page, pane } = bench;
      const chooseFile = async (name: string, content: string): Promise<void> => {
        const [chooser] = await Promise.all([
          page.waitForEvent('filechooser'),
          pane.getByRole('button', { name: 'Chọn tệp…' }).click(),
        ]);
        await chooser.setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
      };
      await pane.getByRole('button', { name: 'Chọn tệp…' }).waitFor();
      await chooseFile('a.docx', 'not a Word file');
      await pane
        .getByTestId('notices')
        .getByText(/a\.docx/)
        .waitFor();
      await chooseFile('b.docx', 'not a Word file either');
      await pane
        .getByTestId('notices')
        .getByText(/b\.docx/)
        .waitFor();
      expect(
        await pane
          .getByTestId('notices')
          .getByText(/a\.docx/)
          .count(),
      ).toBe(0);
    } finally {
      await bench.close();
    }
  }, 90_000);

  it('of a ribbon command stay with their workbook', async () => {
    const bench = await openWorkbench(browser);
    try {
      await bench.pane.getByRole('button', { name: 'Dùng phụ lục mẫu' }).waitFor();
      // What a ribbon command of another workbook leaves for its pane.
      await bench.page.evaluate(() => {
        const problems = JSON.stringify([{ code: 'nothing-to-undo', severity: 'error', place: {} }]);
        window.localStorage.setItem('phuluc.ribbonProblems:other.xlsx', problems);
        window.localStorage.setItem('phuluc.ribbonProblems', problems);
      });
      await bench.page.waitForTimeout(1_500);
      expect(await bench.pane.getByTestId('notices').locator('.ms-MessageBar').count()).toBe(0);
    } finally {
      await bench.close();
    }
  }, 60_000);
});

describe('dates', () => {
  it.each(['vi-VN', 'en-US'] as const)(
    'are typed and shown dd/mm/yyyy (%s)',
    async (language) => {
      const bench = await openWorkbench(browser, { language });
      try {
        const { pane } = bench;
        await pane.locator('#tab-consolidation').click();
        const field = pane.getByLabel(language === 'vi-VN' ? 'Tính đến ngày' : /as of|up to/i).first();
        await field.waitFor();
        expect(await field.inputValue()).toMatch(/^\d{2}\/\d{2}\/\d{4}$/);
        await field.fill('31/12/2026');
        expect(await field.inputValue()).toBe('31/12/2026');
        await field.fill('12/31/2026');
        await pane
          .getByText(/dd\/mm\/yyyy/)
          .first()
          .waitFor();
        await field.fill('5.9.2026');
        await field.blur();
        await expectEventually(() => field.inputValue(), '05/09/2026');
      } finally {
        await bench.close();
      }
    },
    60_000,
  );
});
