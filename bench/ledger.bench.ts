/**
 * A ledger beyond one workbook: 50,000 units × 47 tasks, made one by one, written as Parquet and counted by the SQL
 * files in DuckDB; every total is held to what our own figures give over the same stream. Beside it, over fewer rows:
 * the same rows as plain CSV, and DuckDB's own COPY of that CSV to Parquet.
 */
import { DuckDBInstance } from '@duckdb/node-api';
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedgerDatabase } from '../src/cli/ledger/duckdb';
import { QUERIES, composeQuery } from '../src/cli/ledger/queries';
import { queryLedgerTotals } from '../src/cli/ledger/totals';
import type { LedgerCounts } from '../src/cli/ledger/totals';
import { writeLedger } from '../src/cli/ledger/write-ledger';
import type { LedgerEntry } from '../src/consolidation/ledger/entry';
import { marksOf } from '../src/consolidation/ledger/entry';
import { ledgerRows, ledgerTable } from '../src/consolidation/parquet/ledger-table';
import { figureCounter, figureCounters } from '../src/consolidation/totals/figures';
import type { Figures } from '../src/consolidation/totals/figures';
import { quarterLabel } from '../src/consolidation/totals/quarter';
import { simulatedBook, simulatedEntries } from './simulated-ledger';

const MANY = 50_000;
const FEW = 5_000;

type Book = ReturnType<typeof simulatedBook>;
const folder = mkdtempSync(join(tmpdir(), 'phuluc-ledger-'));
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
const peak = (): number => process.resourceUsage().maxRSS / 1024;

type Time = { seconds: number; processor: number };
async function timed<T>(work: () => T | Promise<T>): Promise<[T, Time]> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return [result, { seconds: (performance.now() - start) / 1000, processor: (user + system) / 1e6 }];
}
function say({ seconds, processor }: Time): string {
  return `${seconds.toFixed(1)} s (${processor.toFixed(1)} s of processor)`;
}

function must<T>(result: { ok: true; value: T } | { ok: false; problems: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** Every total by our own figures, while the entries pass. */
function ownTotals(asOf: string) {
  const whole = figureCounter(asOf);
  const parts = {
    byArea: figureCounters(({ task }) => `${task.section}|${task.sectionTitle}`, asOf),
    byLeadUnit: figureCounters(({ task }) => task.leadUnit, asOf),
    byQuarter: figureCounters((entry) => quarterLabel(marksOf(entry).due) || '(không có hạn)', asOf),
    byUnit: figureCounters(({ sender }) => sender, asOf),
  };
  function* passing(entries: Iterable<LedgerEntry>): Iterable<LedgerEntry> {
    for (const entry of entries) {
      whole.add(entry);
      for (const part of Object.values(parts)) part.add(entry);
      yield entry;
    }
  }
  return { whole, parts, passing };
}

function isSame(own: Figures, sql: LedgerCounts): boolean {
  return (Object.keys(own) as (keyof Figures)[]).every((name) => own[name] === sql[name]);
}

function comparedWith(
  own: ReturnType<typeof ownTotals>,
  totals: Awaited<ReturnType<typeof queryLedgerTotals>>,
): number {
  const lines: [Figures | undefined, LedgerCounts][] = [
    [own.whole.figures(), totals.totals],
    ...totals.byArea.map((line): [Figures | undefined, LedgerCounts] => [
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
  const wrong = lines.filter(([ours, sql]) => !ours || !isSame(ours, sql)).length;
  if (wrong > 0 || lines.length !== expected) {
    console.log(`DIFFERENT: ${wrong} of ${lines.length} lines, ${expected} expected`);
    process.exitCode = 1;
  }
  return lines.length;
}

/** Writes a ledger of so many units; the peak of memory is that of the process so far. */
async function write(units: number, name: string) {
  const book = simulatedBook(units);
  const at = join(folder, name);
  const [written, time] = await timed(async () =>
    must(await writeLedger(at, { ...book, entries: simulatedEntries(book.units, book.annex) })),
  );
  return { book, at, written, time, memory: peak() };
}
type Written = Awaited<ReturnType<typeof write>>;

async function wholeRun({ book, at, written, time, memory }: Written, memoryOfFew: number): Promise<void> {
  const { rows, files, bytes } = written;
  console.log(
    `${MANY} units × 47 tasks: ${rows} rows written in ${say(time)}, ${Math.round(rows / time.seconds)} rows/s; ` +
      `${files} partitions, ${megabytes(bytes)} MB, ${(bytes / rows).toFixed(1)} bytes a row; ` +
      `peak memory ${Math.round(memory)} MB (for ${FEW} units: ${Math.round(memoryOfFew)} MB)`,
  );
  const own = ownTotals(book.asOf);
  const [, counting] = await timed(() => {
    for (const _ of own.passing(simulatedEntries(book.units, book.annex)));
  });
  const database = must(await openLedgerDatabase(at));
  for (const name of QUERIES) {
    const sql = `SELECT COUNT(*) AS n FROM (${composeQuery(name, book.asOf)})`;
    const [answer, asking] = await timed(() => database.rows(sql));
    console.log(
      `  ${name.padEnd(16)} ${String(answer[0]?.['n']).padStart(8)} rows ${say(asking).padStart(28)}`,
    );
  }
  const [totals, asking] = await timed(() => queryLedgerTotals(database, book.asOf));
  database.close();
  console.log(
    `All totals by SQL in ${say(asking)}; making and counting the same stream by our own figures ${say(counting)}; ` +
      `${comparedWith(own, totals)} lines of totals compared`,
  );
}

function csvCell(value: unknown): string {
  return value === null
    ? ''
    : /[",\n]/.test(String(value))
      ? `"${String(value).replaceAll('"', '""')}"`
      : String(value);
}

/** The same columns as text, in chunks of a megabyte. */
function writeCsv(path: string, book: Book): void {
  const file = openSync(path, 'w');
  const rowOf = ledgerRows(book.annex);
  let chunk = `${ledgerTable.columns.map(({ name }) => name).join(',')}\n`;
  for (const entry of simulatedEntries(book.units, book.annex)) {
    const row = rowOf(entry);
    chunk += `${ledgerTable.columns.map((column) => csvCell(column.of(row))).join(',')}\n`;
    if (chunk.length > 1_000_000) {
      writeSync(file, chunk);
      chunk = '';
    }
  }
  writeSync(file, chunk);
  closeSync(file);
}

function sizeOf(path: string): number {
  return readdirSync(path, { recursive: true })
    .map((name) => statSync(join(path, String(name))))
    .reduce((sum, one) => sum + (one.isFile() ? one.size : 0), 0);
}

async function peers({ book, at, written: ours, time }: Written): Promise<void> {
  const csv = join(folder, 'few.csv');
  const copied = join(folder, 'copied');
  const [, making] = await timed(() => {
    for (const _ of simulatedEntries(book.units, book.annex));
  });
  const [, plain] = await timed(() => writeCsv(csv, book));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const [, copy] = await timed(() =>
    connection.run(
      `COPY (SELECT *, left(sender, 3) AS branch FROM read_csv('${csv}', header = true, all_varchar = true))
       TO '${copied}' (FORMAT parquet, PARTITION_BY (branch))`,
    ),
  );
  connection.closeSync();
  const line = (name: string, one: Time, bytes: number): void =>
    console.log(
      `  ${name.padEnd(36)} ${say(one).padStart(28)} ${megabytes(bytes).padStart(8)} MB   ` +
        `${(one.processor / time.processor).toFixed(2)} × our processor time`,
    );
  console.log(`\n${ours.rows} rows of ${FEW} units (making the entries alone: ${say(making)}):`);
  line('our Parquet', time, sizeOf(at));
  line('the same rows as plain CSV', plain, statSync(csv).size);
  line('DuckDB: COPY of that CSV to Parquet', copy, sizeOf(copied));
}

try {
  // Few first: the peak of memory only grows.
  const few = await write(FEW, 'few');
  await wholeRun(await write(MANY, 'many'), few.memory);
  await peers(few);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
