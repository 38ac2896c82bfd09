/** What is kept of a bundle: where it is, and which state of its sources it was made of. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Says which bundle is the current one, and of which sources it was made. */
export const RECORD_NAME = 'bundle.json';

/** @typedef {{ root: string, folder: string, inputs: [path: string, stamp: string][] }} BundleRecord */

/**
 * What changes with a file's contents. The time of change counts beside the time of the contents: archives and copies
 * may bring an old one of those.
 *
 * @param {string} path
 * @returns {string | null} null if there is no such file
 */
export function getStamp(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}` : null;
}

/**
 * @param {string} cache
 * @returns {BundleRecord | null} null if no bundle stands here
 */
export function readRecord(cache) {
  try {
    return JSON.parse(readFileSync(join(cache, RECORD_NAME), 'utf8'));
  } catch {
    return null;
  }
}
