import { parseArgs } from 'node:util';
/**
 * Does actions of all kinds again and again and measures what stays in memory: it must be flat.
 * `npm run soak -- [command-line|pane] [--actions 300] [--seed 1]`; the pane needs `npm run build` before.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import '../src/i18n/register-english';
import { launchBrowserForSite } from '../test/support/browser/open-site';
import { judgeMemory } from './soak/judge-memory';
import { soakCommandLine } from './soak/soak-command-line';
import { soakPane } from './soak/soak-pane';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { actions: { type: 'string', default: '300' }, seed: { type: 'string', default: '1' } },
});
const SOAKS: Record<string, (actions: number, seed: number) => Promise<number[]>> = {
  'command-line': (actions, seed) => soakCommandLine(actions, seed, collectGarbage),
  pane: async (actions, seed) => {
    const browser = await launchBrowserForSite();
    return soakPane(browser, actions, seed).finally(() => browser.close());
  },
};
let failures = 0;
for (const [name, soak] of Object.entries(SOAKS)) {
  if ((positionals[0] ?? name) !== name) continue;
  const megabytes = await soak(Number(values.actions), Number(values.seed));
  const { early, middle, late, isFlat } = judgeMemory(megabytes);
  if (!isFlat) failures++;
  console.log(
    `${name}: ${megabytes.length} actions, ${early.toFixed(1)} → ${middle.toFixed(1)} → ${late.toFixed(1)} MB` +
      ` (medians of thirds): ${isFlat ? 'flat' : 'GROWS'}`,
  );
}
process.exitCode = failures > 0 ? 1 : 0;
