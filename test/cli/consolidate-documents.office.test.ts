import { readFileSync, writeFileSync } from 'node:fs';
import { findSheetByName } from '@phuluc/excel-simulator/model/workbook';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import type { buildConsolidationReport } from '../../src/authority-workbook/consolidation-report';
import { createDocumentAdder, SECOND_MASTER } from '../support/returned-workbooks/add-documents';
import type { ReturnedFiles } from '../support/returned-workbooks/build-returned-files';
import { createMasterFile } from '../support/returned-workbooks/create-master-file';
import { createTruth } from '../support/returned-workbooks/create-truth';
import { runPhuluc } from '../support/run-cli';
import { useSixtySchools } from './use-sixty-schools';

type Report = ReturnType<typeof buildConsolidationReport>;

const sorted = <T>(items: readonly T[]): string[] => items.map((item) => JSON.stringify(item)).sort();

describe('sixty schools with two to four documents each', () => {
  const adder = createDocumentAdder();
  const schools = useSixtySchools(adder.addDocuments);
  let made: ReturnedFiles;
  let report: Report;

  beforeAll(async () => {
    made = schools.getFiles();
    const answer = await schools.consolidate('--json');
    if (answer.code !== 0) throw new Error(answer.errors);
    report = answer.json<Report>();
  }, 900_000);

  it('are consolidated by one document to exactly what they answered of it', () => {
    const { totals, byUnit, byArea } = made.truth;
    expect(report.totals).toMatchObject(totals);
    expect(sorted(report.byUnit)).toEqual(sorted(byUnit));
    expect(report.byArea.map(({ title: _, ...rest }) => rest)).toEqual(
      byArea.map((area) => expect.objectContaining(area)),
    );
  });

  it('have every defect found and none invented; other documents are named once a school', () => {
    const found = report.findings.map(({ code, unit, task }) => ({ code, unit, task }));
    expect(sorted(found)).toEqual(sorted(made.truth.findings));
  });

  describe('with two masters at once', () => {
    let both: Report;

    beforeAll(async () => {
      writeFileSync(schools.path('van-ban-2.xlsx'), createMasterFile(SECOND_MASTER));
      const answer = await schools.consolidate(
        '--annex',
        schools.path('van-ban-2.xlsx'),
        '--ledger',
        schools.path('so-cai'),
        '-o',
        schools.path('hai-van-ban.xlsx'),
        '--json',
      );
      if (answer.code !== 0) throw new Error(answer.errors);
      both = answer.json<Report>();
    }, 900_000);

    it('are counted by document, and the documents add up to the whole', () => {
      const [first, second] = both.byDocument!;
      const { totals } = made.truth;
      expect(first).toMatchObject(totals);
      // One school is not known by its workbook.
      const truths = adder.truths.filter(({ unit }) => !made.truth.missing.includes(unit.code));
      const nobody = { failed: [], duplicates: [], questions: [] };
      const known = createTruth(SECOND_MASTER, made.units, truths, nobody).totals;
      const tasks = SECOND_MASTER.tasks.length;
      const missing = both.units.sent - truths.length;
      expect(missing).toBeGreaterThan(5);
      expect(second).toEqual({
        ...known,
        code: '45/KH-UBND',
        required: both.units.sent * tasks,
        undecided: known.undecided + missing * tasks,
      });
      for (const figure of ['required', 'performed', 'notPerformed', 'undecided', 'done', 'overdue'] as const)
        expect(both.totals[figure]).toBe(first![figure] + second![figure]);
    });

    it('name each school that does not have the second', () => {
      const without = both.findings.filter(({ code }) => code === 'document-missing').map(({ unit }) => unit);
      const having = new Set(adder.truths.map(({ unit }) => unit.code));
      const sent = made.units.filter(({ code }) => !made.truth.missing.includes(code));
      expect(without.sort()).toEqual(
        sent
          .map(({ code }) => code)
          .filter((code) => !having.has(code))
          .sort(),
      );
    });

    it('have the same figures in the ledger and on the sheet', async () => {
      const totals = await runPhuluc('totals', '--ledger', schools.path('so-cai'), '--json');
      const { byDocument } = totals.json<{ byDocument: Record<string, unknown>[] }>();
      expect(byDocument).toEqual(both.byDocument!.map((one) => expect.objectContaining(one)));
      const opened = await openWorkbook(readFileSync(schools.path('hai-van-ban.xlsx')));
      const sheet = findSheetByName(opened, 'Tổng hợp')!;
      const lines = [...sheet.cells.values()].map((row) => [0, 1, 2].map((at) => row.get(at)?.value));
      for (const { code, required } of both.byDocument!)
        expect(lines).toContainEqual([expect.any(String), code, required]);
    });
  });
});
