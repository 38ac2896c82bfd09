/** `npm run screenshots`: the pictures of README and docs, taken in two whole sessions in the built workbench. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../test/e2e/site';
import { openWorkbench } from '../test/e2e/workbench-page';
import { buildReturned } from './samples/returned/build';
import { clerkSession } from './sessions/clerk';
import { officerSession } from './sessions/officer';
import { shootInto } from './sessions/shoot';

const pictures = join(import.meta.dirname, '..', 'docs', 'screenshots');
const browser = await launch();

const folder = mkdtempSync(join(tmpdir(), 'phuluc-screenshots-'));
const clerk = await openWorkbench(browser, { width: 1360, height: 820 });
await clerkSession(clerk, folder, shootInto(pictures, 'van-thu', clerk.page));
await clerk.close();

const officer = await openWorkbench(browser, { width: 1360, height: 820 });
await officerSession(officer, await buildReturned(), folder, shootInto(pictures, 'can-bo', officer.page));
await officer.close();
rmSync(folder, { recursive: true, force: true });

await browser.close();
console.log('docs/screenshots: the sessions of a clerk and of an officer');
