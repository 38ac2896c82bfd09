import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { FileSink } from '../../consolidation/parquet/write-table';
import type { Problem } from '../../shared/problem';
import { err, ok, type Result, warning } from '../../shared/result';
import { fileExists, getErrorReason } from '../files';
import { isFolderBusy } from '../output-file';
import { type Manifest, MANIFEST_FILE, parseManifest } from './manifest';

/** What is read; replaced as a whole, so that no reader meets tables of two runs. */
export const TABLES_FOLDER = 'tables';
const NEW_TABLES_FOLDER = '.tables-new';
const OLD_TABLES_FOLDER = '.tables-old';

/** What a folder may hold and still be nothing of anybody's. */
const IGNORED_ENTRY = /^\.(?!tables-)|^(?:Thumbs\.db|desktop\.ini)$/i;

/**
 * Brings a folder in order after a run that was killed: its tables are those of the last run that ended, or those of
 * the killed one where these were complete; never some of each. A warning says which.
 */
async function recoverFolder(folder: string): Promise<Problem[]> {
  const at = (name: string): string => join(folder, name);
  const [tables, next, old] = await Promise.all(
    [TABLES_FOLDER, NEW_TABLES_FOLDER, OLD_TABLES_FOLDER].map((name) => fileExists(at(name))),
  );
  if (!next && !old) return [];
  if (!tables) {
    // The manifest comes last: with it, the new tables are whole.
    const complete = await fileExists(join(at(NEW_TABLES_FOLDER), MANIFEST_FILE));
    if (!complete && !old) return [];
    await rename(at(complete ? NEW_TABLES_FOLDER : OLD_TABLES_FOLDER), at(TABLES_FOLDER));
    await removeLeftovers(folder);
    return [warning(complete ? 'ledger-completed' : 'ledger-as-before', { file: folder })];
  }
  await removeLeftovers(folder);
  // Only the removal of the old tables was missing.
  return next ? [warning('ledger-as-before', { file: folder })] : [];
}

async function removeLeftovers(folder: string): Promise<void> {
  await rm(join(folder, NEW_TABLES_FOLDER), { recursive: true, force: true });
  await rm(join(folder, OLD_TABLES_FOLDER), { recursive: true, force: true });
}

/** The two renames of another run take less. */
const SWAP_MS = 2_000;
const SWAP_CHECK_MS = 20;

/**
 * Brings a folder in order, unless another run is writing it: then nothing of that run is touched, and the tables that
 * stand are read; they are missing only while they are swapped. Problems: output-busy.
 */
async function prepareFolder(folder: string): Promise<Result<null>> {
  const until = Date.now() + SWAP_MS;
  while (await isFolderBusy(folder)) {
    if (await fileExists(join(folder, TABLES_FOLDER))) return ok(null);
    if (Date.now() > until) return err('output-busy', { file: folder });
    await wait(SWAP_CHECK_MS);
  }
  return ok(null, await recoverFolder(folder));
}

/** The manifest of the ledger in a folder; null where the folder is not there or empty. */
export async function openLedgerFolder(folder: string): Promise<Result<Manifest | null>> {
  let names: string[];
  try {
    names = (await readdir(folder)).filter((name) => !IGNORED_ENTRY.test(name));
  } catch (reason) {
    return getErrorReason(reason) === 'ENOENT'
      ? ok(null)
      : err('not-a-ledger', { file: folder }, { reason: getErrorReason(reason) });
  }
  if (names.length === 0) return ok(null);
  try {
    const prepared = await prepareFolder(folder);
    if (!prepared.ok) return prepared;
    const { warnings } = prepared;
    if (!(await fileExists(join(folder, TABLES_FOLDER, MANIFEST_FILE)))) {
      // A first run that was killed has left nothing but what it had begun.
      if (names.every((name) => name === NEW_TABLES_FOLDER)) {
        await removeLeftovers(folder);
        return ok(null, [warning('ledger-as-before', { file: folder })]);
      }
      return err('not-a-ledger', { file: folder });
    }
    const manifest = parseManifest(
      await readFile(join(folder, TABLES_FOLDER, MANIFEST_FILE), 'utf8'),
      folder,
    );
    return manifest.ok ? { ...manifest, warnings } : manifest;
  } catch (reason) {
    return err('file-not-writable', { file: folder }, { reason: getErrorReason(reason) });
  }
}

/** A file that is written from its beginning to its end and brought to the disk. */
function openFileSink(path: string, openFiles: Set<number>): FileSink {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'wx');
  openFiles.add(file);
  return {
    write(bytes) {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    },
    close() {
      fsyncSync(file);
      openFiles.delete(file);
      closeSync(file);
    },
  };
}

/** New tables beside those that stand, until they are put in their place. */
export type NewTables = {
  /** Opens a file by its path below the tables. */
  open: (path: string) => FileSink;
  path: (path: string) => string;
  /** The manifest ends them; then they stand in place of the old. */
  commit: (manifest: Manifest) => Promise<void>;
  discard: () => Promise<void>;
};

/** Puts the new tables where the old stand; where that fails, the old are put back. */
async function swapTables(folder: string): Promise<void> {
  const [tables, next, old] = [TABLES_FOLDER, NEW_TABLES_FOLDER, OLD_TABLES_FOLDER].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  const replaces = await fileExists(tables);
  if (replaces) await rename(tables, old);
  try {
    await rename(next, tables);
  } catch (error) {
    if (replaces) await rename(old, tables);
    throw error;
  }
}

export async function beginTables(folder: string): Promise<NewTables> {
  await removeLeftovers(folder);
  await mkdir(join(folder, NEW_TABLES_FOLDER));
  const path = (name: string): string => join(folder, NEW_TABLES_FOLDER, name);
  const openFiles = new Set<number>();
  return {
    open: (name) => openFileSink(path(name), openFiles),
    path,
    async commit(manifest) {
      // Under its own name only when it is whole: it says that all is.
      const unfinished = path(`${MANIFEST_FILE}.tmp`);
      await writeFile(unfinished, `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
      await rename(unfinished, path(MANIFEST_FILE));
      await swapTables(folder);
      // What stays of the old is removed by the next run.
      await removeLeftovers(folder).catch(() => undefined);
    },
    discard: async () => {
      for (const file of openFiles) closeSync(file);
      openFiles.clear();
      await rm(path(MANIFEST_FILE), { force: true });
      await recoverFolder(folder);
      if (!(await fileExists(join(folder, OLD_TABLES_FOLDER)))) await removeLeftovers(folder);
    },
  };
}
