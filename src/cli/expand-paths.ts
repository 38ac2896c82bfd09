import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { findLeftOutReason, type LeftOutFile, type LeftOutReason } from '../consolidation/run/left-out';
import { appendAll } from '../shared/append-all';
import type { Problem } from '../shared/problem';
import { problem } from '../shared/result';
import { fileExists } from './files';
import { TABLES_FOLDER } from './ledger/ledger-folder';
import { MANIFEST_FILE } from './ledger/manifest';
import { isOwnClaim } from './output-file';

const hasPattern = (path: string): boolean => /[*?]/.test(path);

/** "2026/*.xlsx" as a test of names; "**" goes through folders. */
function globToRegExp(pattern: string): RegExp {
  return new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*\*\/?/g, '\u0000')
      .replace(/\*/g, '[^/]*')
      .replace(/\?/g, '[^/]')
      .replaceAll('\u0000', '.*')}$`,
    'u',
  );
}

/** What a folder holds: files to read, and those that are nobody's report. */
type FolderContents = { files: string[]; leftOut: LeftOutFile[] };

/** A ledger that an earlier run wrote, by the list of its tables. */
const isLedgerFolder = (folder: string): Promise<boolean> =>
  fileExists(join(folder, TABLES_FOLDER, MANIFEST_FILE));

/** What stands at a path, links followed; null where a link leads nowhere. */
const readKind = (path: string): Promise<Stats | null> => stat(path).catch(() => null);

async function listFolder(folder: string, found: FolderContents): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (isOwnClaim(path)) continue;
    const leaveOut = (reason: LeftOutReason): void => void found.leftOut.push({ file: path, reason });
    const named = findLeftOutReason(entry.name);
    if (named) leaveOut(named);
    else if (entry.isDirectory())
      await ((await isLedgerFolder(path)) ? leaveOut('ledger-folder') : listFolder(path, found));
    else {
      const kind = await readKind(path);
      if (kind?.isFile()) found.files.push(path);
      else leaveOut(kind?.isDirectory() ? 'linked-folder' : 'not-a-file');
    }
  }
}

async function listFiles(folder: string): Promise<FolderContents> {
  const found: FolderContents = { files: [], leftOut: [] };
  await listFolder(folder, found);
  return found;
}

/** The folder before the first part with a pattern. */
function getRootFolder(pattern: string): string {
  const parts = pattern.split('/');
  const first = parts.findIndex(hasPattern);
  const root = parts.slice(0, first).join('/');
  return root === '' ? (pattern.startsWith('/') ? '/' : '.') : root;
}

export type ExpandedPaths = FolderContents & { problems: Problem[] };

/** Adds what one path, folder or pattern stands for; a path that is not there, or a pattern of none, is a problem. */
async function expandPath(path: string, found: ExpandedPaths): Promise<void> {
  const kind = await readKind(path);
  if (kind?.isDirectory()) {
    const { files, leftOut } = await listFiles(path);
    appendAll(found.files, files);
    appendAll(found.leftOut, leftOut);
  } else if (!kind && hasPattern(path)) {
    const pattern = globToRegExp(path.replace(/^\.\//, ''));
    const { files, leftOut } = await listFiles(getRootFolder(path));
    const named = files.filter((file) => pattern.test(file));
    if (named.length === 0) found.problems.push(problem('file-not-found', { file: path }));
    appendAll(found.files, named);
    appendAll(
      found.leftOut,
      leftOut.filter(({ file }) => pattern.test(file)),
    );
  } else if (kind && !kind.isFile()) found.leftOut.push({ file: path, reason: 'not-a-file' });
  // What a shell has expanded comes as paths, locks of Office among them.
  else if (findLeftOutReason(basename(path)) === 'lock-file')
    found.leftOut.push({ file: path, reason: 'lock-file' });
  else found.files.push(path);
}

/**
 * Finds the files of paths, folders (all levels) and patterns with * and ?, each once, in the order of their names.
 * Whatever its name, a file is read by its content, refused with a reason, or left out with one; none is passed over.
 *
 * @param out the workbook that the run writes, which is none of its inputs
 */
export async function expandPaths(paths: readonly string[], out?: string): Promise<ExpandedPaths> {
  const found: ExpandedPaths = { files: [], leftOut: [], problems: [] };
  for (const path of paths) {
    try {
      await expandPath(path, found);
    } catch {
      found.problems.push(problem('file-not-found', { file: path }));
    }
  }
  const files = [...new Set(found.files)];
  const own = out === undefined ? null : resolve(out);
  const isOwn = (file: string): boolean => resolve(file) === own;
  return {
    ...found,
    files: files.filter((file) => !isOwn(file)),
    leftOut: [
      ...new Map(found.leftOut.map((one) => [one.file, one])).values(),
      ...files.filter(isOwn).map((file) => ({ file, reason: 'own-output' as const })),
    ],
  };
}
