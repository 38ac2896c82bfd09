import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createPageServer, listenLocally } from '../../scripts/server/create-page-server';
import { launchBrowserForSite } from '../support/browser/open-site';

/** Of the pane, with the code of its later screens. */
const MIN_FILES = 20;
const FOLDER = join(process.cwd(), 'dist');

let browser: Browser;
let context: BrowserContext;
let page: Page;
let server: Server;
let origin = '';

/** The server knows its port before it listens: one is found first. */
async function serveOn(port: number): Promise<Server> {
  const created = createPageServer({ folder: FOLDER, port, opened: null });
  await listenLocally(created, port);
  return created;
}

function stop(running: Server): Promise<void> {
  running.closeAllConnections();
  return new Promise((resolve) => running.close(() => resolve()));
}

beforeAll(async () => {
  browser = await launchBrowserForSite();
  const finder = await serveOn(0);
  const { port } = finder.address() as AddressInfo;
  await stop(finder);
  server = await serveOn(port);
  origin = `http://127.0.0.1:${port}`;
  context = await browser.newContext({ locale: 'vi-VN' });
  page = await context.newPage();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await stop(server);
});

const listStores = (): Promise<string[]> => page.evaluate(() => caches.keys());
const listStored = (prefix: string): Promise<string[]> =>
  page.evaluate(async (beginning) => {
    const names = (await caches.keys()).filter((name) => name.startsWith(beginning));
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  }, prefix);

/** Asks again and again; the stores are only known by asking. */
async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('It did not come to hold.');
    await page.waitForTimeout(200);
  }
}

describe('the pages after their first visit', () => {
  it('open without their server, every tab of the pane with them', async () => {
    await page.goto(`${origin}/workbench.html?lang=vi-VN`);
    const pane = page.frameLocator('[data-testid=pane-frame] iframe');
    await pane.getByRole('button', { name: 'Dùng phụ lục mẫu' }).waitFor();
    await waitUntil(async () => (await listStored('phuluc taskpane ')).length >= MIN_FILES);
    await waitUntil(async () => (await listStored('phuluc workbench ')).length > 1);
    expect(await listStored('phuluc workbench ')).toContain('/workbench.html');
    // What came last is kept a moment later.
    await page.waitForTimeout(2000);
    await stop(server);
    await page.reload();
    await pane.getByRole('button', { name: 'Dùng phụ lục mẫu' }).waitFor();
    for (const tab of ['settings', 'paper', 'consolidation', 'history']) {
      await pane.locator(`#tab-${tab}`).click();
      await pane.locator(`#tab-${tab}[aria-selected=true]`).waitFor();
    }
    expect(await pane.getByText(/Không tải được một phần của bổ trợ/).count()).toBe(0);
    server = await serveOn(Number(new URL(origin).port));
  }, 120_000);

  it('keep the release before, and none older', async () => {
    const getName = (release: number): string => `commands.0000000${release}.js`;
    for (const release of [1, 2, 3]) {
      await page.evaluate(async (name) => {
        const { active } = await navigator.serviceWorker.ready;
        active?.postMessage({ page: 'commands', release: name, files: ['commands.html'] });
      }, getName(release));
      await waitUntil(async () => (await listStores()).includes(`phuluc commands ${getName(release)}`));
    }
    await waitUntil(async () => !(await listStores()).includes(`phuluc commands ${getName(1)}`));
    expect((await listStores()).filter((name) => name.startsWith('phuluc commands '))).toEqual([
      `phuluc commands ${getName(2)}`,
      `phuluc commands ${getName(3)}`,
    ]);
    expect(await listStored('phuluc workbench ')).toContain('/workbench.html');
  }, 60_000);

  it('keep no workbook', async () => {
    expect((await listStored('phuluc ')).filter((path) => /\.(?:xlsx|docx|pdf|json)$/.test(path))).toEqual(
      [],
    );
  });
});
