import type { Browser } from 'playwright-core';
import { launchBrowserForSite } from '../support/browser/open-site';
import { getPaneFrame } from '../support/browser/pane-checks';
import { expectEventually, openWorkbench } from '../support/browser/workbench-page';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowserForSite();
}, 120_000);
afterAll(() => browser?.close());

it('a dialog opens by office.js, speaks with the pane and is closed by it', async () => {
  const bench = await openWorkbench(browser);
  try {
    await bench.pane.getByRole('button', { name: 'Dùng phụ lục mẫu' }).waitFor();
    const frame = await getPaneFrame(bench);
    const [popup] = await Promise.all([
      bench.page.waitForEvent('popup'),
      frame.evaluate(
        () =>
          new Promise<void>((resolve, reject) => {
            const seen = window as unknown as { heard: string[]; dialog: Office.Dialog };
            seen.heard = [];
            Office.context.ui.displayDialogAsync(
              new URL('commands.html', window.location.href).href,
              { promptBeforeOpen: false },
              ({ status, value, error }) => {
                if (status !== Office.AsyncResultStatus.Succeeded) {
                  reject(new Error(error.message));
                  return;
                }
                seen.dialog = value;
                value.addEventHandler(Office.EventType.DialogMessageReceived, (event) => {
                  if ('message' in event) seen.heard.push(event.message);
                });
                resolve();
              },
            );
          }),
      ),
    ]);
    await popup.waitForFunction(() => typeof Office !== 'undefined' && Boolean(Office.context?.ui));
    await popup.evaluate(() => Office.onReady().then(() => Office.context.ui.messageParent('xin chào')));
    await expectEventually(
      () => frame.evaluate(() => (window as unknown as { heard: string[] }).heard),
      ['xin chào'],
    );
    await Promise.all([
      popup.waitForEvent('close'),
      frame.evaluate(() => (window as unknown as { dialog: Office.Dialog }).dialog.close()),
    ]);
    expect(bench.faults).toEqual({ requests: [], errors: [] });
  } finally {
    await bench.close();
  }
});
