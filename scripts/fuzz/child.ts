import { ignoreStrayRejections } from '../../src/cli/ignore-stray-rejections';
import { fuzzOnce } from './fuzz-once';
import { FUZZ_TARGETS, type FuzzTargetName } from './targets';

/** Messages of the child to its parent: the run that it begins, then what that run broke. */
export type FuzzMessage = { begins: number } | { run: number; what: string } | { mostMegabytes: number };

function sendMessage(message: FuzzMessage): Promise<void> {
  return new Promise((resolve) => process.send?.(message, () => resolve()));
}

ignoreStrayRejections();
const [name, seed, from, to] = process.argv.slice(2);
for (let run = Number(from); run < Number(to); run++) {
  await sendMessage({ begins: run });
  const what = await fuzzOnce(FUZZ_TARGETS[name as FuzzTargetName], Number(seed), run);
  if (what !== null) await sendMessage({ run, what });
}
await sendMessage({ mostMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) });
