import { rmSync, statSync } from 'node:fs';
import { getHeapStatistics } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { MAX_FILE_BYTES } from '../../import/file-limits';
import type { Problem } from '../../shared/problem';
import { problem } from '../../shared/result';
import type { RunReport } from './report-to-watcher';

/** How long a run may read a workbook (milliseconds), and by how much the program may grow meanwhile (megabytes). */
type RunLimits = { reading: number; growth: number };

/** Of a workbook of the user, which becomes a whole model: one of three million cells takes 5 s and 360 MB. */
const OWN_WORKBOOK_LIMITS: RunLimits = { reading: 30_000, growth: 560 };

/** An authority's workbook may be larger than any file that is sent; what it may take more for each further megabyte. */
const LIMITS_PER_MEGABYTE: RunLimits = { reading: 1_500, growth: 24 };

/** Megabytes by which the program may grow further while it calculates and writes. */
const GROWTH_AFTER_READING = 180;

/** Subcommands that read other files as well, whose memory their own threads watch. */
const SUBCOMMANDS_OF_MANY_FILES: readonly string[] = ['consolidate', 'import'];

const MEMORY_CHECK_MS = 40;
const MEGABYTE = 1024 * 1024;

/** Asks a thread to run a whole call. */
export type RunRequest = { kind: 'run'; args: readonly string[] };

export type RunWatcher = {
  out: (line: string) => void;
  error: (line: string) => void;
  /** The run was ended at this problem. */
  onEnded: (problem: Problem) => Promise<void>;
  /** Those of the size of the workbook where absent. */
  limits?: RunLimits;
};

/** The limits of a workbook by the size of its file. */
export function getOwnWorkbookLimits(bytes: number): RunLimits {
  const more = Math.max(0, bytes - MAX_FILE_BYTES) / MEGABYTE;
  return {
    reading: OWN_WORKBOOK_LIMITS.reading + more * LIMITS_PER_MEGABYTE.reading,
    growth: OWN_WORKBOOK_LIMITS.growth + more * LIMITS_PER_MEGABYTE.growth,
  };
}

/**
 * Runs a call in a thread and watches it while it reads a workbook of the user: there it can be ended, and its temporary
 * files are removed. Answers the exit code.
 */
export function runInThread(
  args: readonly string[],
  { out, error, onEnded, limits: given }: RunWatcher,
): Promise<number> {
  // The run has the memory that it would have had without a thread of its own.
  const heap = getHeapStatistics().heap_size_limit / MEGABYTE;
  const worker = new Worker(new URL('./read-thread.mjs', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heap },
  });
  const claims: string[] = [];
  const isAlone = !args.some((arg) => SUBCOMMANDS_OF_MANY_FILES.includes(arg));
  let file = '';
  let limits = given ?? OWN_WORKBOOK_LIMITS;
  let baseline = 0;
  let timers: NodeJS.Timeout[] = [];
  const stopWatching = (): void => {
    for (const timer of timers) clearInterval(timer);
    timers = [];
  };
  return new Promise((resolve, reject) => {
    const end = (found: Problem): void => {
      stopWatching();
      worker.removeAllListeners();
      worker.on('error', () => undefined);
      void worker.terminate().then(async () => {
        for (const path of claims) rmSync(path, { force: true });
        await onEnded(found);
        resolve(1);
      });
    };
    const endForMemory = (memory: number): void => end(problem('file-too-large', { file }, { memory }));
    const watchMemory = (growth: number): NodeJS.Timeout =>
      setInterval(() => {
        if (process.memoryUsage.rss() - baseline > growth * MEGABYTE) endForMemory(Math.round(growth));
      }, MEMORY_CHECK_MS);
    const watchReading = (): void => {
      baseline = process.memoryUsage.rss();
      const { reading, growth } = limits;
      const endForTime = (): void =>
        end(problem('read-timeout', { file }, { seconds: Math.round(reading / 1000) }));
      timers = [setTimeout(endForTime, reading), watchMemory(growth)];
    };
    worker.on('message', (report: RunReport) => {
      switch (report.kind) {
        case 'out':
          return out(report.line);
        case 'error':
          return error(report.line);
        case 'claimed':
          return void claims.push(report.path);
        case 'reading':
          stopWatching();
          if (report.file === null) {
            if (isAlone) timers = [watchMemory(limits.growth + GROWTH_AFTER_READING)];
            return;
          }
          file = report.file;
          limits = given ?? getOwnWorkbookLimits(statSync(file, { throwIfNoEntry: false })?.size ?? 0);
          return watchReading();
        case 'done':
          stopWatching();
          return resolve(report.code);
      }
    });
    worker.on('error', (fault: NodeJS.ErrnoException) => {
      if (fault.code === 'ERR_WORKER_OUT_OF_MEMORY') endForMemory(Math.round(heap));
      else reject(fault);
    });
    worker.on('exit', (code) => {
      stopWatching();
      resolve(code);
    });
    worker.postMessage({ kind: 'run', args } satisfies RunRequest);
  });
}
