import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowserForSite } from '../support/browser/open-site';
import { importSample, openWorkbench, type WorkbenchPage } from '../support/browser/workbench-page';
import { createDoublingPdf, createEndlessPdf } from '../support/documents/create-hostile-pdf';

let browser: Browser;
let bench: WorkbenchPage;
beforeAll(async () => {
  browser = await launchBrowserForSite();
}, 120_000);
afterAll(() => browser?.close());
afterEach(() => bench?.close());

const MAX_MS = 15_000;
/** A click that is not answered sooner is a pane that hangs. */
const MAX_ANSWER_MS = 1_500;

async function pickFile({ pane }: WorkbenchPage, name: string, bytes: Uint8Array): Promise<void> {
  const buffer = Buffer.from(bytes);
  await pane.getByLabel('Chọn tệp…').last().setInputFiles({ name, mimeType: 'application/pdf', buffer });
}

describe('a file made to keep its reader busy', () => {
  it.each([
    ['never ends', createEndlessPdf()],
    ['draws a line 2^28 times', createDoublingPdf(28)],
  ])('that %s is ended by the pane, which stays usable and reads the next file', async (_, bytes) => {
    bench = await openWorkbench(browser);
    const { pane } = bench;
    await pane.getByRole('button', { name: 'Dùng phụ lục mẫu' }).waitFor();
    const start = performance.now();
    await pickFile(bench, 'bẫy.pdf', bytes);
    await pane.getByRole('button', { name: 'Dừng' }).waitFor();

    const asked = performance.now();
    await pane.getByRole('tab', { name: 'Tổng hợp', exact: true }).click();
    await pane.locator('#tab-summary[aria-selected="true"]').waitFor();
    expect(performance.now() - asked).toBeLessThan(MAX_ANSWER_MS);

    const notice = pane.locator('[data-testid=notices]', { hasText: 'bẫy.pdf' });
    await notice.waitFor({ timeout: MAX_MS });
    expect(performance.now() - start).toBeLessThan(MAX_MS);
    expect(await notice.innerText()).toMatch(/Đọc tệp quá 10 giây|Tệp quá lớn|Bộ đọc dừng/);
    await pane.getByRole('tab', { name: 'Nhập phụ lục' }).click();
    await importSample(bench);
    expect(bench.faults).toEqual({ requests: [], errors: [] });
  });

  it('can be given up before that', async () => {
    bench = await openWorkbench(browser);
    const { pane } = bench;
    await pane.getByRole('button', { name: 'Dùng phụ lục mẫu' }).waitFor();
    await pickFile(bench, 'bẫy.pdf', createEndlessPdf());
    await pane.getByRole('button', { name: 'Dừng' }).click();
    await importSample(bench);
  });
});

describe('a document that is picked', () => {
  it('is read by a worker: a Word file of the samples', async () => {
    bench = await openWorkbench(browser);
    const { pane, page } = bench;
    const worker = page.waitForEvent('worker');
    await pane.getByLabel('Chọn tệp…').last().setInputFiles(join(process.cwd(), 'samples/phu-luc-2026.docx'));
    await worker;
    await pane.getByText('Lập trang Phụ lục').waitFor();
  });
});
