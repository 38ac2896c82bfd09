/**
 * Reading many school workbooks in Chromium, in the Web Workers of the pane, beside the same number of threads of Node
 * over the same files; each round with new workers and threads, start included.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { readPaths } from '../src/cli/consolidation/read-paths';
import { countWorkers } from '../src/taskpane/consolidation/read-chosen-files';
import { launchBrowser } from '../test/support/browser/launch-browser';
import { BENCH_ANNEX, prepareBenchFolder } from './bench-workbooks';
import { buildReadPage } from './browser/build-read-page';
import type { BrowserReading } from './browser/read-page';

const COUNTS = [200, 2_000];
const ROUNDS = 3;
/** A secure context, as the pane is: without one there is no SHA-256. */
const ORIGIN = 'https://phuluc.test';
const CONTENT_TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

async function readInNode(paths: readonly string[], threads: number): Promise<number> {
  let matched = 0;
  const start = performance.now();
  await readPaths(paths, {
    annex: BENCH_ANNEX,
    threads,
    onOutcome: ({ kind }) => {
      if (kind === 'matched') matched += 1;
    },
  });
  if (matched !== paths.length) throw new Error(`Node: ${matched} of ${paths.length} read`);
  return (performance.now() - start) / 1000;
}

async function readInChromium(page: Page, paths: readonly string[]): Promise<number> {
  await page.goto(`${ORIGIN}/page.html`);
  await page.locator('input').setInputFiles([...paths]);
  const reading = await page.evaluate(
    (annex) =>
      (globalThis as unknown as { readAll: (of: unknown) => Promise<BrowserReading> }).readAll(annex),
    BENCH_ANNEX,
  );
  if (reading.matched !== paths.length)
    throw new Error(`Chromium: ${reading.matched} of ${paths.length} read, ${reading.failed} failed`);
  return reading.seconds;
}

const built = await buildReadPage();
const browser = await launchBrowser();
try {
  const page = await browser.newPage();
  await page.route('**/*', async (route) => {
    const file = join(built, new URL(route.request().url()).pathname);
    if (!existsSync(file)) return route.fulfill({ status: 404, body: '' });
    return route.fulfill({
      body: readFileSync(file),
      contentType: CONTENT_TYPES[extname(file)] ?? 'text/plain',
    });
  });
  for (const count of COUNTS) {
    const folder = await prepareBenchFolder(count);
    const paths = readdirSync(folder)
      .filter((name) => name.endsWith('.xlsx'))
      .map((name) => join(folder, name));
    const workers = countWorkers(paths.length, availableParallelism());
    let [node, chromium] = [Infinity, Infinity];
    for (let round = 0; round < ROUNDS; round++) {
      chromium = Math.min(chromium, await readInChromium(page, paths));
      node = Math.min(node, await readInNode(paths, workers));
    }
    const rate = (seconds: number): string =>
      `${seconds.toFixed(2)} s (${Math.round(count / seconds)} files/s)`;
    console.log(
      `${count} workbooks, ${workers} at a time: Chromium ${rate(chromium)}, Node ${rate(node)}: ${(node / chromium).toFixed(2)} of Node's rate (at least 0.5 is asked)`,
    );
  }
} finally {
  await browser.close();
  rmSync(built, { recursive: true, force: true });
}
