/** `npm run screenshots`: the pictures of README and docs, taken in whole sessions in the built workbench. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runClerkSession } from '../test/support/browser/clerk-session';
import { consolidateTwoDocuments, runDocumentsSession } from '../test/support/browser/documents-session';
import { runOfficerSession } from '../test/support/browser/officer-session';
import { launchBrowserForSite } from '../test/support/browser/open-site';
import { createScreenshotTaker } from '../test/support/browser/take-screenshot';
import { openWorkbench } from '../test/support/browser/workbench-page';
import { buildReturnedFiles } from '../test/support/returned-workbooks/build-returned-files';

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

const year = await openWorkbench(browser, { width: 1360, height: 820 });
const { workbook } = await runDocumentsSession(
  year,
  folder,
  createScreenshotTaker(PICTURES_FOLDER, 'van-thu', year.page),
);
await year.close();
const second = await openWorkbench(browser, { width: 1360, height: 820 });
await consolidateTwoDocuments(
  second,
  workbook,
  createScreenshotTaker(PICTURES_FOLDER, 'can-bo', second.page),
);
await second.close();
rmSync(folder, { recursive: true, force: true });

await browser.close();
console.log(
  'docs/screenshots: the sessions of a clerk and of an officer, with one document and with several',
);
