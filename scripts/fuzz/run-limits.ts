import { Worker } from 'node:worker_threads';

/** What one run may take: milliseconds of the processor, and megabytes of the whole process. */
const MAX_RUN_MS = 10_000;
export const MAX_MEGABYTES = 1024;

/** A run that neither ends nor computes waits for something that never comes. */
export const MAX_WAIT_MS = 300_000;

/** How the process ends that passes a limit; nothing in it catches them. */
const TIME_SIGNAL = 'SIGTERM';
const MEMORY_SIGNAL = 'SIGKILL';

/** Says why a child ended before it was done. */
export function describeEnd(code: number | null, signal: NodeJS.Signals | null): string {
  if (signal === TIME_SIGNAL) return `took more than ${MAX_RUN_MS} ms of the processor`;
  if (signal === MEMORY_SIGNAL) return `took more than ${MAX_MEGABYTES} MB`;
  return `the process died (${code ?? signal})`;
}

/** Processor time of this process so far (milliseconds). */
function getProcessorMs(): number {
  const { user, system } = process.cpuUsage();
  return Math.round((user + system) / 1000);
}

/** Watches this process; call what it returns when a run begins. */
export function watchRuns(): () => void {
  const startedAt = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const markBegin = (): void => void Atomics.store(startedAt, 0, getProcessorMs());
  markBegin();
  new Worker(new URL('./watch-limits.mjs', import.meta.url), {
    workerData: {
      startedAt,
      maxMs: MAX_RUN_MS,
      maxMegabytes: MAX_MEGABYTES,
      timeSignal: TIME_SIGNAL,
      memorySignal: MEMORY_SIGNAL,
    },
    execArgv: [],
  }).unref();
  return markBegin;
}
