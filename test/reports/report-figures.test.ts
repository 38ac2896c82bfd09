import fc from 'fast-check';
import { TIMELINESS_VALUES } from '../../src/progress/count-timeliness';
import { EMPTY_TYPED_VALUES, type LogRow, type StoredState } from '../../src/progress/types';
import { AUTHORITY_REPORT_COLUMNS } from '../../src/reports/labels/authority-report-labels';
import { REPORT_COLUMNS } from '../../src/reports/labels/report-labels';
import { DEFAULT_PRINT_SETTINGS } from '../../src/reports/print-settings';
import { formatCount, formatPercent } from '../../src/reports/results/format-numbers';
import { buildReportDocument } from '../../src/reports/results/report-document';
import {
  formatReportSpan,
  getNextReportSpan,
  getReportSpan,
  REPORT_SPAN_IDS,
  type ReportSpanId,
} from '../../src/reports/results/report-span';
import { computeReportTotals } from '../../src/reports/results/report-totals';
import { addDays } from '../../src/shared/dates';
import { createDefaultCalendar } from '../../src/timing/calendar/calendar-settings';
import { DEFAULT_REPORT_PERIODS } from '../../src/timing/calendar/report-periods';
import { createSampleTasks } from '../support/builders/create-sample-annex';

const rules = createDefaultCalendar(2024);
const span = (id: ReportSpanId) => getReportSpan(id, 2024, DEFAULT_REPORT_PERIODS)!;

describe('spans of reports, by 581/BNV-CCHC', () => {
  it.each([
    ['Q1', '2023-12-15', '2024-03-14', 'quý I năm 2024'],
    ['Q2', '2024-03-15', '2024-06-14', 'quý II năm 2024'],
    ['Q3', '2024-06-15', '2024-09-14', 'quý III năm 2024'],
    ['Q4', '2024-09-15', '2024-12-14', 'quý IV năm 2024'],
    ['6M', '2023-12-15', '2024-06-14', '6 tháng đầu năm 2024'],
    ['9M', '2023-12-15', '2024-09-14', '9 tháng đầu năm 2024'],
    ['Y', '2023-12-15', '2024-12-14', 'năm 2024'],
  ] as const)('%s: %s to %s', (id, from, to, name) => {
    expect(span(id)).toMatchObject({ from, to });
    expect(formatReportSpan(span(id))).toBe(name);
  });

  it('follow each other without a gap, over the year’s end too', () => {
    for (const id of REPORT_SPAN_IDS) {
      const next = getNextReportSpan(span(id), DEFAULT_REPORT_PERIODS)!;
      expect([id, next.from]).toEqual([id, addDays(span(id).to, 1)]);
    }
  });

  it('are not there where the office has struck out their period', () => {
    const without = DEFAULT_REPORT_PERIODS.filter(({ id }) => id !== 'quarter3');
    expect(getReportSpan('Q3', 2024, without)).toBeNull();
    expect(getReportSpan('Q4', 2024, without)).toBeNull();
    expect(getReportSpan('6M', 2024, without)).not.toBeNull();
  });
});

describe('headers of the two reports', () => {
  it('do not stand in for each other', () => {
    const shared = Object.keys(AUTHORITY_REPORT_COLUMNS).filter((key) => key in REPORT_COLUMNS);
    expect(shared).toEqual([]);
  });
});

describe('figures on paper', () => {
  it.each([
    [0, '0'],
    [5, '05'],
    [10, '10'],
    [1234, '1.234'],
    [1234567, '1.234.567'],
  ])('%d is %s', (count, text) => expect(formatCount(count)).toBe(text));
  it.each([
    [null, '–'],
    [0, '0,0%'],
    [0.995, '99,5%'],
    [1, '100,0%'],
  ])('a share of %j is %s', (share, text) => expect(formatPercent(share)).toBe(text));
});

function row(task: string, due: string, state: StoredState, doneOn = ''): LogRow {
  return {
    key: `${task}||${due}`,
    task,
    products: 'Báo cáo',
    productTypes: ['report'],
    deadline: due === '' ? { kind: 'none' } : { kind: 'dated', due },
    typed: { ...EMPTY_TYPED_VALUES, state, doneOn },
  };
}

function report(rows: LogRow[], on = '2024-06-20') {
  return computeReportTotals({ tasks: createSampleTasks(), rows, rules, span: span('Q2'), on });
}

describe('figures of a report', () => {
  it('counts what falls due, is done, or is still open from before', () => {
    const {
      overall: { timelinessCounts: tally },
      done,
      overdue,
    } = report([
      row('I.1', '2024-04-30', 'done', '2024-04-29'),
      row('I.1.10', '2024-05-31', 'inProgress'),
      row('II.1', '2024-02-28', 'notStarted'),
      row('II.1', '2024-02-27', 'done', '2024-02-20'),
      row('II.2', '2024-02-26', 'done', '2024-04-01'),
      row('II.2', '2024-09-30', 'notStarted'),
      row('II.2', '', 'notStarted'),
      // Of a task that is not performed, and of one that is undecided.
      row('I.2', '2024-04-30', 'notStarted'),
      row('II.3', '2024-04-30', 'notStarted'),
    ]);
    expect(tally).toMatchObject({ total: 5, doneEarly: 1, doneLate: 1, overdue: 2, noDeadline: 1 });
    expect(done.map(({ row: { task } }) => task)).toEqual(['II.2', 'I.1']);
    expect(overdue.map(({ task, daysLate }) => [task.id, daysLate])).toEqual([
      ['II.1', 107],
      ['I.1.10', 14],
    ]);
  });

  it('does not know what happened after the span', () => {
    const rows = [row('I.1', '2024-05-31', 'done', '2024-06-18')];
    expect(report(rows).overall.timelinessCounts).toMatchObject({ overdue: 1, doneLate: 0 });
    expect(report(rows, '2024-05-20').overall.timelinessCounts).toMatchObject({
      overdue: 0,
      notDueYet: 1 - 0,
      dueSoon: 0,
    });
  });

  it('adds up, whatever was recorded', () => {
    const days = fc.integer({ min: -200, max: 400 }).map((days_) => addDays('2024-01-01', days_));
    const states = fc.constantFrom<StoredState>('notStarted', 'inProgress', 'done', 'nothingArisen');
    const rows = fc.array(
      fc
        .tuple(
          fc.constantFrom('I.1', 'I.2', 'I.1.10', 'II.1', 'II.2', 'X.9'),
          fc.oneof(days, fc.constant('')),
          states,
          fc.oneof(days, fc.constant('')),
        )
        .map(([task, due, state, doneOn]) => row(task, due, state, doneOn)),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(rows, fc.constantFrom(...REPORT_SPAN_IDS), days, (log, id, on) => {
        const totals = computeReportTotals({
          tasks: createSampleTasks(),
          rows: log,
          rules,
          span: span(id),
          on,
        });
        const { timelinessCounts: tally, ...counts } = totals.overall;
        const { sections: areas } = totals;
        const { total } = tally;
        const states_ = TIMELINESS_VALUES.filter((id) => id !== 'notTracked').map((id) => tally[id]);
        expect(states_.reduce((sum, count) => sum + count, 0)).toBe(total);
        expect(areas.reduce((sum, area) => sum + area.timelinessCounts.total, 0)).toBe(total);
        expect(counts.performed + counts.notPerformed + counts.undecided).toBe(counts.total);
        expect(totals.overdue).toHaveLength(tally.overdue);
      }),
      { numRuns: 150 },
    );
  });

  it('of a unit that is not known are still a whole paper, without invented names', () => {
    const { document } = buildReportDocument(
      { unit: { name: '' }, edition: { issuer: '', number: '', date: '', title: '', year: null } },
      DEFAULT_PRINT_SETTINGS,
      { tasks: [], rows: [], rules, span: span('Y'), on: '2024-12-20' },
      DEFAULT_REPORT_PERIODS,
    );
    const text = JSON.stringify(document.blocks);
    expect(text).toContain('Đơn vị báo cáo kết quả thực hiện nhiệm vụ được phân công năm 2024');
    expect(text).not.toMatch(/undefined|NaN|null|\{\w+\}/);
    expect(text).toContain('Không có.');
  });
});
