import type { ArchivedFile } from '../../consolidation/run/open-archive';
import { readFiles, type ReadFilesOptions } from '../../consolidation/run/read-files';
import { openWorkbookPort } from '../reader/worker-readers';

const MAX_WORKERS = 4;
/** Few files are not worth a second worker. */
const FILES_PER_WORKER = 20;

/** How many workers so many files are worth; one core is left to the pane. */
export function countWorkers(files: number, cores: number): number {
  return Math.min(MAX_WORKERS, Math.max(1, cores - 1), Math.ceil(files / FILES_PER_WORKER));
}

type ReadOptions = Omit<ReadFilesOptions, 'readers' | 'openPort'>;

function readInWorkers(files: { file: string; source: unknown }[], options: ReadOptions): Promise<boolean> {
  const readers = countWorkers(files.length, navigator.hardwareConcurrency || 2);
  return readFiles(files, { ...options, readers, openPort: openWorkbookPort });
}

/** Reads the files an officer chose, in workers; one of them even for one file, so that the pane stays free. */
export function readChosenFiles(files: ReadonlyMap<string, File>, options: ReadOptions): Promise<boolean> {
  return readInWorkers(
    [...files].map(([file, source]) => ({ file, source })),
    options,
  );
}

/** Reads the files of archives, whose bytes are there already. */
export function readArchivedFiles(files: readonly ArchivedFile[], options: ReadOptions): Promise<boolean> {
  return readInWorkers(
    files.map(({ file, bytes }) => ({ file, source: bytes })),
    options,
  );
}
