import { findFirstDifference } from '@phuluc/excel-simulator/model/compare-workbooks';
import { createWorkbook } from '@phuluc/excel-simulator/model/workbook';
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
});
afterEach(() => bench.close());

async function expectTotals({ pane }: WorkbenchPage, expected: string[]): Promise<void> {
  await pane.getByRole('tab', { name: 'Tổng hợp', exact: true }).click();
  await expectEventually(() => pane.locator('[data-testid=tile] b').allInnerTexts(), expected);
}

describe('the main job in the workbench', () => {
  it('goes from the sample to the figures, follows a mark, and undoes everything', async () => {
    const { page, pane, faults, save } = bench;
    const blank = await save();
    await importSample(bench);
    await expectTotals(bench, ['48', '32', '15', '1', '0']);

    // The list and the sheet follow each other's selection.
    await pane.getByRole('tab', { name: 'Đánh dấu' }).click();
    await pane.getByRole('option', { name: /^I\.2 / }).click();
    await expectEventually(async () => (await page.locator('output').innerText()).split(':')[0], 'A8');
    await page.locator('#cell-8-0').click();
    await pane.locator('[role=option][aria-selected=true]', { hasText: 'I.3' }).waitFor();

    // I.3 was not performed; marked by its key in the list, the sheet's own formulas count it.
    await pane.getByRole('listbox').focus();
    await page.keyboard.press('t');
    await pane.getByText('Đã đánh dấu 1 nhiệm vụ.').waitFor();
    await expectTotals(bench, ['48', '33', '14', '1', '0']);

    const saved = await save();
    expect(saved.sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Phụ lục', 'Tổng hợp', 'Danh mục']),
    );

    await pane.getByRole('tab', { name: 'Lịch sử' }).click();
    const undo = pane.getByTestId('history').getByRole('button', { name: 'Hoàn tác', exact: true });
    await undo.click();
    await pane.getByText('Đã hoàn tác: Thực hiện.').waitFor();
    await undo.click();
    await pane.getByText('Đã hoàn tác: Nhập phụ lục.').waitFor();
    const after = await save();
    // What the add-in knows (its history, for redo) stays in a hidden sheet; all that people see is as before.
    after.sheets = after.sheets.filter(({ visibility }) => visibility === 'Visible');
    expect(after.sheets.map(({ name }) => name)).toEqual(blank.sheets.map(({ name }) => name));
    expect(
      findFirstDifference(
        { ...createWorkbook('x'), sheets: blank.sheets },
        { ...createWorkbook('x'), sheets: after.sheets },
      ),
    ).toBeNull();
    expect(faults).toEqual({ requests: [], errors: [] });
  });

  it('reopens a saved workbook equal, and the pane finds its annex again', async () => {
    const { page, pane } = bench;
    await importSample(bench);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Lưu .xlsx' }).click(),
    ]);
    const first = await bench.save();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Mở tệp…' }).click(),
    ]);
    await chooser.setFiles(await download.path());
    await pane.getByRole('option', { name: /^I\.1 / }).waitFor();
    expect(findFirstDifference(first, await bench.save())).toBeNull();
    await expectTotals(bench, ['48', '32', '15', '1', '0']);
  });

  it('shows a change that was made by hand in the sheet', async () => {
    const { page } = bench;
    await importSample(bench);
    // I.1, column "Áp dụng" (I): typed into the sheet, no add-in in between.
    await page.locator('[role=grid]').focus();
    await page.locator('#cell-6-0').click();
    for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.type('Không thực hiện');
    await page.keyboard.press('Enter');
    await expectTotals(bench, ['48', '31', '16', '1', '0']);
  });

  it('marks all rows of a filtered list at once, with one undo', async () => {
    const { pane } = bench;
    await importSample(bench);
    await pane.getByRole('combobox', { name: 'Lĩnh vực' }).click();
    await pane.getByRole('option', { name: /^I\. / }).click();
    await pane.getByText(/cả danh sách \(7\)/).click();
    await pane.getByRole('button', { name: 'Bỏ đánh dấu' }).click();
    const question = pane.getByRole('alertdialog');
    await question.getByText('Bỏ đánh dấu của tất cả 7 nhiệm vụ trong danh sách?').waitFor();
    await question.getByRole('button', { name: 'Thôi' }).click();
    await expectTotals(bench, ['48', '32', '15', '1', '0']);
    await pane.getByRole('tab', { name: 'Đánh dấu' }).click();
    await pane.getByText(/cả danh sách \(7\)/).click();
    await pane.getByRole('button', { name: 'Bỏ đánh dấu' }).click();
    await question.getByRole('button', { name: 'Đồng ý' }).click();
    await pane.getByText('Đã đánh dấu 7 nhiệm vụ.').waitFor();
    // Two of the seven say in their own cells that they are not performed: the pane counts them so and names the cells.
    await expectTotals(bench, ['48', '27', '15', '6', '0']);
    await pane.getByRole('button', { name: 'Hoàn tác', exact: true }).click();
    await pane.getByText('Đã hoàn tác').waitFor();
    await expectTotals(bench, ['48', '32', '15', '1', '0']);
  });

  it('marks from the menu of a cell, by the keyboard', async () => {
    const { page, pane } = bench;
    await importSample(bench);
    await page.locator('#cell-6-3').click({ button: 'right' });
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await pane.getByRole('option', { name: /I\.1 .*Không thực hiện/ }).waitFor();
    await expectTotals(bench, ['48', '31', '16', '1', '0']);
  });

  it('marks the selected rows from the ribbon', async () => {
    const { page, pane } = bench;
    await importSample(bench);
    await page.locator('#cell-6-0').click();
    await page.locator('#cell-7-0').click({ modifiers: ['Shift'] });
    await page.getByRole('button', { name: 'Không thực hiện', exact: true }).click();
    await pane.getByRole('option', { name: /I\.2 .*Không thực hiện/ }).waitFor();
    await expectTotals(bench, ['48', '30', '17', '1', '0']);
  });
});
