import { existsSync, readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './launch-browser';

const DIST = join(process.cwd(), 'dist');
export const SITE_ORIGIN = 'https://phuluc.test';

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.xml': 'application/xml; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** What a page did that it must not do. */
export type PageFaults = { requests: string[]; errors: string[] };

/**
 * A browser context that serves the built pages under an https origin of its own and refuses everything else: a
 * request to another place is a fault, and so are errors of scripts and of the content security policy.
 */
export async function openSite(
  browser: Browser,
  options: {
    width?: number;
    height?: number;
    locale?: string;
    colorScheme?: 'light' | 'dark';
    forcedColors?: 'active';
  } = {},
): Promise<{ context: BrowserContext; page: Page; faults: PageFaults }> {
  const faults: PageFaults = { requests: [], errors: [] };
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1400, height: options.height ?? 900 },
    locale: options.locale ?? 'vi-VN',
    colorScheme: options.colorScheme ?? 'light',
    ...(options.forcedColors ? { forcedColors: options.forcedColors } : {}),
    acceptDownloads: true,
    // What a test takes away is not kept from an earlier page.
    serviceWorkers: 'block',
  });
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const file = join(DIST, normalize(decodeURIComponent(url.pathname)));
    if (url.origin !== SITE_ORIGIN) {
      faults.requests.push(url.href);
      await route.abort();
    } else if (!file.startsWith(DIST) || !existsSync(file)) {
      faults.requests.push(url.href);
      await route.fulfill({ status: 404, body: '' });
    } else {
      await route.fulfill({
        body: readFileSync(file),
        contentType: CONTENT_TYPES[extname(file)] ?? 'application/octet-stream',
      });
    }
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.errors.push(message.text());
  });
  return { context, page, faults };
}

export async function launchBrowserForSite(): Promise<Browser> {
  if (!existsSync(join(DIST, 'workbench.html'))) {
    throw new Error('The pages are not built: run "npm run build" first ("npm test" does).');
  }
  return launchBrowser();
}
