import type { Browser } from 'playwright-core';
import { judgeMemory } from '../../scripts/soak/judge-memory';
import { soakPane } from '../../scripts/soak/soak-pane';
import { launchBrowserForSite } from '../support/browser/open-site';

/** 300 of them by `npm run soak`. */
const ACTIONS = 21;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowserForSite();
}, 120_000);
afterAll(() => browser?.close());

it(`holds no more memory after ${ACTIONS} actions of all kinds`, async () => {
  const megabytes = await soakPane(browser, ACTIONS, 1);
  expect(judgeMemory(megabytes)).toMatchObject({ isFlat: true });
}, 240_000);
