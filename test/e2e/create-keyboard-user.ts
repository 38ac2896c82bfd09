import type { Locator } from 'playwright-core';
import { getPaneFrame } from '../support/browser/pane-checks';
import { expectEventually, type WorkbenchPage } from '../support/browser/workbench-page';

/** More than any screen of the pane has: what is not reached by then is not reachable. */
const MAX_STEPS = 250;

type FocusPosition = 'there' | 'ahead' | 'behind';

/** Someone who works the pane without a mouse. */
export type KeyboardUser = {
  /** Goes to an element by Tab or Shift+Tab alone, and sees where they are. */
  goTo: (target: Locator) => Promise<void>;
  press: (...keys: string[]) => Promise<void>;
  type: (text: string) => Promise<void>;
  /** Goes to a button or tab and fires it. */
  activate: (target: Locator, key?: 'Enter' | 'Space') => Promise<void>;
  /** After an action the keyboard is still somewhere in the pane. */
  expectFocusInPane: () => Promise<void>;
};

export async function createKeyboardUser(bench: WorkbenchPage): Promise<KeyboardUser> {
  const { page } = bench;
  const { keyboard } = page;
  const frame = await getPaneFrame(bench);

  const whereabouts = (target: Locator): Promise<FocusPosition> =>
    target.evaluate((element): FocusPosition => {
      const { activeElement } = document;
      if (activeElement === element || element.contains(activeElement)) return 'there';
      const isBehind =
        activeElement !== null &&
        activeElement !== document.body &&
        (activeElement.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
      return isBehind ? 'behind' : 'ahead';
    });

  /** The picture around the focused element differs from the one without the focus. */
  const seesFocus = async (): Promise<void> => {
    const handle = await frame.evaluateHandle(() => document.activeElement);
    const element = handle.asElement();
    const box = await element?.boundingBox();
    if (!element || !box) throw new Error('Nothing has the focus.');
    await element.scrollIntoViewIfNeeded();
    const around = async (): Promise<string> => {
      const { x, y, width, height } = (await element.boundingBox()) ?? box;
      const clip = {
        x: Math.max(0, x - 6),
        y: Math.max(0, y - 6),
        width: Math.min(width + 12, 700),
        height: Math.min(height + 12, 600),
      };
      return (await page.screenshot({ clip, animations: 'disabled' })).toString('base64');
    };
    const withFocus = await around();
    await element.evaluate((node) => {
      const shown = node as HTMLElement;
      shown.blur();
    });
    const without = await around();
    await element.evaluate((node) => (node as HTMLElement).focus());
    expect([await element.evaluate((node) => node.outerHTML.slice(0, 120)), withFocus === without]).toEqual([
      expect.any(String),
      false,
    ]);
  };

  const go = async (target: Locator): Promise<void> => {
    const wanted = target.first();
    await wanted.waitFor({ state: 'attached' });
    // While a command runs its buttons wait.
    await expectEventually(() => wanted.isEnabled(), true);
    for (let step = 0; step < MAX_STEPS; step += 1) {
      const where = await whereabouts(wanted);
      if (where === 'there') return seesFocus();
      await keyboard.press(where === 'ahead' ? 'Tab' : 'Shift+Tab');
    }
    const here = await frame.evaluate(() => document.activeElement?.outerHTML.slice(0, 160));
    throw new Error(`Not reached by Tab: ${String(target)}; the keyboard is at ${here}`);
  };

  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await keyboard.press(key);
  };

  return {
    goTo: go,
    press,
    type: (text) => keyboard.type(text),
    activate: async (target, key = 'Enter') => {
      await go(target);
      await press(key);
    },
    expectFocusInPane: () =>
      expectEventually(
        () =>
          frame.evaluate(() => {
            const { activeElement } = document;
            return activeElement !== null && activeElement !== document.body;
          }),
        true,
      ),
  };
}
