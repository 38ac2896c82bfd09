import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import type { Browser } from 'playwright-core';
import { VI_HELP } from '../../src/i18n/vi/help';
import { VI_MESSAGES } from '../../src/i18n/vi/messages';
import { launchBrowserForSite } from '../support/browser/open-site';
import { getPaneFrame } from '../support/browser/pane-checks';
import { expectEventually, openWorkbench, type WorkbenchPage } from '../support/browser/workbench-page';
import { createKeyboardUser, type KeyboardUser } from './create-keyboard-user';

let browser: Browser;
let bench: WorkbenchPage;
let user: KeyboardUser;
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'phuluc-keys-'));
  browser = await launchBrowserForSite();
  bench = await openWorkbench(browser, { height: 1100 });
  await bench.pane.getByRole('button', { name: 'Dùng phụ lục mẫu' }).waitFor();
  bench.page.setDefaultTimeout(8_000);
  // F6 leads from the sheet into the pane: its first element has the focus then.
  await (
    await getPaneFrame(bench)
  ).evaluate(() => document.querySelector<HTMLElement>('[role=tab]')?.focus());
  // Listened to from the start: the browser begins to report choosers a moment after the first listener came.
  bench.page.on('filechooser', () => undefined);
  user = await createKeyboardUser(bench);
}, 180_000);
afterAll(async () => {
  await bench?.close();
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

function button(name: string | RegExp) {
  return bench.pane.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });
}
function field(name: string | RegExp) {
  return bench.pane.getByLabel(name, typeof name === 'string' ? { exact: true } : {});
}
const waitForText = (text: string | RegExp) => bench.pane.getByText(text).first().waitFor();
/** The tabs are one stop; arrows lead along them. */
async function openTab(name: keyof typeof VI_HELP): Promise<void> {
  const tab = bench.pane
    .getByRole('tab', { name: new RegExp(`^${VI_MESSAGES[`pane.tab.${name}`]}`) })
    .first();
  await user.goTo(bench.pane.getByRole('tablist'));
  const count = await bench.pane.getByRole('tab').count();
  await user.press('Home');
  for (let step = 0; step < count; step += 1) {
    if (await tab.evaluate((element) => element === document.activeElement)) break;
    await user.press('ArrowRight');
  }
  await user.press('Enter');
  await expectEventually(() => tab.getAttribute('aria-selected'), 'true');
}
/** Opens a list of choices and goes down to one. */
async function pick(list: string, choice: RegExp): Promise<void> {
  await user.activate(bench.pane.getByRole('combobox', { name: list }));
  const option = bench.pane.getByRole('option', { name: choice });
  await option.first().waitFor();
  for (let step = 0; step < 12; step += 1) {
    if (await option.first().evaluate((element) => element === document.activeElement)) break;
    await user.press('ArrowDown');
  }
  await user.press('Enter');
}
async function replace(label: string | RegExp, text: string): Promise<void> {
  await user.goTo(field(label));
  await user.press('Control+a');
  await user.type(text);
}
async function chooses(name: string | RegExp, file: string): Promise<void> {
  await user.goTo(button(name));
  const [chooser] = await Promise.all([bench.page.waitForEvent('filechooser'), user.press('Enter')]);
  await chooser.setFiles(file);
}
async function downloads(name: string | RegExp): Promise<string> {
  await user.goTo(button(name));
  const [file] = await Promise.all([bench.page.waitForEvent('download'), user.press('Enter')]);
  return file.suggestedFilename();
}

/** Every action of the pane, in the order of a clerk's year; none by mouse. */
const ACTIONS: [string, () => Promise<void>][] = [
  [
    'help: unfolded, and folded by Escape where it was opened',
    async () => {
      await user.activate(button('Trợ giúp: Nhập phụ lục'));
      await waitForText(VI_HELP.import.steps[0]);
      await user.press('Escape');
      await expectEventually(
        () => button('Trợ giúp: Nhập phụ lục').evaluate((element) => element === document.activeElement),
        true,
      );
    },
  ],
  [
    'import: the sample is read',
    async () => {
      await user.activate(button('Dùng phụ lục mẫu'));
      await button('Ghi vào sổ').waitFor();
    },
  ],
  [
    'review: a row is opened, corrected and taken back',
    async () => {
      await user.activate(button('Soát và sửa từng hàng'));
      await user.goTo(bench.pane.getByRole('radio', { checked: true }));
      await user.press('ArrowDown');
      await user.goTo(bench.pane.getByRole('radio', { checked: true }));
      const all = bench.pane.getByRole('radio', { name: /Tất cả/ });
      for (let step = 0; step < 4 && !(await all.isChecked()); step += 1) await user.press('ArrowDown');
      await user.activate(button(/^I\.1 /));
      await replace('Ghi chú', 'đã soát');
      await user.press('Tab');
      await user.press('Control+z');
      await user.activate(button('Tiếp tục'));
      await button('Ghi vào sổ').waitFor();
    },
  ],
  [
    'import: written to the workbook',
    async () => {
      await user.activate(bench.pane.getByRole('checkbox', { name: /^Lập luôn trang Tiến độ/ }), 'Space');
      await user.activate(button('Ghi vào sổ'));
      await waitForText(/^Đã ghi vào sổ\./);
    },
  ],
  [
    'mark: by the keys of the list',
    async () => {
      await user.goTo(bench.pane.getByRole('listbox'));
      await user.press('j');
      await bench.pane.locator('[role=option][aria-selected=true]', { hasText: 'I.1' }).waitFor();
      await user.press('n');
      await waitForText('Đã đánh dấu 1 nhiệm vụ.');
      await bench.pane.getByRole('option', { name: /^I\.1 .*Không thực hiện/ }).waitFor();
      await user.goTo(bench.pane.getByRole('listbox'));
      await user.press('t');
      await bench.pane.getByRole('option', { name: /^I\.1 Thực hiện/ }).waitFor();
      await user.press('x');
      await bench.pane.getByRole('option', { name: /^I\.1 .*Chưa xác định/ }).waitFor();
    },
  ],
  [
    'mark: by its buttons',
    async () => {
      await user.activate(button('Không thực hiện'), 'Space');
      await bench.pane.getByRole('option', { name: /^I\.1 .*Không thực hiện/ }).waitFor();
      await user.activate(button('Thực hiện'));
      await bench.pane.getByRole('option', { name: /^I\.1 Thực hiện/ }).waitFor();
      await user.activate(button('Bỏ đánh dấu'));
      await bench.pane.getByRole('option', { name: /^I\.1 .*Chưa xác định/ }).waitFor();
    },
  ],
  [
    'mark: undone from its notice, which is closed',
    async () => {
      await user.activate(bench.pane.getByTestId('notices').getByRole('button', { name: 'Hoàn tác' }));
      await waitForText(/Đã hoàn tác: Bỏ đánh dấu/);
      await user.activate(button('Đóng thông báo'));
    },
  ],
  [
    'mark: the list filtered',
    async () => {
      await pick('Lĩnh vực', /^I\. /);
      await bench.pane.getByText(/cả danh sách \(7\)/).waitFor();
    },
  ],
  [
    'progress: the log is made',
    async () => {
      await openTab('progress');
      await user.activate(button('Xem trước cập nhật'));
      await user.activate(button('Ghi vào sổ'));
      await waitForText(/Đã cập nhật trang Tiến độ/);
    },
  ],
  [
    'progress: recorded as done with its evidence',
    async () => {
      await user.goTo(bench.pane.getByRole('listbox'));
      await user.press('j');
      await bench.pane.locator('[data-testid=task-list] [aria-selected=true]').first().waitFor();
      await user.activate(bench.pane.locator('summary', { hasText: 'Ngày, số văn bản, minh chứng' }));
      await replace('Minh chứng (đường dẫn hoặc tên tệp)', 'ke-hoach.pdf');
      await user.activate(button('Hoàn thành'));
      await waitForText('Đã ghi 1 kỳ hạn.');
    },
  ],
  [
    'progress: another state, by the key of the list',
    async () => {
      await user.goTo(bench.pane.getByRole('listbox'));
      await user.press('j', 'h');
      await waitForText('Đã ghi 1 kỳ hạn.');
      await user.activate(button('Kết quả khác'));
      await user.press('Enter');
      await waitForText('Đã ghi 1 kỳ hạn.');
    },
  ],
  [
    'progress: a timing settled',
    async () => {
      await pick('Hiện', /^Cần xem lại \(/);
      await user.goTo(bench.pane.getByRole('listbox'));
      await user.press('j');
      await user.goTo(bench.pane.getByRole('radio', { checked: true }));
      await user.press('ArrowDown');
      await replace('Viết lại thời hạn', 'Trước ngày 08 hàng tháng');
      await user.activate(button('Xác định'));
      await waitForText('Đã xác định thời hạn.');
    },
  ],
  [
    'progress: the calendar file',
    async () => {
      expect(await downloads('Xuất lịch hạn (.ics)')).toMatch(/\.ics$/);
    },
  ],
  [
    'summary: from a figure to its rows',
    async () => {
      await openTab('summary');
      await user.activate(bench.pane.locator('[data-testid=tile][data-count=notPerformed]'));
      await bench.pane.getByRole('tab', { name: 'Đánh dấu', selected: true }).waitFor();
    },
  ],
  [
    'paper: the sheet to print, Word, the report',
    async () => {
      await openTab('paper');
      await user.activate(button('Lập bản in'));
      await waitForText(/Đã lập trang “Bản in”/);
      expect(await downloads('Xuất phụ lục ra Word')).toMatch(/\.docx$/);
      expect(await downloads('Lập báo cáo kết quả thực hiện')).toMatch(/\.docx$/);
    },
  ],
  [
    'settings: changed, previewed and written',
    async () => {
      await openTab('settings');
      await replace('Tên đơn vị', 'Trường Mầm non Ban Mai');
      await user.activate(button('Thêm dòng: Nơi nhận báo cáo'));
      await replace('Nơi nhận báo cáo, dòng 1: tên', 'Phòng Văn hóa – Xã hội');
      await user.activate(button('Thêm dòng: Nơi nhận báo cáo'));
      await user.activate(button('Bỏ Nơi nhận báo cáo, dòng 2'));
      await user.expectFocusInPane();
      await user.activate(button('Xem trước thay đổi'));
      await waitForText('Sẽ thay đổi trong sổ');
      await user.activate(button('Ghi vào sổ'));
      await waitForText('Đã ghi cài đặt.');
    },
  ],
  [
    'history: one entry undone and done again, and all by steps',
    async () => {
      await openTab('history');
      await user.activate(button(/^Hoàn tác: Thay đổi cấu hình/));
      await waitForText('Đã hoàn tác: Thay đổi cấu hình.');
      await user.activate(button(/^Làm lại: Thay đổi cấu hình/));
      await waitForText('Đã làm lại: Thay đổi cấu hình.');
      await user.activate(
        bench.pane.getByTestId('history').getByRole('button', { name: 'Hoàn tác', exact: true }),
      );
      await waitForText('Đã hoàn tác: Thay đổi cấu hình.');
      await user.activate(button('Làm lại'));
      await waitForText('Đã làm lại: Thay đổi cấu hình.');
    },
  ],
  [
    'history: the workbook is checked',
    async () => {
      await user.activate(bench.pane.getByTestId('health-check').getByRole('button').first());
      await bench.pane.locator('[data-testid=health-check] :is(p, li)').first().waitFor();
    },
  ],
  [
    'consolidation: a question answered',
    async () => {
      const book = join(folder, 'so cua truong.xlsx');
      writeFileSync(book, await saveWorkbook(await bench.save()));
      await (
        await getPaneFrame(bench)
      ).evaluate(() => document.querySelector<HTMLElement>('[role=tab]')?.focus());
      await openTab('consolidation');
      await chooses('Chọn phụ lục…', join(process.cwd(), 'samples', 'phu-luc-2026.docx'));
      await waitForText('48 nhiệm vụ');
      await user.goTo(field(/Dán danh sách/));
      await user.type('mã,tên\nA01,Trường Mầm non Sao Hôm\nA02,Trường Tiểu học Sao Mai');
      await user.activate(button('Dùng danh sách đã dán'));
      await waitForText('2 đơn vị.');
      await chooses('Chọn tệp của các đơn vị…', book);
      const question = bench.pane.getByRole('combobox', { name: /của đơn vị nào/ });
      await question.waitFor({ timeout: 60_000 });
      await user.goTo(question);
      await user.press('Alt+ArrowDown', 'ArrowDown', 'Enter');
      await expectEventually(async () => (await question.inputValue()) !== '', true);
    },
  ],
];

describe('by the keyboard alone', () => {
  it.each(ACTIONS)('%s', async (_, act) => {
    await act();
    await user.expectFocusInPane();
  });

  it('without a fault of the page', () => expect(bench.faults).toEqual({ requests: [], errors: [] }));
});
