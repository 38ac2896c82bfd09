import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRandom } from '../../test/support/random';
import type { Attack, AttackCase, BaseFiles } from './attack-case';
import { findInOutput, findInTerminal, listFiles } from './judge-outputs';

const MAX_SECONDS = 15;
const MAX_MEGABYTES = 1024;
/** By the clock: a process that is still there is ended and has failed. */
const MAX_WAIT_MS = 120_000;

/** What a call of the command line did. Time and memory are those of its whole process, threads included. */
type CallResult = {
  code: number | null;
  out: string;
  errors: string;
  usage: { seconds: number; megabytes: number } | null;
};

/** Runs a call whose arguments are written out; `folder` is where it may write. */
export type RunCall = (args: readonly string[], stdin: string, folder: string) => Promise<CallResult>;

export type AttackResult = {
  /** "read", "warned", or "refused" with the codes. */
  outcome: string;
  seconds: number;
  megabytes: number;
  failures: string[];
};

const USAGE_MODULE = pathToFileURL(resolve('scripts/attack/report-usage.mjs')).href;

/** Runs the command line as a process of its own. */
export const runProcess: RunCall = (args, stdin, folder) =>
  new Promise((done) => {
    const report = join(folder, 'usage');
    const child = spawn(
      process.execPath,
      ['--import', USAGE_MODULE, resolve('src/cli/phuluc.mjs'), ...args],
      {
        env: { ...process.env, ATTACK_USAGE: report },
      },
    );
    const result: CallResult = { code: null, out: '', errors: '', usage: null };
    const watch = setTimeout(() => child.kill('SIGKILL'), MAX_WAIT_MS);
    child.stdout.on('data', (chunk: Buffer) => (result.out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (result.errors += chunk.toString()));
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin);
    child.on('close', (code) => {
      clearTimeout(watch);
      if (existsSync(report)) {
        result.usage = JSON.parse(readFileSync(report, 'utf8')) as CallResult['usage'];
        rmSync(report);
      }
      done({ ...result, code });
    });
  });

const CODE = /\[([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\]/g;
const listCodes = (text: string): string[] => [...new Set([...text.matchAll(CODE)].map(([, code]) => code!))];

/** A bug of the program, not something wrong with the file. */
const BUG_CODES = ['internal', 'reader-stopped'];

/** Returns what a call broke of what it promises for any input. */
function judgeCall(args: readonly string[], { code, out, errors, usage }: CallResult): string[] {
  const failures: string[] = [];
  const codes = listCodes(errors);
  if (code === null) failures.push('was ended by the clock, or died');
  else if (code > 2) failures.push(`crashed (${code}): ${errors.slice(-300)}`);
  else if (code > 0 && codes.length === 0)
    failures.push(`was refused without a code: ${errors.slice(0, 200)}`);
  for (const bug of BUG_CODES)
    if (errors.includes(`[${bug}]`) || out.includes(`[${bug}]`) || out.includes(`"${bug}"`))
      failures.push(`[${bug}] ${/\[(?:internal|reader-stopped)\].{0,300}/s.exec(errors + out)?.[0] ?? ''}`);
  if (/^\s+at .*:\d+:\d+\)?$/m.test(errors)) failures.push(`prints a stack: ${errors.slice(0, 300)}`);
  if (usage && usage.seconds > MAX_SECONDS) failures.push(`took ${usage.seconds.toFixed(1)} s`);
  if (usage && usage.megabytes > MAX_MEGABYTES) failures.push(`took ${usage.megabytes.toFixed(0)} MB`);
  const printed = findInTerminal(out + errors);
  if (printed !== null) failures.push(printed);
  return failures.map((failure) => `${args[0]}: ${failure}`);
}

function writeFiles(folder: string, { files }: Attack): void {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
}

/** Runs one attack in a folder of its own and judges what it did and wrote. */
export async function runAttack(
  attackCase: AttackCase,
  base: BaseFiles,
  seed: number,
  runCall: RunCall,
): Promise<AttackResult> {
  const root = mkdtempSync(join(tmpdir(), 'phuluc-attack-'));
  // Deep enough that a path that climbs stays in the folder, where it is seen.
  const folder = join(root, 'a', 'b', 'c', 'd');
  const out = join(folder, 'out');
  const result: AttackResult = { outcome: 'read', seconds: 0, megabytes: 0, failures: [] };
  try {
    mkdirSync(out, { recursive: true });
    const attack = attackCase.build(base, createRandom(seed));
    writeFiles(folder, attack);
    const before = new Set(listFiles(root));
    const codes = new Set<string>();
    const toPath = (arg: string): string =>
      arg.startsWith('@') && arg !== '@' && isPath(arg, attack) ? join(folder, arg.slice(1)) : arg;
    for (const args of attack.calls) {
      const called = await runCall(args.map(toPath), attack.stdin ?? '', root);
      for (const code of listCodes(called.out + called.errors)) codes.add(code);
      if (called.code !== 0) result.outcome = 'refused';
      else if (result.outcome === 'read' && called.errors !== '') result.outcome = 'warned';
      result.seconds = Math.max(result.seconds, called.usage?.seconds ?? 0);
      result.megabytes = Math.max(result.megabytes, called.usage?.megabytes ?? 0);
      result.failures.push(...judgeCall(args, called));
    }
    for (const path of listFiles(root)) {
      if (before.has(path)) continue;
      const name = relative(folder, path);
      if (!path.startsWith(out)) result.failures.push(`wrote ${name}`);
      const found = findInOutput(path);
      if (found !== null) result.failures.push(`${name}: ${found}`);
    }
    if (codes.size > 0)
      result.outcome += ` [${[...codes].slice(0, 4).join(', ')}${codes.size > 4 ? ', …' : ''}]`;
    return result;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Whether an argument names a file of the attack, or one that it writes. */
function isPath(arg: string, { files }: Attack): boolean {
  const name = arg.slice(1);
  return name in files || dirname(name).split('/')[0] === 'out' || name === 'out';
}
