/**
 * Feeds damaged files to every reader: none may throw, hang, take too much memory or answer without a reason.
 * Time is measured on the processor, so that a busy machine fails no run.
 * `npm run fuzz -- [TARGET] [--runs 5000] [--seed 1] [--from 0]`; a failure prints the arguments that repeat it.
 * `consolidate`: school workbooks edited by hand or damaged, 1,000 of them; none may be taken for another unit's, and
 * no row lost or read as something else. `schools`: workbooks in disorder (ticks, copies, quarters, free words, crossed-out
 * rows …), 2,000 of them; no figure may differ from the truth without a finding that names its row, column or file.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { FuzzMessage } from './fuzz/child';
import type { ComparisonCounts } from './fuzz/judge-consolidation';
import { describeEnd, MAX_MEGABYTES, MAX_WAIT_MS } from './fuzz/run-limits';
import { FUZZ_TARGETS, type FuzzTargetName } from './fuzz/targets';

const DEFAULT_RUNS = 5_000;
/** Of targets whose single run takes long. */
const RUNS_BY_TARGET: Partial<Record<FuzzTargetName, number>> = { consolidate: 1_000, schools: 2_000 };
const CHILD_PATH = fileURLToPath(new URL('./fuzz/child.ts', import.meta.url));

type Job = { name: FuzzTargetName; seed: number; from: number; to: number };
type ReportFailure = (run: number, what: string) => void;
type JobResult = {
  /** First run not done. */ next: number;
  megabytes: number;
  counts: ComparisonCounts | null;
};

/** One process from a run to the last, or to the run that it hung in or died of. */
function runJob({ name, seed, from, to }: Job, report: ReportFailure): Promise<JobResult> {
  return new Promise((resolve) => {
    const child = fork(CHILD_PATH, [name, String(seed), String(from), String(to)], {
      execArgv: ['--import', 'tsx', `--max-old-space-size=${MAX_MEGABYTES}`],
    });
    let run = from;
    let megabytes = 0;
    let counts: ComparisonCounts | null = null;
    let hung = false;
    const endHung = (): void => {
      hung = true;
      child.kill('SIGKILL');
    };
    let watch = setTimeout(endHung, MAX_WAIT_MS);
    child.on('message', (message: FuzzMessage) => {
      if ('begins' in message) {
        run = message.begins;
        clearTimeout(watch);
        watch = setTimeout(endHung, MAX_WAIT_MS);
      } else if ('what' in message) report(message.run, message.what);
      else ({ mostMegabytes: megabytes, counts } = message);
    });
    child.on('exit', (code, signal) => {
      clearTimeout(watch);
      const isClean = code === 0;
      if (!isClean) report(run, hung ? `waited more than ${MAX_WAIT_MS} ms` : describeEnd(code, signal));
      resolve({ next: isClean ? to : run + 1, megabytes, counts });
    });
  });
}

async function fuzzTarget(name: FuzzTargetName, seed: number, first: number, runs: number): Promise<number> {
  const began = Date.now();
  let failures = 0;
  let megabytes = 0;
  const counts: ComparisonCounts = { compared: 0, reported: 0 };
  const report: ReportFailure = (run, what) => {
    failures++;
    console.log(`--target ${name} --seed ${seed} --from ${run} --runs 1\n  ${what}`);
  };
  for (let from = first; from < first + runs;) {
    const ended = await runJob({ name, seed, from, to: first + runs }, report);
    from = ended.next;
    megabytes = Math.max(megabytes, ended.megabytes);
    counts.compared += ended.counts?.compared ?? 0;
    counts.reported += ended.counts?.reported ?? 0;
  }
  if (megabytes > MAX_MEGABYTES) failures++;
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  if (counts.compared > 0)
    console.log(`${name}: ${counts.compared} figures compared, ${counts.reported} differ with a finding`);
  console.log(`${name}: ${runs} runs, ${failures} failures, ${seconds} s, at most ${megabytes} MB`);
  return failures;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    target: { type: 'string' },
  },
});
const names = (Object.keys(FUZZ_TARGETS) as FuzzTargetName[]).filter(
  (name) => (values.target ?? positionals[0] ?? name) === name,
);
if (names.length === 0) throw new Error(`The target is one of ${Object.keys(FUZZ_TARGETS).join(', ')}`);
let failures = 0;
for (const name of names)
  failures += await fuzzTarget(
    name,
    Number(values.seed),
    Number(values.from),
    Number(values.runs ?? RUNS_BY_TARGET[name] ?? DEFAULT_RUNS),
  );
process.exitCode = failures > 0 ? 1 : 0;
