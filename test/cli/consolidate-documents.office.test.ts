import type { buildConsolidationReport } from '../../src/authority-workbook/consolidation-report';
import { createDocumentAdder } from '../support/returned-workbooks/add-documents';
import type { ReturnedFiles } from '../support/returned-workbooks/build-returned-files';
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
  }, 300_000);

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
});
