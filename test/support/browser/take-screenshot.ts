import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Takes a picture of how things stand, under a name of its own. */
export type TakeScreenshot = (name: string) => Promise<void>;

/** Pictures go to `folder` as "van-thu-chon-phu-luc.png". */
export function createScreenshotTaker(folder: string, session: string, page: Page): TakeScreenshot {
  mkdirSync(folder, { recursive: true });
  return async (name) => {
    // Tool tips and highlights follow the mouse.
    await page.mouse.move(2, 2);
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(folder, `${session}-${name}.png`) });
  };
}
