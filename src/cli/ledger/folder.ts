import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { done, refuse, warning } from '../../annex/outcome';
import type { Problem, Result } from '../../annex/problem';
import type { ByteSink } from '../../consolidation/parquet/write-table';
import { fileExists, reasonOf } from '../files';
import type { Manifest } from './manifest';
import { MANIFEST, readManifest } from './manifest';

/** What is read; replaced as a whole, so that no reader meets tables of two runs. */
export const TABLES = 'tables';
const NEW = '.tables-new';
const OLD = '.tables-old';

/** What a folder may hold and still be nothing of anybody's. */
const IGNORED = /^\.(?!tables-)|^(?:Thumbs\.db|desktop\.ini)$/i;

/**
 * Brings a folder in order after a run that was killed: its tables are those of the last run that ended, or those of
 * the killed one where these were complete; never some of each. A warning says which.
 */
async function settle(folder: string): Promise<Problem[]> {
  const at = (name: string): string => join(folder, name);
  const [tables, fresh, old] = await Promise.all([TABLES, NEW, OLD].map((name) => fileExists(at(name))));
  if (!fresh && !old) return [];
  if (!tables) {
    // The manifest is written last: with it, the new tables are whole.
    const complete = await fileExists(join(at(NEW), MANIFEST));
    if (!complete && !old) return [];
    await rename(at(complete ? NEW : OLD), at(TABLES));
    await clear(folder);
    return [warning(complete ? 'ledger-completed' : 'ledger-as-before', { file: folder })];
  }
  await clear(folder);
  // Only the removal of the old tables was missing.
  return fresh ? [warning('ledger-as-before', { file: folder })] : [];
}

async function clear(folder: string): Promise<void> {
  await rm(join(folder, NEW), { recursive: true, force: true });
  await rm(join(folder, OLD), { recursive: true, force: true });
}

/** The manifest of the ledger in a folder; null where the folder is not there or empty. */
export async function openLedgerFolder(folder: string): Promise<Result<Manifest | null>> {
  let names: string[];
  try {
    names = (await readdir(folder)).filter((name) => !IGNORED.test(name));
  } catch (reason) {
    return reasonOf(reason) === 'ENOENT'
      ? done(null)
      : refuse('not-a-ledger', { file: folder }, { reason: reasonOf(reason) });
  }
  if (names.length === 0) return done(null);
  try {
    const warnings = await settle(folder);
    if (!(await fileExists(join(folder, TABLES, MANIFEST)))) {
      // A first run that was killed has left nothing but what it had begun.
      if (names.every((name) => name === NEW)) {
        await clear(folder);
        return done(null, [warning('ledger-as-before', { file: folder })]);
      }
      return refuse('not-a-ledger', { file: folder });
    }
    const manifest = readManifest(await readFile(join(folder, TABLES, MANIFEST), 'utf8'), folder);
    return manifest.ok ? { ...manifest, warnings } : manifest;
  } catch (reason) {
    return refuse('file-not-writable', { file: folder }, { reason: reasonOf(reason) });
  }
}

/** A file that is written from its beginning to its end and brought to the disk. */
function fileSink(path: string): ByteSink {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'wx');
  return {
    write(bytes) {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    },
    close() {
      fsyncSync(file);
      closeSync(file);
    },
  };
}

/** New tables beside those that stand, until they are put in their place. */
export type NewTables = {
  /** Opens a file by its path below the tables. */
  open: (path: string) => ByteSink;
  path: (path: string) => string;
  /** The manifest ends them; then they stand in place of the old. */
  commit: (manifest: Manifest) => Promise<void>;
  discard: () => Promise<void>;
};

export async function beginTables(folder: string): Promise<NewTables> {
  await mkdir(folder, { recursive: true });
  await clear(folder);
  await mkdir(join(folder, NEW));
  const path = (name: string): string => join(folder, NEW, name);
  return {
    open: (name) => fileSink(path(name)),
    path,
    async commit(manifest) {
      await writeFile(path(MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
      if (await fileExists(join(folder, TABLES))) await rename(join(folder, TABLES), join(folder, OLD));
      await rename(join(folder, NEW), join(folder, TABLES));
      await clear(folder);
    },
    discard: async () => {
      await settle(folder);
    },
  };
}
