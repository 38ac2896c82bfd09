import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { hostname, uptime } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { getErrorReason } from './files';
import { reportToWatcher } from './reader/report-to-watcher';

/**
 * A run claims its output before it does its work, and writes into the claim: ".so.xlsx.1f3a-5mz-9c0b12.tmp" stands
 * beside "so.xlsx" and names process, start of the process and machine. The claim of a run that goes on keeps others
 * away; that of a run that was killed is a leftover. Names of earlier versions hold the process alone.
 */
const CLAIM_ID = /^([0-9a-f]{1,8})(?:-([0-9a-z]*)-([0-9a-f]{6}))?$/;

/**
 * A claim counts for so long where nobody can see whether its run goes on: that of another machine, and on Windows and
 * macOS, which do not say when a process began, that of a number which some process has. The longest run takes minutes.
 */
const UNSEEN_CLAIM_MS = 2 * 60 * 60 * 1000;

/** Two runs that claim in the same moment both step back, and try again after a time of their own. */
const MAX_ATTEMPTS = 5;
const MAX_WAIT_MS = 300;

/** Bytes of a name that leave room for the rest of a claim's name: file systems take 255. */
const MAX_NAME_BYTES = 180;

export type Claim = { path: string; pid: number; start: string; machine: string };

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const MACHINE = hash(hostname()).slice(0, 6);

/** When a process began, in the words of the system; '' where it does not say, null where the process has ended. */
function readProcessStart(pid: number): string | null {
  try {
    const about = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name of the program stands in brackets and may hold anything.
    const fields = about.slice(about.lastIndexOf(')') + 2).split(' ');
    return ['Z', 'X'].includes(fields[0] ?? '') ? null : Number(fields[19]).toString(36);
  } catch {
    return '';
  }
}

function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return getErrorReason(error) === 'EPERM';
  }
}

/** What a system says of itself, of its processes and of files. */
export type System = {
  hasProcess: (pid: number) => boolean;
  /** '' where the system does not say, null where the process has ended. */
  readProcessStart: (pid: number) => string | null;
  /** When a file was written last; 0 where it is gone. */
  readWritten: (path: string) => Promise<number>;
  /** When the machine was started. */
  getBootTime: () => number;
};

const THIS_SYSTEM: System = {
  hasProcess,
  readProcessStart,
  readWritten: async (path) => (await stat(path).catch(() => null))?.mtimeMs ?? 0,
  getBootTime: () => Date.now() - uptime() * 1000,
};

/** Whether the run that made a claim may still go on. */
export async function isLive(
  { path, pid, start, machine }: Claim,
  system: System = THIS_SYSTEM,
): Promise<boolean> {
  const isRecent = async (since: number): Promise<boolean> => (await system.readWritten(path)) > since;
  const unseen = Date.now() - UNSEEN_CLAIM_MS;
  if (machine !== '' && machine !== MACHINE) return isRecent(unseen);
  if (!system.hasProcess(pid)) return false;
  const now = system.readProcessStart(pid);
  if (now === null) return false;
  // A number is given to another process after a while, and once more when the machine is started.
  return now === '' || start === '' ? isRecent(Math.max(unseen, system.getBootTime())) : now === start;
}

const getOwnId = (): string =>
  `${process.pid.toString(16)}-${readProcessStart(process.pid) ?? ''}-${MACHINE}`;

function getClaimStart(target: string): string {
  const name = basename(target);
  return `.${Buffer.byteLength(name) > MAX_NAME_BYTES ? hash(name).slice(0, 32) : name}.`;
}

const getClaimPath = (target: string): string =>
  join(dirname(target), `${getClaimStart(target)}${getOwnId()}.tmp`);

/** Names that some file systems take for the same. */
export const toNameKey = (name: string): string => name.normalize('NFC').toLowerCase();

/** The claim that a file's name stands for, where it begins as claims of an output do; else null. */
function parseClaim(folder: string, name: string, start: RegExp): Claim | null {
  const begin = start.exec(toNameKey(name))?.[0];
  if (begin === undefined || !name.endsWith('.tmp')) return null;
  const id = CLAIM_ID.exec(toNameKey(name).slice(begin.length, -'.tmp'.length));
  return id
    ? {
        path: join(folder, name),
        pid: Number.parseInt(id[1]!, 16),
        start: id[2] ?? '',
        machine: id[3] ?? '',
      }
    : null;
}

async function listClaims(folder: string, start: RegExp): Promise<Claim[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.flatMap((name) => parseClaim(folder, name, start) ?? []);
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const listClaimsOnTarget = (target: string): Promise<Claim[]> =>
  listClaims(dirname(target), new RegExp(`^${escapeRegExp(toNameKey(getClaimStart(target)))}`, 'u'));

/** Whether another run that still goes on has claimed an output. */
export async function isClaimedElsewhere(target: string): Promise<boolean> {
  const own = getClaimPath(target);
  for (const claim of await listClaimsOnTarget(target))
    if (claim.path !== own && (await isLive(claim))) return true;
  return false;
}

async function removeAll(claims: readonly Claim[], own?: string): Promise<void> {
  for (const claim of claims)
    if (claim.path !== own && !(await isLive(claim))) await rm(claim.path, { force: true });
}

/** Removes what killed runs have left in a folder that holds several outputs, whichever they were. */
export async function removeLeftovers(folder: string): Promise<void> {
  await removeAll(await listClaims(folder, /^\..+\.(?:xlsx|sql|md)\.(?=[^.]*\.tmp$)/u));
}

/**
 * Claims an output: makes the file that is written and then renamed, and removes those of killed runs.
 *
 * @returns the path of the claim; null where another run has claimed the output
 * @throws what the system says where the folder takes no file
 */
export async function claimTarget(target: string): Promise<string | null> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    if (attempt > 0) await wait(Math.random() * MAX_WAIT_MS);
    if (await isClaimedElsewhere(target)) return null;
    const path = getClaimPath(target);
    await rm(path, { force: true });
    reportToWatcher({ kind: 'claimed', path });
    await (await open(path, 'wx')).close();
    if (!(await isClaimedElsewhere(target))) {
      await removeAll(await listClaimsOnTarget(target), path);
      return path;
    }
    await rm(path, { force: true });
  }
  return null;
}
