import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../shared/problem';
import { problem } from '../shared/result';

/** Lock files of Office ("~$…") and hidden files are no one's report. */
const IGNORED_FILE = /^(?:~\$|\.)/;

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

async function listFiles(folder: string): Promise<string[]> {
  const found: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (IGNORED_FILE.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await listFiles(path)));
    else if (entry.isFile()) found.push(path);
  }
  return found;
}

/** The folder before the first part with a pattern. */
function getRootFolder(pattern: string): string {
  const parts = pattern.split('/');
  const first = parts.findIndex(hasPattern);
  const root = parts.slice(0, first).join('/');
  return root === '' ? (pattern.startsWith('/') ? '/' : '.') : root;
}

export type ExpandedPaths = { files: string[]; problems: Problem[] };

/**
 * Finds the files of paths, folders (all levels) and patterns with * and ?, each once, in the order of their names.
 * Whatever its name, a file is read by its content or refused with a reason; none is passed over. What a shell has expanded already comes as paths. A path that is not there is a problem; the others go on.
 */
export async function expandPaths(paths: readonly string[]): Promise<ExpandedPaths> {
  const files: string[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    try {
      if ((await stat(path).catch(() => null))?.isDirectory()) {
        files.push(...(await listFiles(path)));
      } else if (hasPattern(path)) {
        const pattern = globToRegExp(path.replace(/^\.\//, ''));
        const root = getRootFolder(path);
        files.push(...(await listFiles(root)).filter((file) => pattern.test(file)));
      } else files.push(path);
    } catch {
      problems.push(problem('file-not-found', { file: path }));
    }
  }
  return { files: [...new Set(files)], problems };
}
