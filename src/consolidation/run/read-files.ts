import type { ReadLimits } from '../../readers/pool/read-limits';
import { runJobs } from '../../readers/pool/run-jobs';
import type { MasterAnnex } from '../match/master-annex';
import type { FileReaderPort, MessageToReader, ReadOutcome } from './reader-messages';

/** A file to read: its name for messages, and where the platform's reader finds its bytes. */
export type FileToRead = { file: string; source: unknown };

export type ReadingProgress = {
  done: number;
  failed: number;
  total: number;
  /** Files a second, of the whole time so far. */
  rate: number;
  secondsLeft: number;
};

export type ReadFilesOptions = {
  annex: MasterAnnex | null;
  /** SHA-256 of files that need not be read again. */
  known?: readonly string[];
  /** How many readers at once. */
  readers: number;
  openPort: () => FileReaderPort;
  /** A file that takes longer is given up. */
  limits?: ReadLimits;
  signal?: AbortSignal;
  /** Called for each file as it is done, in no order. */
  onOutcome: (outcome: ReadOutcome) => void;
  onProgress?: (progress: ReadingProgress) => void;
  /** Milliseconds; for tests. */
  clock?: () => number;
};

/**
 * Reads files by several readers at once; see `runJobs`. Every file has exactly one outcome. Answers false where it was
 * cancelled.
 */
export function readFiles(files: readonly FileToRead[], options: ReadFilesOptions): Promise<boolean> {
  const { annex, known = [], onOutcome, onProgress, openPort, readers, limits, signal } = options;
  const clock = options.clock ?? (() => performance.now());
  const started = clock();
  let done = 0;
  let failed = 0;

  const settle = (outcome: ReadOutcome): void => {
    done += 1;
    if (outcome.kind === 'failed') failed += 1;
    onOutcome(outcome);
    const seconds = (clock() - started) / 1000;
    const rate = seconds > 0 ? done / seconds : 0;
    const secondsLeft = rate > 0 ? (files.length - done) / rate : 0;
    onProgress?.({ done, failed, total: files.length, rate, secondsLeft });
  };

  return runJobs<MessageToReader, ReadOutcome>(
    files.map((file, job) => ({ file: file.file, message: { kind: 'read', job, ...file } })),
    {
      readers,
      ...(limits && { limits }),
      ...(signal && { signal }),
      openPort: () => {
        const port = openPort();
        port.post({ kind: 'start', annex, known });
        return port;
      },
      onOutcome: (_, outcome) => settle(outcome),
      onFailure: (job, problem) =>
        settle({ kind: 'failed', failed: { file: files[job]!.file, sha256: '', problems: [problem] } }),
    },
  );
}
