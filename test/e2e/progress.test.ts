import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { launchBrowserForSite } from '../support/browser/open-site';
import {
  findAxeViolations,
  getPaneFrame,
  measureOverflow,
  setPaneWidth,
} from '../support/browser/pane-checks';
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

function openTab({ pane }: WorkbenchPage, name: RegExp): Promise<void> {
  return pane.getByRole('tab', { name }).click();
}

/** The log is made from the sample, in the pane. */
async function makeLog(bench: WorkbenchPage): Promise<void> {
  const { pane } = bench;
  await importSample(bench);
  await openTab(bench, /^Tiến độ/);
  await pane.getByRole('button', { name: 'Xem trước cập nhật' }).click();
  await pane.getByRole('button', { name: 'Ghi vào sổ' }).click();
  await pane.getByText(/Đã cập nhật trang Tiến độ/).waitFor();
  await pane.getByText('Tính đến ngày 20/06/2026.').waitFor();
}

async function choose({ pane }: WorkbenchPage, name: RegExp): Promise<void> {
  await pane.getByRole('combobox', { name: 'Hiện' }).click();
  await pane.getByRole('option', { name }).click();
}

/** The number in "Quá hạn (21)". */
async function readCount({ pane }: WorkbenchPage, filter: string): Promise<number> {
  await pane.getByRole('combobox', { name: 'Hiện' }).click();
  const text = await pane.getByRole('option', { name: new RegExp(`^${filter} \\(`) }).innerText();
  await pane.locator('body').press('Escape');
  return Number(/\((\d+)\)/.exec(text)?.[1]);
}

function selectedTask({ pane }: WorkbenchPage): Promise<string> {
  return pane.locator('[data-testid=task-list] [aria-selected=true] b').first().innerText();
}

describe('the tab of progress', () => {
  let bench: WorkbenchPage;
  beforeEach(async () => {
    bench = await openWorkbench(browser);
    await makeLog(bench);
  }, 60_000);
  afterEach(() => bench.close());

  it('lists what is overdue first, and its badge counts it with what must be reviewed', async () => {
    const { pane, faults } = bench;
    expect(await pane.getByTestId('group-header').first().innerText()).toMatch(/^Quá hạn · \d+$/);
    const urgent = (await readCount(bench, 'Quá hạn')) + (await readCount(bench, 'Cần xem lại'));
    expect(urgent).toBeGreaterThan(10);
    await pane.getByRole('tab', { name: new RegExp(`^Tiến độ\\s*${urgent}$`) }).waitFor();
    expect(faults).toEqual({ requests: [], errors: [] });
  });

  it('records a row as done in two clicks, goes on to the next, and takes it back', async () => {
    const { pane, save } = bench;
    const before = await readCount(bench, 'Quá hạn');
    const task = await pane.locator('[data-testid=task-list] [role=option] b').first().innerText();
    await pane.locator('[data-testid=task-list] [role=option]').first().click();
    await pane.getByRole('button', { name: 'Hoàn thành', exact: true }).click();
    await pane.getByText('Đã ghi 1 kỳ hạn.').waitFor();
    await expectEventually(() => readCount(bench, 'Quá hạn'), before - 1);
    const next = await pane.locator('[data-testid=task-list] [role=option] b').first().innerText();
    await expectEventually(() => selectedTask(bench), next);

    const sheet = (await save()).sheets.find(({ name }) => name === 'Tiến độ');
    const values = [...(sheet?.cells.values() ?? [])].flatMap((row) =>
      [...row.values()].map(({ value }) => value),
    );
    expect(values).toContain('Hoàn thành');
    // Done without evidence or explanation: shown next to the row.
    await choose(bench, /^Cần bổ sung \(1\)/);
    expect(await pane.locator('[data-testid=task-list] [role=option] b').first().innerText()).toBe(task);
    await pane.locator('[data-testid=task-list] [data-testid=task-warning]').first().waitFor();

    await pane.getByRole('button', { name: 'Hoàn tác', exact: true }).click();
    await pane.getByText('Đã hoàn tác: Ghi hoàn thành.').waitFor();
    await expectEventually(() => readCount(bench, 'Quá hạn'), before);
  });

  it('records several rows with number and evidence; the form of the number is checked', async () => {
    const { pane } = bench;
    const rows = pane.locator('[data-testid=task-list] [role=option]');
    await rows.nth(0).click();
    await rows.nth(1).click({ modifiers: ['Control'] });
    await pane.getByText('Ghi cho 2 kỳ hạn đang chọn').waitFor();
    await pane.getByText('Ngày, số văn bản, minh chứng').click();
    await pane.getByLabel('Số, ký hiệu văn bản').fill('5/KH-MNBM');
    await pane.getByRole('button', { name: 'Viết 05/KH-MNBM' }).click();
    await pane.getByLabel('Minh chứng (đường dẫn hoặc tên tệp)').fill('ke-hoach.pdf');
    await pane.getByRole('button', { name: 'Hoàn thành', exact: true }).click();
    await pane.getByText('Đã ghi 2 kỳ hạn.').waitFor();
    await expectEventually(() => readCount(bench, 'Đã xong'), 2);
  });

  it('follows the sheet, and the sheet follows it by the keyboard', async () => {
    const { page, pane } = bench;
    await pane.getByRole('listbox').focus();
    await page.keyboard.press('j');
    const first = await pane.locator('[data-testid=task-list] [role=option] b').first().innerText();
    await expectEventually(() => selectedTask(bench), first);
    await page.keyboard.press('j');
    const second = pane.locator('[data-testid=task-list] [role=option]').nth(1);
    await expectEventually(() => second.getAttribute('aria-selected'), 'true');
    await expectEventually(async () => /^A\d+:/.test(await page.locator('output').innerText()), true);
    await page.keyboard.press('Shift+K');
    await pane.getByText('Ghi cho 2 kỳ hạn đang chọn').waitFor();
    await page.keyboard.press('k');
    await expectEventually(
      () => pane.locator('[data-testid=task-list] [role=option]').first().getAttribute('aria-selected'),
      'true',
    );
    // A task selected on Phụ lục: its next open occurrence.
    await page.getByRole('tab', { name: 'Phụ lục', exact: true }).click();
    await page.locator('#cell-6-0').click();
    await expectEventually(() => selectedTask(bench), 'I.1');
  });

  it('settles an unread timing, for good or for this office', async () => {
    const { pane } = bench;
    const before = await readCount(bench, 'Cần xem lại');
    expect(before).toBeGreaterThan(0);
    await choose(bench, /^Cần xem lại \(/);
    await pane.locator('[data-testid=task-list] [role=option]').first().click();
    await pane.getByText('Định kỳ, hoặc viết lại').click();
    await pane.getByLabel('Viết lại thời hạn').fill('Trước ngày 08 hàng tháng');
    await pane.getByText(/^Hạn: trước ngày .*\(định kỳ\)/).waitFor();
    await pane.getByRole('button', { name: 'Xác định', exact: true }).click();
    await pane.getByText('Đã xác định thời hạn.').waitFor();
    await expectEventually(() => readCount(bench, 'Cần xem lại'), before - 1);
  });

  it('downloads the calendar', async () => {
    const { page, pane } = bench;
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      pane.getByRole('button', { name: 'Xuất lịch hạn (.ics)' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.ics$/);
    expect(readFileSync(await file.path(), 'utf8')).toMatch(/^BEGIN:VCALENDAR[\s\S]*BEGIN:VEVENT/);
  });

  it('changes the settings and counts again', async () => {
    const { pane } = bench;
    await pane.getByRole('button', { name: 'Cấu hình lịch' }).click();
    await pane.getByLabel('Báo trước (ngày)').fill('x');
    const preview = pane.getByRole('button', { name: 'Xem trước thay đổi' });
    expect(await preview.isDisabled()).toBe(true);
    await pane.getByLabel('Báo trước (ngày)').fill('40');
    await preview.click();
    await pane.getByText('Sửa trang Cấu hình').waitFor();
    await pane.getByRole('button', { name: 'Ghi vào sổ' }).click();
    await pane.getByText('Đã ghi cài đặt.').waitFor();
    await openTab(bench, /^Tiến độ/);
    await expectEventually(async () => (await readCount(bench, 'Sắp đến hạn')) > 0, true);
  });

  it('is recorded from the ribbon too', async () => {
    const { page, pane } = bench;
    await pane.locator('[data-testid=task-list] [role=option]').first().click();
    await expectEventually(async () => /^A\d+:/.test(await page.locator('output').innerText()), true);
    await page.getByRole('button', { name: 'Ghi hoàn thành', exact: true }).click();
    await expectEventually(() => readCount(bench, 'Đã xong'), 1);
  });
});

describe('the tab of progress is accessible', () => {
  const TAB = { 'vi-VN': /^Tiến độ/, 'en-US': /^Progress/ } as const;
  it.each(
    (['vi-VN', 'en-US'] as const).flatMap((language) =>
      [320, 450, 600].map((width) => ({ language, width })),
    ),
  )(
    '$language, $width pixels',
    async ({ language, width }) => {
      const bench = await openWorkbench(browser, { language });
      try {
        const { pane } = bench;
        await setPaneWidth(bench, width);
        await pane.getByRole('button', { name: /Dùng phụ lục mẫu|Use the sample annex/ }).click();
        await pane.getByRole('button', { name: /Ghi vào sổ|Write to the workbook/ }).click();
        await pane.getByText(/Đã ghi vào sổ\.|Written to the workbook\./).waitFor();
        await openTab(bench, TAB[language]);
        await pane.locator('[data-testid=progress] [data-testid=task-list]').waitFor();
        const frame = await getPaneFrame(bench);
        const check = async (): Promise<void> => {
          expect(await findAxeViolations(frame)).toEqual([]);
          expect(await measureOverflow(frame)).toBeLessThanOrEqual(0);
        };
        await check();
        await pane.locator('[data-testid=task-list] [role=option]').last().click();
        for (const part of await pane.locator('[data-testid=progress] details summary').all())
          await part.click();
        await check();
        await pane.getByRole('button', { name: /^(Cấu hình lịch|Calendar settings)$/ }).click();
        await check();
        await openTab(bench, /^(Tiến độ|Progress)/);
        await pane.getByRole('button', { name: /^(Lấy kết quả của năm trước|Carry over last year)/ }).click();
        await check();
      } finally {
        await bench.close();
      }
    },
    60_000,
  );
});
