import type { Browser } from 'playwright-core';
import { overflow, paneFrame, setWidth, violations } from './pane-checks';
import { launch } from './site';
import { importSample, openWorkbench, type WorkbenchPage } from './workbench-page';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 120_000);
afterAll(() => browser?.close());

const TABS = {
  'vi-VN': ['Nhập phụ lục', 'Đánh dấu', 'Tổng hợp', 'Lịch sử'],
  'en-US': ['Import', 'Mark', 'Summary', 'History'],
} as const;

const openTab = ({ pane }: WorkbenchPage, name: string): Promise<void> =>
  pane.getByRole('tab', { name, exact: true }).click();

type Look = { colorScheme: 'light' | 'dark'; forcedColors?: 'active' };
const LOOKS: Record<string, Look> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'high contrast': { colorScheme: 'dark', forcedColors: 'active' },
};

const cases = (['vi-VN', 'en-US'] as const).flatMap((language) =>
  [320, 450, 600].flatMap((width) => Object.keys(LOOKS).map((look) => ({ language, width, look }))),
);

describe('the pane is accessible', () => {
  it.each(cases)('$language, $width pixels, $look', async ({ language, width, look }) => {
    const bench = await openWorkbench(browser, { language, ...LOOKS[look] });
    try {
      const { pane } = bench;
      await setWidth(bench, width);
      const sample = pane.getByRole('button', { name: /Dùng phụ lục mẫu|Use the sample annex/ });
      await sample.waitFor();
      const frame = paneFrame(bench);
      expect(await violations(frame)).toEqual([]);
      await sample.click();
      const write = pane.getByRole('button', { name: /Ghi vào sổ|Write to the workbook/ });
      await write.waitFor();
      expect(await violations(frame)).toEqual([]);
      expect(await overflow(frame)).toBeLessThanOrEqual(0);
      await write.click();
      await pane.getByRole('listbox').waitFor();
      for (const tab of TABS[language]) {
        await openTab(bench, tab);
        expect(await violations(frame)).toEqual([]);
        expect(await overflow(frame)).toBeLessThanOrEqual(0);
      }
    } finally {
      await bench.close();
    }
  });

  it('the workbench around it too', async () => {
    const bench = await openWorkbench(browser);
    try {
      await importSample(bench);
      expect(await violations(bench.page.mainFrame())).toEqual([]);
    } finally {
      await bench.close();
    }
  });
});
