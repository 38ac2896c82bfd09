import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import type { WorkbenchPage } from './workbench-page';

const require = createRequire(join(process.cwd(), 'package.json'));
const AXE_SOURCE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Returns the frame of the pane as soon as its page is there; throws after the usual time. */
export async function getPaneFrame({ page }: WorkbenchPage): Promise<Frame> {
  const element = await page.getByTestId('pane-frame').locator('iframe').elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('The pane is not there.');
  await frame.waitForURL(/taskpane\.html/);
  return frame;
}

/** What axe-core finds, as "rule: first element". */
export async function findAxeViolations(frame: Frame): Promise<string[]> {
  await frame.evaluate(AXE_SOURCE);
  return frame.evaluate(async () => {
    const { axe: engine } = window as unknown as {
      axe: {
        run: (
          node: Document,
          options: object,
        ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const found = await engine.run(document, { resultTypes: ['violations'] });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
  });
}

/** Waits until what stands in the window has been drawn, as nobody scrolls on before. */
export async function waitForPaint(frame: Frame): Promise<void> {
  await frame.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** Pixels by which the page is wider than its frame. */
export function measureOverflow(frame: Frame): Promise<number> {
  return frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Whether nothing lies over the middle of an element, as far as it is within the window. */
export function isUncovered(element: Locator): Promise<boolean> {
  return element.evaluate((target) => {
    const { left, top, width, height } = target.getBoundingClientRect();
    const found = document.elementFromPoint(left + width / 2, top + height / 2);
    return found === null || target.contains(found) || found.contains(target);
  });
}

export async function setPaneWidth({ page }: WorkbenchPage, width: number): Promise<void> {
  await page.getByTestId('pane-frame').evaluate((element, pixels) => {
    (element as HTMLElement).style.width = `${pixels}px`;
  }, width);
}

/** Where an element stands once it moves no more, as a list does that slides in when it opens. */
export function measureAtRest(element: Locator): Promise<{ top: number; bottom: number }> {
  return element.evaluate(async (target) => {
    const running = document.getAnimations().filter(({ effect }) => {
      const moved = effect instanceof KeyframeEffect ? effect.target : null;
      // Indicators that turn for ever move nothing else.
      return moved !== null && moved.contains(target) && effect?.getComputedTiming().endTime !== Infinity;
    });
    await Promise.allSettled(running.map((animation) => animation.finished));
    const { top, bottom } = target.getBoundingClientRect();
    return { top, bottom };
  });
}

/** Elements of the row of tabs that lie over another one or stand out of the pane, as "first over second". */
export function findCrowdedTabs(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const buttons = [...document.querySelectorAll('[role=tab], [data-testid=help-button]')].map((button) => ({
      name: button.getAttribute('aria-label') ?? button.textContent ?? '',
      box: button.getBoundingClientRect(),
    }));
    return buttons.flatMap(({ name, box }, index) => [
      ...(box.right > document.documentElement.clientWidth ? [`${name} out of the pane`] : []),
      ...buttons
        .slice(index + 1)
        .filter(
          (other) =>
            box.left + 1 < other.box.right &&
            other.box.left + 1 < box.right &&
            box.top + 1 < other.box.bottom &&
            other.box.top + 1 < box.bottom,
        )
        .map((other) => `${name} over ${other.name}`),
    ]);
  });
}
