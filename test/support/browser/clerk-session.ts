/** A clerk's whole session in the workbench, from the annex that came by mail to the workbook opened again. */
import { join } from 'node:path';
import { isUncovered } from './pane-checks';
import type { TakeScreenshot } from './take-screenshot';
import type { WorkbenchPage } from './workbench-page';

const ANNEX_PATH = join(import.meta.dirname, '../../../samples/phu-luc-2026.docx');

type ClerkSessionResult = {
  /** The five tiles of *Tổng hợp*, before saving and after opening again. */
  totals: string[];
  totalsAfterReopening: string[];
  report: { name: string; path: string };
  workbook: string;
  /** Lines of the history after opening again. */
  history: number;
  /** Fields of the record of a task, and how many of them something lies over. */
  fields: { all: number; covered: number };
};

/** `folder`: where the workbook is saved, as on the clerk's disk. */
export async function runClerkSession(
  { page, pane }: WorkbenchPage,
  folder: string,
  shoot: TakeScreenshot,
): Promise<ClerkSessionResult> {
  const tab = (name: RegExp | string): Promise<void> =>
    pane.getByRole('tab', { name, exact: typeof name === 'string' }).click();
  const readTotals = async (): Promise<string[]> => {
    await tab('Tổng hợp');
    await pane.locator('[data-testid=tile] b').first().waitFor();
    return pane.locator('[data-testid=tile] b').allInnerTexts();
  };

  // The annex comes in.
  await pane.getByRole('button', { name: 'Dùng phụ lục mẫu' }).waitFor();
  await shoot('chon-phu-luc');
  await pane.getByLabel('Chọn tệp…').last().setInputFiles(ANNEX_PATH);
  await pane.getByText('Lập trang Phụ lục').waitFor();
  await shoot('xem-truoc');
  await pane.getByRole('button', { name: 'Ghi vào sổ' }).click();
  await pane.getByText(/^Đã ghi vào sổ\. Trang Tiến độ có thêm \d+ kỳ hạn/).waitFor();

  // The log is there; what nobody could read in it is settled task by task.
  await tab(/^Tiến độ/);
  await pane.getByRole('combobox', { name: 'Hiện' }).click();
  await pane.getByRole('option', { name: /^Cần xem lại \(/ }).click();
  const unread = pane.locator('[data-testid=task-list] [role=option]');
  for (let left = await unread.count(); left > 0; left -= 1) {
    await unread.first().click();
    await pane.getByText('Định kỳ, hoặc viết lại').click();
    await pane.getByLabel('Viết lại thời hạn').fill('Trước ngày 05 tháng cuối quý');
    await pane.getByText(/^Hạn: trước ngày .*\(định kỳ\)/).waitFor();
    if (left === 1) await shoot('xac-dinh-thoi-han');
    await pane.getByRole('button', { name: 'Xác định', exact: true }).click();
    await pane.getByText('Đã xác định thời hạn.').waitFor();
  }
  await pane.getByText(/Không có kỳ hạn nào/).waitFor();

  // Marks: one task that was left open, one that the school does not do after all.
  await tab('Đánh dấu');
  await pane.getByRole('option', { name: /^I\.3 / }).click();
  await pane.getByRole('listbox').press('t');
  await pane.getByText('Đã đánh dấu 1 nhiệm vụ.').waitFor();
  await pane.getByRole('option', { name: /^II\.2 / }).click();
  await pane.getByRole('button', { name: 'Không thực hiện', exact: true }).click();
  await pane.getByText('Đã đánh dấu 1 nhiệm vụ.').waitFor();
  await shoot('danh-dau');

  // Two things are done, with number and evidence.
  await tab(/^Tiến độ/);
  await pane.getByRole('combobox', { name: 'Hiện' }).click();
  await pane.getByRole('option', { name: /^Cần làm/ }).click();
  await pane.locator('[data-testid=task-list] [role=option]').first().click();
  await pane.getByText('Ngày, số văn bản, minh chứng').click();
  await pane.getByLabel('Số, ký hiệu văn bản').fill('05/KH-MNNM');
  await pane.getByLabel('Minh chứng (đường dẫn hoặc tên tệp)').fill('ke-hoach-cchc-2026.pdf');
  const fields = await pane.locator('[data-testid=action-bar] :is(label, input)').all();
  const seen = await Promise.all(fields.map(isUncovered));
  await shoot('ghi-hoan-thanh');
  await pane.getByRole('button', { name: 'Hoàn thành', exact: true }).click();
  await pane.getByText('Đã ghi 1 kỳ hạn.').waitFor();

  await page.getByRole('tab', { name: 'Tiến độ' }).first().click();
  await shoot('tien-do');
  await page.getByRole('tab', { name: 'Lịch', exact: true }).first().click();
  await shoot('lich');

  // What leads see.
  const before = await readTotals();
  await page.getByRole('tab', { name: 'Tổng hợp', exact: true }).first().click();
  await shoot('tong-hop');

  // Paper.
  await tab('In & báo cáo');
  await pane.getByLabel('Cơ quan chủ quản').fill('Ủy ban nhân dân phường Đồng Sen');
  await pane.getByText('In Quốc hiệu và Tiêu ngữ').click();
  await pane.getByRole('button', { name: 'Lập bản in' }).click();
  await pane.getByText(/Đã lập trang “Bản in”/).waitFor();
  await shoot('ban-in');
  const [report] = await Promise.all([
    page.waitForEvent('download'),
    pane.getByRole('button', { name: 'Lập báo cáo kết quả thực hiện' }).click(),
  ]);
  await pane.getByText(/Đã lập báo cáo/).waitFor();
  await shoot('bao-cao');

  // Saved, closed, opened again: nothing is lost.
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Lưu .xlsx' }).click(),
  ]);
  const workbook = join(folder, saved.suggestedFilename());
  await saved.saveAs(workbook);
  await page.reload();
  await pane.getByRole('button', { name: 'Dùng phụ lục mẫu' }).waitFor();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Mở tệp…' }).click(),
  ]);
  await chooser.setFiles(workbook);
  await tab(/^Tiến độ/);
  await pane.getByTestId('task-list').waitFor();
  const after = await readTotals();
  await tab('Lịch sử');
  const entries = pane.locator('[data-testid=history-entries] li');
  await entries.first().waitFor();
  await shoot('mo-lai');
  return {
    totals: before,
    totalsAfterReopening: after,
    report: { name: report.suggestedFilename(), path: await report.path() },
    workbook,
    history: await entries.count(),
    fields: { all: fields.length, covered: seen.filter((one) => !one).length },
  };
}
