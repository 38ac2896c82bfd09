import type { Applicability } from '../../src/annex/types';
import { buildOccurrences } from '../../src/progress/build-occurrences';
import { getTimeliness } from '../../src/progress/timeliness';
import { EMPTY_TYPED_VALUES } from '../../src/progress/types';
import { createDefaultCalendar } from '../../src/timing/calendar/calendar-settings';
import { describeShared, readSharedJson } from '../support/shared-data';
import { createTask } from './create-log-row';

const options = { year: 2024, from: '2024-06-05' };
function dues(timing: string, product = 'Báo cáo') {
  return buildOccurrences(createTask({ timing, product }), options).map(({ deadline, products }) => [
    deadline.kind === 'dated' ? deadline.due : deadline.kind,
    products,
  ]);
}

describe('occurrences of a task', () => {
  it.each<[string, string[]]>([
    ['Tháng 6', ['2024-06-30']],
    ['Quý II, Quý III', ['2024-06-30', '2024-09-30']],
    [
      'Định kỳ trước ngày 08 hàng tháng',
      [6, 7, 8, 9, 10, 11, 12].map((m) => `2024-${String(m).padStart(2, '0')}-08`),
    ],
    ['Khi cấp trên yêu cầu', ['none']],
    ['Thường xuyên trong năm', ['none']],
    ['Hàng tuần', ['none']],
    ['Tháng 7 và khi có yêu cầu', ['2024-07-31', 'none']],
    ['', ['unread']],
    ['Định kỳ', ['unread']],
    ['31/6/2024', ['unread']],
    ['Tháng 6 và tháng 13', ['unread']],
    ['2050', ['unread']],
  ])('%j', (timing, expected) => expect(dues(timing)).toEqual(expected.map((due) => [due, 'Báo cáo'])));

  it('has each product by itself where each has its own deadline', () => {
    expect(dues('Kế hoạch: tháng 7; báo cáo: tháng 8, tháng 11', 'Kế hoạch, báo cáo')).toEqual([
      ['2024-07-31', 'Kế hoạch'],
      ['2024-08-31', 'báo cáo'],
      ['2024-11-30', 'báo cáo'],
    ]);
  });

  it.each<[Applicability]>([['notPerformed'], ['undecided']])(
    'has none of a task that is %s',
    (applicability) => expect(buildOccurrences(createTask({ applicability }), options)).toEqual([]),
  );

  it('has keys of its own, the same for the same period', () => {
    const keys = (timing: string) =>
      buildOccurrences(createTask({ timing }), { year: 2024 }).map(({ key }) => key);
    expect(keys('Quý III, Quý II')).toEqual(['I.1||2024-06-30', 'I.1||2024-09-30']);
    expect(new Set(keys('Hàng tháng')).size).toBe(12);
  });
});

type Gold = {
  section: string;
  tt: string;
  content: string;
  applicable: boolean | null;
  product: string;
  timing: string;
};

describeShared('the real annex', () => {
  const rows = readSharedJson<Gold[]>('corpus', 'annex-ben-thanh-2024.gold.json').map((gold) =>
    createTask({
      ...gold,
      id: `${gold.section}.${gold.tt}`,
      applicability: gold.applicable === null ? 'undecided' : gold.applicable ? 'performed' : 'notPerformed',
    }),
  );
  const log = rows.flatMap((each) =>
    buildOccurrences(each, { ...options, header: 'Thời gian trình/ thực hiện trong năm 2024' }).map(
      (occurrence) => ({
        ...occurrence,
        typed: EMPTY_TYPED_VALUES,
      }),
    ),
  );

  it('has the occurrences of its 25 performed tasks, and of no other', () => {
    expect(new Set(log.map((row) => row.task)).size).toBe(25);
    const dated = log.filter(({ deadline }) => deadline.kind === 'dated');
    expect([log.length, dated.length]).toEqual([33, 18]);
    expect(log.filter((row) => row.task === 'VI.1').map((row) => row.deadline)).toEqual(
      [6, 7, 8, 9, 10, 11, 12].map((m) => ({
        kind: 'dated',
        due: `2024-${String(m).padStart(2, '0')}-08`,
        bound: 'before',
      })),
    );
  });

  it('never has a task on request overdue, and asks about the two blank ones', () => {
    const rules = createDefaultCalendar(2024);
    const states = (today: string) => log.map((row) => [row.task, getTimeliness(row, today, rules)] as const);
    const review = states('2030-01-01').filter(([, state]) => state === 'needsReview');
    expect(review.map(([id]) => id)).toEqual(['VI.9', 'VIII.1']);
    expect(states('2030-01-01').filter(([, state]) => state === 'noDeadline')).toHaveLength(13);
    expect(states('2030-01-01').filter(([, state]) => state === 'overdue')).toHaveLength(18);
  });
});
