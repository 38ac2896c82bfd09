import { constants, type Stats } from 'node:fs';
import { access, lstat, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Problem } from '../shared/problem';
import { err, ok, problem, type Result } from '../shared/result';
import { getErrorReason } from './files';

const WORKBOOK_EXTENSIONS = ['.xlsx', '.xlsm'];

/** Outputs under way or left by a run that was killed: ".so.xlsx.1f3a.tmp", with the process that writes it. */
const getTemporaryName = (target: string, pid: number): string =>
  `.${basename(target)}.${pid.toString(16)}.tmp`;

/** What stands at a path, links followed; null where there is nothing. */
const readKind = (path: string): Promise<Stats | null> => stat(path).catch(() => null);

/** The file that is written: a link stays, and what it leads to is written, also where that is not there yet. */
async function resolveTarget(path: string): Promise<string> {
  const link = await lstat(path).catch(() => null);
  return link?.isSymbolicLink() === true ? realpath(path) : path;
}

/** Excel and LibreOffice leave a lock beside a workbook that is open. */
async function isOpenElsewhere(target: string): Promise<boolean> {
  const locks = [`~$${basename(target)}`, `~$${basename(target).slice(2)}`, `.~lock.${basename(target)}#`];
  const names = await readdir(dirname(target)).catch((): string[] => []);
  return locks.some((lock) => names.includes(lock));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return getErrorReason(error) === 'EPERM';
  }
}

/** Processes of which an unfinished output stands beside the target. */
async function listWriters(target: string): Promise<number[]> {
  const [start, end] = [`.${basename(target)}.`, '.tmp'];
  const names = await readdir(dirname(target)).catch((): string[] => []);
  return names.flatMap((name) => {
    const id = name.startsWith(start) && name.endsWith(end) ? name.slice(start.length, -end.length) : '';
    return /^[0-9a-f]{1,8}$/.test(id) ? [Number.parseInt(id, 16)] : [];
  });
}

async function removeLeftovers(target: string): Promise<void> {
  for (const pid of await listWriters(target))
    if (!isRunning(pid)) await rm(join(dirname(target), getTemporaryName(target, pid)), { force: true });
}

async function findOutputProblem(target: string): Promise<Problem['code'] | null> {
  const kind = await readKind(target);
  if (kind && !kind.isFile()) return kind.isDirectory() ? 'output-is-folder' : 'output-not-a-file';
  if (kind && (kind.mode & 0o222) === 0) return 'output-read-only';
  if (await isOpenElsewhere(target)) return 'output-open';
  const others = (await listWriters(target)).filter((pid) => pid !== process.pid && isRunning(pid));
  return others.length > 0 ? 'output-busy' : null;
}

/**
 * Checks an output before anything is read or computed for it.
 * Problems: output-is-folder, output-not-a-file (a device, a pipe), output-read-only, output-open (a lock of Office),
 * output-busy (another run writes it), output-not-workbook, file-not-writable (no such folder).
 */
export async function checkOutput(path: string, content?: 'workbook'): Promise<Problem[]> {
  if (content === 'workbook' && !WORKBOOK_EXTENSIONS.includes(extname(path).toLowerCase()))
    return [problem('output-not-workbook', { file: path })];
  try {
    const target = await resolveTarget(path);
    const code = await findOutputProblem(target);
    if (code) return [problem(code, { file: path })];
    await access(dirname(target), constants.W_OK);
    return [];
  } catch (error) {
    return [problem('file-not-writable', { file: path }, { reason: getErrorReason(error) })];
  }
}

/** Mode of the file that is replaced, so that a private one stays private. */
async function readMode(path: string): Promise<number> {
  return ((await readKind(path))?.mode ?? 0o644) & 0o777;
}

/**
 * Writes a file wholly or not at all: beside its place, brought to the disk, then put in the place of what was there.
 * Outputs that killed runs left beside it are removed. Problems: those of `checkOutput`; file-not-writable.
 */
export async function writeBytes(path: string, bytes: Uint8Array): Promise<Result<null>> {
  const problems = await checkOutput(path);
  if (problems.length > 0) return err(problems);
  let temporary = '';
  try {
    const target = await resolveTarget(path);
    await removeLeftovers(target);
    const candidate = join(dirname(target), getTemporaryName(target, process.pid));
    const file = await open(candidate, 'wx', await readMode(target));
    temporary = candidate;
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
    return ok(null);
  } catch (error) {
    if (temporary !== '') await rm(temporary, { force: true });
    return err('file-not-writable', { file: path }, { reason: getErrorReason(error) });
  }
}
