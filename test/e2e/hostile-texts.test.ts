import type { Browser } from 'playwright-core';
import { launchBrowserForSite } from '../support/browser/open-site';
import { getPaneFrame } from '../support/browser/pane-checks';
import { openWorkbench, type WorkbenchPage } from '../support/browser/workbench-page';
import { buildDocx, buildPlainTable, p } from '../support/documents/build-docx';
import { buildRow, buildXlsx } from '../support/documents/build-xlsx';
import { SAMPLE_HEADERS } from '../support/documents/sample-annex';

let browser: Browser;
let bench: WorkbenchPage;
beforeAll(async () => {
  browser = await launchBrowserForSite();
}, 120_000);
beforeEach(async () => {
  bench = await openWorkbench(browser, { height: 1000 });
});
afterAll(() => browser?.close());
afterEach(() => bench?.close());

/** Texts that run where a page takes them for markup; "hit" asks for a file that there is none of. */
const HOSTILE = {
  image: '<img src=hit onerror="top.hit=1">',
  script: '"><script>top.hit=1</script>',
  frame: '<iframe src="javascript:top.hit=1"></iframe>',
  link: '<a href="javascript:top.hit=1">Kế hoạch đọc sách</a>',
  handler: `'" autofocus onfocus="top.hit=1" x="`,
  address: 'javascript:top.hit=1',
};
const { image, script, frame, link, handler, address } = HOSTILE;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const TASKS = [
  ['1', `Lập kế hoạch ${image}`, `Văn phòng ${script}`, frame, `Báo cáo ${link}`, 'Quý I'],
  ['2', `Tổ chức ngày hội đọc sách ${script}`, 'Văn phòng', handler, address, '30/6/2026'],
  ['3', `Kiểm kê thư viện ${link}`, 'Văn phòng', 'Trường', image, `Tháng 5 ${image}`],
];

const ANNEX = buildDocx(
  p(escape(`PHỤ LỤC năm 2026 ${image}`)) +
    buildPlainTable(
      [...SAMPLE_HEADERS],
      ['I', escape(`Thư viện ${script}`), '', '', '', ''],
      ...TASKS.map((task) => task.map(escape)),
    ),
);

/** Nothing ran, nothing was asked for, and no element was made of a text. */
async function expectOnlyText(texts: readonly string[]): Promise<void> {
  const { page, pane, faults } = bench;
  for (const text of texts) await pane.getByText(text, { exact: false }).first().waitFor();
  expect(faults).toEqual({ requests: [], errors: [] });
  for (const frame of [page.mainFrame(), getPaneFrame(bench)])
    expect(
      await frame.evaluate(() => [
        'hit' in window,
        document.querySelectorAll(
          'img[src="hit"], [onerror], [onfocus], a[href^="javascript:"], iframe[src^="javascript:"]',
        ).length,
        [...document.scripts].filter(({ text }) => text.includes('top.hit')).length,
      ]),
    ).toEqual([false, 0, 0]);
}

async function pickFile(label: string, name: string, bytes: Uint8Array): Promise<void> {
  await bench.pane
    .getByLabel(label)
    .last()
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
}

async function importHostileAnnex(): Promise<void> {
  const { pane } = bench;
  await pickFile('Chọn tệp…', `${image}.docx`, ANNEX);
  await pane.getByRole('button', { name: 'Ghi vào sổ' }).waitFor();
}

it('are texts in the review, the list, the history and the sheets that are made of an annex', async () => {
  const { page, pane } = bench;
  await importHostileAnnex();
  await expectOnlyText([`${image}.docx`]);
  await pane.getByRole('button', { name: 'Soát và sửa từng hàng' }).click();
  await pane.getByRole('radio', { name: /Tất cả/ }).click({ force: true });
  await expectOnlyText([`Lập kế hoạch ${image}`]);
  await pane.getByRole('button', { name: 'Tiếp tục' }).click();
  await pane.getByRole('button', { name: 'Ghi vào sổ' }).click();
  await pane.getByText(/^Đã ghi vào sổ\./).waitFor();

  await pane.getByRole('tab', { name: 'Đánh dấu' }).click();
  await expectOnlyText([`Lập kế hoạch ${image}`, `Tổ chức ngày hội đọc sách ${script}`]);
  await pane.getByRole('tab', { name: /^Tiến độ/ }).click();
  await expectOnlyText([`Kiểm kê thư viện ${link}`]);
  await pane.getByRole('tab', { name: 'Lịch sử' }).click();
  await expectOnlyText(['Nhập phụ lục']);
  // The sheet itself, beside the pane.
  await page.getByRole('tab', { name: 'Phụ lục', exact: true }).click();
  await page.getByText(`Lập kế hoạch ${image}`).first().waitFor();
  await expectOnlyText([]);
}, 120_000);

it('are texts where a file cannot be read, and in the names of sheets and files', async () => {
  const { pane } = bench;
  await pickFile('Chọn tệp…', `x${image}.docx`, Buffer.from('PK hỏng'));
  await pane.locator('[data-testid=notices]', { hasText: `x${image}.docx` }).waitFor();
  await expectOnlyText([]);

  const rows = [SAMPLE_HEADERS, ...TASKS]
    .map((cells, index) => buildRow(index + 1, cells.map(escape)))
    .join('');
  const sheets = ['<img src=hit onerror=top.hit=1>', '"><script>x</script>'].map((name) => ({
    name: escape(name),
    data: rows,
  }));
  await pickFile('Chọn tệp…', `${script}.xlsx`.replaceAll('/', '∕'), buildXlsx(sheets));
  await pane.getByText('<img src=hit onerror=top.hit=1>').first().waitFor();
  await expectOnlyText(['"><script>x<']);
}, 120_000);

it('are texts in the consolidation of units', async () => {
  const { pane } = bench;
  await pane.getByRole('tab', { name: 'Tổng hợp trường' }).click();
  await pickFile('Chọn phụ lục…', `${image}.docx`, ANNEX);
  await pane.getByText('3 nhiệm vụ').first().waitFor();
  await pane
    .getByLabel(/Dán danh sách/)
    .fill(`TH-01\tTrường ${image}\tx${script}\nTH-02\tTrường Hai ${link}\ty${handler}`);
  await pane.getByRole('button', { name: 'Dùng danh sách đã dán' }).click();
  await pane.getByText('2 đơn vị.').waitFor();

  const headers = [...SAMPLE_HEADERS, 'Trạng thái', 'Ngày hoàn thành', 'Minh chứng', 'Ghi chú'];
  const answers = TASKS.map((task) => [...task, script, image, `${address} ${link}`, handler]);
  const rows = [headers, ...answers].map((cells, index) => buildRow(index + 1, cells.map(escape))).join('');
  const bytes = buildXlsx([{ name: escape('<img src=hit onerror=top.hit=1>'), data: rows }]);
  await pickFile('Chọn tệp của các đơn vị…', `TH-01 ${image}.xlsx`, bytes);
  await pane.getByText(/Đã nhận 1 tệp/).waitFor();
  await expectOnlyText([image]);
  await pane.getByRole('button', { name: 'Ghi vào sổ' }).click();
  await pane.getByText('Đã lập các trang tổng hợp.').waitFor({ timeout: 60_000 });
  await expectOnlyText([]);
}, 180_000);
