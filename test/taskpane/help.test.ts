import { EN_HELP } from '../../src/i18n/en/help';
import { VI_HELP } from '../../src/i18n/vi/help';
import { VI_MESSAGES } from '../../src/i18n/vi/messages';

/** Tabs are known by their names among the words. */
const tabs = Object.keys(VI_MESSAGES)
  .filter((key) => key.startsWith('pane.tab.'))
  .map((key) => key.slice('pane.tab.'.length))
  .filter((tab) => !tab.includes('.'));

describe('help', () => {
  it.each([
    ['Vietnamese', VI_HELP],
    ['English', EN_HELP],
  ])('has a page for every tab, in %s', (_, pages) => {
    const steps = Object.fromEntries(
      tabs.map((tab) => [
        tab,
        (pages as Record<string, { steps: readonly string[] }>)[tab]?.steps.length ?? 0,
      ]),
    );
    expect(tabs.filter((tab) => (steps[tab] ?? 0) === 0)).toEqual([]);
  });

  it('says the same number of steps and keys in both languages', () => {
    const shape = (pages: Record<string, { steps: readonly string[]; keys: readonly unknown[] }>) =>
      Object.fromEntries(
        Object.entries(pages).map(([tab, { steps, keys }]) => [tab, [steps.length, keys.length]]),
      );
    expect(shape(EN_HELP)).toEqual(shape(VI_HELP));
  });
});
