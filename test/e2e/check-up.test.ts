import type { Browser } from 'playwright-core';
import { launchBrowserForSite } from '../support/browser/open-site';
import {
  expectEventually,
  importSample,
  openWorkbench,
  type WorkbenchPage,
} from '../support/browser/workbench-page';

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

async function openCheckUp({ pane }: WorkbenchPage): Promise<void> {
  await pane.getByRole('tab', { name: 'Lịch sử' }).click();
  await pane.getByRole('button', { name: 'Kiểm tra sổ' }).click();
}

it('says that nothing is to be fixed', async () => {
  await openCheckUp(bench);
  await bench.pane.getByText('Sổ không có gì phải sửa.').waitFor();
});

it('finds a word that is not counted, selects it, fixes it, and it can be undone', async () => {
  const { page, pane } = bench;
  const cell = page.locator('#cell-6-8');
  // As pasted from elsewhere: the list of the cell would refuse it when typed.
  await page.evaluate(() => {
    const { workbook } = window.phuluc!.session;
    const sheet = workbook.sheets.find(({ name }) => name === 'Phụ lục')!;
    sheet.cells.get(6)!.get(8)!.value = 'không thực hiện nội dung này';
  });
  await openCheckUp(bench);
  await pane.getByText('Tìm thấy 1 chỗ cần xem.').waitFor();
  await pane.getByRole('button', { name: /^Đến chỗ này/ }).click();
  await expectEventually(async () => (await page.locator('output').innerText()).trim(), 'I7');
  await pane.getByRole('button', { name: 'Sửa 1 mục đã chọn' }).click();
  await pane.getByText('Sổ không có gì phải sửa.').waitFor();
  await expectEventually(() => cell.innerText(), 'Không thực hiện');
  await pane.getByTestId('history').getByRole('button', { name: 'Hoàn tác', exact: true }).click();
  await expectEventually(() => cell.innerText(), 'không thực hiện nội dung này');
  expect(bench.faults).toEqual({ requests: [], errors: [] });
});

it('makes the table again that was converted to a range', async () => {
  const { page, pane } = bench;
  await page.evaluate(() => {
    for (const sheet of window.phuluc!.session.workbook.sheets) sheet.tables = [];
  });
  await openCheckUp(bench);
  await pane.getByText(/không còn là bảng Excel/).waitFor();
  await pane.getByRole('button', { name: /^Sửa \d+ mục đã chọn$/ }).click();
  await pane.getByText('Đã sửa 1 mục.').waitFor();
  await pane.getByRole('tab', { name: 'Đánh dấu' }).click();
  await pane.getByRole('option', { name: /^I\.1 / }).waitFor();
});

it('is proposed when a workbook is opened that needs it', async () => {
  const { page, pane } = bench;
  await page.evaluate(() => {
    const { workbook } = window.phuluc!.session;
    const sheet = workbook.sheets.find(({ name }) => name === 'Phụ lục')!;
    sheet.cells.get(6)!.get(8)!.value = 'không thực hiện nội dung này';
  });
  await pane.locator('body').evaluate(() => window.location.reload());
  const proposal = pane.getByTestId('health-proposal');
  await proposal.getByText('Sổ này có 1 chỗ cần xem').waitFor();
  await proposal.getByRole('button', { name: 'Kiểm tra sổ' }).click();
  await pane.getByText('Tìm thấy 1 chỗ cần xem.').waitFor();
  expect(await proposal.count()).toBe(0);
  await pane.getByRole('button', { name: 'Sửa 1 mục đã chọn' }).click();
  await pane.getByText('Sổ không có gì phải sửa.').waitFor();
});

it('is not proposed for a workbook that needs nothing, and is reached from the figures', async () => {
  const { pane } = bench;
  await pane.locator('body').evaluate(() => window.location.reload());
  await pane.getByRole('option', { name: /^I\.1 / }).waitFor();
  await pane.getByRole('tab', { name: 'Tổng hợp', exact: true }).click();
  await pane.getByRole('button', { name: 'Kiểm tra sổ' }).click();
  await pane.getByText('Sổ không có gì phải sửa.').waitFor();
  expect(await pane.getByTestId('health-proposal').count()).toBe(0);
});
