import { findSheetByName } from '@phuluc/excel-simulator/model/workbook';
import type { Browser } from 'playwright-core';
import { encodeTcvn3Small } from '../../src/readers/legacy/encode-legacy';
import { launchBrowserForSite } from '../support/browser/open-site';
import {
  findAxeViolations,
  getPaneFrame,
  measureOverflow,
  setPaneWidth,
  waitForPaint,
} from '../support/browser/pane-checks';
import {
  expectEventually,
  openWorkbench,
  type WorkbenchOptions,
  type WorkbenchPage,
} from '../support/browser/workbench-page';
import { PLAN_TEXT } from '../support/documents/plan-text';
import { createFixedWidthText } from '../support/documents/sample-text';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowserForSite();
}, 120_000);
afterAll(() => browser?.close());

let bench: WorkbenchPage;
async function open(options: WorkbenchOptions = {}): Promise<WorkbenchPage> {
  return (bench = await openWorkbench(browser, options));
}
afterEach(() => bench.close());

async function choose({ page, pane }: WorkbenchPage, name: string, text: string): Promise<void> {
  const button = pane.getByRole('button', { name: /Chọn tệp|Choose a file/ });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
  await chooser.setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

/** Puts the caret behind these words of a field. */
function caretBehind(field: ReturnType<WorkbenchPage['pane']['getByLabel']>, text: string): Promise<void> {
  return field.evaluate((element, wanted) => {
    const area = element as HTMLTextAreaElement;
    area.focus();
    const at = area.value.indexOf(wanted) + wanted.length;
    area.setSelectionRange(at, at);
  }, text);
}

const UNCERTAIN_TEXT = createFixedWidthText();

describe('the review of found rows', () => {
  it('holds back what the reader doubts until it has been looked at', async () => {
    const { page, pane, faults } = await open();
    await choose(bench, 'phụ lục.txt', UNCERTAIN_TEXT);
    const waiting = pane.getByText(/Còn \d+ hàng phải xem/);
    await waiting.waitFor();
    const next = pane.getByRole('button', { name: 'Tiếp tục' });
    expect(await next.isDisabled()).toBe(true);
    // Each stands beside the lines it was put together from.
    const rows = pane.getByRole('list', { name: 'Các hàng đã đọc' }).locator('> li');
    const count = await rows.count();
    expect(count).toBeGreaterThan(1);
    expect(await rows.first().locator('[data-testid=source-lines] li').count()).toBeGreaterThan(0);

    // By keyboard: the first is confirmed, the others as they are shown.
    await rows
      .first()
      .getByRole('button', { name: /Đã xem, đúng/ })
      .focus();
    await page.keyboard.press('Enter');
    await pane.getByText(`Còn ${count - 1} hàng phải xem`).waitFor();
    for (let at = 1; at < count; at += 1) {
      await rows.nth(at).scrollIntoViewIfNeeded();
      await waitForPaint(await getPaneFrame(bench));
    }
    await pane.getByRole('button', { name: `Đã xem ${count - 1} hàng vừa hiện ra` }).click();
    await pane.getByText('Không còn hàng nào phải xem').waitFor();

    await next.click();
    await pane.getByRole('button', { name: 'Ghi vào sổ' }).click();
    await pane.getByText(/^Đã ghi vào sổ\./).waitFor();
    expect(faults).toEqual({ requests: [], errors: [] });
  });

  it('corrects cells and rows, takes each step back, and writes what was corrected', async () => {
    const { page, pane, save, faults } = await open();
    await pane.getByRole('button', { name: 'Dùng phụ lục mẫu' }).click();
    await pane.getByRole('button', { name: 'Soát và sửa từng hàng' }).click();
    await pane.getByRole('radio', { name: /Tất cả/ }).click({ force: true });
    const head = pane.getByRole('button', { name: /^I\.1 / });
    await head.focus();
    await page.keyboard.press('Enter');
    const content = pane.getByLabel('Nội dung công việc', { exact: true });
    const fullText = await content.inputValue();
    const beginning = fullText.split(' ').slice(0, 3).join(' ');

    // Ctrl+Enter at the caret makes two rows; joining gives the words back.
    await caretBehind(content, beginning);
    await page.keyboard.press('Control+Enter');
    await expectEventually(() => content.inputValue(), beginning);
    await pane.getByRole('button', { name: /^I\.1\+1 / }).waitFor();
    await pane.getByRole('button', { name: 'Nối với hàng sau' }).click();
    await expectEventually(() => content.inputValue(), fullText);

    // The tail goes to the next column; undo brings it back.
    await caretBehind(content, beginning);
    await pane.getByRole('button', { name: /^Phần sau con trỏ sang cột kế/ }).click();
    await expectEventually(() => content.inputValue(), beginning);
    await pane.getByRole('group', { name: 'Hoàn tác và làm lại' }).getByText('Hoàn tác').click();
    await expectEventually(() => content.inputValue(), fullText);

    await content.fill('Nội dung đã sửa');
    await pane.getByLabel('TT', { exact: true }).focus();
    // The next row is left out and comes back; the one behind it stays out.
    await pane.getByRole('button', { name: /^I\.2 / }).click();
    await pane.getByRole('button', { name: 'Bỏ hàng này' }).click();
    await pane.getByRole('button', { name: 'Lấy lại hàng này' }).click();
    await pane.getByRole('button', { name: 'Bỏ hàng này' }).click();
    await pane.getByRole('button', { name: 'Tiếp tục' }).click();
    await pane.getByRole('button', { name: 'Ghi vào sổ' }).click();
    await pane.getByText(/^Đã ghi vào sổ\./).waitFor();
    const cells = findSheetByName(await save(), 'Phụ lục')!.cells;
    expect([6, 7].map((row) => cells.get(row)?.get(0)?.value)).toEqual(['I.1', 'I.3']);
    expect(cells.get(6)?.get(3)?.value).toBe('Nội dung đã sửa');
    expect(faults).toEqual({ requests: [], errors: [] });
  });
});

const HEADER = ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Sản phẩm', 'Thời gian'];
const REST = ['Văn phòng', 'Trường Mầm non', 'Báo cáo', 'Quý I'];
function table(tasks: string[]): string {
  return `<table>${[
    HEADER,
    ['I', 'Tuyên truyền'],
    ...tasks.map((content, at) => [`${at + 1}`, content, ...REST]),
  ]
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</table>`;
}

async function pasteInto(box: ReturnType<WorkbenchPage['pane']['locator']>, html: string): Promise<void> {
  await box.waitFor();
  await box.evaluate((target, given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', given);
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);
}

async function paste({ page }: WorkbenchPage, text: string): Promise<void> {
  await page.locator('[role=grid]').focus();
  await page.locator('[role=grid]').evaluate((target, given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', given);
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

describe('the review of other sources', () => {
  it('lets another table of the document be chosen', async () => {
    const { pane, faults } = await open();
    await pasteInto(
      pane.getByRole('textbox', { name: /dán bảng/ }),
      `${table(['Treo bảng tin', 'Phát thanh'])}<p>Phụ lục II</p>${table(['Kiểm tra phòng cháy'])}`,
    );
    await pane.getByRole('button', { name: 'Soát và sửa từng hàng' }).click();
    const tables = pane.getByRole('group', { name: 'Bảng trong tài liệu' });
    await tables.getByRole('checkbox', { name: /^1\. / }).uncheck({ force: true });
    await tables.getByRole('checkbox', { name: /^2\. / }).check({ force: true });
    await tables.getByRole('button', { name: 'Đọc 1 bảng đã chọn' }).click();
    await pane.getByRole('radio', { name: /Tất cả/ }).click({ force: true });
    await pane.getByRole('button', { name: /^I\.1 Kiểm tra phòng cháy/ }).waitFor();
    await pane.getByRole('button', { name: 'Tiếp tục' }).click();
    await pane.getByText('1 nhiệm vụ, 1 lĩnh vực', { exact: true }).waitFor();
    expect(faults).toEqual({ requests: [], errors: [] });
  });

  it('shows what is stored beside what was converted, and takes a selection alone', async () => {
    const { page, pane } = await open();
    await pane.getByRole('button', { name: 'Dùng vùng đang chọn' }).waitFor();
    const rows = [HEADER, ['1', 'Họp phụ huynh', ...REST], ['2', 'Treo bảng tin', ...REST]];
    await paste(bench, rows.map((row) => row.map(encodeTcvn3Small).join('\t')).join('\n'));
    await page.locator('[role=grid]').focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.down('Shift');
    for (let at = 0; at < 5; at += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.up('Shift');
    await pane.getByRole('button', { name: 'Dùng vùng đang chọn' }).click();
    await pane.getByText('1 nhiệm vụ, 0 lĩnh vực').waitFor();
    await pane.getByRole('button', { name: 'Soát và sửa từng hàng' }).click();
    await pane.getByTestId('row-header').first().click();
    await pane.getByText(`(trong tệp lưu là “${encodeTcvn3Small('Họp phụ huynh')}”)`).waitFor();
  });

  it('goes by keyboard alone: rows by arrows, steps by Ctrl+Z and Ctrl+Y', async () => {
    const { page, pane } = await open();
    await pasteInto(pane.getByRole('textbox', { name: /dán bảng/ }), table(['Một', 'Hai', 'Ba']));
    await pane.getByRole('button', { name: 'Soát và sửa từng hàng' }).press('Enter');
    const heads = pane.getByTestId('row-header');
    const texts = async (): Promise<string[]> => pane.getByTestId('row-content').allInnerTexts();
    await heads.first().focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
    // Its seven cells, then what can be done to it: the fourth is joining.
    for (let at = 0; at < 7; at += 1) await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME');
    await pane.getByRole('button', { name: 'Nối với hàng sau' }).press('Enter');
    await heads.nth(1).press('Enter');
    await expectEventually(texts, ['Tuyên truyền', 'Một Hai', 'Ba']);
    await page.keyboard.press('Control+z');
    await expectEventually(texts, ['Tuyên truyền', 'Một', 'Hai', 'Ba']);
    await page.keyboard.press('Control+y');
    await expectEventually(texts, ['Tuyên truyền', 'Một Hai', 'Ba']);
  });
});

describe('a plan in prose', () => {
  it('becomes targets and the tasks that were ticked', async () => {
    const { pane, save, faults } = await open();
    await choose(bench, 'kế hoạch.txt', PLAN_TEXT);
    await pane.getByRole('heading', { name: 'Chọn từ kế hoạch' }).waitFor();
    await pane.locator('summary', { hasText: 'Công tác thư viện' }).click();
    await pane.getByText(/Kiểm kê sách/).click();
    await pane.getByText(/thêm 1 nhiệm vụ · thêm \d chỉ tiêu/).waitFor();
    await pane.getByRole('button', { name: 'Ghi vào sổ' }).click();
    await pane.getByText(/^Đã ghi vào sổ\./).waitFor();
    const saved = await save();
    expect(findSheetByName(saved, 'Phụ lục')!.cells.get(6)?.get(3)?.value).toMatch(/^Kiểm kê sách/);
    const targets = findSheetByName(saved, 'Chỉ tiêu')!;
    expect(targets.cells.get(6)?.get(6)?.value).toBe('–');
    expect(targets.cells.get(6)?.get(3)?.value).toBe(0.9);
    expect(faults).toEqual({ requests: [], errors: [] });
  });
});

const LEGACY = ['Treo bảng tin ở cổng trường', 'Họp phụ huynh đầu năm học', 'Kiểm tra phòng cháy'];

async function showLegacy(page: WorkbenchPage): Promise<void> {
  await page.pane.getByRole('button', { name: /Chuyển phông|legacy text/ }).waitFor();
  await paste(page, LEGACY.map(encodeTcvn3Small).join('\n'));
  await page.pane.getByRole('button', { name: /Chuyển phông|legacy text/ }).click();
  await page.pane.getByText(LEGACY[1]!).waitFor();
}

describe('legacy text of the open sheet', () => {
  it('is shown old and new, converted, and comes back with undo', async () => {
    const { pane, save, faults } = await open();
    await showLegacy(bench);
    expect(await pane.locator('del').first().innerText()).toBe(encodeTcvn3Small(LEGACY[0]!));
    await pane.getByRole('button', { name: 'Chuyển các ô này' }).click();
    await pane.getByText('Đã chuyển 3 ô.').waitFor();
    const texts = async () =>
      [0, 1, 2].map(async (row) => (await save()).sheets[0]?.cells.get(row)?.get(0)?.value);
    expect(await Promise.all(await texts())).toEqual(LEGACY);
    await pane.getByTestId('notices').getByRole('button', { name: 'Hoàn tác', exact: true }).click();
    await pane.getByText(/Đã hoàn tác/).waitFor();
    const back = (await save()).sheets[0]?.cells.get(0)?.get(0)?.value;
    expect(back).toBe(encodeTcvn3Small(LEGACY[0]!));
    expect(faults).toEqual({ requests: [], errors: [] });
  });
});

describe('these screens are accessible', () => {
  const cases = (['vi-VN', 'en-US'] as const).flatMap((language) =>
    [320, 450, 600].map((width) => ({ language, width })),
  );
  it.each(cases)('$language, $width pixels', async ({ language, width }) => {
    const { pane } = await open({ language, colorScheme: width === 450 ? 'dark' : 'light' });
    await setPaneWidth(bench, width);
    const frame = await getPaneFrame(bench);
    const fits = async (): Promise<void> => {
      expect(await findAxeViolations(frame)).toEqual([]);
      expect(await measureOverflow(frame)).toBeLessThanOrEqual(0);
    };
    const leave = (): Promise<void> =>
      pane.getByRole('button', { name: /Chọn phụ lục khác|Choose another annex/ }).click();
    await choose(bench, 'a.txt', UNCERTAIN_TEXT);
    await pane.getByTestId('review-row').first().waitFor();
    await fits();
    await pane.getByTestId('row-header').first().click();
    await pane.getByTestId('row-editor').waitFor();
    await fits();
    await leave();

    await choose(bench, 'b.txt', PLAN_TEXT);
    await pane.getByRole('heading', { name: /Chọn từ kế hoạch|Pick from the plan/ }).waitFor();
    await pane.locator('summary').last().click();
    await fits();
    await leave();

    await showLegacy(bench);
    await fits();
  });
});
