import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runCli } from '../../src/cli/run-cli';
import { SUBCOMMANDS } from '../../src/cli/subcommands';
import { createRandom, pick, type Random } from '../../test/support/random';
import { createWorkbookDraft, packDraft } from '../../test/support/returned-workbooks/workbook-draft';

const ANNEX = resolve('samples/phu-luc-2026.docx');
const ANNEX_WORKBOOK = resolve('samples/phu-luc-2026.xlsx');
const REVISED_ANNEX = resolve('samples/phu-luc-2026-dieu-chinh.docx');
const SCHOOLS = 6;
const MEGABYTE = 1024 * 1024;

/** A call with what makes it differ from the last of its kind. */
type Action = (folder: string, random: Random) => string[];

const ACTIONS: Action[] = [
  () => ['import', ANNEX, '--json'],
  () => ['import', ANNEX_WORKBOOK, '--json'],
  (folder) => ['import', join(folder, 'hong.docx'), '--json'],
  (folder, random) => ['import', pick([ANNEX, REVISED_ANNEX], random), '-o', join(folder, 'so.xlsx')],
  (folder, random) => ['print', join(folder, 'so.xlsx'), '--title', `Phụ lục ${random(1000)}`],
  (folder) => ['word', join(folder, 'so.xlsx'), '-o', join(folder, 'phu-luc.docx')],
  (folder) => ['report', join(folder, 'so.xlsx'), '--period', 'Q2', '-o', join(folder, 'bao-cao.docx')],
  (folder) => ['calendar', join(folder, 'so.xlsx'), '-o', join(folder, 'lich.ics')],
  (folder) => ['summary', join(folder, 'so.xlsx')],
  (folder) => ['agenda', join(folder, 'so.xlsx')],
  (folder) => ['issue', ANNEX, '--units', join(folder, 'don-vi.csv'), '-o', join(folder, 'phat-hanh')],
  (folder, random) => [
    ...['consolidate', join(folder, 'nhan'), '--annex', ANNEX, '--units', join(folder, 'don-vi.csv')],
    ...['-o', join(folder, 'tong-hop.xlsx'), '--ledger', join(folder, 'so-cai')],
    ...['--as-of', `2026-07-${10 + random(20)}`],
  ],
  (folder) => ['totals', '--ledger', join(folder, 'so-cai')],
  (_, random) => ['timing', `Trước ngày ${1 + random(28)} tháng ${1 + random(12)}`],
];

async function makeFiles(folder: string): Promise<void> {
  mkdirSync(join(folder, 'nhan'));
  for (let school = 1; school <= SCHOOLS; school++)
    writeFileSync(
      join(folder, 'nhan', `so-${school}.xlsx`),
      await packDraft(await createWorkbookDraft(createRandom(school))),
    );
  writeFileSync(join(folder, 'don-vi.csv'), 'MN-1;Trường Một\nMN-2;Trường Hai\n');
  writeFileSync(join(folder, 'hong.docx'), 'PK\u0003\u0004 hỏng');
  copyFileSync(ANNEX, join(folder, 'nhan', 'phu-luc.docx'));
}

async function call(args: string[]): Promise<number> {
  const nowhere = { out: () => undefined, error: () => undefined };
  return runCli(SUBCOMMANDS, args, nowhere, () => new Date('2026-11-21T08:00:00Z'));
}

/** Time in which threads that have nothing to do end. */
const THREADS_MS = 50;

async function measureMemory(collectGarbage: () => void): Promise<number> {
  await wait(THREADS_MS);
  collectGarbage();
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MEGABYTE;
}

/**
 * Does actions of all kinds in this process, in an order by the seed, and measures after each what is still held.
 *
 * @returns megabytes after each action
 */
export async function soakCommandLine(
  actions: number,
  seed: number,
  collectGarbage: () => void,
): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'phuluc-soak-'));
  const random = createRandom(seed);
  const megabytes: number[] = [];
  try {
    await makeFiles(folder);
    // What the other actions read.
    await call(['import', ANNEX, '-o', join(folder, 'so.xlsx'), '--unit', 'Trường Một']);
    for (let count = 0; count < actions; count++) {
      await call(pick(ACTIONS, random)(folder, random));
      megabytes.push(await measureMemory(collectGarbage));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return megabytes;
}
