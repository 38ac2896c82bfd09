import { ignoreStrayRejections } from '../../src/cli/ignore-stray-rejections';
import { fuzzOnce } from './fuzz-once';
import type { ComparisonCounts } from './judge-consolidation';
import { watchRuns } from './run-limits';
import { type CustomFuzzTarget, FUZZ_TARGETS, type FuzzTarget, type FuzzTargetName } from './targets';

/** Messages of the child to its parent: the run that it begins, then what that run broke; in the end what it took. */
export type FuzzMessage =
  | { begins: number }
  | { run: number; what: string }
  | { mostMegabytes: number; counts: ComparisonCounts | null };

function sendMessage(message: FuzzMessage): Promise<void> {
  return new Promise((resolve) => process.send?.(message, () => resolve()));
}

ignoreStrayRejections();
const [name, seed, from, to] = process.argv.slice(2);
const target: FuzzTarget | CustomFuzzTarget = FUZZ_TARGETS[name as FuzzTargetName];
const markBegin = watchRuns();
for (let run = Number(from); run < Number(to); run++) {
  await sendMessage({ begins: run });
  markBegin();
  const what = await fuzzOnce(target, Number(seed), run);
  if (what !== null) await sendMessage({ run, what });
}
await sendMessage({
  mostMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  counts: 'counts' in target ? (target.counts ?? null) : null,
});
