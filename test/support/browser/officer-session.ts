/** An officer's whole session in the workbench: workbooks go out, sixty come back, questions are settled. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReturnedFiles } from '../returned-workbooks/build-returned-files';
import type { TakeScreenshot } from './take-screenshot';
import type { WorkbenchPage } from './workbench-page';

type OfficerSessionResult = {
  issued: string;
  /** The figures by their names. */
  totals: Record<string, number>;
  report: { name: string; path: string };
};

/** `folder`: where the files that came back are put, as on the officer's disk. */
export async function runOfficerSession(
  { page, pane }: WorkbenchPage,
  returned: ReturnedFiles,
  folder: string,
  shoot: TakeScreenshot,
): Promise<OfficerSessionResult> {
  mkdirSync(join(folder, 'so-nhan-ve'), { recursive: true });
  const files = [...returned.files].map(([name, bytes]) => {
    const path = join(folder, 'so-nhan-ve', name);
    writeFileSync(path, bytes);
    return path;
  });
  const annex = join(folder, 'phu-luc.xlsx');
  writeFileSync(annex, returned.annexFile);

  // Workbooks for all units.
  await pane.getByRole('tab', { name: 'Tổng hợp trường' }).click();
  await pane.getByLabel('Chọn phụ lục…').last().setInputFiles(annex);
  await pane.getByText('48 nhiệm vụ').waitFor();
  await pane.getByLabel(/Dán danh sách/).fill(returned.unitsCsv.replaceAll(',', '\t'));
  await pane.getByRole('button', { name: 'Dùng danh sách đã dán' }).click();
  await pane.getByText(`${returned.units.length} đơn vị.`).waitFor();
  const [zip] = await Promise.all([
    page.waitForEvent('download', { timeout: 120_000 }),
    pane.getByRole('button', { name: /^Phát hành \d+ sổ/ }).click(),
  ]);
  await pane.getByText(/Đã lập \d+ sổ/).waitFor();
  await shoot('phat-hanh');

  // Weeks later they are back.
  await pane.getByLabel('Tính đến ngày').fill(returned.truth.asOf);
  await pane.getByLabel('Chọn tệp của các đơn vị…').last().setInputFiles(files);
  await pane.getByText(/^Đã nhận \d+ tệp = đọc/).waitFor({ timeout: 120_000 });
  await pane.getByText(/^Đã nhận \d+ tệp = đọc/).scrollIntoViewIfNeeded();
  await shoot('da-doc');

  // What only the officer can say: the proposals of two files of one unit stay.
  const questions = pane.getByRole('heading', { name: 'Cần cán bộ quyết định' });
  await questions.waitFor();
  await questions.scrollIntoViewIfNeeded();
  for (const details of await pane.locator('[data-testid=differences] summary').all()) await details.click();
  await shoot('can-quyet-dinh');

  await pane.getByRole('button', { name: 'Ghi vào sổ' }).click({ timeout: 60_000 });
  await pane.getByText('Đã lập các trang tổng hợp.').waitFor({ timeout: 120_000 });
  await pane.getByText('Sổ đã đúng như vậy, không có gì thay đổi.').waitFor({ timeout: 60_000 });
  for (const [sheet, name] of [
    ['Tổng hợp', 'tong-hop'],
    ['Ma trận', 'ma-tran'],
  ] as const) {
    await page.getByRole('tab', { name: sheet, exact: true }).first().click();
    await shoot(name);
  }

  const totals: Record<string, number> = {};
  for (const button of await pane.getByTestId('tile').all()) {
    const number = await button.locator('b').innerText();
    const name = (await button.innerText()).replace(number, '').trim();
    totals[name] = Number(number.replaceAll('.', ''));
  }
  const [report] = await Promise.all([
    page.waitForEvent('download'),
    pane.getByRole('button', { name: 'Lập báo cáo tổng hợp' }).click(),
  ]);
  await pane.getByText(/Đã lập báo cáo/).waitFor();
  await shoot('bao-cao');
  return {
    issued: await zip.path(),
    totals,
    report: { name: report.suggestedFilename(), path: await report.path() },
  };
}
