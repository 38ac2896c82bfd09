import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { openLedgerDatabase, type QueryRow } from '../../../src/cli/ledger/ledger-database';
import { composeQuery, QUERIES } from '../../../src/cli/ledger/queries';
import { readLedger } from '../../../src/cli/ledger/read-ledger';
import { type LedgerContents, writeLedger } from '../../../src/cli/ledger/write-ledger';
import { findDisagreements } from '../../../src/consolidation/findings/find-disagreements';
import { type Consolidation, findMissingUnits } from '../../../src/consolidation/ledger/consolidation';
import { getEffectiveMarks, type LedgerEntry } from '../../../src/consolidation/ledger/ledger-entry';
import { consolidate } from '../../../src/consolidation/run/consolidate';
import { createConsolidationInput } from '../../support/builders/create-consolidation-input';
import { ledgerArbitrary } from '../../support/builders/ledger-arbitrary';
import { createSimulatedLedger, generateSimulatedEntries } from '../../support/builders/simulated-ledger';
import { useTemporaryFolder } from '../../support/run-cli';
import { expectSameTotals } from './expect-same-totals';

function getProblems(result: { ok: boolean; problems?: { code: string }[] }): string[] {
  return (result.problems ?? []).map(({ code }) => code);
}

async function ask(folder: string, asOf: string, queries: readonly string[] = QUERIES) {
  const opened = await openLedgerDatabase([folder]);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const answers: Record<string, QueryRow[]> = {};
  for (const name of queries) {
    const sql = QUERIES.find((query) => query === name);
    answers[name] = await opened.value.rows(sql ? composeQuery(sql, asOf) : name);
  }
  opened.value.close();
  return answers;
}

/** What DuckDB reads must be the entry, cell by cell. */
function rowOfEntry(entry: LedgerEntry): QueryRow {
  const marks = getEffectiveMarks(entry);
  const { task, reported, from } = entry;
  return {
    sender: entry.sender,
    unit: entry.unit,
    unit_name: entry.unitName,
    kind: entry.kind,
    task_id: task.id,
    section: task.section,
    section_title: task.sectionTitle,
    tt: task.tt,
    content: task.content,
    lead_unit: task.leadUnit,
    printed_product: task.product,
    occurrence: entry.occurrence,
    applicability: marks.applicability,
    state: marks.state,
    due: marks.due || null,
    done_on: marks.doneOn || null,
    deadline: entry.deadline,
    reported_applicability: reported.applicability,
    reported_state: reported.state,
    reported_due: reported.due || null,
    reported_done_on: reported.doneOn || null,
    corrected: Object.keys(entry.corrected).length > 0,
    reason: entry.reason,
    product: entry.product,
    evidence: entry.evidence,
    note: entry.note,
    matched_by: entry.match,
    score: entry.score,
    file: from.file,
    sheet: from.sheet,
    cell: from.cell,
    read_at: from.readAt.replace('T', ' ').replace(/(?:\.000)?Z$/, ''),
    reader_version: from.readerVersion,
    sha256: from.sha256,
  };
}

/** Rows in one order of rows and of members. */
function sorted(rows: readonly object[]): string[] {
  const plain = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.entries(value)
          .map(([name, member]) => [name, plain(member)])
          .sort()
      : value;
  return rows.map((row) => JSON.stringify(plain(row))).sort();
}

const COLUMNS = Object.keys(
  rowOfEntry(
    [...generateSimulatedEntries(createSimulatedLedger(1).units, createSimulatedLedger(1).annex)][0]!,
  ),
);
const ALL_ROWS = `SELECT ${COLUMNS.join(', ')} FROM ledger`;

describe('a ledger as Parquet', () => {
  const folder = useTemporaryFolder();
  const at = (...names: string[]): string => join(folder.path('so-cai'), ...names);
  const filesIn = (): string[] =>
    readdirSync(at(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(at().length + 1))
      .sort();
  const book = (units = 6, sent = 5): Consolidation => consolidate(createConsolidationInput(units, sent));
  const write = async (contents: LedgerContents) => {
    const result = await writeLedger(at(), contents);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result;
  };
  const entriesBack = async (): Promise<LedgerEntry[]> => {
    const read = await readLedger(at());
    if (!read.ok || !read.value) throw new Error(JSON.stringify(read));
    return [...read.value.entries];
  };

  it('is read by DuckDB row by row as it was, and gives the totals of our own figures', async () => {
    const complete = book();
    const { value } = await write(complete);
    expect(value).toMatchObject({ rows: complete.entries.length, changed: true });
    const answers = await ask(at(), complete.asOf, [...QUERIES, ALL_ROWS]);
    expect(sorted(answers[ALL_ROWS]!)).toEqual(sorted(complete.entries.map(rowOfEntry)));
    expectSameTotals(complete.entries, complete.asOf, answers);
    expect(answers['missing-units']!.map(({ code }) => code)).toEqual(
      findMissingUnits(complete).map(({ code }) => code),
    );
    expect(
      answers['disagreements']!.map(({ task_id, kind, performed, refused }) => [
        task_id,
        kind,
        performed,
        refused,
      ]).sort(),
    ).toEqual(
      findDisagreements(complete.entries)
        .map(({ task, args }) => [task, args['kind'], args['performed'], args['refused']])
        .sort(),
    );
  });

  it('gives the same figures whatever the units wrote', async () => {
    const base = book(1, 0);
    await fc.assert(
      fc.asyncProperty(ledgerArbitrary, async (entries) => {
        rmSync(at(), { recursive: true, force: true });
        await write({ ...base, entries });
        const answers = await ask(at(), base.asOf, [...QUERIES, ALL_ROWS]);
        expect(sorted(answers[ALL_ROWS]!)).toEqual(sorted(entries.map(rowOfEntry)));
        expectSameTotals(entries, base.asOf, answers);
        expect(sorted(await entriesBack())).toEqual(sorted(entries));
      }),
      { numRuns: 12 },
    );
  });

  it('counts up to any day, with the same rows', async () => {
    const complete = book();
    await write(complete);
    for (const day of ['2026-01-01', '2026-07-06', '2027-12-31']) {
      expectSameTotals(complete.entries, day, await ask(at(), day));
    }
  });

  it('takes entries as a stream: three hundred units', async () => {
    const simulated = createSimulatedLedger(300);
    const stream = () => generateSimulatedEntries(simulated.units, simulated.annex);
    const { value } = await write({ ...simulated, entries: stream() });
    expect(value.rows).toBe(294 * 47);
    expectSameTotals([...stream()], simulated.asOf, await ask(at(), simulated.asOf));
  });

  it('is parted by the authority above the units', async () => {
    const complete = book();
    const parents = ['P-01', 'P-02', ''];
    const units = complete.units.map((unit, index) => ({ ...unit, parent: parents[index % 3]! }));
    await write({ ...complete, units });
    expect(readdirSync(at('tables', 'ledger')).sort()).toEqual(['branch=P-01', 'branch=P-02']);
    const rows = await ask(at(), complete.asOf, [
      'SELECT branch, COUNT(*) AS n FROM ledger GROUP BY branch ORDER BY branch',
    ]);
    const tasks = complete.annex.tasks.length;
    // Units without one belong to the level itself, here also P-01.
    expect(Object.values(rows)[0]).toEqual([
      { branch: 'P-01', n: 3 * tasks },
      { branch: 'P-02', n: 2 * tasks },
    ]);
  });

  it('holds all that a run knows', async () => {
    const complete = book();
    await write({ ...complete, decisions: new Map([['sha-1', 'Dùng']]) });
    const read = await readLedger(at());
    const { findings: _, ...previous } = complete;
    expect(read).toEqual({
      ok: true,
      value: { ...previous, decisions: new Map([['sha-1', 'Dùng']]) },
      warnings: [],
    });
  });

  it('without a row still has its columns', async () => {
    await write({ ...book(2, 0), drift: [] });
    const answers = await ask(at(), '2026-07-15');
    expect(answers['overall']).toMatchObject([{ required: 0, done_share: null }]);
    expect(answers['by-area']).toEqual([]);
    expect(answers['missing-units']).toHaveLength(2);
  });

  it.each(['so cái [2026]', "của *tôi* ?'", 'a#b%20=c'])('lies in a folder of any name: %s', async (name) => {
    const complete = book(2, 2);
    const result = await writeLedger(folder.path(name), complete);
    expect(result).toMatchObject({ ok: true });
    const answers = await ask(folder.path(name), complete.asOf, ['overall']);
    expect(answers['overall']).toMatchObject([{ required: complete.entries.length }]);
  });

  it('describes itself and brings the SQL', async () => {
    await write(book());
    expect(filesIn().filter((name) => name.startsWith('sql'))).toEqual(
      [
        ...QUERIES.map((name) => join('sql', `${name}.sql`)),
        ...['duckdb', 'spark', 'trino'].map((engine) => join('sql', 'mo', `${engine}.sql`)),
      ].sort(),
    );
    expect(readFileSync(at('README.md'), 'utf8')).toContain('| `read_at` | TIMESTAMP');
    expect(readFileSync(at('sql', 'overall.sql'), 'utf8')).toContain("DATE '2026-07-15'");
  });

  it('says the same: not a file is touched', async () => {
    await write(book());
    const stamps = filesIn().map((name) => statSync(at(name)).mtimeMs);
    const again = await write(book());
    expect(again.value.changed).toBe(false);
    expect(filesIn().map((name) => statSync(at(name)).mtimeMs)).toEqual(stamps);
    expect((await write(book(6, 6))).value.changed).toBe(true);
  });

  describe('when a run is cut', () => {
    const OLD = '.tables-old';
    const NEW = '.tables-new';
    /** The folder as it stands when the new tables are written, whole or not, and the swap is about to begin. */
    const cutRun = async (complete: boolean): Promise<{ before: LedgerEntry[]; after: LedgerEntry[] }> => {
      await write(book(6, 6));
      const after = await entriesBack();
      cpSync(at('tables'), folder.path('new'), { recursive: true });
      await write(book(6, 5));
      const before = await entriesBack();
      renameSync(folder.path('new'), at(NEW));
      if (!complete) rmSync(at(NEW, '_phuluc.json'));
      return { before, after };
    };
    const afterwards = async () => {
      const read = await readLedger(at());
      if (!read.ok || !read.value) throw new Error(JSON.stringify(read));
      expect(readdirSync(at()).filter((name) => name.startsWith('.'))).toEqual([]);
      return { entries: read.value.entries, warnings: read.warnings.map(({ code }) => code) };
    };

    it.each([true, false])(
      'before the swap (new tables whole: %s), the old ledger stands',
      async (complete) => {
        const { before } = await cutRun(complete);
        expect(await afterwards()).toEqual({ entries: before, warnings: ['ledger-as-before'] });
      },
    );

    it('between the two renames, the new ledger is put in place', async () => {
      const { after } = await cutRun(true);
      renameSync(at('tables'), at(OLD));
      expect(await afterwards()).toEqual({ entries: after, warnings: ['ledger-completed'] });
    });

    it('with the old tables still to be removed, the new ledger stands', async () => {
      const { after } = await cutRun(true);
      renameSync(at('tables'), at(OLD));
      renameSync(at(NEW), at('tables'));
      expect(await afterwards()).toEqual({ entries: after, warnings: [] });
    });

    it('in the very first run, nothing was there and nothing is', async () => {
      mkdirSync(at(NEW, 'ledger'), { recursive: true });
      writeFileSync(at(NEW, 'ledger', 'part-0.parquet'), 'PAR1');
      expect(await readLedger(at())).toMatchObject({ ok: true, value: null });
      expect((await write(book())).value.changed).toBe(true);
    });

    it('by an entry that fails midway, the old ledger stands', async () => {
      await write(book());
      const before = await entriesBack();
      async function* failing(): AsyncIterable<LedgerEntry> {
        yield* before;
        throw Object.assign(new Error('disk full'), { code: 'ENOSPC' });
      }
      const result = await writeLedger(at(), { ...book(), entries: failing() });
      expect(getProblems(result)).toEqual(['file-not-writable']);
      expect(readdirSync(at()).sort()).toEqual(['README.md', 'sql', 'tables']);
      expect(await entriesBack()).toEqual(before);
    });
  });

  it('refuses a folder that holds something else, and leaves it', async () => {
    mkdirSync(at(), { recursive: true });
    writeFileSync(at('thu.txt'), 'của tôi');
    expect(getProblems(await writeLedger(at(), book()))).toEqual(['not-a-ledger']);
    expect(readdirSync(at())).toEqual(['thu.txt']);
    expect(getProblems(await writeLedger(at('thu.txt'), book()))).toEqual(['not-a-ledger']);
  });

  it('refuses a folder that takes nothing', async () => {
    mkdirSync(at(), { recursive: true });
    chmodSync(at(), 0o500);
    // Where everything is allowed, a name that no folder can have stands for it.
    const target = process.getuid?.() === 0 ? at('x'.repeat(300)) : at();
    const codes = getProblems(await writeLedger(target, book()));
    chmodSync(at(), 0o700);
    expect(codes).toEqual([process.getuid?.() === 0 ? 'not-a-ledger' : 'file-not-writable']);
  });

  it.each([
    [
      'a table cut short',
      (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 200)),
      'units',
    ],
    ['a table that is gone', (path: string) => rmSync(path), 'sources'],
  ])('reports %s', async (_, damage, table) => {
    await write(book());
    damage(at('tables', table, 'part-0.parquet'));
    expect(getProblems(await readLedger(at()))).toEqual(['ledger-damaged']);
    expect(getProblems(await openLedgerDatabase([at()]))).toEqual(['ledger-damaged']);
  });

  it.each([
    ['{"schema":99,"annex":{},"files":[]}', 'ledger-newer'],
    ['{', 'ledger-damaged'],
    ['{"schema":1}', 'ledger-damaged'],
  ])('reports a manifest %s', async (json, code) => {
    await write(book());
    writeFileSync(at('tables', '_phuluc.json'), json);
    expect(getProblems(await readLedger(at()))).toEqual([code]);
    expect(getProblems(await writeLedger(at(), book()))).toEqual([code]);
  });
});
