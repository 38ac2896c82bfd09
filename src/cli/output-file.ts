import { constants, type Stats } from 'node:fs';
import { access, lstat, mkdir, open, readdir, realpath, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Problem } from '../shared/problem';
import { err, type Failure, ok, problem, type Result } from '../shared/result';
import { getErrorReason } from './files';
import { claimTarget, isClaimedElsewhere, removeLeftovers, toNameKey } from './output-claims';

/** Endings of what is written into one file; the first is the one that is proposed. */
const EXTENSIONS = {
  workbook: ['.xlsx', '.xlsm'],
  document: ['.docx'],
  calendar: ['.ics'],
} as const satisfies Record<string, readonly string[]>;
const MACRO_EXTENSION = '.xlsm';

type FileKind = keyof typeof EXTENSIONS;
/** Any file, a file by its ending, a folder of workbooks, the folder of a ledger. */
type OutputKind = FileKind | 'file' | 'folder' | 'ledger';

/** What a run writes, and the workbook it is made of where one was named. */
export type Output = { path: string; kind: OutputKind; base?: string | undefined };

/** An output that this run has claimed; what stood there then must still stand there when it is replaced. */
type ClaimedOutput = { claim: string; before: string; madeFolder: string | undefined };

const CLAIMED_OUTPUTS = new Map<string, ClaimedOutput>();

/** What stands at a path, links followed; null where there is nothing. */
const readKind = (path: string): Promise<Stats | null> => stat(path).catch(() => null);

/** The file that is written: a link stays, and what it leads to is written, also where that is not there yet. */
async function resolveTarget(path: string): Promise<string> {
  const link = await lstat(path).catch(() => null);
  return link?.isSymbolicLink() === true ? realpath(path) : resolve(path);
}

const isFolderKind = (kind: OutputKind): boolean => kind === 'folder' || kind === 'ledger';

/** The name inside a folder under which the whole folder is claimed. */
const getFolderTarget = (folder: string): string => join(resolve(folder), 'phuluc');

const findTarget = async ({ path, kind }: Output): Promise<string> =>
  isFolderKind(kind) ? getFolderTarget(path) : resolveTarget(path);

/** Excel, Word and LibreOffice leave a lock beside a file that is open. */
async function isOpenElsewhere(target: string): Promise<boolean> {
  const name = basename(target);
  const locks = [`~$${name}`, `~$${name.slice(2)}`, `.~lock.${name}#`].map(toNameKey);
  const names = await readdir(dirname(target)).catch((): string[] => []);
  return names.some((each) => locks.includes(toNameKey(each)));
}

async function isReadOnly(target: string, { mode }: Stats): Promise<boolean> {
  if ((mode & 0o222) === 0) return true;
  const reason = await access(target, constants.W_OK).then(() => '', getErrorReason);
  return reason === 'EACCES' || reason === 'EPERM';
}

async function findFileProblem(path: string, target: string): Promise<Problem['code'] | null> {
  const kind = await readKind(target);
  if (kind && (await isReadOnly(target, kind))) return 'output-read-only';
  return (await isOpenElsewhere(path)) || (await isOpenElsewhere(target)) ? 'output-open' : null;
}

/** Excel opens a workbook with macros only under a name of its own, and no other workbook under that name. */
async function findWorkbookExtension({ path, base }: Output): Promise<string> {
  const source = base ?? ((await readKind(path)) ? path : '');
  return extname(source).toLowerCase() === MACRO_EXTENSION ? MACRO_EXTENSION : EXTENSIONS.workbook[0];
}

/** Whether a workbook is written where it is read from. */
const isSource = ({ path, base }: Output): boolean => base !== undefined && resolve(base) === resolve(path);

/** Checks that a file is or may be there; what else is there is said, whatever its name ends in. */
async function checkFile(output: Output): Promise<Problem[]> {
  const { path } = output;
  const kind = await readKind(path);
  if (!kind || kind.isFile()) return checkExtension(output);
  return [problem(kind.isDirectory() ? 'output-is-folder' : 'output-not-a-file', { file: path })];
}

async function checkExtension(output: Output): Promise<Problem[]> {
  const { path, kind } = output;
  if (kind === 'file' || kind === 'folder' || kind === 'ledger') return [];
  if (isSource(output)) return []; // what it is, its reader says
  const extension = extname(path).toLowerCase();
  if (kind === 'workbook' && !EXTENSIONS.workbook.some((each) => each === extension))
    return [problem('output-not-workbook', { file: path })];
  const expected = kind === 'workbook' ? await findWorkbookExtension(output) : EXTENSIONS[kind][0];
  return extension === expected ? [] : [problem('output-wrong-extension', { file: path }, { expected })];
}

async function checkFolder({ path, kind }: Output): Promise<Problem[]> {
  const reason = await stat(path).then((stands) => (stands.isDirectory() ? '' : 'ENOTDIR'), getErrorReason);
  if (reason === '' || reason === 'ENOENT') return [];
  return kind === 'ledger'
    ? [problem('not-a-ledger', { file: path }, { reason })]
    : [problem('output-not-a-folder', { file: path }, { reason })];
}

/**
 * Checks an output before anything is read or computed for it.
 * Problems: output-is-folder, output-not-a-file (a device, a pipe), output-not-a-folder, output-read-only, output-open (a
 * lock of Office), output-busy (another run writes it), output-not-workbook, output-wrong-extension, not-a-ledger,
 * file-not-writable (no such folder).
 */
export async function checkOutput(
  path: string,
  kind: OutputKind = 'file',
  base?: string,
): Promise<Problem[]> {
  const output: Output = { path, kind, base };
  const problems = isFolderKind(kind) ? await checkFolder(output) : await checkFile(output);
  if (problems.length > 0) return problems;
  try {
    const target = await findTarget(output);
    const code = isFolderKind(kind) ? null : await findFileProblem(path, target);
    if (code) return [problem(code, { file: path })];
    if (await isClaimedElsewhere(target)) return [problem('output-busy', { file: path })];
    if (!isFolderKind(kind)) await access(dirname(target), constants.W_OK);
    return [];
  } catch (error) {
    return [problem('file-not-writable', { file: path }, { reason: getErrorReason(error) })];
  }
}

/** When a file was saved and how long it is: another state of it has others; '' where there is none. */
async function readState(target: string): Promise<string> {
  const stands = await readKind(target);
  return stands ? `${stands.mtimeMs} ${stands.size}` : '';
}

async function claimOutput(output: Output): Promise<Result<string>> {
  const { path, kind, base } = output;
  const problems = await checkOutput(path, kind, base);
  if (problems.length > 0) return err(problems);
  const claimed: ClaimedOutput = { claim: '', before: '', madeFolder: undefined };
  let target = '';
  try {
    const found = await findTarget(output);
    if (CLAIMED_OUTPUTS.has(found)) return err('output-busy', { file: path });
    target = found;
    CLAIMED_OUTPUTS.set(target, claimed);
    if (isFolderKind(kind)) claimed.madeFolder = await mkdir(path, { recursive: true });
    claimed.claim = (await claimTarget(target)) ?? '';
    if (claimed.claim !== '') {
      claimed.before = await readState(target);
      if (kind === 'folder') await removeLeftovers(path);
      return ok(target);
    }
    await releaseOutput(target);
    return err('output-busy', { file: path });
  } catch (error) {
    await releaseOutput(target);
    return err('file-not-writable', { file: path }, { reason: getErrorReason(error) });
  }
}

/** Removes the folders that a run has made and put nothing into, from the innermost to the first that it made. */
async function removeEmptyFolders(folder: string, first: string): Promise<void> {
  try {
    for (let at = resolve(folder); at.length >= resolve(first).length; at = dirname(at)) await rmdir(at);
  } catch {
    return; // something stands in it
  }
}

async function releaseOutput(target: string): Promise<void> {
  const claimed = CLAIMED_OUTPUTS.get(target);
  if (!claimed) return;
  CLAIMED_OUTPUTS.delete(target);
  if (claimed.claim !== '') await rm(claimed.claim, { force: true });
  if (claimed.madeFolder !== undefined) await removeEmptyFolders(dirname(target), claimed.madeFolder);
}

/** Whether a path is where this run writes before its output is whole. */
export function isOwnClaim(path: string): boolean {
  return [...CLAIMED_OUTPUTS.values()].some(({ claim }) => claim === resolve(path));
}

/** Does work with the outputs of a run claimed: each is checked before, and no other run writes it meanwhile. */
export async function withOutputs<T>(
  outputs: readonly Output[],
  work: () => Promise<T>,
): Promise<T | Failure> {
  const targets: string[] = [];
  try {
    for (const output of outputs) {
      if (isSource(output) && !(await readKind(output.path))) continue; // reading it says that it is not there
      const claimed = await claimOutput(output);
      if (!claimed.ok) return claimed;
      targets.push(claimed.value);
    }
    return await work();
  } finally {
    for (const target of targets) await releaseOutput(target);
  }
}

/** As `withOutputs`, for one output that the run may have claimed already. */
export async function withOutput<T>(output: Output, work: () => Promise<T>): Promise<T | Failure> {
  const target = await findTarget(output).catch(() => '');
  return CLAIMED_OUTPUTS.has(target) ? work() : withOutputs([output], work);
}

/** Whether a run other than this one is writing into a folder. */
export const isFolderBusy = (folder: string): Promise<boolean> => isClaimedElsewhere(getFolderTarget(folder));

/** Fills the claim, brings it to the disk and puts it in the place of what was there. */
async function replaceFile(target: string, { claim }: ClaimedOutput, bytes: Uint8Array): Promise<void> {
  const replaced = await readKind(target);
  const file = await open(claim, 'r+');
  try {
    // A private file stays private. Drives that give every file one mode take no other.
    if (replaced && replaced.mode !== (await file.stat()).mode) await file.chmod(replaced.mode & 0o777);
    await file.truncate();
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(claim, target);
}

/**
 * Writes a file wholly or not at all: beside its place, brought to the disk, then put in the place of what was there.
 * Outputs that killed runs left beside it are removed. Problems: those of `checkOutput`; output-changed (saved by
 * somebody since the run began); file-not-writable.
 */
export function writeBytes(path: string, bytes: Uint8Array): Promise<Result<null>> {
  return withOutput({ path, kind: 'file' }, async (): Promise<Result<null>> => {
    try {
      const target = await resolveTarget(path);
      const claimed = CLAIMED_OUTPUTS.get(target);
      const code = await findFileProblem(path, target);
      if (code) return err(code, { file: path });
      if (!claimed || claimed.before !== (await readState(target)))
        return err('output-changed', { file: path });
      await replaceFile(target, claimed, bytes);
      CLAIMED_OUTPUTS.delete(target);
      return ok(null);
    } catch (error) {
      return err('file-not-writable', { file: path }, { reason: getErrorReason(error) });
    }
  });
}
