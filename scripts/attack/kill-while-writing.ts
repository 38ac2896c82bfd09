/**
 * Kills the command line at random moments while it writes, and checks what is there: the old output or the whole new
 * one, and after the next run nothing that the killed one has left.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findSheetByName } from '@phuluc/excel-simulator/model/workbook';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { parseManifest } from '../../src/cli/ledger/manifest';
import { readLedger } from '../../src/cli/ledger/read-ledger';
import { createRandomFraction } from '../../test/support/random';

const PROGRAM = resolve('src/cli/phuluc.mjs');
const ANNEX = resolve('samples/phu-luc-2026.docx');
const UNITS = 5;
const OUTPUT = { workbook: 'so.xlsx', ledger: 'so-cai', issue: 'phat-hanh' } as const;

/** What a run writes: one workbook, the folder of a ledger, a folder of workbooks for units. */
type KillTarget = keyof typeof OUTPUT;
export const KILL_TARGETS = Object.keys(OUTPUT) as KillTarget[];

type KillReport = {
  kills: number;
  /** The run had begun to write and had not ended. */
  whileWriting: number;
  /** What stood after the kill: the output of the run before, or that of the killed one. */
  old: number;
  complete: number;
  /** The arguments that repeat a fault, and what was wrong. */
  faults: string[];
};

/** A day for each run, so that no two write the same. */
const toDay = (run: number): string => `2026-${String((run % 12) + 1).padStart(2, '0')}-${(run % 18) + 10}`;

function composeArguments(target: KillTarget, folder: string, run: number): string[] {
  const out = join(folder, OUTPUT[target]);
  const units = join(folder, 'don-vi.csv');
  if (target === 'workbook') return ['print', out, '--title', toDay(run)];
  if (target === 'issue') return ['issue', ANNEX, '--units', units, '-o', out];
  return ['consolidate', ANNEX, '--annex', ANNEX, '--units', units, '--ledger', out, '--as-of', toDay(run)];
}

/** Whether something stands there that a run has begun and not put in its place. */
function hasBegun(target: KillTarget, folder: string): boolean {
  const out = join(folder, OUTPUT[target]);
  if (target === 'ledger') return existsSync(join(out, '.tables-new'));
  const place = target === 'issue' ? out : folder;
  const claims = existsSync(place) ? readdirSync(place).filter((name) => /^\..*\.tmp$/.test(name)) : [];
  return claims.some((name) => (statSync(join(place, name), { throwIfNoEntry: false })?.size ?? 0) > 0);
}

/**
 * The run that wrote what stands, as its day; of a folder of workbooks, how many there are.
 *
 * @throws where it is not whole
 */
async function readState(target: KillTarget, folder: string): Promise<string> {
  const out = join(folder, OUTPUT[target]);
  if (target === 'workbook') return readPrintedTitle(out);
  if (target === 'ledger') return readLedgerDay(out);
  const names = existsSync(out) ? readdirSync(out).filter((name) => !name.startsWith('.')) : [];
  for (const name of names) await openWorkbook(new Uint8Array(readFileSync(join(out, name))));
  return names.length === UNITS ? 'complete' : 'part';
}

async function readPrintedTitle(path: string): Promise<string> {
  const workbook = await openWorkbook(new Uint8Array(readFileSync(path)));
  const cells = [...(findSheetByName(workbook, 'Bản in')?.cells.values() ?? [])].flatMap((row) => [
    ...row.values(),
  ]);
  const title = cells.find(({ value }) => /^2026-\d\d-\d\d$/.test(String(value)));
  if (!title) throw new Error(`no title in ${basename(path)}`);
  return String(title.value);
}

async function readLedgerDay(folder: string): Promise<string> {
  const read = await readLedger(folder);
  if (!read.ok || !read.value) throw new Error(JSON.stringify(read));
  const path = join(folder, 'tables', '_phuluc.json');
  const manifest = parseManifest(readFileSync(path, 'utf8'), folder);
  if (!manifest.ok) throw new Error(JSON.stringify(manifest));
  for (const file of manifest.value.files) {
    const bytes = readFileSync(join(folder, 'tables', file.path));
    if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) throw new Error(file.path);
  }
  return read.value.asOf;
}

/** Names of temporary files and folders, at all depths. */
function listLeftovers(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[]).filter((path) =>
    /^\.|\.tmp$/.test(basename(path)),
  );
}

async function runToEnd(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  const errors: Uint8Array[] = [];
  child.stderr.on('data', (chunk: Uint8Array) => errors.push(chunk));
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`exit ${code}: ${Buffer.concat(errors).toString('utf8').slice(0, 500)}`);
}

/** Whether a run that writes is about to end, or to put in its place what it wrote. */
function isEnding(target: KillTarget, folder: string): boolean {
  const out = join(folder, OUTPUT[target]);
  if (target === 'workbook') return hasBegun(target, folder);
  if (target === 'issue') return existsSync(out) && readdirSync(out).length > UNITS;
  return existsSync(join(out, '.tables-old')) || existsSync(join(out, '.tables-new', '_phuluc.json'));
}

/** Kills fall by turns anywhere in the time that a run takes, after it has begun to write, and at its end. */
async function runAndKill(target: KillTarget, folder: string, run: number, delay: number): Promise<boolean> {
  const args = composeArguments(target, folder, run);
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const hasCome = [null, hasBegun, isEnding][run % 3] ?? null;
  if (hasCome) while (child.exitCode === null && !hasCome(target, folder)) await wait(0);
  await Promise.race([wait(delay), ended]);
  const isWriting = child.exitCode === null && (hasCome !== null || hasBegun(target, folder));
  child.kill('SIGKILL');
  await ended;
  return isWriting;
}

/** Milliseconds into which a kill falls once writing, or its end, is seen. */
const WRITING_MS = { workbook: 10, ledger: 100, issue: 800 } as const satisfies Record<KillTarget, number>;
const ENDING_MS = 10;

/** Kills runs that write into a folder of their own, each at a moment by the seed. */
export async function killWhileWriting(
  target: KillTarget,
  folder: string,
  { kills, seed }: { kills: number; seed: number },
): Promise<KillReport> {
  const random = createRandomFraction(seed);
  const out = join(folder, OUTPUT[target]);
  const list = Array.from({ length: UNITS }, (_, index) => `MN-${index + 1};Trường số ${index + 1}\n`);
  writeFileSync(join(folder, 'don-vi.csv'), list.join(''));
  if (target === 'workbook') await runToEnd(['import', ANNEX, '-o', out]);
  const start = performance.now();
  await runToEnd(composeArguments(target, folder, 0));
  const duration = performance.now() - start;

  const report: KillReport = { kills, whileWriting: 0, old: 0, complete: 0, faults: [] };
  for (let run = 1; run <= kills; run++) {
    if (target === 'issue') rmSync(out, { recursive: true, force: true });
    const before = await readState(target, folder);
    const delay = random() * ([duration, WRITING_MS[target], ENDING_MS][run % 3] ?? 0);
    if (await runAndKill(target, folder, run, delay)) report.whileWriting++;
    try {
      const state = await readState(target, folder);
      const whole = target === 'issue' ? 'complete' : toDay(run);
      if (state === whole) report.complete++;
      else if (state === before) report.old++;
      else report.faults.push(`${target} seed ${seed} kill ${run}: ${state} is neither old nor new`);
      await runToEnd(composeArguments(target, folder, run));
      const after = await readState(target, folder);
      const left = listLeftovers(folder);
      if (left.length > 0) report.faults.push(`${target} seed ${seed} kill ${run}: left ${left.join(', ')}`);
      if (after !== whole)
        report.faults.push(`${target} seed ${seed} kill ${run}: the next run wrote ${after}`);
    } catch (error) {
      report.faults.push(`${target} seed ${seed} kill ${run}: ${String(error)}`);
    }
  }
  return report;
}
