import type { Browser } from 'playwright-core';
import { launchBrowserForSite } from '../support/browser/open-site';
import { importSample, openWorkbench, type WorkbenchPage } from '../support/browser/workbench-page';

/** Tasks that a letter gives, typed or pasted in the pane (issue #18, point 4). */
let browser: Browser;
let bench: WorkbenchPage;

beforeAll(async () => {
  browser = await launchBrowserForSite();
}, 120_000);
afterAll(() => browser?.close());
beforeEach(async () => {
  bench = await openWorkbench(browser);
  await importSample(bench);
  await bench.pane.getByRole('button', { name: 'Thêm nhiệm vụ' }).click();
});
afterEach(() => bench.close());

const field = (name: string) => bench.pane.getByRole('textbox', { name, exact: true });

describe('adding tasks in the pane', () => {
  it('shows how a timing is read while it is typed, and writes the task of a letter', async () => {
    const { pane } = bench;
    const write = pane.getByRole('button', { name: 'Thêm 1 nhiệm vụ' });
    await write.waitFor();
    expect(await write.getAttribute('data-why')).toContain('số, ký hiệu');
    await field('Số, ký hiệu').fill('442/UBND-VX');
    await field('Ngày văn bản').fill('01/10/2026');
    await field('Nội dung công việc').fill('Báo cáo số thiết bị dạy học còn dùng được.');
    await field('Thời gian').fill('Chậm nhất 30/11/2026');
    await pane.getByText('Hạn: chậm nhất 30/11/2026').waitFor();
    await pane.getByRole('combobox', { name: 'Người phụ trách' }).fill('Cô Hoa');
    await write.click();
    await pane.getByText('Văn bản 442/UBND-VX: đã thêm 1 nhiệm vụ.').waitFor();
    await pane.getByRole('button', { name: 'Quay lại' }).click();
    await pane.getByRole('option', { name: /442\/UBND-VX:1 .*thiết bị dạy học/ }).waitFor();
  });

  it('asks about a timing that is not certain', async () => {
    const { pane } = bench;
    await field('Số, ký hiệu').fill('442/UBND-VX');
    await field('Nội dung công việc').fill('Báo cáo.');
    await field('Thời gian').fill('Ngày 31/02/2026');
    const write = pane.getByRole('button', { name: 'Thêm 1 nhiệm vụ' });
    expect(await write.getAttribute('data-why')).toContain('thời gian');
    await pane.getByText('Giữ nguyên thời gian chưa chắc').click();
    await write.click();
    await pane.getByText('đã thêm 1 nhiệm vụ').waitFor();
  });

  it('previews several pasted tasks with their reading, and leaves out what is not wanted', async () => {
    const { pane } = bench;
    await field('Số, ký hiệu').fill('918/SGDĐT-VP');
    await pane.getByText('Dán nhiều', { exact: true }).click();
    await field('Dán các nhiệm vụ').fill(
      'Nội dung\tSản phẩm\tThời gian\nKiểm kê tủ sách.\tBiên bản\t15/11/2026\nSơn lại cổng.\t\tQuý IV năm 2026',
    );
    const list = pane.getByRole('list', { name: 'Các nhiệm vụ đọc được' });
    await list.getByText(/^Hạn:.*15\/11\/2026/).waitFor();
    await list.getByText('Sơn lại cổng.').click();
    await pane.getByRole('button', { name: 'Thêm 1 nhiệm vụ' }).click();
    await pane.getByText('Văn bản 918/SGDĐT-VP: đã thêm 1 nhiệm vụ.').waitFor();
  });

  it('registers a document without tasks', async () => {
    const { pane } = bench;
    await field('Tên, trích yếu').fill('V/v tổ chức hội thi');
    await pane.getByText('Chưa có nhiệm vụ', { exact: true }).click();
    await pane.getByRole('button', { name: 'Ghi văn bản' }).click();
    await pane.getByText('Văn bản V/v tổ chức hội thi: đã thêm 0 nhiệm vụ.').waitFor();
  });
});
