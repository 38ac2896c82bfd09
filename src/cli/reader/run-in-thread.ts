import { rmSync } from 'node:fs';
import { getHeapStatistics } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { MAX_GROWTH_MEGABYTES } from '../../readers/pool/read-limits';
import type { Problem } from '../../shared/problem';
import { problem } from '../../shared/result';
import type { RunReport } from './report-to-watcher';

/**
 * How long a workbook of the user may take to be read (milliseconds), and by how much the program may grow meanwhile
 * (megabytes). It may be as large as an authority's, so it has more than a file that was sent: one of four million cells
 * takes 6 s and 480 MB.
 */
export const OWN_WORKBOOK_LIMITS = { reading: 30_000, growth: MAX_GROWTH_MEGABYTES + 320 };

const MEMORY_CHECK_MS = 40;
const MEGABYTE = 1024 * 1024;

/** Asks a thread to run a whole call. */
export type RunRequest = { kind: 'run'; args: readonly string[] };

export type RunWatcher = {
  out: (line: string) => void;
  error: (line: string) => void;
  /** The run was ended at this problem. */
  onEnded: (problem: Problem) => Promise<void>;
  limits?: { reading: number; growth: number };
};

/**
 * Runs a call in a thread and watches it while it reads a workbook of the user: there it can be ended, and its temporary
 * files are removed. Answers the exit code.
 */
export function runInThread(
  args: readonly string[],
  { out, error, onEnded, limits = OWN_WORKBOOK_LIMITS }: RunWatcher,
): Promise<number> {
  // The run has the memory that it would have had without a thread of its own.
  const heap = getHeapStatistics().heap_size_limit / MEGABYTE;
  const worker = new Worker(new URL('./read-thread.mjs', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heap },
  });
  const claims: string[] = [];
  let file = '';
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
    const watchReading = (): void => {
      const seconds = Math.round(limits.reading / 1000);
      const baseline = process.memoryUsage.rss();
      timers = [
        setTimeout(() => end(problem('read-timeout', { file }, { seconds })), limits.reading),
        setInterval(() => {
          const growth = process.memoryUsage.rss() - baseline;
          if (growth > limits.growth * MEGABYTE) endForMemory(limits.growth);
        }, MEMORY_CHECK_MS),
      ];
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
          file = report.file ?? file;
          return report.file === null ? undefined : watchReading();
        case 'done':
          stopWatching();
          return resolve(report.code);
      }
    });
    worker.on('error', (fault: NodeJS.ErrnoException) => {
      if (fault.code === 'ERR_WORKER_OUT_OF_MEMORY') endForMemory(Math.round(heap));
      else reject(fault);
    });
    worker.postMessage({ kind: 'run', args } satisfies RunRequest);
  });
}
