import { availableParallelism } from 'node:os';
import type { ArchivedFile } from '../../consolidation/run/open-archive';
import { readFiles, type ReadFilesOptions } from '../../consolidation/run/read-files';
import { MAX_ARCHIVE_BYTES } from '../../import/file-limits';
import { readInput } from '../files';
import { openThreadPort } from '../reader/thread-port';
import { sha256 } from './node-reader';

/** Starting a thread, until it is as fast as one that runs, takes about as long as reading so many files. */
const FILES_PER_THREAD = 400;
const MAX_THREADS = 8;

/** How many threads so many files are worth: one even for one file, since only what a thread reads can be ended. */
export function countThreads(files: number, cores = availableParallelism()): number {
  return Math.max(1, Math.min(cores, MAX_THREADS, Math.floor(files / FILES_PER_THREAD)));
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
  const bytes = readInput(path, MAX_ARCHIVE_BYTES);
  return bytes.ok ? sha256(bytes.value) : null;
}

/**
 * Reads files by their paths in threads; see `readFiles`. Unchanged files are recognised by their
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
      readers: options.threads ?? countThreads(others.length),
      openPort: openThreadPort,
      ...(onProgress && {
        onProgress: (progress) =>
          onProgress({ ...progress, done: progress.done + unchanged, total: paths.length }),
      }),
    },
  );
}

/** Reads the files of archives, whose bytes are there already. */
export function readArchivedFiles(
  files: readonly ArchivedFile[],
  options: ReadPathsOptions,
): Promise<boolean> {
  return readFiles(
    files.map(({ file, bytes }) => ({ file, source: bytes })),
    { ...options, readers: options.threads ?? countThreads(files.length), openPort: openThreadPort },
  );
}
