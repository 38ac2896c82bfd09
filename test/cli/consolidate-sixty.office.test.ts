import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { buildConsolidationReport } from '../../src/authority-workbook/consolidation-report';
import { createPathSource } from '../../src/cli/consolidation/create-path-source';
import { getTaskOutcome, type TaskOutcome } from '../../src/consolidation/ledger/task-outcome';
import { runConsolidation } from '../../src/consolidation/run/run-consolidation';
import type { ReturnedFiles } from '../support/returned-workbooks/build-returned-files';
import { useSixtySchools } from './use-sixty-schools';

type Report = ReturnType<typeof buildConsolidationReport>;

const LATE: readonly TaskOutcome[] = ['doneLate', 'inProgressLate', 'notStartedLate'];

const sorted = <T>(items: readonly T[]): string[] => items.map((item) => JSON.stringify(item)).sort();

describe('what sixty schools send back', () => {
  const schools = useSixtySchools();
  const { path } = schools;
  let made: ReturnedFiles;
  let report: Report;
  const run = (...more: string[]) => schools.consolidate('--json', ...more);

  beforeAll(async () => {
    made = schools.getFiles();
    const answer = await run();
    if (answer.code !== 0) throw new Error(answer.errors);
    report = answer.json<Report>();
  }, 300_000);

  it('is counted file by file: read, failed with the reason, sent twice', () => {
    const { truth } = made;
    expect(report.files.read).toBe(truth.read);
    expect(sorted(report.files.failed.map(({ file, code }) => ({ file: basename(file), code })))).toEqual(
      sorted(truth.failed),
    );
    expect(
      sorted(
        report.files.duplicates.map(({ unit, files, proposed, differences }) => ({
          unit,
          files: files.map((file) => basename(file)).sort(),
          used: basename(proposed ?? ''),
          differences,
        })),
      ),
    ).toEqual(sorted(truth.duplicates));
  });

  it('reports who has sent and who has not', () => {
    expect(report.units).toEqual({
      expected: made.units.length,
      sent: made.units.length - made.truth.missing.length,
      missing: made.truth.missing,
    });
  });

  it('gives exactly the figures of what was answered, as a whole, by unit and by area', () => {
    const { totals, byUnit, byArea } = made.truth;
    expect(report.totals).toMatchObject(totals);
    expect(sorted(report.byUnit)).toEqual(sorted(byUnit));
    expect(report.byArea.map(({ title: _, ...rest }) => rest)).toEqual(
      byArea.map((area) => expect.objectContaining(area)),
    );
  });

  it('has every occurrence of the logs, done in time or late as their own sheets say', async () => {
    const { truth, annex, units } = made;
    const files = [...made.files.keys()].map((name) => join(path('files'), name));
    const run = await runConsolidation(
      { annex, units, level: null, asOf: truth.asOf, reportDue: null, previous: null },
      createPathSource({ files, leftOut: [], problems: [] }),
      { now: () => new Date('2026-10-15T01:00:00.000Z') },
    );
    if (!run?.ok) throw new Error('not consolidated');
    const { entries } = run.value.consolidation;
    const logged = entries.filter(({ occurrence }) => occurrence !== '');
    expect(new Set(truth.occurrences.map(({ unit }) => unit)).size).toBe(4);
    for (const state of ['done', 'inProgress', 'notStarted', 'nothingArisen'])
      expect(truth.occurrences.filter((one) => one.state === state).length).toBeGreaterThan(5);
    expect(
      sorted(
        logged.map((entry) => ({
          unit: entry.unit,
          task: entry.task.id,
          key: entry.occurrence,
          state: entry.reported.state,
          doneOn: entry.reported.doneOn,
          late: LATE.includes(getTaskOutcome(entry, truth.asOf)),
        })),
      ),
    ).toEqual(sorted(truth.occurrences));
  });

  it('says and writes the same the second time', async () => {
    const out = path('tong-hop.xlsx');
    const first = await run('-o', out);
    const before = readFileSync(out);
    // What was read before is known by the sheet and cell that the workbook holds.
    const toComparable = ({ findings, files: { read, failed }, ...rest }: Report) => ({
      ...rest,
      read,
      failed,
      findings: findings.map(({ code, unit, task, message }) => ({ code, unit, task, message })),
    });
    const second = await run('-o', out);
    expect(toComparable(second.json<Report>())).toEqual(toComparable(first.json<Report>()));
    expect(readFileSync(out).equals(before)).toBe(true);
  }, 300_000);

  it('finds every defect and invents none', () => {
    const found = report.findings.map(({ code, unit, task }) => ({ code, unit, task }));
    expect(sorted(found)).toEqual(sorted(made.truth.findings));
  });
});
