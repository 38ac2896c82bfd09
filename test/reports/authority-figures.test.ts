import type { LedgerEntry, Marks } from '../../src/consolidation/ledger/ledger-entry';
import { combineAnnexes } from '../../src/consolidation/match/master-annex';
import { DEFAULT_PRINT_SETTINGS } from '../../src/reports/print-settings';
import { buildAuthorityDocument } from '../../src/reports/results/authority-document';
import { computeAuthorityTotals } from '../../src/reports/results/authority-totals';
import { getReportSpan } from '../../src/reports/results/report-span';
import { checkReportDays } from '../../src/reports/results/report-warnings';
import { DEFAULT_REPORT_PERIODS } from '../../src/timing/calendar/report-periods';
import { readMasterAnnex } from '../support/builders/create-consolidation-input';
import { YEAR_OF_DOCUMENTS } from '../support/builders/create-year-of-documents';

const HALF_YEAR = getReportSpan('6M', 2026, DEFAULT_REPORT_PERIODS)!;

function entry(marks: Partial<Marks>, more: Partial<LedgerEntry> & { id?: string } = {}): LedgerEntry {
  const { id = 'I.1', ...rest } = more;
  return {
    sender: 'A',
    unit: 'A',
    unitName: 'Trường A',
    kind: '',
    task: {
      id,
      section: 'I',
      sectionTitle: 'Chung',
      tt: '1',
      content: `Việc ${id}`,
      leadUnit: '',
      product: '',
    },
    occurrence: '',
    reported: { applicability: 'performed', state: 'notStarted', due: '', doneOn: '', ...marks },
    corrected: {},
    reason: '',
    product: '',
    deadline: marks.due ? 'dated' : 'none',
    evidence: '',
    note: '',
    match: 'id',
    score: 1,
    from: { file: 'a.xlsx', sha256: '', sheet: '', cell: '', readAt: '', readerVersion: 1 },
    ...rest,
  };
}

const done = (due: string, doneOn: string): Partial<Marks> => ({ state: 'done', due, doneOn });

describe('computeAuthorityTotals', () => {
  it('counts no result after the period, whatever the day of the data', () => {
    const entries = [
      entry(done('2026-05-31', '2026-05-20'), { id: 'I.1' }),
      entry(done('2026-05-31', '2026-08-20'), { id: 'I.2' }),
      entry(done('2026-09-30', '2026-09-20'), { id: 'I.3' }),
    ];
    const { overall, overdue } = computeAuthorityTotals(entries, HALF_YEAR, '2026-10-20');
    expect(overall).toMatchObject({ total: 3, performed: 3, overdueTasks: 1 });
    expect(overall.timelinessCounts).toMatchObject({ total: 2, doneTotal: 1, overdue: 1, doneShare: 1 / 2 });
    expect(overdue.map(({ unit, task, daysLate }) => [unit, task.id, daysLate])).toEqual([
      ['Trường A', 'I.2', 14],
    ]);
  });

  it('counts nothing after the day of the report, though the period goes on', () => {
    const entries = [entry(done('2026-05-31', '2026-05-20'))];
    const { overall } = computeAuthorityTotals(entries, HALF_YEAR, '2026-05-01');
    expect(overall.timelinessCounts).toMatchObject({ total: 1, doneTotal: 0, notDueYet: 1 });
  });

  it('counts occurrences where a unit logged them, and the whole task where the officer corrected it', () => {
    const entries = [
      entry({ due: '2026-12-31', state: 'inProgress' }),
      entry(done('2026-03-31', '2026-03-30'), { occurrence: 'I.1||2026-03-31' }),
      entry({ due: '2026-06-01' }, { occurrence: 'I.1||2026-06-01' }),
    ];
    const { timelinessCounts: logged } = computeAuthorityTotals(entries, HALF_YEAR, '2026-06-14').overall;
    expect(logged).toMatchObject({ total: 2, doneTotal: 1, overdue: 1 });
    const corrected = entries.map((one) =>
      one.occurrence === ''
        ? { ...one, corrected: { state: 'done' as const, due: '2026-06-01', doneOn: '2026-06-01' } }
        : one,
    );
    const { timelinessCounts: whole } = computeAuthorityTotals(corrected, HALF_YEAR, '2026-06-14').overall;
    expect(whole).toMatchObject({ total: 1, doneTotal: 1, overdue: 0 });
  });

  it('is the sum of its units and of its sections', () => {
    const entries = ['A', 'B', 'C'].flatMap((unit, at) =>
      ['I.1', 'II.1', 'II.2'].map((id, index) => {
        const one = entry(index % 2 === at % 2 ? done('2026-03-31', '2026-04-02') : { due: '2026-03-31' }, {
          id,
          unit,
          unitName: unit,
        });
        return { ...one, task: { ...one.task, section: id.split('.')[0]! } };
      }),
    );
    const { overall, units, sections } = computeAuthorityTotals(entries, HALF_YEAR, '2026-06-14');
    const sum = (counts: number[]): number => counts.reduce((all, count) => all + count, 0);
    expect(overall.timelinessCounts.total).toBe(9);
    expect(sum(units.map(({ totals }) => totals.overall.timelinessCounts.overdue))).toBe(
      overall.timelinessCounts.overdue,
    );
    expect(sum(sections.map(({ timelinessCounts }) => timelinessCounts.doneTotal))).toBe(
      overall.timelinessCounts.doneTotal,
    );
    expect(sections.map(({ number }) => number)).toEqual(['I', 'II']);
  });

  it('takes what nobody can read for review, neither done nor late', () => {
    const { overall } = computeAuthorityTotals(
      [entry({ state: null, due: '2026-03-01' })],
      HALF_YEAR,
      '2026-06-14',
    );
    expect(overall.timelinessCounts).toMatchObject({ needsReview: 1, overdue: 0, doneTotal: 0 });
  });
});

describe('buildAuthorityDocument', () => {
  const { edition } = readMasterAnnex();
  const data = {
    level: { code: '', name: 'UBND phường Đồng Sen', label: '', below: 'trường' },
    units: [],
    sources: [],
    entries: [entry(done('2026-05-31', ''))],
    asOf: '2026-10-20',
    reportDue: '',
    edition,
    span: HALF_YEAR,
    on: '2026-06-20',
  };
  const text = (changed: Partial<typeof data> = {}): string =>
    JSON.stringify(buildAuthorityDocument({ ...data, ...changed }, DEFAULT_PRINT_SETTINGS).document.blocks);
  const codes = (changed: Partial<typeof data> = {}): string[] =>
    buildAuthorityDocument({ ...data, ...changed }, DEFAULT_PRINT_SETTINGS).warnings.map(({ code }) => code);

  it('names all documents that are consolidated together, with figures of each', () => {
    const { reform, digital } = YEAR_OF_DOCUMENTS;
    const annex = combineAnnexes([reform, digital], null)!;
    const [one, two] = [annex.tasks[0]!, annex.tasks.at(-1)!];
    const several = {
      ...data,
      annex,
      entries: [one, two].map((task) => ({ ...entry(done('2026-05-31', '')), task })),
    };
    const blocks = buildAuthorityDocument(several, DEFAULT_PRINT_SETTINGS).document.blocks;
    const words = JSON.stringify(blocks);
    expect(words).toContain('Kết quả thực hiện 02 văn bản giao nhiệm vụ');
    expect(words).toContain('Kế hoạch số 12/KH-UBND');
    expect(words).toContain('Kế hoạch số 45/KH-UBND');
    expect(words).toContain('3. Theo văn bản');
    expect(words).toContain('II. 45/KH-UBND: Dữ liệu');
    expect(text()).not.toContain('Theo văn bản');
  });

  it('marks a gap where nobody said which authority reports', () => {
    const unnamed = { level: { ...data.level, name: '' } };
    expect(text()).toContain('UBND PHƯỜNG ĐỒNG SEN');
    expect(text(unnamed)).toContain('"agencyGap":true');
    expect(text(unnamed)).not.toContain(edition.issuer.toLocaleUpperCase('vi'));
    expect(codes(unnamed)).toContain('agency-unnamed');
  });

  it('says the days it counts and how its rate is defined', () => {
    expect(text()).toContain('(số liệu từ ngày 15/12/2025 đến ngày 14/06/2026)');
    expect(text()).toContain('Tỷ lệ hoàn thành = số kỳ hạn đã hoàn thành / số kỳ hạn trong kỳ báo cáo');
    expect(text()).not.toContain('20/10/2026');
  });

  it('warns about results without a day, data that end early and files of later days', () => {
    expect(codes()).toEqual(['report-undated']);
    expect(codes({ asOf: '2026-05-01' })).toContain('report-data-older');
    expect(text({ asOf: '2026-05-01' })).toContain('đến ngày 01/05/2026');
  });
});

describe('checkReportDays', () => {
  it('refuses a report, or data, of a day before its period', () => {
    expect(checkReportDays(HALF_YEAR, { on: '2025-12-14' })?.code).toBe('report-before-period');
    expect(checkReportDays(HALF_YEAR, { on: '2026-06-20', asOf: '2025-12-01' })?.code).toBe(
      'report-data-before-period',
    );
    expect(checkReportDays(HALF_YEAR, { on: '2025-12-15', asOf: '2025-12-15' })).toBeNull();
  });
});
