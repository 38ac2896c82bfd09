import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedgerDatabase } from '../../../src/cli/ledger/ledger-database';
import { composeQuery, QUERIES, type QueryName } from '../../../src/cli/ledger/queries';
import { writeLedger } from '../../../src/cli/ledger/write-ledger';
import { createSimulatedLedger, generateSimulatedEntries } from '../../support/builders/simulated-ledger';
import { findSparkSubmit, runOnSpark } from '../../support/spark';

/** 47 rows each; PHULUC_SPARK_UNITS=50000 makes 2.3 million rows of it. */
const UNITS = Number(process.env['PHULUC_SPARK_UNITS'] ?? 100);
const MINUTES = 60_000;

const spark = findSparkSubmit();

if (!spark) {
  describe.skip('the SQL of a ledger on Apache Spark', () =>
    it('needs spark-submit on the PATH or in PHULUC_SPARK_SUBMIT, which is not there', () => undefined));
} else {
  describe('the SQL of a ledger on Apache Spark', () => {
    const folder = mkdtempSync(join(tmpdir(), 'phuluc-spark-'));
    const ledger = join(folder, "sổ cái '26");
    const results = join(folder, 'results');
    const book = createSimulatedLedger(UNITS);
    let executors = 0;

    beforeAll(async () => {
      const entries = generateSimulatedEntries(book.units, book.annex);
      const written = await writeLedger(ledger, { ...book, entries });
      if (!written.ok) throw new Error(written.problems[0]?.code);
      executors = await runOnSpark(spark, ledger, results);
    }, 9 * MINUTES);
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    const readLines = (name: QueryName): unknown[] =>
      readFileSync(join(results, `${name}.json`), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as unknown);

    it('is run by two workers', () => {
      expect(executors).toBe(2);
    });

    it.each(QUERIES)(
      'gives the lines of DuckDB for %s',
      async (name) => {
        const opened = await openLedgerDatabase([ledger]);
        if (!opened.ok) throw new Error(opened.problems[0]?.code);
        const expected = await opened.value.rows(composeQuery(name, book.asOf));
        opened.value.close();
        const lines = readLines(name);
        expect(lines).toHaveLength(expected.length);
        // One by one: a difference among a hundred thousand lines is to be seen.
        expected.forEach((row, index) => expect(lines[index]).toEqual(Object.values(row)));
      },
      5 * MINUTES,
    );
  });
}
