import { Worker } from 'node:worker_threads';
import { MAX_GROWTH_MEGABYTES } from '../../readers/pool/read-limits';
import type { ReaderFailure, ReaderMessage, ReaderPort } from '../../readers/pool/reader-port';

/**
 * Megabytes of a thread's heap; a small nursery keeps what a file leaves behind small. What lies outside the heap, the
 * bytes of files and pictures, is watched by `watchMemory`.
 */
const THREAD_LIMITS = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 12 };

/** An idle thread is kept so long for the next file, and one that was started ahead for the first (milliseconds). */
const IDLE_MS = 1_000;
const WARM_MS = 30_000;
const MEMORY_CHECK_MS = 40;
const MEGABYTE = 1024 * 1024;

type ReadingThread = {
  worker: Worker;
  listener: (message: ReaderMessage<unknown>) => void;
  onFailure: (failure: ReaderFailure) => void;
  /** Messages without an answer yet. */
  pending: number;
  /** When the file it is at began, and how large the program was then (bytes). */
  since: number;
  baseline: number;
  idle: ReturnType<typeof setTimeout> | null;
};

const IDLE_THREADS: ReadingThread[] = [];
const BUSY_THREADS = new Set<ReadingThread>();
let memoryWatch: ReturnType<typeof setInterval> | null = null;

function markBegin(thread: ReadingThread): void {
  thread.since = performance.now();
  thread.baseline = process.memoryUsage.rss();
}

/**
 * Ends the thread whose file has made the program grow beyond the limit. Threads share one memory: it is the one that
 * has been at its file for the longest, since a plain file takes a small part of a second; the others are measured from here on.
 */
function checkMemory(): void {
  const now = process.memoryUsage.rss();
  const limit = MAX_GROWTH_MEGABYTES * MEGABYTE;
  const grown = [...BUSY_THREADS].filter(({ pending, baseline }) => pending > 0 && now - baseline > limit);
  const longest = grown.sort((left, right) => left.since - right.since)[0];
  if (!longest) return;
  for (const thread of BUSY_THREADS) thread.baseline = now;
  longest.onFailure({ kind: 'memory', megabytes: MAX_GROWTH_MEGABYTES });
}

function setBusy(thread: ReadingThread): void {
  BUSY_THREADS.add(thread);
  markBegin(thread);
  thread.worker.ref();
  memoryWatch ??= setInterval(checkMemory, MEMORY_CHECK_MS).unref();
}

function setDone(thread: ReadingThread): void {
  BUSY_THREADS.delete(thread);
  if (BUSY_THREADS.size > 0 || memoryWatch === null) return;
  clearInterval(memoryWatch);
  memoryWatch = null;
}

function closeThread(thread: ReadingThread): void {
  setDone(thread);
  const at = IDLE_THREADS.indexOf(thread);
  if (at >= 0) IDLE_THREADS.splice(at, 1);
  if (thread.idle !== null) clearTimeout(thread.idle);
  thread.worker.removeAllListeners();
  // A thread that is being ended may still fail: nobody waits for it.
  thread.worker.on('error', () => undefined);
  void thread.worker.terminate();
}

function keepIdle(thread: ReadingThread, duration = IDLE_MS): void {
  setDone(thread);
  thread.listener = () => undefined;
  thread.onFailure = () => closeThread(thread);
  thread.worker.unref();
  thread.idle = setTimeout(() => closeThread(thread), duration).unref();
  IDLE_THREADS.push(thread);
}

function toFailure(error: Error): ReaderFailure {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? { kind: 'memory', megabytes: THREAD_LIMITS.maxOldGenerationSizeMb }
    : { kind: 'stopped', reason: error.message };
}

function startThread(): ReadingThread {
  const worker = new Worker(new URL('./read-thread.mjs', import.meta.url), { resourceLimits: THREAD_LIMITS });
  const thread: ReadingThread = {
    worker,
    listener: () => undefined,
    onFailure: () => undefined,
    pending: 0,
    since: 0,
    baseline: 0,
    idle: null,
  };
  worker.on('message', (message: ReaderMessage<unknown>) => {
    if ('outcome' in message) {
      thread.pending -= 1;
      markBegin(thread);
    } else if ('stage' in message) markBegin(thread);
    thread.listener(message);
  });
  worker.on('error', (error: Error) => thread.onFailure(toFailure(error)));
  worker.on('exit', (code) => thread.onFailure({ kind: 'stopped', reason: `exit ${code}` }));
  return thread;
}

function takeThread(): ReadingThread {
  const thread = IDLE_THREADS.pop() ?? startThread();
  if (thread.idle !== null) clearTimeout(thread.idle);
  thread.idle = null;
  return thread;
}

/** Starts a thread before it is wanted, so that its first document does not wait for it. */
export function warmUpThread(): void {
  const thread = startThread();
  thread.worker.postMessage('warm-up');
  keepIdle(thread, WARM_MS);
}

/** A reader in a thread of its own: one that has nothing to do, or a new one. */
export function openThreadPort<Message extends { kind: string }, Outcome>(): ReaderPort<Message, Outcome> {
  const thread = takeThread();
  setBusy(thread);
  return {
    post: (message) => {
      // What only prepares a thread has no answer.
      if (message.kind !== 'start') thread.pending += 1;
      thread.worker.postMessage(message);
    },
    onMessage: (listener) => {
      thread.listener = listener as ReadingThread['listener'];
    },
    onFailure: (listener) => {
      thread.onFailure = listener;
    },
    close: () => closeThread(thread),
    release: () => keepIdle(thread),
  };
}
