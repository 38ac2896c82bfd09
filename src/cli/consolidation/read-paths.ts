import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ArchivedFile } from '../../consolidation/run/open-archive';
import { readFiles, type ReadFilesOptions } from '../../consolidation/run/read-files';
import type { MessageFromReader, ReaderPort } from '../../consolidation/run/reader-messages';
import { createLocalPort } from '../../consolidation/run/serve-reader';
import { nodeReader, sha256 } from './node-reader';

/** Starting a thread, until it is as fast as one that runs, takes about as long as reading so many files. */
const FILES_PER_THREAD = 400;
const MAX_THREADS = 8;
/** Megabytes. A thread that wants more is given up; a small nursery keeps what a file leaves behind small. */
const THREAD_LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 12 };

/** A reader in a thread.  */
function openThreadPort(): ReaderPort {
  const thread = new Worker(new URL('./read-thread.mjs', import.meta.url), {
    resourceLimits: THREAD_LIMITS,
  });
  return {
    post: (message) => thread.postMessage(message),
    onMessage: (listener) => void thread.on('message', (message: MessageFromReader) => listener(message)),
    onFailure: (listener) => {
      thread.on('error', (error: Error) => listener(error.message));
      thread.on('exit', (code) => listener(`exit ${code}`));
    },
    close: () => void thread.terminate(),
  };
}

/** How many threads so many files are worth; 0: they are read here. */
export function countThreads(files: number, cores = availableParallelism()): number {
  return files < FILES_PER_THREAD ? 0 : Math.min(cores, MAX_THREADS, Math.ceil(files / FILES_PER_THREAD));
}

type ReadPathsOptions = Omit<ReadFilesOptions, 'readers' | 'openPort'> & { threads?: number };

/** Files hashed before others have a turn: cancelling, drawing progress. */
const HASHES_PER_TURN = 50;

/**
 * Reports the files that are known by their hash.
 *
 * @returns the other files; null where it was cancelled
 */
async function filterKnownFiles(
  paths: readonly string[],
  { known = [], onOutcome, signal }: ReadPathsOptions,
): Promise<string[] | null> {
  if (known.length === 0) return [...paths];
  const hashes = new Set(known);
  const others: string[] = [];
  for (const [index, path] of paths.entries()) {
    if (index % HASHES_PER_TURN === 0) await new Promise((resolve) => setImmediate(resolve));
    if (signal?.aborted) return null;
    const hash = hashFile(path);
    if (hash !== null && hashes.has(hash)) onOutcome({ kind: 'unchanged', file: path, sha256: hash });
    else others.push(path);
  }
  return others;
}

/** Null where the file cannot be read: its reader says why. */
function hashFile(path: string): string | null {
  try {
    return sha256(readFileSync(path));
  } catch {
    return null;
  }
}

/**
 * Reads files by their paths, in threads where there are many; see `readFiles`. Unchanged files are recognised by their
 * hash here: that takes less time than sending them to a thread.
 */
export async function readPaths(paths: readonly string[], options: ReadPathsOptions): Promise<boolean> {
  const { onProgress } = options;
  const others = await filterKnownFiles(paths, options);
  if (others === null) return false;
  const unchanged = paths.length - others.length;
  if (others.length === 0) {
    onProgress?.({ done: unchanged, failed: 0, total: paths.length, rate: 0, secondsLeft: 0 });
    return true;
  }
  return readFiles(
    others.map((path) => ({ file: path, source: path })),
    {
      ...options,
      known: [],
      ...chooseReaders(others.length, options.threads),
      ...(onProgress && {
        onProgress: (progress) =>
          onProgress({ ...progress, done: progress.done + unchanged, total: paths.length }),
      }),
    },
  );
}

/** Threads for many files; for few, a reader right here. */
function chooseReaders(
  files: number,
  threads = countThreads(files),
): Pick<ReadFilesOptions, 'readers' | 'openPort'> {
  return {
    readers: Math.max(1, threads),
    openPort: threads === 0 ? () => createLocalPort(nodeReader) : openThreadPort,
  };
}

/** Reads the files of archives, whose bytes are there already. */
export function readArchivedFiles(
  files: readonly ArchivedFile[],
  options: ReadPathsOptions,
): Promise<boolean> {
  return readFiles(
    files.map(({ file, bytes }) => ({ file, source: bytes })),
    { ...options, ...chooseReaders(files.length, options.threads) },
  );
}
