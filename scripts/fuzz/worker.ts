import { parentPort, workerData } from 'node:worker_threads';
import { fuzzOnce } from './run';
import { FUZZ_TARGETS, type FuzzTargetName } from './targets';

/** Which runs to do; `present` tells the parent the run at work, so that it sees one that never ends. */
export type FuzzJob = { name: FuzzTargetName; seed: number; from: number; to: number; present: Int32Array };
export type FuzzFailure = { run: number; what: string };

const { name, seed, from, to, present } = workerData as FuzzJob;
for (let run = from; run < to; run++) {
  Atomics.store(present, 0, run);
  const what = await fuzzOnce(FUZZ_TARGETS[name], seed, run);
  if (what !== null) parentPort?.postMessage({ run, what } satisfies FuzzFailure);
}
