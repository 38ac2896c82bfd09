import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FromReader, ReaderPort } from '../../consolidation/pool/messages';
import { readFiles, type ReadFilesOptions } from '../../consolidation/pool/read-files';
import { localPort } from '../../consolidation/pool/serve-reader';
import { nodeReader, sha256 } from './node-parts';

/** Starting a thread, until it is as fast as one that runs, takes about as long as reading so many files. */
const FILES_A_THREAD = 400;
const MOST_THREADS = 8;
/** Megabytes. A thread that wants more is given up; a small nursery keeps what a file leaves behind small. */
const THREAD_LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 12 };

/** A reader in a thread.  */
export function threadPort(): ReaderPort {
  const thread = new Worker(new URL('./read-thread.mjs', import.meta.url), {
    resourceLimits: THREAD_LIMITS,
  });
  return {
    post: (message) => thread.postMessage(message),
    onMessage: (listener) => void thread.on('message', (message: FromReader) => listener(message)),
    onFailure: (listener) => {
      thread.on('error', (error: Error) => listener(error.message));
      thread.on('exit', (code) => listener(`exit ${code}`));
    },
    close: () => void thread.terminate(),
  };
}

/** How many threads so many files are worth; 0: they are read here. */
export function threadsFor(files: number, cores = availableParallelism()): number {
  return files < FILES_A_THREAD ? 0 : Math.min(cores, MOST_THREADS, Math.ceil(files / FILES_A_THREAD));
}

export type ReadPathsOptions = Omit<ReadFilesOptions, 'readers' | 'openPort'> & { threads?: number };

/** Files hashed before others have a turn: cancelling, drawing progress. */
const HASHED_AT_ONCE = 50;

/** Tells the files that are known by their hash; answers with the others, or null where it was cancelled. */
async function withoutKnown(
  paths: readonly string[],
  { known = [], onOutcome, signal }: ReadPathsOptions,
): Promise<string[] | null> {
  if (known.length === 0) return [...paths];
  const hashes = new Set(known);
  const others: string[] = [];
  for (const [index, path] of paths.entries()) {
    if (index % HASHED_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
    if (signal?.aborted) return null;
    const hash = hashOfFile(path);
    if (hash !== null && hashes.has(hash)) onOutcome({ kind: 'unchanged', file: path, sha256: hash });
    else others.push(path);
  }
  return others;
}

/** Null where the file cannot be read: its reader says why. */
function hashOfFile(path: string): string | null {
  try {
    return sha256(readFileSync(path));
  } catch {
    return null;
  }
}

/**
 * Reads files by their paths, in threads where there are many; see `readFiles`. Unchanged files are told by their hash
 * right here: that takes less time than handing them to a thread.
 */
export async function readPaths(paths: readonly string[], options: ReadPathsOptions): Promise<boolean> {
  const { onProgress } = options;
  const others = await withoutKnown(paths, options);
  if (others === null) return false;
  const unchanged = paths.length - others.length;
  if (others.length === 0) {
    onProgress?.({ done: unchanged, failed: 0, total: paths.length, rate: 0, secondsLeft: 0 });
    return true;
  }
  const threads = options.threads ?? threadsFor(others.length);
  return readFiles(
    others.map((path) => ({ file: path, source: path })),
    {
      ...options,
      known: [],
      readers: Math.max(1, threads),
      openPort: threads === 0 ? () => localPort(nodeReader) : threadPort,
      ...(onProgress && {
        onProgress: (progress) =>
          onProgress({ ...progress, done: progress.done + unchanged, total: paths.length }),
      }),
    },
  );
}
