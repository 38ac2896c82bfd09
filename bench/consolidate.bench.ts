import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbook as Excelts } from '@cj-tech-master/excelts';
/**
 * Reading many school workbooks: our reader beside other readers of the same files and beside nothing but inflating
 * the same bytes; then whole runs in threads, with their memory, and a second run over unchanged files.
 */
import { read as readSheetJs } from '@e965/xlsx';
import ExcelJs from 'exceljs';
import { NODE_CODEC, sha256 } from '../src/cli/consolidation/node-reader';
import { indexMaster } from '../src/consolidation/match/index-master';
import { matchFile } from '../src/consolidation/match/match-file';
import { readSchoolFile } from '../src/school-workbook/read-school-file';
import { BENCH_ANNEX, prepareBenchFolder } from './bench-workbooks';
import { inflateParts } from './inflate-parts';

const FEW = 200;
const MANY = 2_000;

type WorkbookFile = { path: string; bytes: Uint8Array };
function readWorkbookFiles(folder: string): WorkbookFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => ({ path: join(folder, name), bytes: new Uint8Array(readFileSync(join(folder, name))) }));
}

function getCpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Milliseconds of processor time of each file: the least of several passes. On a machine that does other things too,
 * anything else would say more about those. There are so many files that what a pass leaves in memory of single units
 * is of no use to the next one.
 */
async function measureTimes(
  books: readonly WorkbookFile[],
  passes: number,
  read: (book: WorkbookFile) => unknown,
): Promise<number[]> {
  const best = books.map(() => Infinity);
  for (let pass = 0; pass < passes; pass++) {
    for (const [index, book] of books.entries()) {
      const start = getCpuTime();
      const reading = read(book);
      if (reading instanceof Promise) await reading;
      best[index] = Math.min(best[index]!, getCpuTime() - start);
    }
  }
  return best;
}

const getMean = (times: readonly number[]): number => times.reduce((sum, ms) => sum + ms, 0) / times.length;

/** Every so many-th file: for readers that take long. */
const takeEvery = <T>(step: number, items: readonly T[]): T[] =>
  items.filter((_, index) => index % step === 0);

/** Parts that hold what is read of a school workbook; charts, styles and themes are not among them. */
const NEEDED_PARTS = /^(?:_rels\/|xl\/(?:_rels\/|workbook\.xml|sharedstrings\.xml|tables\/|worksheets\/))/;

function runOpenpyxl(paths: readonly string[]): number[] | null {
  const script = join(import.meta.dirname, 'read-openpyxl.py');
  for (const python of ['/usr/bin/python3', 'python3']) {
    const { status, stdout } = spawnSync(python, [script], { input: paths.join('\n'), encoding: 'utf8' });
    if (status === 0)
      return stdout
        .trim()
        .split(' ')
        .map((seconds) => Number(seconds) * 1000);
  }
  return null;
}

/** Cells of the sheets, as the others' readers have to give them too. */
async function readWithExcelJs(bytes: Uint8Array): Promise<number> {
  const book = new ExcelJs.Workbook();
  let cells = 0;
  try {
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
  } catch {
    // Some workbooks that Excel opens are too much for it.
    return 0;
  }
  for (const sheet of book.worksheets) sheet.eachRow((row) => row.eachCell(() => (cells += 1)));
  return cells;
}

const PEERS_EVERY = 10;
const SLOW_PEERS_EVERY = 40;

async function compareReaders(books: readonly WorkbookFile[]): Promise<void> {
  const master = indexMaster(BENCH_ANNEX);
  const own = async ({ path, bytes }: WorkbookFile): Promise<void> => {
    const read = await readSchoolFile({ file: path, bytes, sha256: '' }, NODE_CODEC);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
  };
  const readAll = async ({ path, bytes }: WorkbookFile): Promise<void> => {
    const read = await readSchoolFile({ file: path, bytes, sha256: sha256(bytes) }, NODE_CODEC);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    matchFile(read.value, master);
  };
  const measured = await measureTimes(books, 8, own);
  const floor = await measureTimes(books, 8, ({ bytes }) => inflateParts(bytes, () => true));
  /** Compared over the very same files. */
  const line = (name: string, times: readonly number[], step: number): void => {
    const [ms, own, inflating] = [
      getMean(times),
      getMean(takeEvery(step, measured)),
      getMean(takeEvery(step, floor)),
    ];
    console.log(
      `${name.padEnd(47)} ${ms.toFixed(2).padStart(7)} ms a file ${(1000 / ms).toFixed(0).padStart(6)} files/s ${(ms / own).toFixed(2).padStart(7)} × ours ${(ms / inflating).toFixed(2).padStart(7)} × floor`,
    );
  };
  console.log(`${books.length} workbooks, processor time on one core:`);
  line('our reader', measured, 1);
  line('our reader, hashed and matched with the master', await measureTimes(books, 6, readAll), 1);
  line('floor: inflating all parts', floor, 1);
  line(
    'inflating the parts with cells only',
    await measureTimes(books, 5, ({ bytes }) => inflateParts(bytes, (name) => NEEDED_PARTS.test(name))),
    1,
  );
  const python = runOpenpyxl(takeEvery(PEERS_EVERY, books).map(({ path }) => path));
  if (python === null) console.log('openpyxl: python3-openpyxl is not installed here');
  else line('openpyxl, read-only', python, PEERS_EVERY);
  const some = takeEvery(SLOW_PEERS_EVERY, books);
  line(
    'SheetJS (@e965/xlsx), values only',
    await measureTimes(some, 5, ({ bytes }) =>
      readSheetJs(bytes, { type: 'array', cellHTML: false, cellFormula: false }),
    ),
    SLOW_PEERS_EVERY,
  );
  line('ExcelJS', await measureTimes(some, 4, ({ bytes }) => readWithExcelJs(bytes)), SLOW_PEERS_EVERY);
  line(
    'excelts',
    await measureTimes(some, 5, ({ bytes }) => new Excelts().xlsx.load(bytes).catch(() => null)),
    SLOW_PEERS_EVERY,
  );
  console.log(
    `\nOurs: ${python === null ? '?' : (getMean(python) / getMean(takeEvery(PEERS_EVERY, measured))).toFixed(1)} × as fast as openpyxl (at least 10 is asked), ${(getMean(measured) / getMean(floor)).toFixed(2)} × the floor (at most 2.5 is asked)\n`,
  );
}

type Run = {
  seconds: number;
  megabytes: number;
  matched: number;
  unchanged: number;
  failed: number;
  rows: number;
};
function runConsolidation(folder: string, threads: number, known = ''): Run {
  const child = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'consolidate-run.ts'), folder, String(threads), known],
    { encoding: 'utf8' },
  );
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout.trim().split('\n').at(-1)!) as Run;
}

function compareRuns(folder: string, count: number): void {
  for (const threads of count > FEW ? [2, 1] : [0, 2]) {
    const first = runConsolidation(folder, threads);
    const again = runConsolidation(folder, threads, join(folder, 'known.txt'));
    console.log(
      `${count} workbooks, ${threads === 0 ? 'no threads' : `${threads} threads`}: ${first.seconds.toFixed(2)} s (${Math.round(count / first.seconds)} files/s), ` +
        `${first.rows} rows, ${first.failed} failed, peak ${Math.round(first.megabytes)} MB; again: ${again.seconds.toFixed(3)} s, ` +
        `${again.unchanged} unchanged, ${(first.seconds / again.seconds).toFixed(0)} × as fast`,
    );
  }
}

const few = await prepareBenchFolder(FEW);
const many = await prepareBenchFolder(MANY);
await compareReaders(readWorkbookFiles(many));
compareRuns(few, FEW);
compareRuns(many, MANY);
