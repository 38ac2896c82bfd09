import type { Browser, Locator } from 'playwright-core';
import { EN_MESSAGES } from '../../src/i18n/en/messages';
import { VI_MESSAGES } from '../../src/i18n/vi/messages';
import { launchBrowserForSite } from '../support/browser/open-site';
import {
  findAxeViolations,
  getPaneFrame,
  measureOverflow,
  setPaneWidth,
} from '../support/browser/pane-checks';
import { importSample, openWorkbench, type WorkbenchPage } from '../support/browser/workbench-page';
import { PLAN_TEXT } from '../support/documents/plan-text';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowserForSite();
}, 120_000);
afterAll(() => browser?.close());

type Language = 'vi-VN' | 'en-US';
type Key = keyof typeof VI_MESSAGES;
const MESSAGES = { 'vi-VN': VI_MESSAGES, 'en-US': EN_MESSAGES } as const;
const WIDTHS = [320, 400, 600];
const NARROWEST = Math.min(...WIDTHS);

type Look = { colorScheme: 'light' | 'dark'; forcedColors?: 'active' };
const LOOKS: Record<string, Look> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'high contrast': { colorScheme: 'dark', forcedColors: 'active' },
};

/** Every tab of the pane, by its words: a new one is looked at without being named here. */
const TABS = Object.keys(VI_MESSAGES)
  .filter((key) => /^pane\.tab\.[^.]+$/.test(key))
  .map((key) => key.slice('pane.tab.'.length));

type Visit = {
  bench: WorkbenchPage;
  translate: (key: Key) => string;
  /** axe and the width at each width of the pane, of what is on the screen now. */
  check: (screen: string) => Promise<void>;
  button: (key: Key) => Locator;
  openTab: (tab: string) => Promise<void>;
};

async function chooseText({ bench, button }: Visit, name: string, text: string): Promise<void> {
  const [chooser] = await Promise.all([
    bench.page.waitForEvent('filechooser'),
    button('pane.choose.file').click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

/** Screens within the tabs, in the order of a clerk who has just begun. */
async function walk(visit: Visit): Promise<void> {
  const { bench, check, button, openTab } = visit;
  const { pane } = bench;
  await button('pane.choose.sample').waitFor();
  await check('first-run guide');
  for (const tab of TABS) {
    await openTab(tab);
    await check(`${tab} of a blank workbook`);
  }

  await openTab('import');
  await chooseText(visit, 'kế hoạch.txt', PLAN_TEXT);
  await pane.getByRole('checkbox').first().waitFor();
  await check('plan pick');
  await button('pane.choose.again').first().click();
  await button('pane.choose.sample').click();
  await button('pane.write').waitFor();
  await check('preview of an annex');
  await button('review.open').click();
  await pane.getByRole('radio').first().waitFor();
  await pane.getByRole('radio').last().click({ force: true });
  await check('review');
  await pane.locator('[data-testid=review-row] button[aria-expanded=false]').first().click();
  await check('a row under review');
  await button('review.continue').click();
  await pane.getByText(visit.translate('pane.withProgress')).click();
  await button('pane.write').click();
  await pane.getByRole('listbox').waitFor();
  await check('notice of what was done');

  await openTab('progress');
  await button('track.log.preview').click();
  await button('pane.write').waitFor();
  await check('preview of the log');
  await button('pane.write').click();
  await pane.locator('[data-testid=task-list] [role=option]').first().waitFor();
  await pane.locator('[data-testid=task-list] [role=option]').first().click();
  for (const fold of await pane.locator('summary').all()) await fold.click();
  await check('recording progress');
  await button('command.carry-over').click();
  await check('marks of last year');

  for (const tab of TABS) {
    await openTab(tab);
    await check(`${tab} of a workbook with an annex`);
    await pane.getByTestId('help-button').click();
    await pane.locator('#help-text li').first().waitFor();
    await check(`help of ${tab}`);
  }

  await openTab('settings');
  await pane
    .getByRole('button', { name: new RegExp(`^${visit.translate('settings.line.add').split('{')[0]}`) })
    .first()
    .click();
  await pane.locator('[data-testid=dated-name] input').first().fill('2026-01-01');
  await check('settings that are not valid');
  await pane.locator('[data-testid=dated-name] input').nth(1).fill('Ủy ban nhân dân phường Đồng Sen');
  await button('settings.preview').click();
  await pane.locator('#settings-staged').waitFor();
  await check('settings previewed');

  await openTab('history');
  await pane.locator('[data-testid=health-check] button').first().click();
  await pane.locator('[data-testid=health-check] :is(p, li)').first().waitFor();
  await check('check-up');
}

const cases = (['vi-VN', 'en-US'] as const).flatMap((language) =>
  Object.keys(LOOKS).map((look) => ({ language, look })),
);

describe('every screen of the pane is accessible at every width', () => {
  it.each(cases)(
    '$language, $look',
    async ({ language, look }) => {
      const bench = await openWorkbench(browser, { language, ...LOOKS[look] });
      bench.page.setDefaultTimeout(15_000);
      const messages: Record<string, string> = MESSAGES[language satisfies Language];
      const translate = (key: Key): string => messages[key] ?? key;
      const { pane } = bench;
      const found: string[] = [];
      const visit: Visit = {
        bench,
        translate,
        button: (key) => pane.getByRole('button', { name: translate(key), exact: true }),
        openTab: async (tab) => {
          await pane.locator(`#tab-${tab}`).click();
          await pane.locator('[role=tabpanel] .ms-Spinner').waitFor({ state: 'detached' });
          await pane.locator(`[role=tabpanel][aria-labelledby=tab-${tab}] > *`).first().waitFor();
        },
        check: async (screen) => {
          for (const width of WIDTHS) {
            await setPaneWidth(bench, width);
            const frame = await getPaneFrame(bench);
            const wide = await measureOverflow(frame);
            const lines = await pane
              .getByRole('tab')
              .evaluateAll((tabs) => new Set(tabs.map((tab) => tab.getBoundingClientRect().top)).size);
            // Names, roles and colours do not depend on the width: axe reads each screen once, at the narrowest.
            const violations = width === NARROWEST ? await findAxeViolations(frame) : [];
            found.push(
              ...violations.map((fault) => `${screen}, ${width}: ${fault}`),
              ...(wide > 0 ? [`${screen}, ${width}: ${wide} pixels too wide`] : []),
              ...(lines > 2 ? [`${screen}, ${width}: tabs in ${lines} lines`] : []),
            );
          }
        },
      };
      try {
        await walk(visit);
        expect(found).toEqual([]);
      } finally {
        await bench.close();
      }
    },
    300_000,
  );

  it('the workbench around it too', async () => {
    const bench = await openWorkbench(browser);
    try {
      await importSample(bench);
      expect(await findAxeViolations(bench.page.mainFrame())).toEqual([]);
    } finally {
      await bench.close();
    }
  });
});
