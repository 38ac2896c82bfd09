import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../annex/problem';

/** What a unit may send; lock files of Office ("~$…") and hidden files are left out. */
const WORKBOOK = /\.(?:xlsx|xlsm|xlsb|xls|ods|xml|docx|pdf|html?|csv|txt)$/i;
const IGNORED = /^(?:~\$|\.)/;

const hasPattern = (path: string): boolean => /[*?]/.test(path);

/** "2026/*.xlsx" as a test of names; "**" goes through folders. */
function patternOf(pattern: string): RegExp {
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

async function filesBelow(folder: string): Promise<string[]> {
  const found: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (IGNORED.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await filesBelow(path)));
    else if (entry.isFile()) found.push(path);
  }
  return found;
}

/** The folder before the first part with a pattern. */
function rootOf(pattern: string): string {
  const parts = pattern.split('/');
  const first = parts.findIndex(hasPattern);
  const root = parts.slice(0, first).join('/');
  return root === '' ? (pattern.startsWith('/') ? '/' : '.') : root;
}

export type Expanded = { files: string[]; problems: Problem[] };

/**
 * The files of paths, folders (all levels) and patterns with * and ?, each once, in the order of their names. What a
 * shell has expanded already comes as paths. A path that is not there is a problem; the others go on.
 */
export async function expandPaths(paths: readonly string[]): Promise<Expanded> {
  const files: string[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    try {
      if ((await stat(path).catch(() => null))?.isDirectory()) {
        files.push(...(await filesBelow(path)).filter((file) => WORKBOOK.test(file)));
      } else if (hasPattern(path)) {
        const pattern = patternOf(path.replace(/^\.\//, ''));
        const root = rootOf(path);
        files.push(...(await filesBelow(root)).filter((file) => pattern.test(file) && WORKBOOK.test(file)));
      } else files.push(path);
    } catch {
      problems.push({ code: 'file-not-found', severity: 'error', place: { file: path } });
    }
  }
  return { files: [...new Set(files)], problems };
}
