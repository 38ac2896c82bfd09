/**
 * Reading many school workbooks: our reader beside other readers of the same cells and beside nothing but inflating
 * the same bytes; then whole runs in threads, with their memory, and a second run over unchanged files.
 */
import { read as readSheetJs } from '@e965/xlsx';
import { Workbook as Excelts } from '@cj-tech-master/excelts';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { NODE_CODEC, sha256 } from '../src/cli/consolidate/node-parts';
import { indexMaster } from '../src/consolidation/match/master';
import { matchFile } from '../src/consolidation/match/match-file';
import { entryBytes, readEntries } from '../src/intake/zip/open-zip';
import { readSchoolFile } from '../src/workbook/school-contract';
import { benchAnnex, benchFolder } from './bench-books';

const FEW = 200;
const MANY = 2_000;

type Book = { path: string; bytes: Uint8Array };
const booksOf = (folder: string): Book[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => ({ path: join(folder, name), bytes: new Uint8Array(readFileSync(join(folder, name))) }));

const used = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/**
 * Milliseconds of processor time a file: of each file the least of several passes. On a machine that does other things
 * too, anything else would say more about those.
 */
const timed = async (
  books: readonly Book[],
  passes: number,
  read: (book: Book) => unknown,
): Promise<number> => {
  const best = books.map(() => Infinity);
  for (let pass = 0; pass < passes; pass++) {
    for (const [index, book] of books.entries()) {
      const start = used();
      const reading = read(book);
      if (reading instanceof Promise) await reading;
      best[index] = Math.min(best[index]!, used() - start);
    }
  }
  return best.reduce((sum, ms) => sum + ms, 0) / books.length;
};

/** Parts that hold what is read of a school workbook; charts, styles and themes are not among them. */
const NEEDED = /^(?:_rels\/|xl\/(?:_rels\/|workbook\.xml|sharedstrings\.xml|tables\/|worksheets\/))/;

const inflateParts = (bytes: Uint8Array, wanted: (name: string) => boolean): void => {
  const entries = readEntries(bytes);
  if (!entries.ok) throw new Error('not a zip');
  for (const [name, entry] of entries.value) {
    const packed = wanted(name) ? entryBytes(bytes, entry) : null;
    if (packed) inflateRawSync(packed);
  }
};

const line = (name: string, ms: number, ours: number): void =>
  console.log(
    `${name.padEnd(44)} ${ms.toFixed(2).padStart(8)} ms a file ${(1000 / ms).toFixed(0).padStart(7)} files/s   ${(ms / ours).toFixed(1).padStart(6)} × ours`,
  );

const openpyxl = (paths: readonly string[]): number | null => {
  const script = join(import.meta.dirname, 'read-openpyxl.py');
  for (const python of ['/usr/bin/python3', 'python3']) {
    const { status, stdout } = spawnSync(python, [script], { input: paths.join('\n'), encoding: 'utf8' });
    if (status === 0) return (Number(stdout.split(' ')[0]) * 1000) / paths.length;
  }
  return null;
};

const compareReaders = async (books: readonly Book[]): Promise<void> => {
  const master = indexMaster(benchAnnex);
  const own = async ({ path, bytes }: Book): Promise<void> => {
    const read = await readSchoolFile({ file: path, bytes, sha256: '' }, NODE_CODEC);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
  };
  const whole = async ({ path, bytes }: Book): Promise<void> => {
    const read = await readSchoolFile({ file: path, bytes, sha256: sha256(bytes) }, NODE_CODEC);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    matchFile(read.value, master);
  };
  const some = books.slice(0, 60);
  const ours = await timed(books, 12, own);
  line('our reader', ours, ours);
  line('our reader, hashed and matched with the master', await timed(books, 8, whole), ours);
  const floorOfNeeded = await timed(books, 5, ({ bytes }) =>
    inflateParts(bytes, (name) => NEEDED.test(name)),
  );
  const floor = await timed(books, 12, ({ bytes }) => inflateParts(bytes, () => true));
  line('floor: inflating all parts', floor, ours);
  line('floor: inflating the parts with cells', floorOfNeeded, ours);
  const python = openpyxl(books.map(({ path }) => path));
  if (python === null) console.log('openpyxl: python3-openpyxl is not installed here');
  else line('openpyxl, read-only', python, ours);
  line(
    'SheetJS (@e965/xlsx), values only',
    await timed(some, 5, ({ bytes }) =>
      readSheetJs(bytes, { type: 'array', cellHTML: false, cellFormula: false }),
    ),
    ours,
  );
  line(
    'excelts',
    await timed(some, 5, ({ bytes }) => new Excelts().xlsx.load(bytes).catch(() => null)),
    ours,
  );
  console.log('ExcelJS is no development dependency: it does not install as it is published.');
  console.log(
    `\nOurs to openpyxl: ${python === null ? '?' : (python / ours).toFixed(1)} ×; ours to the floor: ${(ours / floor).toFixed(2)} × (all parts), ${(ours / floorOfNeeded).toFixed(2)} × (parts with cells)\n`,
  );
};

type Run = {
  seconds: number;
  megabytes: number;
  matched: number;
  unchanged: number;
  failed: number;
  rows: number;
};
const run = (folder: string, threads: number, known = ''): Run => {
  const child = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'consolidate-run.ts'), folder, String(threads), known],
    { encoding: 'utf8' },
  );
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout.trim().split('\n').at(-1)!) as Run;
};

const wholeRuns = (folder: string, count: number): void => {
  for (const threads of count > FEW ? [2, 1] : [0, 2]) {
    const first = run(folder, threads);
    const again = run(folder, threads, join(folder, 'known.txt'));
    console.log(
      `${count} workbooks, ${threads === 0 ? 'no threads' : `${threads} threads`}: ${first.seconds.toFixed(2)} s (${Math.round(count / first.seconds)} files/s), ` +
        `${first.rows} rows, ${first.failed} failed, peak ${Math.round(first.megabytes)} MB; again: ${again.seconds.toFixed(3)} s, ` +
        `${again.unchanged} unchanged, ${(first.seconds / again.seconds).toFixed(0)} × as fast`,
    );
  }
};

const few = await benchFolder(FEW);
await compareReaders(booksOf(few));
wholeRuns(few, FEW);
wholeRuns(await benchFolder(MANY), MANY);
