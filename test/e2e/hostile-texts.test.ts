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

function buildAnnex(...lines: string[]): Uint8Array {
  return buildDocx(
    lines.map((line) => p(escape(line))).join('') +
      buildPlainTable(
        [...SAMPLE_HEADERS],
        ['I', escape(`Thư viện ${script}`), '', '', '', ''],
        ...TASKS.map((task) => task.map(escape)),
      ),
  );
}

const ANNEX = buildAnnex(`PHỤ LỤC năm 2026 ${image}`);
/** Another document, whose number, title and issuer are hostile as well. */
const OTHER_ANNEX = buildAnnex(
  `ỦY BAN NHÂN DÂN PHƯỜNG ${image}`,
  'Số: 46/KH-UBND',
  `KẾ HOẠCH về đọc sách ${link} năm 2026`,
  `(Kèm theo Kế hoạch số 46/KH-UBND ngày 03 tháng 02 năm 2026 của Ủy ban nhân dân phường ${script})`,
  'PHỤ LỤC',
);

/** Nothing ran, nothing was asked for, and no element was made of a text. */
async function expectOnlyText(texts: readonly string[]): Promise<void> {
  const { page, pane, faults } = bench;
  for (const text of texts) await pane.getByText(text, { exact: false }).first().waitFor();
  expect(faults).toEqual({ requests: [], errors: [] });
  for (const frame of [page.mainFrame(), await getPaneFrame(bench)])
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

async function writeHostileAnnex(): Promise<void> {
  const { pane } = bench;
  await importHostileAnnex();
  await pane.getByRole('button', { name: 'Ghi vào sổ' }).click();
  await pane.getByText(/^Đã ghi vào sổ\./).waitFor();
}

async function showSheet(name: string, text: string): Promise<void> {
  const { page } = bench;
  await page.getByRole('tab', { name, exact: true }).click();
  await page.getByText(text).first().waitFor();
  await expectOnlyText([]);
}

it('are texts on the sheet that is printed', async () => {
  const { pane } = bench;
  await writeHostileAnnex();
  await pane.getByRole('tab', { name: 'In & báo cáo', exact: true }).click();
  await pane.getByLabel('Cơ quan chủ quản').fill(`Ủy ban ${image}`);
  await pane.getByRole('button', { name: 'Lập bản in' }).click();
  await pane.getByText(/Đã lập trang “Bản in”/).waitFor();
  await expectOnlyText([]);
  await showSheet('Bản in', `Lập kế hoạch ${image}`);
}, 120_000);

it('are texts where documents are chosen, and on the sheet of documents', async () => {
  const { pane } = bench;
  await writeHostileAnnex();
  await pane.getByRole('tab', { name: /^Nhập/ }).click();
  await pickFile('Chọn tệp…', `${link}.docx`.replaceAll('/', '∕'), OTHER_ANNEX);
  const asNew = pane.getByRole('radio', { name: /^Văn bản mới/ });
  await asNew.waitFor();
  await expectOnlyText([]);
  await asNew.click({ force: true });
  await pane.getByRole('button', { name: 'Ghi vào sổ' }).click();
  await pane.getByText(/^Đã ghi vào sổ\./).waitFor();
  await expectOnlyText([]);
  await showSheet('Văn bản', '46/KH-UBND');
  await pane.getByRole('tab', { name: 'Đánh dấu' }).click();
  await expectOnlyText([`Lập kế hoạch ${image}`]);
}, 120_000);

/** What a clerk may type as evidence; only the last one leads anywhere. */
const EVIDENCE = [
  address,
  'data:text/html,<script>top.hit=1</script>',
  'file:///C:/Windows/win.ini',
  'vbscript:top.hit=1',
  'blob:https://thu.example/1',
  `java\tscript:top.hit=1`,
];

it('are no links as evidence, unless they are addresses of the web', async () => {
  const { pane } = bench;
  await writeHostileAnnex();
  await pane.getByRole('tab', { name: /^Tiến độ/ }).click();
  await pane.locator('[data-testid=task-list] [role=option]').first().click();
  await pane.locator('details summary').first().click();
  const field = pane.getByLabel(/^Minh chứng/).first();
  const record = async (evidence: string): Promise<void> => {
    await field.fill(evidence);
    await pane.getByRole('button', { name: 'Kết quả khác' }).click();
    await pane.getByRole('menuitem', { name: 'Đang thực hiện' }).click();
    await expect(pane.getByText('Đã ghi 1 kỳ hạn.').last().waitFor()).resolves.toBeUndefined();
    await pane.locator('[data-testid=task-list] [role=option]').first().click();
    expect(await field.inputValue()).toBe(evidence);
  };
  for (const evidence of EVIDENCE) {
    await record(evidence);
    expect(await pane.getByRole('link', { name: 'Mở minh chứng' }).count()).toBe(0);
    expect(await pane.locator('a[href^="data:"], a[href^="file:"], a[href^="vbscript:"]').count()).toBe(0);
  }
  await record(`Xem https://thu.example/a.pdf?x="onclick=top.hit=1`);
  const opened = pane.getByRole('link', { name: 'Mở minh chứng' });
  expect(await opened.getAttribute('href')).toBe('https://thu.example/a.pdf?x=');
  expect(await opened.getAttribute('rel')).toBe('noopener noreferrer');
  await expectOnlyText([]);
}, 180_000);

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
  await pane.getByRole('combobox', { name: /của đơn vị nào/ }).click();
  await pane.getByRole('option', { name: `Trường ${image}` }).click();
  await pane.getByTestId('tile').first().waitFor();
  await expectOnlyText([image]);
  await pane.getByRole('button', { name: 'Ghi vào sổ' }).click();
  await pane.getByText('Đã lập các trang tổng hợp.').waitFor({ timeout: 60_000 });
  await expectOnlyText([]);

  // From a figure to its rows, and from a row to its cell.
  await pane
    .getByTestId('tile')
    .filter({ hasText: /^[1-9]/ })
    .first()
    .click();
  const entries = pane.getByTestId('drill-list');
  await entries.waitFor();
  await expectOnlyText([`Lập kế hoạch ${image}`]);
  await entries.getByText(`TH-01 ${image}.xlsx`).first().waitFor();
  await entries
    .getByRole('button', { name: /^Xem trong trang Dữ liệu/ })
    .first()
    .click();
  await expectOnlyText([]);
}, 180_000);
