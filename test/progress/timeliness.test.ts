import fc from 'fast-check';
import { buildOccurrences } from '../../src/progress/build-occurrences';
import {
  getDueSoonDate,
  getEffectiveDeadline,
  getTimeliness,
  type Timeliness,
} from '../../src/progress/timeliness';
import {
  type Deadline,
  EMPTY_TYPED_VALUES,
  type StoredState,
  type TypedValues,
} from '../../src/progress/types';
import { addDays } from '../../src/shared/dates';
import { createDefaultCalendar } from '../../src/timing/calendar/calendar-settings';
import { createLogRow, createTask } from './create-log-row';

const rules = createDefaultCalendar(2024);
const june15: Deadline = { kind: 'dated', due: '2024-06-15', bound: 'by' };
const before15: Deadline = { kind: 'dated', due: '2024-06-15', bound: 'before' };
function of(deadline: Deadline, typed: Partial<TypedValues>, today: string) {
  return getTimeliness(createLogRow(deadline, typed), today, rules);
}

describe('where an occurrence stands', () => {
  it.each<[Deadline, Partial<TypedValues>, string, Timeliness]>([
    [june15, {}, '2024-06-07', 'notDueYet'],
    [june15, {}, '2024-06-08', 'dueSoon'],
    [june15, { state: 'inProgress' }, '2024-06-15', 'dueSoon'],
    [june15, {}, '2024-06-16', 'overdue'],
    [june15, { state: 'done', doneOn: '2024-06-14' }, '2024-07-01', 'doneEarly'],
    [june15, { state: 'done', doneOn: '2024-06-15' }, '2024-07-01', 'doneOnTime'],
    [june15, { state: 'done', doneOn: '2024-06-16' }, '2024-07-01', 'doneLate'],
    [before15, {}, '2024-06-15', 'overdue'],
    [before15, { state: 'done', doneOn: '2024-06-14' }, '2024-07-01', 'doneOnTime'],
    [before15, { state: 'done', doneOn: '2024-06-15' }, '2024-07-01', 'doneLate'],
    [june15, { state: 'done' }, '2024-07-01', 'needsReview'],
    [june15, { state: 'nothingArisen' }, '2024-07-01', 'nothingArisen'],
    [{ kind: 'none' }, {}, '2030-01-01', 'noDeadline'],
    [{ kind: 'none' }, { state: 'done', doneOn: '2024-06-15' }, '2030-01-01', 'done'],
    [{ kind: 'none' }, { dueByHand: '2024-06-15' }, '2024-06-20', 'overdue'],
    [{ kind: 'unread' }, {}, '2024-06-20', 'needsReview'],
    [
      { kind: 'unread' },
      { dueByHand: '2024-06-15', state: 'done', doneOn: '2024-06-10' },
      '2024-06-20',
      'doneEarly',
    ],
    [june15, { dueByHand: '31/6' }, '2024-06-20', 'needsReview'],
  ])('%j %j on %s: %s', (deadline, typed, today, expected) =>
    expect(of(deadline, typed, today)).toBe(expected),
  );

  it('follows the settings of the office', () => {
    const on15 = createLogRow(before15, { state: 'done', doneOn: '2024-06-15' });
    expect(getTimeliness(on15, '2024-07-01', { ...rules, beforeMeans: 'sameDay' })).toBe('doneOnTime');
    const saturday = createLogRow(june15, { state: 'done', doneOn: '2024-06-17' });
    expect(getTimeliness(saturday, '2024-07-01', { ...rules, shift: 'later' })).toBe('doneOnTime');
    const stated = createLogRow(june15, { state: 'done', doneOn: '2024-06-15' });
    expect(getTimeliness(stated, '2024-07-01', { ...rules, shift: 'later' })).toBe('doneOnTime');
    expect(getDueSoonDate(createLogRow(june15), { ...rules, soonDays: 3 })).toBe('2024-06-12');
    expect(getDueSoonDate(createLogRow({ kind: 'none' }), rules)).toBeNull();
  });
});

const GOOD: readonly Timeliness[] = ['doneEarly', 'doneOnTime'];
const anyDate = fc.integer({ min: -900, max: 900 }).map((days) => addDays('2024-06-15', days));
const anyText = fc.oneof(fc.constant(''), anyDate, fc.constantFrom('15/6', 'hôm qua', '2024-02-30'));
const STATES: readonly StoredState[] = ['notStarted', 'inProgress', 'done', 'nothingArisen'];
const typed = fc.record({
  state: fc.constantFrom(...STATES),
  doneOn: anyText,
  number: fc.constantFrom('', '05/KH-MN'),
  evidence: fc.constant(''),
  note: fc.constantFrom('', 'đã nộp đúng hạn'),
});

describe('an unread deadline', () => {
  const unread = [
    '',
    '…',
    'Tháng 13',
    '31/6/2024',
    'Quý V',
    'Định kỳ',
    'Trước ngày 15',
    'xem sau',
    '2099',
    'Tháng 6, tháng 13',
  ];

  it('never counts as in time, nor as late, whatever is recorded and whatever the day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...unread), typed, anyDate, (timing, record, today) => {
        const occurrences = buildOccurrences(createTask({ timing }), { year: 2024 });
        expect(occurrences.length).toBeGreaterThan(0);
        for (const occurrence of occurrences) {
          const state = getTimeliness(
            { ...occurrence, typed: { ...EMPTY_TYPED_VALUES, ...record } },
            today,
            rules,
          );
          expect(['needsReview', 'nothingArisen']).toContain(state);
        }
      }),
    );
  });

  it('is the only way out of being in time or late: every dated row has exactly one state', () => {
    fc.assert(
      fc.property(anyDate, typed, anyDate, (due, record, today) => {
        const made = createLogRow({ kind: 'dated', due }, record);
        const state = getTimeliness(made, today, rules);
        if (GOOD.includes(state)) {
          expect(record.state).toBe('done');
          expect(record.doneOn <= due).toBe(true);
        }
        if (state === 'overdue') expect(today > due).toBe(true);
        expect(getEffectiveDeadline(made)).toEqual({ kind: 'dated', due });
      }),
    );
  });
});
