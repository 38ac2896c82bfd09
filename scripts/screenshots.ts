/** `npm run screenshots`: the pictures of README and docs, taken in two whole sessions in the built workbench. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowserForSite } from '../test/e2e/site';
import { openWorkbench } from '../test/e2e/workbench-page';
import { buildReturnedFiles } from './samples/returned/build';
import { runClerkSession } from './sessions/clerk';
import { runOfficerSession } from './sessions/officer';
import { createScreenshotTaker } from './sessions/shoot';

const PICTURES_FOLDER = join(import.meta.dirname, '..', 'docs', 'screenshots');
const browser = await launchBrowserForSite();

const folder = mkdtempSync(join(tmpdir(), 'phuluc-screenshots-'));
const clerk = await openWorkbench(browser, { width: 1360, height: 820 });
await runClerkSession(clerk, folder, createScreenshotTaker(PICTURES_FOLDER, 'van-thu', clerk.page));
await clerk.close();

const officer = await openWorkbench(browser, { width: 1360, height: 820 });
await runOfficerSession(
  officer,
  await buildReturnedFiles(),
  folder,
  createScreenshotTaker(PICTURES_FOLDER, 'can-bo', officer.page),
);
await officer.close();
rmSync(folder, { recursive: true, force: true });

await browser.close();
console.log('docs/screenshots: the sessions of a clerk and of an officer');
