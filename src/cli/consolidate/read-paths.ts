import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FromReader, ReaderPort } from '../../consolidation/pool/messages';
import { readFiles, type ReadFilesOptions } from '../../consolidation/pool/read-files';
import { localPort } from '../../consolidation/pool/serve-reader';
import { nodeReader } from './node-parts';

/** Starting a thread takes about as long as reading so many files. */
const FILES_A_THREAD = 150;
const MOST_THREADS = 8;
/** Megabytes. A thread that wants more is given up; a small nursery keeps what a file leaves behind small. */
const THREAD_LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 12 };

/** A reader in a thread.  */
export const threadPort = (): ReaderPort => {
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
};

/** How many threads so many files are worth; 0: they are read here. */
export const threadsFor = (files: number, cores = availableParallelism()): number =>
  files < FILES_A_THREAD ? 0 : Math.min(cores, MOST_THREADS, Math.ceil(files / FILES_A_THREAD));

export type ReadPathsOptions = Omit<ReadFilesOptions, 'readers' | 'openPort'> & { threads?: number };

/** Reads files by their paths, in threads where there are many. See `readFiles`. */
export const readPaths = (paths: readonly string[], options: ReadPathsOptions): Promise<boolean> => {
  const threads = options.threads ?? threadsFor(paths.length);
  return readFiles(
    paths.map((path) => ({ file: path, source: path })),
    {
      ...options,
      readers: Math.max(1, threads),
      openPort: threads === 0 ? () => localPort(nodeReader) : threadPort,
    },
  );
};
