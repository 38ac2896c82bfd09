/**
 * Feeds damaged files to every reader: none may throw, hang, take too much memory or answer without a reason.
 * `npm run fuzz -- [--runs 5000] [--target docx] [--seed 1] [--from 0]`; a failure is repeated with the seed, target
 * and run it names (`--from RUN --runs 1`).
 */
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { FUZZ_TARGETS, type FuzzTargetName } from './fuzz/targets';
import type { FuzzFailure, FuzzJob } from './fuzz/worker';

const LONGEST_RUN_MS = 10_000;
const MOST_HEAP_MB = 1024;

type Ended = { ended: 'done' | 'hang' | 'crash'; run: number; why?: string };

/** One worker from a run to the last, or to the run that hung or crashed it. */
const work = (job: Omit<FuzzJob, 'present'>, report: (failure: FuzzFailure) => void): Promise<Ended> =>
  new Promise((resolve) => {
    const present = new Int32Array(new SharedArrayBuffer(4)).fill(job.from);
    const worker = new Worker(new URL('./fuzz/worker.ts', import.meta.url), {
      workerData: { ...job, present } satisfies FuzzJob,
      execArgv: ['--import', 'tsx'],
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
    });
    let [seen, since] = [-1, Date.now()];
    const end = (ended: Ended): void => {
      clearInterval(watch);
      resolve(ended);
    };
    const watch = setInterval(() => {
      const run = Atomics.load(present, 0);
      if (run !== seen) [seen, since] = [run, Date.now()];
      else if (Date.now() - since > LONGEST_RUN_MS) {
        end({ ended: 'hang', run });
        void worker.terminate();
      }
    }, 250);
    worker.on('message', report);
    worker.on('error', (error) => end({ ended: 'crash', run: Atomics.load(present, 0), why: error.message }));
    worker.on('exit', () => end({ ended: 'done', run: job.to }));
  });

const fuzz = async (name: FuzzTargetName, seed: number, first: number, runs: number): Promise<number> => {
  const began = Date.now();
  const last = first + runs;
  let failures = 0;
  const report = ({ run, what }: FuzzFailure): void => {
    failures++;
    console.log(`${name}: --seed ${seed} --target ${name} --from ${run} --runs 1\n  ${what}`);
  };
  for (let from = first; from < last;) {
    const { ended, run, why } = await work({ name, seed, from, to: last }, report);
    if (ended !== 'done')
      report({ run, what: ended === 'hang' ? 'ran for more than 10 s' : `crashed: ${why}` });
    from = ended === 'done' ? last : run + 1;
  }
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`${name}: ${runs} runs, ${failures} failures, ${seconds} s`);
  return failures;
};

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    target: { type: 'string' },
  },
});
const names = (Object.keys(FUZZ_TARGETS) as FuzzTargetName[]).filter(
  (name) => (values.target ?? name) === name,
);
if (names.length === 0)
  throw new Error(`unknown target ${values.target}; known: ${Object.keys(FUZZ_TARGETS).join(', ')}`);
let failures = 0;
for (const name of names)
  failures += await fuzz(name, Number(values.seed), Number(values.from), Number(values.runs));
process.exitCode = failures > 0 ? 1 : 0;
