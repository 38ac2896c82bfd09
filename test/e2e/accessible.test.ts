import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Frame } from 'playwright-core';
import { launch } from './site';
import { importSample, openWorkbench, type WorkbenchPage } from './workbench-page';

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 120_000);
afterAll(() => browser?.close());

const paneFrame = ({ page }: WorkbenchPage): Frame => {
  const frame = page.frames().find((one) => one.url().includes('taskpane.html'));
  if (!frame) throw new Error('The pane is not there.');
  return frame;
};

/** What axe-core finds, as "rule: first element". */
const violations = async (frame: Frame): Promise<string[]> => {
  await frame.evaluate(axe);
  return frame.evaluate(async () => {
    const { axe: engine } = window as unknown as {
      axe: {
        run: (
          node: Document,
          options: object,
        ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const found = await engine.run(document, { resultTypes: ['violations'] });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
  });
};

const overflow = (frame: Frame): Promise<number> =>
  frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const setWidth = async ({ page }: WorkbenchPage, width: number): Promise<void> => {
  await page.locator('.pane-frame').evaluate((element, pixels) => {
    (element as HTMLElement).style.width = `${pixels}px`;
  }, width);
};

const TABS = {
  'vi-VN': ['Nhập phụ lục', 'Đánh dấu', 'Tổng hợp', 'Lịch sử'],
  'en-US': ['Import', 'Mark', 'Summary', 'History'],
} as const;

const openTab = async ({ pane }: WorkbenchPage, name: string): Promise<void> => {
  const tab = pane.getByRole('tab', { name, exact: true });
  if (await tab.isVisible()) {
    await tab.click();
    return;
  }
  // At the smallest width the last tabs are in the menu behind the others.
  await pane.locator('.ms-Pivot-overflowMenuButton, button[aria-haspopup]').last().click();
  await pane.getByRole('menuitemradio', { name }).or(pane.getByRole('menuitem', { name })).first().click();
};

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
