import { buildAgenda } from '../../src/progress/build-agenda';
import { countTimeliness, countTimelinessBy, TIMELINESS_VALUES } from '../../src/progress/count-timeliness';
import type { Deadline, TypedValues } from '../../src/progress/types';
import { createDefaultCalendar } from '../../src/timing/calendar/calendar-settings';
import { createLogRow } from './create-log-row';

const rules = createDefaultCalendar(2024);
const ON = '2024-06-20';
const due = (date: string): Deadline => ({ kind: 'dated', due: date });
function make(key: string, deadline: Deadline, typed: Partial<TypedValues> = {}) {
  return createLogRow(deadline, typed, {
    key,
    task: key.slice(0, 3),
    productTypes: key.startsWith('I.1') ? ['plan', 'report'] : ['report'],
  });
}

const ROWS = [
  make('I.1|later', due('2024-09-30')),
  make('I.1|month', due('2024-07-20')),
  make('I.1|past', due('2024-06-15')),
  make('I.2|longPast', due('2024-03-31'), { state: 'inProgress' }),
  make('I.2|today', due('2024-06-20')),
  make('I.2|done', due('2024-06-15'), { state: 'done', doneOn: '2024-06-15' }),
  make('I.3|request', { kind: 'none' }),
  make('I.3|unread', { kind: 'unread' }),
  make('I.3|unreadDone', { kind: 'unread' }, { state: 'done', doneOn: '2024-06-01' }),
  make('I.3|nothing', due('2024-06-01'), { state: 'nothingArisen' }),
];
const TASKS = [
  { id: 'I.1', leadUnit: 'Tổ A' },
  { id: 'I.2', leadUnit: 'Tổ B' },
];

describe('the agenda of a day', () => {
  const keys = (items: readonly { row: { key: string } }[]) => items.map((item) => item.row.key);

  it('has what is overdue, the oldest first, and the next thirty days', () => {
    const agenda = buildAgenda(ROWS, TASKS, { on: ON, rules });
    expect(keys(agenda.overdue)).toEqual(['I.2|longPast', 'I.1|past']);
    expect(keys(agenda.coming)).toEqual(['I.2|today', 'I.1|month']);
    expect(keys(agenda.needsReview)).toEqual(['I.3|unread', 'I.3|unreadDone']);
    expect(agenda.overdue.map(({ daysLeft }) => daysLeft)).toEqual([-81, -5]);
    expect(agenda.coming.map(({ daysLeft, timeliness }) => [daysLeft, timeliness])).toEqual([
      [0, 'dueSoon'],
      [30, 'notDueYet'],
    ]);
  });

  it('looks as far, and at the unit, as asked', () => {
    expect(keys(buildAgenda(ROWS, TASKS, { on: ON, rules, horizon: 7 }).coming)).toEqual(['I.2|today']);
    const unit = buildAgenda(ROWS, TASKS, { on: ON, rules, leadUnit: 'Tổ A' });
    expect([...keys(unit.overdue), ...keys(unit.coming)]).toEqual(['I.1|past', 'I.1|month']);
  });
});

describe('tallies', () => {
  it('count every row once', () => {
    const tally = countTimeliness(ROWS, ON, rules);
    expect(tally).toMatchObject({
      total: 10,
      overdue: 2,
      dueSoon: 1,
      notDueYet: 2,
      doneOnTime: 1,
      noDeadline: 1,
      nothingArisen: 1,
      needsReview: 2,
    });
    const { total, doneShare } = tally;
    expect(TIMELINESS_VALUES.map((id) => tally[id]).reduce((sum, count) => sum + count)).toBe(total);
    expect(doneShare).toBeCloseTo(2 / 9);
  });

  it('have no share of nothing', () => {
    expect(countTimeliness([], ON, rules).doneShare).toBeNull();
    expect(
      countTimeliness([make('I.3|n', due(ON), { state: 'nothingArisen' })], ON, rules).doneShare,
    ).toBeNull();
  });

  it('are by any grouping; a row may be in several groups', () => {
    const tallies = countTimelinessBy(ROWS, ({ productTypes }) => productTypes, ON, rules);
    expect([tallies.get('plan')?.total, tallies.get('report')?.total]).toEqual([3, 10]);
  });
});
