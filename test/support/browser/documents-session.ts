/** A clerk's session with several documents in one workbook, and the officer who consolidates two of them. */
import { join } from 'node:path';
import type { TakeScreenshot } from './take-screenshot';
import type { WorkbenchPage } from './workbench-page';

const getSample = (name: string): string => join(import.meta.dirname, '../../../samples', name);
const REFORM = getSample('phu-luc-2026.docx');
const REISSUED_REFORM = getSample('phu-luc-2026-dieu-chinh.docx');
const DIGITAL = getSample('chuyen-doi-so-2026.xlsx');

type DocumentsSessionResult = {
  /** What was said of each document before it was written. */
  decisions: string[];
  /** The tile of all tasks, with the second document followed, ended, and followed again. */
  totals: string[];
  /** The workbook as it was saved. */
  workbook: string;
};

/** `folder`: where the workbook is saved, as on the clerk's disk. */
export async function runDocumentsSession(
  { page, pane }: WorkbenchPage,
  folder: string,
  shoot: TakeScreenshot,
): Promise<DocumentsSessionResult> {
  const decisions: string[] = [];
  const importFile = async (path: string, decision: RegExp, picture?: string): Promise<void> => {
    await pane.locator('#tab-import').click();
    await pane.getByLabel('Chọn tệp…').last().setInputFiles(path);
    const said = pane.getByText(decision);
    await said.waitFor();
    await said.scrollIntoViewIfNeeded();
    decisions.push(await said.innerText());
    if (picture) await shoot(picture);
    await pane.getByRole('button', { name: 'Ghi vào sổ' }).click();
    await pane.getByText(/^Đã ghi vào sổ\./).waitFor();
  };
  const readTotal = async (): Promise<string> => {
    await pane.locator('#tab-summary').click();
    return pane.locator('[data-testid=tile] b').first().innerText();
  };

  await pane.getByLabel('Chọn tệp…').last().setInputFiles(REFORM);
  await pane.getByRole('button', { name: 'Ghi vào sổ' }).click();
  await pane.getByText(/^Đã ghi vào sổ\./).waitFor();
  await importFile(DIGITAL, /^Văn bản mới của sổ: 45\/KH-UBND/, 'van-ban-moi');
  await importFile(REISSUED_REFORM, /^Bản mới của văn bản đã có: 27\/KH-UBND/);

  // One of them ends, and is followed again.
  const totals = [await readTotal()];
  const status = pane.getByRole('combobox', { name: /^Văn bản 45\/KH-UBND/ });
  await status.scrollIntoViewIfNeeded();
  await status.click();
  await pane.getByRole('option', { name: 'đã kết thúc' }).click();
  await pane.getByText('Văn bản 45/KH-UBND: đã kết thúc.').waitFor();
  await shoot('tinh-trang-van-ban');
  totals.push(await readTotal());
  await pane.getByRole('button', { name: 'Hoàn tác', exact: true }).first().click();
  await pane.getByText(/^Đã hoàn tác/).waitFor();
  totals.push(await readTotal());

  for (const [sheet, name] of [
    ['Văn bản', 'trang-van-ban'],
    ['Tổng hợp', 'tong-hop-van-ban'],
  ] as const) {
    await page.getByRole('tab', { name: sheet, exact: true }).first().click();
    await shoot(name);
  }
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Lưu .xlsx' }).click(),
  ]);
  const workbook = join(folder, `nhieu-van-ban-${saved.suggestedFilename()}`);
  await saved.saveAs(workbook);
  return { decisions, totals, workbook };
}

/** The officer takes two annexes together, and the workbook that has both. */
export async function consolidateTwoDocuments(
  { page, pane }: WorkbenchPage,
  workbook: string,
  shoot: TakeScreenshot,
): Promise<{ sheets: string[]; messages: string[] }> {
  await pane.getByRole('tab', { name: 'Tổng hợp trường' }).click();
  await pane.getByLabel('Chọn phụ lục…').last().setInputFiles(REISSUED_REFORM);
  await pane.getByText(/nhiệm vụ, số 68\/KH-UBND/).waitFor();
  await pane.getByLabel('Thêm phụ lục…').last().setInputFiles(DIGITAL);
  await pane.getByText(/nhiệm vụ, số 45\/KH-UBND/).waitFor();
  await pane.getByLabel('Chọn tệp của các đơn vị…').last().setInputFiles(workbook);
  await pane.getByText(/^Đã nhận 1 tệp = đọc 1/).waitFor({ timeout: 60_000 });
  const messages = await pane.getByTestId('notices').locator('> *').allInnerTexts();
  await shoot('hai-phu-luc');
  await pane.getByRole('button', { name: 'Ghi vào sổ' }).click({ timeout: 60_000 });
  await pane.getByText('Đã lập các trang tổng hợp.').waitFor({ timeout: 120_000 });
  return { sheets: await page.getByRole('tab').allInnerTexts(), messages };
}
