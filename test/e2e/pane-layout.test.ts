import type { Browser, Locator } from 'playwright-core';
import { launchBrowserForSite } from '../support/browser/open-site';
import { findCrowdedTabs, getPaneFrame, measureAtRest, setPaneWidth } from '../support/browser/pane-checks';
import {
  expectEventually,
  importSample,
  openWorkbench,
  type WorkbenchPage,
} from '../support/browser/workbench-page';

/** How the pane stands on a screen of 768 pixels, and what it says of itself. */
let browser: Browser;
let bench: WorkbenchPage;
beforeAll(async () => {
  browser = await launchBrowserForSite();
}, 120_000);
afterAll(() => browser?.close());
beforeEach(async () => {
  bench = await openWorkbench(browser, { width: 1366, height: 768 });
});
afterEach(() => bench.close());

/** Number of rows of the list that are seen whole, above the bar of actions. */
async function countRowsInSight({ pane }: WorkbenchPage): Promise<number> {
  await pane.getByTestId('task-list').evaluate((list) => list.scrollTo(0, 0));
  const list = await pane.getByTestId('task-list').boundingBox();
  const bar = await pane.getByTestId('action-bar').boundingBox();
  const bottom = Math.min(list!.y + list!.height, bar!.y) + 1;
  const rows = await pane.locator('[data-testid=task-list] [role=option]').all();
  const boxes = await Promise.all(rows.slice(0, 12).map((row) => row.boundingBox()));
  return boxes.filter((box) => box !== null && box.y + box.height <= bottom).length;
}

async function closeNotice(): Promise<void> {
  const close = bench.pane.getByRole('button', { name: 'Đóng thông báo' });
  if ((await close.count()) > 0) await close.first().click();
}

describe('room for the list', () => {
  it.each([350, 450])('six tasks are seen with the bar of actions at %i pixels', async (width) => {
    await setPaneWidth(bench, width);
    await importSample(bench, { withProgress: true });
    await closeNotice();
    expect(await countRowsInSight(bench)).toBeGreaterThanOrEqual(6);
    const bar = await bench.pane.getByTestId('action-bar').boundingBox();
    expect(bar!.y + bar!.height).toBeLessThanOrEqual(769);
    await bench.pane.locator('#tab-progress').click();
    await bench.pane.locator('[data-testid=progress] [role=option]').first().waitFor();
    expect(await countRowsInSight(bench)).toBeGreaterThanOrEqual(6);
  });

  it.each([400, 450, 600])('the tabs stand in one line at %i pixels', async (width) => {
    await bench.pane.getByRole('tab').first().waitFor();
    await setPaneWidth(bench, width);
    const tops = await bench.pane
      .getByRole('tab')
      .evaluateAll((tabs) => new Set(tabs.map((tab) => tab.getBoundingClientRect().top)).size);
    expect(tops).toBe(1);
  });

  it.each(['vi-VN', 'en-US'] as const)(
    'no tab lies over another or the question mark (%s)',
    async (language) => {
      await bench.close();
      bench = await openWorkbench(browser, { width: 1366, height: 768, language });
      await bench.pane.getByRole('tab').first().waitFor();
      for (const width of [320, 335, 350, 365, 380, 400, 450, 600]) {
        await setPaneWidth(bench, width);
        expect([width, await findCrowdedTabs(await getPaneFrame(bench))]).toEqual([width, []]);
        const lines = await bench.pane
          .locator('[role=tab] [class*=TabBar_name]')
          .evaluateAll((names) => Math.max(...names.map((name) => name.getBoundingClientRect().height / 15)));
        expect([width, Math.round(lines)]).toEqual([width, Math.min(2, Math.round(lines))]);
      }
    },
  );

  it('a drop-down opens below its field', async () => {
    const { pane } = bench;
    await setPaneWidth(bench, 350);
    await importSample(bench);
    const field = pane.getByRole('combobox', { name: 'Lọc' });
    await field.click();
    const list = pane.getByRole('listbox').filter({ hasText: 'Không thực hiện (15)' }).last();
    await list.waitFor();
    const [above, below] = [await measureAtRest(field), await measureAtRest(list)];
    expect(below.top).toBeGreaterThanOrEqual(above.bottom - 2);
    expect(below.top - above.bottom).toBeLessThan(12);
  });
});

describe('what is read', () => {
  it('has at least twelve pixels on every tab', async () => {
    const { pane } = bench;
    await importSample(bench, { withProgress: true });
    for (const tab of [
      'import',
      'mark',
      'progress',
      'summary',
      'paper',
      'consolidation',
      'history',
      'settings',
    ]) {
      await pane.locator(`#tab-${tab}`).click();
      await pane.locator(`[role=tabpanel][aria-labelledby=tab-${tab}] :is(button, p)`).first().waitFor();
      const small = await (
        await getPaneFrame(bench)
      ).evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('body *')]
          .filter((element) =>
            [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
          )
          .filter((element) => element.offsetParent !== null)
          .filter((element) => parseFloat(getComputedStyle(element).fontSize) < 12)
          .map((element) => element.textContent),
      );
      expect([tab, small]).toEqual([tab, []]);
    }
  });

  it('shows where the keyboard is', async () => {
    const { page, pane } = bench;
    await importSample(bench);
    await pane.getByRole('tab').first().focus();
    await page.keyboard.press('Tab');
    for (let step = 0; step < 14; step += 1) {
      const seen = await (
        await getPaneFrame(bench)
      ).evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const hasRing = (style: CSSStyleDeclaration): boolean =>
          (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) ||
          (style.borderStyle !== 'none' && parseFloat(style.borderTopWidth) > 0) ||
          style.boxShadow !== 'none';
        const around = [element, element.parentElement, element.nextElementSibling].filter(
          (one): one is HTMLElement => one instanceof HTMLElement,
        );
        return around.some((one) =>
          ['', '::after', '::before'].some((part) => hasRing(getComputedStyle(one, part || null))),
        )
          ? ''
          : element.outerHTML.slice(0, 120);
      });
      expect(seen).toBe('');
      await page.keyboard.press('Tab');
    }
  });
});

describe('a disabled button', () => {
  it('is reached by keyboard and says why', async () => {
    const { pane } = bench;
    await importSample(bench);
    await closeNotice();
    const isDescribed = async (button: Locator, reason: string): Promise<void> => {
      await button.focus();
      await expectEventually(() => button.evaluate((element) => element === document.activeElement), true);
      expect(await button.getAttribute('aria-disabled')).toBe('true');
      expect(await button.getAttribute('title')).toBe(reason);
    };
    await pane.locator('#tab-history').click();
    await isDescribed(
      pane.getByTestId('history').getByRole('button', { name: 'Làm lại', exact: true }),
      'Không có thao tác nào vừa hoàn tác để làm lại.',
    );
    await pane.locator('#tab-settings').click();
    await isDescribed(pane.getByRole('button', { name: 'Xem trước thay đổi' }), 'Chưa thay đổi gì.');
  });
});

describe('the history', () => {
  it('names tasks and file, with days as dd/mm/yyyy', async () => {
    const { pane } = bench;
    await importSample(bench);
    await pane.getByRole('option', { name: /^I\.2 / }).click();
    await pane.getByRole('button', { name: 'Không thực hiện', exact: true }).click();
    await pane.getByText('Đã đánh dấu 1 nhiệm vụ.').waitFor();
    await pane.locator('#tab-history').click();
    const entries = pane.locator('[data-testid=history-entries] li');
    await expectEventually(() => entries.count(), 2);
    const [mark = '', imported = ''] = await entries.allInnerTexts();
    expect(mark).toMatch(/^Không thực hiện: nhiệm vụ I\.2 \d{2}\/\d{2}\/\d{4} \d{2}:\d{2}/);
    expect(imported).toMatch(/^Nhập phụ lục: phu-luc-2026\.docx \d{2}\/\d{2}\/\d{4}/);
  });
});

describe('the progress made with the import', () => {
  it('is undone together with it from the notice', async () => {
    const { pane } = bench;
    await importSample(bench, { withProgress: true });
    await pane.getByText(/Trang Tiến độ có thêm \d+ kỳ hạn/).waitFor();
    await pane.getByTestId('notices').getByRole('button', { name: 'Hoàn tác' }).click();
    await pane.getByText('Đã hoàn tác: Nhập phụ lục.').waitFor();
    await expectEventually(
      async () => (await bench.save()).sheets.filter(({ visibility }) => visibility === 'Visible').length,
      1,
    );
  });

  it('shows the work of the week when the workbook is opened again, and opens it', async () => {
    const { page, pane } = bench;
    await importSample(bench, { withProgress: true });
    expect(await pane.getByTestId('week-line').count()).toBe(0);
    await (await getPaneFrame(bench)).evaluate(() => window.location.reload());
    const line = pane.getByTestId('week-line');
    await line.waitFor();
    expect(await line.innerText()).toMatch(/^Việc tuần này \(15\/06–21\/06\) · .*quá hạn \d+/);
    await line.getByRole('button').or(line.getByRole('link')).first().click();
    await pane.locator('#tab-progress[aria-selected=true]').waitFor();
    await pane
      .getByRole('combobox', { name: 'Hiện' })
      .getByText(/^Trong tuần này/)
      .waitFor();
    expect(page.url()).toContain('workbench');
  });
});

describe('a person in charge', () => {
  it('is assigned to several tasks, shown and filtered; evidence of the web opens', async () => {
    const { pane } = bench;
    await importSample(bench, { withProgress: true });
    await pane.locator('#tab-progress').click();
    const items = pane.locator('[data-testid=progress] [role=option]');
    await items.first().click();
    await items.nth(1).click({ modifiers: ['Control'] });
    await pane.getByText('Ghi cho 2 kỳ hạn đang chọn').waitFor();
    await pane.getByText('Ngày, số văn bản, minh chứng').click();
    await pane.getByRole('combobox', { name: 'Người phụ trách' }).fill('Cô Hoa');
    await pane.getByRole('button', { name: 'Giao', exact: true }).click();
    await pane.getByText('Đã giao 2 nhiệm vụ cho Cô Hoa.').waitFor();
    // The filter comes with the first person; the field of the bar of actions has the same name.
    const fields = pane.getByRole('combobox', { name: 'Người phụ trách' });
    await expectEventually(() => fields.count(), 2);
    await fields.first().click();
    await pane.getByRole('option', { name: 'Cô Hoa', exact: true }).click();
    await expectEventually(() => items.count(), 2);
    await items
      .first()
      .getByText(/^Cô Hoa/)
      .waitFor();
    await items.first().click();
    await pane.getByText('Ngày, số văn bản, minh chứng').click();
    await pane.getByLabel('Minh chứng (đường dẫn hoặc tên tệp)').fill('https://truong.example/ke-hoach.pdf');
    await pane.getByRole('button', { name: 'Hoàn thành', exact: true }).click();
    await pane.getByText('Đã ghi 1 kỳ hạn.').waitFor();
    await pane.getByRole('combobox', { name: 'Hiện' }).click();
    await pane.getByRole('option', { name: /^Đã xong \(/ }).click();
    await items.first().click();
    const link = pane.getByRole('link', { name: 'Mở minh chứng' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe('https://truong.example/ke-hoach.pdf');
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
  });
});

describe('the review', () => {
  it('shows what can be corrected, with the source beside it where there is room', async () => {
    const { pane } = bench;
    await setPaneWidth(bench, 620);
    await pane.getByRole('button', { name: 'Dùng phụ lục mẫu' }).click();
    await pane.getByRole('button', { name: 'Soát và sửa từng hàng' }).click();
    await pane.getByRole('radio', { name: /Tất cả/ }).click({ force: true });
    const head = pane.getByRole('button', { name: /^I\.1 / });
    expect(await head.innerText()).toMatch(/Sửa$/);
    await head.click();
    const field = pane.getByLabel('Nội dung công việc', { exact: true });
    const source = pane.getByRole('heading', { name: 'Trong tài liệu' });
    const [left, right] = [await field.boundingBox(), await source.boundingBox()];
    expect(right!.x).toBeGreaterThan(left!.x + left!.width);
    expect(await field.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    );
  });
});
