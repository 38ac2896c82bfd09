/** `npm run screenshots`: the pictures of README and docs, taken from the built workbench on a fixed day. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../test/e2e/site';
import { openWorkbench } from '../test/e2e/workbench-page';

const folder = join(import.meta.dirname, '..', 'docs', 'screenshots');
mkdirSync(folder, { recursive: true });

const browser = await launch();
const bench = await openWorkbench(browser, { width: 1360, height: 820 });
const { page, pane } = bench;
const shoot = async (name: string): Promise<void> => {
  // Tool tips and highlights follow the mouse.
  await page.mouse.move(2, 2);
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(folder, `${name}.png`) });
};

await pane.getByRole('button', { name: 'Dùng phụ lục mẫu' }).waitFor();
await shoot('1-mo-ban-thu');
await pane.getByRole('button', { name: 'Dùng phụ lục mẫu' }).click();
await pane.getByRole('button', { name: 'Ghi vào sổ' }).waitFor();
await pane.getByText('Lập trang Phụ lục').waitFor();
await shoot('2-xem-truoc');
await pane.getByRole('button', { name: 'Ghi vào sổ' }).click();
await pane.getByText('Đã ghi vào sổ.').waitFor();
await shoot('3-danh-dau');
await pane.getByRole('tab', { name: 'Tổng hợp', exact: true }).click();
await page.getByRole('tab', { name: 'Tổng hợp' }).first().click();
await shoot('4-tong-hop');
await pane.getByRole('tab', { name: 'Tiến độ' }).click();
await pane.getByRole('button', { name: 'Xem trước cập nhật' }).click();
await pane.getByRole('button', { name: 'Ghi vào sổ' }).click();
await pane.getByText(/Đã cập nhật trang Tiến độ/).waitFor();
await page.getByRole('tab', { name: 'Tiến độ' }).first().click();
await shoot('7-tien-do');
await page.getByRole('tab', { name: 'Lịch' }).first().click();
await shoot('8-lich');
await pane.getByRole('tab', { name: 'In & báo cáo' }).click();
await pane.getByLabel('Cơ quan chủ quản').fill('Ủy ban nhân dân phường Đồng Sen');
await pane.getByText('In Quốc hiệu và Tiêu ngữ').click();
await shoot('5-in-bao-cao');
await pane.getByRole('button', { name: 'Lập bản in' }).click();
await pane.getByText('Đã lập trang “Bản in”').waitFor();
await shoot('6-ban-in');
await bench.close();
await browser.close();
console.log('docs/screenshots: 8 pictures');
