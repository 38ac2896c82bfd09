/**
 * How the cost of the main jobs grows: each at several sizes, with the exponent from one to the next (1: twice the
 * work takes twice as long). Processor time in this process; `--most=500` leaves larger sizes out.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedgerDatabase } from '../src/cli/ledger/ledger-database';
import { queryLedgerTotals } from '../src/cli/ledger/query-ledger-totals';
import { writeLedger } from '../src/cli/ledger/write-ledger';
import '../src/i18n/register-english';
import { createSimulatedLedger, generateSimulatedEntries } from '../test/support/builders/simulated-ledger';
import {
  consolidateSimulated,
  createDatedAnnex,
  importTasks,
  measureOffice,
  openBenchExcel,
  renewLog,
} from './office-jobs';

/** Above this the cost of a job grows faster than its work. */
const MAX_EXPONENT = 1.15;
/** Below this a time says more about the machine than about the size, and its exponent is not judged. */
const MIN_SECONDS = 0.3;

const most = Number(/--most=(\d+)/.exec(process.argv.join(' '))?.[1] ?? Infinity);
const folder = mkdtempSync(join(tmpdir(), 'phuluc-scale-'));

type Job = { name: string; sizes: readonly number[]; run: (size: number) => Promise<number> };

/** Seconds of work in a workbook of its own, after what it needs; and of the simulator's calculation apart. */
async function measureJob(prepare: () => Promise<void>, work: () => unknown): Promise<number> {
  globalThis.gc?.();
  const excel = await openBenchExcel();
  await prepare();
  const { seconds } = await measureOffice(excel, work);
  excel.close();
  return seconds;
}

const nothing = (): Promise<void> => Promise.resolve();

async function measureLedger(units: number): Promise<number> {
  const book = createSimulatedLedger(units);
  const at = join(folder, String(units));
  const start = process.cpuUsage();
  const entries = generateSimulatedEntries(book.units, book.annex);
  const written = await writeLedger(at, { ...book, entries });
  const opened = await openLedgerDatabase([at]);
  if (!written.ok || !opened.ok) throw new Error('no ledger');
  await queryLedgerTotals(opened.value, book.asOf);
  opened.value.close();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

const TASKS = [50, 500, 5_000];
const JOBS: readonly Job[] = [
  {
    name: 'tasks imported',
    sizes: TASKS,
    run: (size) => measureJob(nothing, () => importTasks(createDatedAnnex(size))),
  },
  {
    name: 'log of the tasks made',
    sizes: TASKS,
    run: (size) => measureJob(() => importTasks(createDatedAnnex(size)), renewLog),
  },
  {
    name: 'units × 47 into a workbook',
    sizes: [60, 600, 2_000],
    run: (size) => measureJob(nothing, () => consolidateSimulated(size)),
  },
  { name: 'units × 47 into a ledger, totals', sizes: [600, 2_000, 10_000], run: measureLedger },
];

// The first of everything is loaded and compiled: not a matter of size.
await measureJob(nothing, () => importTasks(createDatedAnnex(50)));
await measureLedger(60);

for (const { name, sizes, run } of JOBS) {
  let before: { size: number; seconds: number } | null = null;
  for (const size of sizes.filter((one) => one <= most)) {
    const seconds = await run(size);
    const exponent = before && Math.log(seconds / before.seconds) / Math.log(size / before.size);
    const isJudged = exponent !== null && seconds >= MIN_SECONDS;
    console.log(
      `${name.padEnd(34)} ${size.toString().padStart(6)} ${seconds.toFixed(2).padStart(8)} s` +
        (exponent === null ? '' : `   exponent ${exponent.toFixed(2)}`) +
        (isJudged && exponent > MAX_EXPONENT ? `   ABOVE ${MAX_EXPONENT}` : ''),
    );
    before = { size, seconds };
  }
}
rmSync(folder, { recursive: true, force: true });
