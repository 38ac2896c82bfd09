import type { Browser } from 'playwright-core';
import { launchBrowserForSite } from '../support/browser/open-site';
import {
  expectEventually,
  importSample,
  openWorkbench,
  type WorkbenchPage,
} from '../support/browser/workbench-page';

/**
 * Choosing several tasks chosen in the list of the pane, and the language of the pane (issue #19, points 9 and 10).
 */
let browser: Browser;
let bench: WorkbenchPage;

beforeAll(async () => {
  browser = await launchBrowserForSite();
}, 120_000);
afterAll(() => browser?.close());
beforeEach(async () => {
  bench = await openWorkbench(browser);
  await importSample(bench);
});
afterEach(() => bench.close());

const readSelected = (): Promise<string[]> =>
  bench.pane.locator('[data-testid=task-list] [aria-selected=true] b').allInnerTexts();

describe('several tasks of the list', () => {
  it('are chosen by Ctrl, Shift and check box, and marked together', async () => {
    const { pane } = bench;
    const tasks = pane.locator('[data-testid=task-list] [role=option]');
    await tasks.nth(1).click();
    await tasks.nth(3).click({ modifiers: ['Control'] });
    await expectEventually(readSelected, ['I.2', 'I.4']);
    await tasks.nth(4).locator('[title^="Chọn thêm"]').click();
    await expectEventually(readSelected, ['I.2', 'I.4', 'I.5']);
    await tasks.nth(3).click({ modifiers: ['Control'] });
    await expectEventually(readSelected, ['I.2', 'I.5']);
    await pane.getByText('đang chọn (2)').waitFor();
    await pane.getByRole('button', { name: 'Bỏ đánh dấu' }).click();
    await pane.getByText('Đã đánh dấu 2 nhiệm vụ.').waitFor();
    await pane.getByRole('option', { name: /^I\.2 .*Chưa xác định/ }).waitFor();
    await pane.getByRole('option', { name: /^I\.5 .*Chưa xác định/ }).waitFor();
    await pane.getByRole('option', { name: /^I\.4 (?!.*Chưa xác định)/ }).waitFor();
    await tasks.nth(2).click();
    await tasks.nth(5).click({ modifiers: ['Shift'] });
    await expectEventually(readSelected, ['I.3', 'I.4', 'I.5', 'I.6']);
  });

  it('are chosen by keyboard, and as a whole area', async () => {
    const { page, pane } = bench;
    await pane.locator('[data-testid=task-list] [role=option]').first().click();
    await pane.getByTestId('task-list').focus();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expectEventually(readSelected, ['I.1', 'I.2', 'I.3']);
    await page.keyboard.press('Space');
    await expectEventually(readSelected, ['I.1', 'I.2']);
    await pane.getByRole('button', { name: 'Chọn cả lĩnh vực I' }).click();
    await expectEventually(async () => (await readSelected()).length, 7);
    await pane.getByTestId('task-list').focus();
    await page.keyboard.press('Control+a');
    await expectEventually(async () => (await readSelected()).length, 48);
  });

  it('are given up when another row is selected in the sheet', async () => {
    const { page, pane } = bench;
    await pane.locator('[data-testid=task-list] [role=option]').first().click();
    await pane.getByRole('button', { name: 'Chọn cả lĩnh vực I' }).click();
    await expectEventually(async () => (await readSelected()).length, 7);
    await page.locator('#cell-7-2').click();
    await expectEventually(readSelected, ['I.2']);
  });
});

describe('language of the pane', () => {
  it('is chosen in the settings and kept', async () => {
    const { page, pane } = bench;
    await pane.locator('#tab-settings').click();
    await pane.getByRole('combobox', { name: 'Ngôn ngữ của ngăn' }).click();
    await pane.getByRole('option', { name: 'English' }).click();
    await pane.getByRole('tab', { name: 'Settings' }).waitFor();
    await page.reload();
    await pane.getByRole('tab', { name: 'Settings' }).click();
    await pane.getByRole('combobox', { name: 'Language of the pane' }).click();
    await pane.getByRole('option', { name: 'As Office' }).click();
    await pane.getByRole('tab', { name: 'Cài đặt' }).waitFor();
  });
});
