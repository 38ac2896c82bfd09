import type { buildConsolidationReport } from '../../src/authority-workbook/consolidation-report';
import { openLedgerDatabase } from '../../src/cli/ledger/ledger-database';
import type { LedgerTotals } from '../../src/cli/ledger/query-ledger-totals';
import type { ReturnedFiles } from '../support/returned-workbooks/build-returned-files';
import { runPhuluc } from '../support/run-cli';
import { useSixtySchools } from './use-sixty-schools';

type Report = ReturnType<typeof buildConsolidationReport>;

const sorted = <T>(items: readonly T[]): string[] => items.map((item) => JSON.stringify(item)).sort();

describe('the ledger of what sixty schools send back', () => {
  const schools = useSixtySchools();
  const { path } = schools;
  let made: ReturnedFiles;
  let report: Report;
  const consolidate = (...more: string[]) => schools.consolidate('--ledger', path('so-cai'), ...more);
  const totals = (...more: string[]) => runPhuluc('totals', '--ledger', path('so-cai'), ...more);

  beforeAll(async () => {
    made = schools.getFiles();
    const answer = await consolidate('--json');
    if (answer.code !== 0) throw new Error(answer.errors);
    report = answer.json<Report>();
  }, 300_000);

  it('gives by SQL the truth that the samples were made with', async () => {
    const answer = (await totals('--json')).json<LedgerTotals>();
    const { truth } = made;
    expect(answer.asOf).toBe(truth.asOf);
    expect(answer.units).toMatchObject({
      expected: made.units.length,
      sent: made.units.length - truth.missing.length,
    });
    expect(answer.units.missing.map(({ code }) => code)).toEqual(truth.missing);
    expect(answer.totals).toMatchObject(truth.totals);
    const counts = <
      T extends {
        performed: unknown;
        notPerformed: unknown;
        undecided: unknown;
        done: unknown;
        overdue: unknown;
      },
    >({
      performed,
      notPerformed,
      undecided,
      done,
      overdue,
    }: T) => ({ performed, notPerformed, undecided, done, overdue });
    expect(
      sorted(answer.byUnit.map((line) => ({ code: line.code, name: line.name, ...counts(line) }))),
    ).toEqual(sorted(truth.byUnit.map((line) => ({ code: line.code, name: line.name, ...counts(line) }))));
    expect(
      answer.byArea.map((line) => ({ section: line.section, required: line.required, ...counts(line) })),
    ).toEqual(truth.byArea.map((area) => expect.objectContaining(area)));
    const reported = report.findings.filter(({ code }) => code === 'disagreement').map(({ task }) => task);
    expect(answer.disagreements.map(({ task }) => task).sort()).toEqual(reported.sort());
  });

  it('knows unchanged files without a workbook: the rows stay as they were read', async () => {
    const rows = async (): Promise<string[]> => {
      const opened = await openLedgerDatabase([path('so-cai')]);
      if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
      const answer = await opened.value.rows('SELECT * FROM ledger');
      opened.value.close();
      return sorted(answer);
    };
    const before = await rows();
    // Of units that sent twice, cells are compared in the run that reads both files, and in that one only.
    expect((await consolidate('--json')).json<Report>().totals).toEqual(report.totals);
    expect(await rows()).toEqual(before);
    expect((await consolidate()).out).toContain('không tệp nào bị ghi lại');
  });

  it('prints tables for people, and every row of one query', async () => {
    const { out } = await totals();
    expect(out).toContain('Tính đến ngày');
    expect(out).toMatch(/^Toàn bộ +\d/m);
    expect(out).toContain('Theo lĩnh vực');
    const listed = await totals('--query', 'missing-units');
    for (const code of made.truth.missing) expect(listed.out).toContain(code);
    const lines = (await totals('--query', 'overdue', '--json')).out.split('\n');
    expect(lines).toHaveLength(report.totals.overdue);
    expect(JSON.parse(lines[0]!)).toMatchObject({ sheet: expect.any(String), cell: expect.any(String) });
  });

  it('counts for another day', async () => {
    const early = (await totals('--json', '--day', '2026-01-01')).json<LedgerTotals>();
    expect(early.asOf).toBe('2026-01-01');
    expect(early.totals.inProgressLate).toBe(0);
    expect(early.totals.required).toBe(report.totals.required);
  });

  it.each([
    [[], 2, 'usage'],
    [['--ledger', 'so-cai', '--day', '31/12/2026'], 2, 'usage'],
    [['--ledger', 'so-cai', '--query', 'DROP'], 2, 'usage'],
    [['--ledger', 'khong-co'], 1, 'not-a-ledger'],
    [['--ledger', 'files'], 1, 'not-a-ledger'],
    [['--ledger', 'don-vi.csv'], 1, 'not-a-ledger'],
  ])('refuses %j', async (args, code, problem) => {
    const given = args.map((arg, index) => (args[index - 1] === '--ledger' ? path(arg) : arg));
    const answer = await runPhuluc('totals', ...given);
    expect([answer.code, answer.errors.includes(`[${problem}]`)]).toEqual([code, true]);
  });

  it('refuses a folder of files as the place for a ledger before anything is read', async () => {
    const answer = await runPhuluc('consolidate', path('files'), '--ledger', path('files'));
    expect([answer.code, answer.errors.includes('not-a-ledger')]).toEqual([1, true]);
    const rows = await consolidate('--sheet-rows', '0');
    expect([rows.code, rows.errors.includes('usage')]).toEqual([2, true]);
  });
});
