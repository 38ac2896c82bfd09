import fc from 'fast-check';
import { countTaskOutcomes } from '../../../src/consolidation/ledger/count-task-outcomes';
import { formatQuarterLabel } from '../../../src/consolidation/ledger/format-quarter-label';
import type { LedgerEntry, Marks } from '../../../src/consolidation/ledger/ledger-entry';
import { getTaskOutcome, TASK_OUTCOMES } from '../../../src/consolidation/ledger/task-outcome';
import '../../support/fixed-seed';

const AS_OF = '2026-07-15';
function of(reported: Marks, deadline: LedgerEntry['deadline'] = 'dated', corrected: Partial<Marks> = {}) {
  return getTaskOutcome({ reported, corrected, deadline }, AS_OF);
}
function done(due: string, doneOn: string): Marks {
  return {
    applicability: 'performed',
    state: 'done',
    due,
    doneOn,
  };
}
function open(state: Marks['state'], due = ''): Marks {
  return {
    applicability: 'performed',
    state,
    due,
    doneOn: '',
  };
}

describe('where a row stands', () => {
  it.each<[string, string, string]>([
    ['the day before', of(done('2026-06-30', '2026-06-29')), 'doneEarly'],
    ['the very day', of(done('2026-06-30', '2026-06-30')), 'doneOnTime'],
    ['the day after', of(done('2026-06-30', '2026-07-01')), 'doneLate'],
    ['done without a day', of(done('2026-06-30', '')), 'needsReview'],
    ['done, no deadline', of(done('', ''), 'none'), 'doneOpen'],
    ['done, a deadline nobody can read', of(done('', '2026-06-01'), 'unread'), 'needsReview'],
    ['open, due today', of(open('inProgress', AS_OF)), 'inProgress'],
    ['open, due yesterday', of(open('inProgress', '2026-07-14')), 'inProgressLate'],
    ['not begun, due yesterday', of(open('notStarted', '2026-07-14')), 'notStartedLate'],
    ['not begun, on request', of(open('notStarted'), 'none'), 'notStarted'],
    ['nothing arisen', of(open('nothingArisen', '2026-01-01')), 'nothingArisen'],
    ['no state', of(open(null, '2026-01-01')), 'needsReview'],
    ['refused', of({ ...open('done'), applicability: 'notPerformed' }), 'notPerformed'],
    ['nothing said', of({ ...open(null), applicability: 'undecided' }), 'undecided'],
    ['corrected', of(open('notStarted', '2026-01-01'), 'dated', { state: 'nothingArisen' }), 'nothingArisen'],
  ])('%s', (_, outcome, expected) => expect(outcome).toBe(expected));
});

describe('figures', () => {
  const marks = fc.record({
    applicability: fc.constantFrom('performed' as const, 'notPerformed' as const, 'undecided' as const),
    state: fc.constantFrom(
      'done' as const,
      'inProgress' as const,
      'notStarted' as const,
      'nothingArisen' as const,
      null,
    ),
    due: fc.constantFrom('', '2026-07-14', '2026-07-15', '2026-12-31'),
    doneOn: fc.constantFrom('', '2026-07-13', '2026-07-14', '2026-07-16'),
  });

  it('add up: every task in exactly one outcome, once however often it falls due', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(marks, fc.boolean()), { maxLength: 30 }), (rows) => {
        const entries = rows.map(
          ([reported, single]) =>
            ({
              reported,
              corrected: {},
              deadline: 'dated',
              occurrence: single ? 'k' : '',
            }) as unknown as LedgerEntry,
        );
        const counts = countTaskOutcomes(entries, AS_OF);
        const sum = TASK_OUTCOMES.reduce((total, outcome) => total + counts[outcome], 0);
        expect(sum).toBe(counts.required);
        expect(counts.required).toBe(rows.filter(([, single]) => !single).length);
        expect(counts.performed + counts.notPerformed + counts.undecided).toBe(counts.required);
        expect(counts.share === null).toBe(counts.performed === 0);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['2026-01-01', 'Quý 1/2026'],
    ['2026-12-31', 'Quý 4/2026'],
    ['', ''],
  ])('quarter of %s', (due, label) => expect(formatQuarterLabel(due)).toBe(label));
});
