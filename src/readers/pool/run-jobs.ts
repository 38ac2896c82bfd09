import { appendAll } from '../../shared/append-all';
import { assertNever } from '../../shared/assert-never';
import type { Problem } from '../../shared/problem';
import { problem } from '../../shared/result';
import { READ_LIMITS, type ReadLimits } from './read-limits';
import type { ReaderFailure, ReaderMessage, ReaderPort } from './reader-port';

/** One file: its name for messages, and what its reader is asked. */
type Job<Message> = { file: string; message: Message };

type RunJobsOptions<Message, Outcome> = {
  /** How many readers at once. */
  readers: number;
  openPort: () => ReaderPort<Message, Outcome>;
  limits?: ReadLimits;
  signal?: AbortSignal;
  /** Called for each job as it is done, in no order. */
  onOutcome: (job: number, outcome: Outcome) => void;
  /** Called instead where the reader died or was ended at that file. */
  onFailure: (job: number, problem: Problem) => void;
  onPage?: (done: number, total: number) => void;
};

/** Files given to a reader ahead of the one it reads, so that it never waits for the next. */
const MAX_QUEUED_JOBS = 3;

type PooledReader<Message, Outcome> = {
  port: ReaderPort<Message, Outcome>;
  jobs: number[];
  timer: ReturnType<typeof setTimeout> | null;
};

function toProblem(file: string, failure: ReaderFailure): Problem {
  switch (failure.kind) {
    case 'stopped':
      return problem('reader-stopped', { file }, { reason: failure.reason });
    case 'memory':
      return problem('file-too-large', { file }, { memory: failure.megabytes });
    default:
      return assertNever(failure);
  }
}

/**
 * Has files read by several readers at once. Every job has exactly one outcome or failure: a reader that dies, hangs or
 * takes too much memory fails the file it was at and is replaced, and the files it had before it go to others.
 * Answers false where it was cancelled. The job's index goes with each message.
 */
export function runJobs<Message, Outcome>(
  jobs: readonly Job<Message>[],
  options: RunJobsOptions<Message, Outcome>,
): Promise<boolean> {
  const { signal, limits = READ_LIMITS } = options;
  const waiting = jobs.map((_, job) => job).reverse();
  const readers = new Set<PooledReader<Message, Outcome>>();
  let done = 0;

  return new Promise((resolve) => {
    const finish = (isComplete: boolean): void => {
      signal?.removeEventListener('abort', cancel);
      for (const { port, timer, jobs: unfinished } of readers) {
        if (timer !== null) clearTimeout(timer);
        if (unfinished.length === 0) port.release();
        else port.close();
      }
      readers.clear();
      resolve(isComplete);
    };
    const cancel = (): void => finish(false);

    const settle = (): void => {
      done += 1;
      if (done === jobs.length) finish(true);
    };

    /** The reader is given up: the file it was at fails, the others wait again. */
    const giveUp = (
      reader: PooledReader<Message, Outcome>,
      createProblem: (file: string) => Problem,
    ): void => {
      if (!readers.delete(reader)) return;
      if (reader.timer !== null) clearTimeout(reader.timer);
      reader.port.close();
      const [at, ...others] = reader.jobs;
      appendAll(waiting, others.reverse());
      if (waiting.length > 0) open();
      if (at === undefined) return;
      options.onFailure(at, createProblem(jobs[at]!.file));
      settle();
    };

    const watch = (reader: PooledReader<Message, Outcome>, stage: keyof ReadLimits): void => {
      if (reader.timer !== null) clearTimeout(reader.timer);
      reader.timer = null;
      if (reader.jobs.length === 0) return;
      const seconds = Math.round(limits[stage] / 1000);
      reader.timer = setTimeout(
        () => giveUp(reader, (file) => problem('read-timeout', { file }, { seconds })),
        limits[stage],
      );
    };

    const feed = (reader: PooledReader<Message, Outcome>): void => {
      while (reader.jobs.length <= MAX_QUEUED_JOBS) {
        const next = waiting.pop();
        if (next === undefined) return;
        reader.jobs.push(next);
        reader.port.post(jobs[next]!.message);
      }
    };

    const receive = (reader: PooledReader<Message, Outcome>, message: ReaderMessage<Outcome>): void => {
      const at = reader.jobs.indexOf(message.job);
      if (!readers.has(reader) || at < 0) return;
      if ('stage' in message) return watch(reader, message.stage);
      if ('page' in message) return options.onPage?.(message.page.done, message.page.total);
      reader.jobs.splice(at, 1);
      feed(reader);
      watch(reader, 'reading');
      options.onOutcome(message.job, message.outcome);
      settle();
    };

    const open = (): void => {
      const reader: PooledReader<Message, Outcome> = { port: options.openPort(), jobs: [], timer: null };
      readers.add(reader);
      reader.port.onMessage((message) => receive(reader, message));
      reader.port.onFailure((failure) => giveUp(reader, (file) => toProblem(file, failure)));
      feed(reader);
      watch(reader, 'loading');
    };

    if (signal?.aborted) return resolve(false);
    if (jobs.length === 0) return resolve(true);
    signal?.addEventListener('abort', cancel);
    for (let count = Math.min(options.readers, jobs.length); count > 0; count -= 1) open();
  });
}
