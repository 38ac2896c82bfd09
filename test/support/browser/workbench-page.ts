import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { openSite, type PageFaults, SITE_ORIGIN } from './open-site';

export type WorkbenchPage = {
  page: Page;
  pane: FrameLocator;
  faults: PageFaults;
  /** The workbook as it would be saved now. */
  save: () => Promise<WorkbookModel>;
  close: () => Promise<void>;
};

export type WorkbenchOptions = {
  language?: 'vi-VN' | 'en-US';
  api?: string;
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  /** Windows' high contrast. */
  forcedColors?: 'active';
};

/** Opens the built workbench with the pane in it, on a fixed day. */
export async function openWorkbench(
  browser: Browser,
  options: WorkbenchOptions = {},
): Promise<WorkbenchPage> {
  const { language = 'vi-VN', api } = options;
  const { context, page, faults } = await openSite(browser, { ...options, locale: language });
  // A test answers no picker of the system: the page is as in a browser that only uploads and downloads.
  await page.addInitScript(() => {
    for (const name of ['showOpenFilePicker', 'showSaveFilePicker']) Reflect.deleteProperty(window, name);
  });
  const query = new URLSearchParams({ lang: language, today: '2026-06-20', ...(api ? { api } : {}) });
  await page.goto(`${SITE_ORIGIN}/workbench.html?${query}`);
  const pane = page.frameLocator('[data-testid=pane-frame] iframe');
  return {
    page,
    pane,
    faults,
    save: async () => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: /Lưu \.xlsx|Save \.xlsx/ }).click(),
      ]);
      return openWorkbook(new Uint8Array(readFileSync(await download.path())));
    },
    close: () => context.close(),
  };
}

/**
 * From the bundled sample to the written sheets; leaves the pane at its list. Without `withProgress` the clerk makes
 * *Tiến độ* later.
 */
export async function importSample(
  { pane }: WorkbenchPage,
  { withProgress = false }: { withProgress?: boolean } = {},
): Promise<void> {
  await pane.getByRole('button', { name: 'Dùng phụ lục mẫu' }).click();
  if (!withProgress) await pane.getByText('Lập luôn trang Tiến độ').click();
  await pane.getByRole('button', { name: 'Ghi vào sổ' }).click();
  await pane.getByText(/^Đã ghi vào sổ\./).waitFor();
  // The pane goes on to the tasks by itself; a click on another tab before that would be overtaken.
  await pane.locator('#tab-mark[aria-selected="true"]').waitFor();
}

/** Reads until the answer is the expected one, for at most ten seconds; then the last answer has to be it. */
export async function expectEventually<T>(read: () => Promise<T>, expected: T): Promise<void> {
  const end = Date.now() + 10_000;
  let last = await read();
  while (!isDeepStrictEqual(last, expected) && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    last = await read();
  }
  expect(last).toEqual(expected);
}
