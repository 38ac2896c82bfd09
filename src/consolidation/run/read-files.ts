import type { Annex } from '../../annex/types';
import type { ProblemCode } from '../../shared/problem';
import type { ReaderPort, ReadOutcome } from './reader-messages';

/** A file to read: its name for messages, and where the platform's reader finds its bytes. */
type FileToRead = { file: string; source: unknown };

export type ReadingProgress = {
  done: number;
  failed: number;
  total: number;
  /** Files a second, of the whole time so far. */
  rate: number;
  secondsLeft: number;
};

export type ReadFilesOptions = {
  annex: Annex | null;
  /** SHA-256 of files that need not be read again. */
  known?: readonly string[];
  /** How many readers at once. */
  readers: number;
  openPort: () => ReaderPort;
  /** A file that takes longer is given up (milliseconds). */
  timeout?: number;
  signal?: AbortSignal;
  /** Called for each file as it is done, in no order. */
  onOutcome: (outcome: ReadOutcome) => void;
  onProgress?: (progress: ReadingProgress) => void;
  /** Milliseconds; for tests. */
  clock?: () => number;
};

/** Files given to a reader ahead of the one it reads, so that it never waits for the next. */
const MAX_QUEUED_JOBS = 3;
const DEFAULT_TIMEOUT_MS = 30_000;

type ReadJob = { file: FileToRead; job: number };
type PooledReader = { port: ReaderPort; jobs: ReadJob[]; timer: ReturnType<typeof setTimeout> | null };

/**
 * Reads files by several readers at once. Every file has exactly one outcome: a reader that dies or hangs fails the
 * file it was at and is replaced, and the files it had before it go to others. Answers false where it was cancelled.
 */
export function readFiles(files: readonly FileToRead[], options: ReadFilesOptions): Promise<boolean> {
  const { annex, known = [], onOutcome, onProgress, signal } = options;
  const timeout = options.timeout ?? DEFAULT_TIMEOUT_MS;
  const clock = options.clock ?? (() => performance.now());
  const started = clock();
  const waiting: ReadJob[] = files.map((file, job) => ({ file, job })).reverse();
  const readers = new Set<PooledReader>();
  let done = 0;
  let failed = 0;

  return new Promise((resolve) => {
    const finish = (isComplete: boolean): void => {
      signal?.removeEventListener('abort', cancel);
      for (const { port, timer } of readers) {
        if (timer !== null) clearTimeout(timer);
        port.close();
      }
      readers.clear();
      resolve(isComplete);
    };
    const cancel = (): void => finish(false);

    const settle = (outcome: ReadOutcome): void => {
      done += 1;
      if (outcome.kind === 'failed') failed += 1;
      onOutcome(outcome);
      const seconds = (clock() - started) / 1000;
      const rate = seconds > 0 ? done / seconds : 0;
      const secondsLeft = rate > 0 ? (files.length - done) / rate : 0;
      onProgress?.({ done, failed, total: files.length, rate, secondsLeft });
      if (done === files.length) finish(true);
    };

    /** The reader is given up: the file it was at fails, the others wait again. */
    const giveUp = (
      reader: PooledReader,
      code: ProblemCode,
      details: Record<string, string | number>,
    ): void => {
      if (!readers.delete(reader)) return;
      if (reader.timer !== null) clearTimeout(reader.timer);
      reader.port.close();
      const [at, ...others] = reader.jobs;
      waiting.push(...others.reverse());
      if (waiting.length > 0) open();
      if (!at) return;
      const { file } = at.file;
      const problems = [{ code, severity: 'error' as const, place: { file }, details }];
      settle({ kind: 'failed', failed: { file, sha256: '', problems } });
    };

    const watch = (reader: PooledReader): void => {
      if (reader.timer !== null) clearTimeout(reader.timer);
      reader.timer =
        reader.jobs.length === 0
          ? null
          : setTimeout(
              () => giveUp(reader, 'read-timeout', { seconds: Math.round(timeout / 1000) }),
              timeout,
            );
    };

    const feed = (reader: PooledReader): void => {
      while (reader.jobs.length <= MAX_QUEUED_JOBS) {
        const next = waiting.pop();
        if (!next) return;
        reader.jobs.push(next);
        reader.port.post({ kind: 'read', job: next.job, ...next.file });
      }
    };

    const open = (): void => {
      const reader: PooledReader = { port: options.openPort(), jobs: [], timer: null };
      readers.add(reader);
      reader.port.onMessage(({ job, outcome }) => {
        const at = reader.jobs.findIndex((one) => one.job === job);
        if (!readers.has(reader) || at < 0) return;
        reader.jobs.splice(at, 1);
        feed(reader);
        watch(reader);
        settle(outcome);
      });
      reader.port.onFailure((reason) => giveUp(reader, 'reader-stopped', { reason }));
      reader.port.post({ kind: 'start', annex, known });
      feed(reader);
      watch(reader);
    };

    if (signal?.aborted) return resolve(false);
    if (files.length === 0) return resolve(true);
    signal?.addEventListener('abort', cancel);
    for (let count = Math.min(options.readers, files.length); count > 0; count -= 1) open();
  });
}
