import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locale } from '../../i18n/locale';
import { MAX_ARCHIVE_BYTES } from '../../import/file-limits';
import type { Problem } from '../../shared/problem';
import type { ExpandedPaths } from '../expand-paths';
import { readInput } from '../files';
import { sha256 } from './node-reader';

/** What a run said, without what it wrote: the answer to the same question while nothing changes. */
type StoredAnswer = { lines: string[]; json: unknown; warnings: Problem[] };

/** All that a run's answer depends on, besides the program. */
type RunQuestion = {
  out: string;
  expanded: ExpandedPaths;
  /** Options as they count, today's date put in. */
  options: Readonly<Record<string, unknown>>;
  /** Files that options name. */
  inputs: readonly string[];
  locale: Locale;
};

type StoredRun = { question: string; output: string; answer: StoredAnswer };

/** In the folder of the bundle that runs, so that no other program's answers are given; null where there is none. */
function getFolder(): string | null {
  const bundle = process.env['PHULUC_BUNDLE'];
  return bundle === undefined ? null : join(bundle, 'runs');
}

const hashText = (text: string): string => createHash('sha256').update(text).digest('hex');

const getRunPath = (folder: string, out: string): string =>
  join(folder, `${hashText(resolve(out)).slice(0, 32)}.json`);

/** Null where a file cannot be read: what a run says of it may change at any time. */
function hashFile(path: string): string | null {
  const bytes = readInput(path, MAX_ARCHIVE_BYTES);
  return bytes.ok ? sha256(bytes.value) : null;
}

/** @returns null where the answer cannot be kept */
export function createRunKey({ out, expanded, options, inputs, locale }: RunQuestion): string | null {
  if (getFolder() === null || expanded.problems.length > 0) return null;
  const files = [...inputs, ...expanded.files].map((path) => [path, hashFile(path)]);
  if (files.some(([, hash]) => hash === null)) return null;
  return hashText(JSON.stringify([resolve(out), locale, options, files, expanded.leftOut]));
}

/**
 * Finds the answer of the last run that wrote a workbook, where the question is the same and the workbook is as that run
 * left it. Only hashes are compared; the workbook is not opened.
 *
 * @returns null where something has changed, or the answer is not known
 */
export function findStoredAnswer(out: string, question: string): StoredAnswer | null {
  const folder = getFolder();
  if (folder === null || !existsSync(getRunPath(folder, out))) return null;
  try {
    const stored = JSON.parse(readFileSync(getRunPath(folder, out), 'utf8')) as StoredRun;
    return stored.question === question && stored.output === hashFile(out) ? stored.answer : null;
  } catch {
    return null;
  }
}

/** Keeps the answer for this user; where that cannot be, the next run works it out again. */
export function storeAnswer(out: string, question: string, answer: StoredAnswer): void {
  const folder = getFolder();
  const output = hashFile(out);
  if (folder === null || output === null) return;
  const path = getRunPath(folder, out);
  const draft = `${path}.${process.pid}`;
  const run: StoredRun = { question, output, answer };
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(draft, JSON.stringify(run), { mode: 0o600 });
    renameSync(draft, path);
  } catch {
    return;
  }
}
