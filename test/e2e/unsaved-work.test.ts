import type { Browser, Page } from 'playwright-core';
import { launchBrowserForSite } from '../support/browser/open-site';
import { expectEventually, openWorkbench, type WorkbenchPage } from '../support/browser/workbench-page';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowserForSite();
}, 120_000);
afterAll(() => browser?.close());

const UNSAVED = '● Chưa lưu';

/** Types into A1, as a person would. */
async function typeIntoA1(page: Page, text: string): Promise<void> {
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

async function readA1(page: Page): Promise<string> {
  return page.evaluate(() => {
    const cell = window.phuluc?.session.workbook.sheets[0]?.cells.get(0)?.get(0);
    return String(cell?.value ?? '');
  });
}

/** Puts a workbook into a real file of the browser's own folder and lets the picker choose it. */
async function offerFile(page: Page, name: string): Promise<void> {
  await page.evaluate(async (file) => {
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle(file, { create: true });
    if ((await handle.getFile()).size === 0) {
      const response = await fetch('samples/phu-luc-2026.xlsx');
      const writable = await handle.createWritable();
      await writable.write(await response.arrayBuffer());
      await writable.close();
    }
    Object.assign(window, { showOpenFilePicker: () => Promise.resolve([handle]) });
  }, name);
}

async function ready(bench: WorkbenchPage): Promise<void> {
  await bench.pane.getByRole('button', { name: 'Dùng phụ lục mẫu' }).waitFor();
}

describe('unsaved work', () => {
  it('is marked, and asked about before another file or the end of the page', async () => {
    const bench = await openWorkbench(browser);
    const { page, faults, close } = bench;
    try {
      await ready(bench);
      expect(await page.getByText(UNSAVED).count()).toBe(0);
      await typeIntoA1(page, 'Hai');
      await page.getByText(UNSAVED).waitFor();

      await page.keyboard.press('Control+o');
      const question = page.getByRole('alertdialog');
      await question.getByText(/có thay đổi chưa lưu/).waitFor();
      expect(
        await question
          .getByRole('button')
          .evaluateAll((buttons) => buttons.indexOf(document.activeElement as HTMLElement)),
      ).toBe(0);
      await page.keyboard.press('Escape');
      expect(await readA1(page)).toBe('Hai');

      const leaving = page.waitForEvent('dialog');
      void page.close({ runBeforeUnload: true });
      const dialog = await leaving;
      expect(dialog.type()).toBe('beforeunload');
      await dialog.dismiss();

      await bench.save();
      await expectEventually(() => page.getByText(UNSAVED).count(), 0);
      expect(faults).toEqual({ requests: [], errors: [] });
    } finally {
      await close();
    }
  });

  it('is offered at the next start after the tab was killed, at most 5 seconds old', async () => {
    const bench = await openWorkbench(browser);
    const { page, close } = bench;
    try {
      await ready(bench);
      await typeIntoA1(page, 'Ba');
      await page.waitForTimeout(5000);
      const crashed = page.waitForEvent('crash');
      const devTools = await page.context().newCDPSession(page);
      devTools.send('Page.crash').catch(() => undefined);
      await crashed;

      const next = await page.context().newPage();
      await next.goto(page.url());
      const bar = next.getByRole('list', { name: 'Sổ chưa lưu của lần trước' });
      await bar.getByText(/so-truong\.xlsx chưa được lưu/).waitFor();
      await bar.getByRole('button', { name: 'Mở bản này' }).click();
      await next.getByText(UNSAVED).waitFor();
      expect(await readA1(next)).toBe('Ba');
      expect(await bar.count()).toBe(0);
    } finally {
      await close();
    }
  });
});

describe('a workbook opened from a file that the browser may write', () => {
  it('is saved in place, after a question when another program has written it', async () => {
    const bench = await openWorkbench(browser);
    const { page, close } = bench;
    try {
      await ready(bench);
      await offerFile(page, 'so-A.xlsx');
      await page.keyboard.press('Control+o');
      await page.locator('header').getByText('so-A.xlsx').waitFor();
      await typeIntoA1(page, 'Bốn');
      await page.keyboard.press('Control+s');
      await page.getByText('Đã lưu so-A.xlsx').waitFor();
      const size = await readFileSize(page, 'so-A.xlsx');
      expect(size).toBeGreaterThan(1000);

      await typeIntoA1(page, 'Năm');
      await truncateFile(page, 'so-A.xlsx');
      await page.keyboard.press('Control+s');
      const question = page.getByRole('alertdialog');
      await question.getByText(/đã bị chương trình khác sửa/).waitFor();
      expect(await readFileSize(page, 'so-A.xlsx')).toBe(1);
      await question.getByRole('button', { name: 'Ghi đè' }).click();
      await expectEventually(() => page.getByText(UNSAVED).count(), 0);
      expect(await readFileSize(page, 'so-A.xlsx')).toBeGreaterThan(1000);
    } finally {
      await close();
    }
  });

  it('is reported when another tab has it open', async () => {
    const bench = await openWorkbench(browser);
    const { page, close } = bench;
    try {
      await ready(bench);
      await offerFile(page, 'so-B.xlsx');
      await page.keyboard.press('Control+o');
      await page.locator('header').getByText('so-B.xlsx').waitFor();
      const warning = /Một thẻ khác của trình duyệt cũng đang mở tệp tên so-B\.xlsx/;
      expect(await page.getByText(warning).count()).toBe(0);

      const other = await page.context().newPage();
      await other.goto(page.url());
      await other.getByRole('grid').waitFor();
      await offerFile(other, 'so-B.xlsx');
      await other.keyboard.press('Control+o');
      await other.getByText(warning).waitFor();
    } finally {
      await close();
    }
  });
});

async function readFileSize(page: Page, name: string): Promise<number> {
  return page.evaluate(async (file) => {
    const folder = await navigator.storage.getDirectory();
    return (await (await folder.getFileHandle(file)).getFile()).size;
  }, name);
}

async function truncateFile(page: Page, name: string): Promise<void> {
  await page.evaluate(async (file) => {
    const folder = await navigator.storage.getDirectory();
    const writable = await (await folder.getFileHandle(file)).createWritable();
    await writable.write('x');
    await writable.close();
  }, name);
}
