import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
/**
 * A ledger beyond one workbook: 50,000 units × 47 tasks, made one by one, written as Parquet and counted by the SQL
 * files in DuckDB; every total is held to what our own figures give over the same stream. Beside it, over fewer rows:
 * the same rows as plain CSV, and DuckDB's own COPY of that CSV to Parquet.
 */
import { DuckDBInstance } from '@duckdb/node-api';
import { openLedgerDatabase } from '../src/cli/ledger/ledger-database';
import { composeQuery, QUERIES } from '../src/cli/ledger/queries';
import { type LedgerCounts, queryLedgerTotals } from '../src/cli/ledger/query-ledger-totals';
import { writeLedger } from '../src/cli/ledger/write-ledger';
import {
  createGroupedOutcomeCounter,
  createTaskOutcomeCounter,
  type TaskOutcomeCounts,
} from '../src/consolidation/ledger/count-task-outcomes';
import { formatQuarterLabel } from '../src/consolidation/ledger/format-quarter-label';
import { getEffectiveMarks, type LedgerEntry } from '../src/consolidation/ledger/ledger-entry';
import { createLedgerRowMapper, LEDGER_TABLE } from '../src/consolidation/parquet/ledger-table';
import { createSimulatedLedger, generateSimulatedEntries } from '../test/support/builders/simulated-ledger';

const MANY = 50_000;
const FEW = 5_000;

type SimulatedLedger = ReturnType<typeof createSimulatedLedger>;
const folder = mkdtempSync(join(tmpdir(), 'phuluc-ledger-'));
const formatMegabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
const getPeakMemory = (): number => process.resourceUsage().maxRSS / 1024;

type Time = { seconds: number; processor: number };
async function measureTime<T>(work: () => T | Promise<T>): Promise<[T, Time]> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return [result, { seconds: (performance.now() - start) / 1000, processor: (user + system) / 1e6 }];
}
function formatTime({ seconds, processor }: Time): string {
  return `${seconds.toFixed(1)} s (${processor.toFixed(1)} s of processor)`;
}

function unwrapOrThrow<T>(result: { ok: true; value: T } | { ok: false; problems: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** Every total by our own figures, while the entries pass. */
function createOwnTotals(asOf: string) {
  const counter = createTaskOutcomeCounter(asOf);
  const parts = {
    byArea: createGroupedOutcomeCounter(({ task }) => `${task.section}|${task.sectionTitle}`, asOf),
    byLeadUnit: createGroupedOutcomeCounter(({ task }) => task.leadUnit, asOf),
    byQuarter: createGroupedOutcomeCounter(
      (entry) => formatQuarterLabel(getEffectiveMarks(entry).due) || '(không có hạn)',
      asOf,
    ),
    byUnit: createGroupedOutcomeCounter(({ sender }) => sender, asOf),
  };
  function* passing(entries: Iterable<LedgerEntry>): Iterable<LedgerEntry> {
    for (const entry of entries) {
      counter.add(entry);
      for (const part of Object.values(parts)) part.add(entry);
      yield entry;
    }
  }
  return { whole: counter, parts, passing };
}

function hasSameCounts(own: TaskOutcomeCounts, sql: LedgerCounts): boolean {
  return (Object.keys(own) as (keyof TaskOutcomeCounts)[]).every((name) => own[name] === sql[name]);
}

function compareTotals(
  own: ReturnType<typeof createOwnTotals>,
  totals: Awaited<ReturnType<typeof queryLedgerTotals>>,
): number {
  const lines: [TaskOutcomeCounts | undefined, LedgerCounts][] = [
    [own.whole.getCounts(), totals.totals],
    ...totals.byArea.map((line): [TaskOutcomeCounts | undefined, LedgerCounts] => [
      own.parts.byArea.figures().get(`${line.section}|${line.title}`),
      line,
    ]),
  ];
  const byLeadUnit = own.parts.byLeadUnit.figures();
  for (const line of totals.byLeadUnit) lines.push([byLeadUnit.get(line.leadUnit), line]);
  const byQuarter = own.parts.byQuarter.figures();
  for (const line of totals.byQuarter) lines.push([byQuarter.get(line.quarter), line]);
  const byUnit = own.parts.byUnit.figures();
  for (const line of totals.byUnit) lines.push([byUnit.get(line.code), line]);
  const expected = 1 + Object.values(own.parts).reduce((sum, part) => sum + part.figures().size, 0);
  const wrong = lines.filter(([counted, sql]) => !counted || !hasSameCounts(counted, sql)).length;
  if (wrong > 0 || lines.length !== expected) {
    console.log(`DIFFERENT: ${wrong} of ${lines.length} lines, ${expected} expected`);
    process.exitCode = 1;
  }
  return lines.length;
}

/** Writes a ledger of so many units; the peak of memory is that of the process so far. */
async function writeBenchLedger(units: number, name: string) {
  const book = createSimulatedLedger(units);
  const at = join(folder, name);
  const [written, time] = await measureTime(async () =>
    unwrapOrThrow(
      await writeLedger(at, { ...book, entries: generateSimulatedEntries(book.units, book.annex) }),
    ),
  );
  return { book, at, written, time, memory: getPeakMemory() };
}
type WrittenLedger = Awaited<ReturnType<typeof writeBenchLedger>>;

async function runLargeLedger(
  { book, at, written, time, memory }: WrittenLedger,
  memoryOfFew: number,
): Promise<void> {
  const { rows, files, bytes } = written;
  console.log(
    `${MANY} units × 47 tasks: ${rows} rows written in ${formatTime(time)}, ${Math.round(rows / time.seconds)} rows/s; ` +
      `${files} partitions, ${formatMegabytes(bytes)} MB, ${(bytes / rows).toFixed(1)} bytes a row; ` +
      `peak memory ${Math.round(memory)} MB (for ${FEW} units: ${Math.round(memoryOfFew)} MB)`,
  );
  const own = createOwnTotals(book.asOf);
  const [, counting] = await measureTime(() => {
    for (const _ of own.passing(generateSimulatedEntries(book.units, book.annex)));
  });
  const database = unwrapOrThrow(await openLedgerDatabase([at]));
  for (const name of QUERIES) {
    const sql = `SELECT COUNT(*) AS n FROM (${composeQuery(name, book.asOf)})`;
    const [answer, asking] = await measureTime(() => database.rows(sql));
    console.log(
      `  ${name.padEnd(16)} ${String(answer[0]?.['n']).padStart(8)} rows ${formatTime(asking).padStart(28)}`,
    );
  }
  const [totals, asking] = await measureTime(() => queryLedgerTotals(database, book.asOf));
  database.close();
  console.log(
    `All totals by SQL in ${formatTime(asking)}; making and counting the same stream by our own figures ${formatTime(counting)}; ` +
      `${compareTotals(own, totals)} lines of totals compared`,
  );
}

function formatCsvCell(value: unknown): string {
  return value === null
    ? ''
    : /[",\n]/.test(String(value))
      ? `"${String(value).replaceAll('"', '""')}"`
      : String(value);
}

/** The same columns as text, in chunks of a megabyte. */
function writeCsv(path: string, book: SimulatedLedger): void {
  const file = openSync(path, 'w');
  const rowOf = createLedgerRowMapper(book.annex);
  let chunk = `${LEDGER_TABLE.columns.map(({ name }) => name).join(',')}\n`;
  for (const entry of generateSimulatedEntries(book.units, book.annex)) {
    const row = rowOf(entry);
    chunk += `${LEDGER_TABLE.columns.map((column) => formatCsvCell(column.getValue(row))).join(',')}\n`;
    if (chunk.length > 1_000_000) {
      writeSync(file, chunk);
      chunk = '';
    }
  }
  writeSync(file, chunk);
  closeSync(file);
}

function getFolderSize(path: string): number {
  return readdirSync(path, { recursive: true })
    .map((name) => statSync(join(path, String(name))))
    .reduce((sum, one) => sum + (one.isFile() ? one.size : 0), 0);
}

async function comparePeers({ book, at, written: counted, time }: WrittenLedger): Promise<void> {
  const csv = join(folder, 'few.csv');
  const copied = join(folder, 'copied');
  const [, making] = await measureTime(() => {
    for (const _ of generateSimulatedEntries(book.units, book.annex));
  });
  const [, plain] = await measureTime(() => writeCsv(csv, book));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const [, copy] = await measureTime(() =>
    connection.run(
      `COPY (SELECT *, left(sender, 3) AS branch FROM read_csv('${csv}', header = true, all_varchar = true))
       TO '${copied}' (FORMAT parquet, PARTITION_BY (branch))`,
    ),
  );
  connection.closeSync();
  const line = (name: string, one: Time, bytes: number): void =>
    console.log(
      `  ${name.padEnd(36)} ${formatTime(one).padStart(28)} ${formatMegabytes(bytes).padStart(8)} MB   ` +
        `${(one.processor / time.processor).toFixed(2)} × our processor time`,
    );
  console.log(`\n${counted.rows} rows of ${FEW} units (making the entries alone: ${formatTime(making)}):`);
  line('our Parquet', time, getFolderSize(at));
  line('the same rows as plain CSV', plain, statSync(csv).size);
  line('DuckDB: COPY of that CSV to Parquet', copy, getFolderSize(copied));
}

try {
  // Few first: the peak of memory only grows.
  const few = await writeBenchLedger(FEW, 'few');
  await runLargeLedger(await writeBenchLedger(MANY, 'many'), few.memory);
  await comparePeers(few);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
