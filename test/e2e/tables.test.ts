import type { Browser } from 'playwright-core';
import { launchBrowserForSite } from '../support/browser/open-site';
import {
  findAxeViolations,
  getPaneFrame,
  measureOverflow,
  setPaneWidth,
} from '../support/browser/pane-checks';
import { openWorkbench, type WorkbenchPage } from '../support/browser/workbench-page';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowserForSite();
}, 120_000);
afterAll(() => browser?.close());

let bench: WorkbenchPage;
afterEach(() => bench.close());

const HEADER = ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Sản phẩm', 'Thời gian'];
const table = (...rows: string[][]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`;
const task = (tt: string, content: string): string[] => [
  tt,
  content,
  'Văn phòng',
  'Các tổ',
  'Báo cáo',
  'Quý I',
];

async function choose(...parts: string[]): Promise<WorkbenchPage> {
  bench = await openWorkbench(browser);
  const { page, pane } = bench;
  const html = `<html><meta charset="utf-8"><body>${parts.join('')}</body></html>`;
  const button = pane.getByRole('button', { name: 'Chọn tệp' });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
  await chooser.setFiles({ name: 'phụ lục.html', mimeType: 'text/html', buffer: Buffer.from(html) });
  return bench;
}

async function expectNarrowPane(): Promise<void> {
  for (const width of [320, 350, 480]) {
    await setPaneWidth(bench, width);
    const frame = await getPaneFrame(bench);
    expect(await measureOverflow(frame)).toBeLessThanOrEqual(0);
    expect(await findAxeViolations(frame)).toEqual([]);
  }
}

describe('the tables of a document', () => {
  it('are listed with their rows and taken together, and the year is asked for once', async () => {
    const { pane } = await choose(
      '<p>Phụ lục I</p><p>CHUYÊN MÔN</p>',
      table(HEADER, task('1', 'Dự giờ'), task('2', 'Hội giảng')),
      '<p>Phụ lục II</p><p>HÀNH CHÍNH</p>',
      table(HEADER, task('1', 'Lưu trữ')),
    );
    await pane.getByText('1. Phụ lục I: CHUYÊN MÔN: 2 nhiệm vụ').waitFor();
    await expectNarrowPane();
    await pane.getByText('2. Phụ lục II: HÀNH CHÍNH: 1 nhiệm vụ').click();
    await pane.getByRole('button', { name: 'Đọc 2 bảng đã chọn' }).click();
    await pane.getByText('3 nhiệm vụ, 2 lĩnh vực').waitFor();
    await pane.getByLabel('Năm của phụ lục').fill('2025-2026');
    await pane.getByRole('button', { name: 'Ghi vào sổ' }).click();
    await pane.getByText(/^Đã ghi vào sổ\./).waitFor();
  });

  it('are asked about where they seem to hold criteria, and taken as tasks only then', async () => {
    const { pane } = await choose(
      '<p>BẢNG TIÊU CHÍ ĐÁNH GIÁ</p>',
      table(
        ['TT', 'Tiêu chí', 'Điểm tối đa', 'Cách chấm'],
        ['1', 'Công khai thủ tục hành chính đầy đủ', '10', 'Thiếu một thủ tục trừ 1 điểm'],
        ['2', 'Trả kết quả đúng hạn', '15', 'Mỗi hồ sơ trễ hạn trừ 1 điểm'],
      ),
    );
    await pane.getByText('Lấy từng hàng làm một nhiệm vụ?').waitFor();
    await expectNarrowPane();
    await pane.getByRole('button', { name: 'Lấy từng hàng làm nhiệm vụ' }).click();
    await pane.getByText('2 nhiệm vụ, 0 lĩnh vực').waitFor();
  });

  it('whose columns are not known get them assigned', async () => {
    const { pane } = await choose(
      table(
        ['Khi', 'Phải lo gì', 'Ai lo'],
        ['Tháng 9', 'Khai giảng', 'Cô Mận'],
        ['Tháng 3', 'Hội trại', 'Thầy Lê'],
      ),
    );
    await pane.getByText('Chưa chọn cột nội dung công việc.').waitFor();
    await pane.getByRole('combobox', { name: 'Cột 2: Phải lo gì' }).click();
    await pane.getByRole('option', { name: 'Nội dung công việc' }).click();
    await expectNarrowPane();
    await pane.getByRole('button', { name: 'Đọc bảng với các cột này' }).click();
    await pane.getByText('2 nhiệm vụ, 0 lĩnh vực').waitFor();
  });
});
