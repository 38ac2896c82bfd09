/**
 * Finds the bundle of the command line, or builds it. Whether the sources are still those of the bundle is asked at
 * every start, so this file needs nothing but Node; the bundler is loaded only to build.
 */
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getStamp, readRecord, ROOT } from './bundle-record.mjs';

/** A repository on a medium, or in the hands of another user. */
const NOT_WRITABLE = new Set(['EACCES', 'EEXIST', 'ENOTDIR', 'EPERM', 'EROFS']);

/**
 * @param {string} cache
 * @returns {URL | null} the folder of the bundle, or null if its sources have changed
 */
function findBundle(cache) {
  const record = readRecord(cache);
  if (record?.root !== ROOT || getStamp(join(cache, record.folder)) === null) return null;
  const isCurrent = record.inputs.every(([path, stamp]) => getStamp(join(ROOT, path)) === stamp);
  return isCurrent ? toFolderUrl(join(cache, record.folder)) : null;
}

const toFolderUrl = (folder) => pathToFileURL(join(folder, '/'));

/**
 * A folder for temporary files that belongs to this user alone: what lies in it is run.
 *
 * @returns {string | null} null if someone else made it first
 */
function openTemporaryCache() {
  const name = createHash('sha256').update(`${ROOT} ${userInfo().username}`).digest('hex').slice(0, 16);
  const cache = join(tmpdir(), `phuluc-${name}`);
  mkdirSync(cache, { recursive: true, mode: 0o700 });
  const stat = lstatSync(cache);
  const isOwn = stat.isDirectory() && (!process.getuid || stat.uid === process.getuid());
  return isOwn ? cache : null;
}

/**
 * Gives the folder of the bundle: in the repository, or among temporary files where the repository cannot be written.
 *
 * @returns {Promise<URL>}
 */
export async function openBundle() {
  const own = join(ROOT, 'node_modules', '.cache', 'phuluc');
  const found = findBundle(own);
  if (found) return found;
  const { buildBundle } = await import('./build-bundle.mjs');
  try {
    return toFolderUrl(await buildBundle(own));
  } catch (error) {
    if (!NOT_WRITABLE.has(error.code)) throw error;
  }
  const temporary = openTemporaryCache();
  return (
    (temporary && findBundle(temporary)) ??
    toFolderUrl(await buildBundle(temporary ?? mkdtempSync(join(tmpdir(), 'phuluc-'))))
  );
}
