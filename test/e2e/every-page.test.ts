import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowserForSite, openSite, SITE_ORIGIN } from '../support/browser/open-site';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowserForSite();
}, 120_000);
afterAll(() => browser?.close());

it('asks no other place for anything, on any page', async () => {
  const pages = readdirSync(join(process.cwd(), 'dist')).filter((name) => name.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(4);
  for (const name of pages) {
    const { context, page, faults } = await openSite(browser);
    await page.goto(`${SITE_ORIGIN}/${name}`, { waitUntil: 'networkidle' });
    const elsewhere = faults.requests.filter((address) => !address.startsWith(`${SITE_ORIGIN}/`));
    expect([name, elsewhere]).toEqual([name, []]);
    await context.close();
  }
}, 120_000);
