import { findChangedTasks } from '../../src/school-workbook/find-changed-tasks';
import { NO_LOG_CHANGES, RENEWAL_CHANGE } from '../../src/school-workbook/progress/progress-change';

describe('findChangedTasks', () => {
  it('names the rows of a mark', () => {
    const edits = ['I.1', 'I.2'].map((key) => ({ key, cells: {} }));
    expect(findChangedTasks({ kind: 'revise', facts: null, edits, add: [], remove: [] })).toEqual([
      'I.1',
      'I.2',
    ]);
  });

  it('names the task of recorded occurrences once', () => {
    const edits = ['I.1|a|2026-01-31', 'I.1|a|2026-02-28'].map((key) => ({ key, cells: {} }));
    const change = { ...RENEWAL_CHANGE, renew: false, log: { ...NO_LOG_CHANGES, edits } };
    expect(findChangedTasks(change)).toEqual(['I.1']);
  });

  it('names none for a renewal of the log', () => {
    expect(findChangedTasks(RENEWAL_CHANGE)).toEqual([]);
  });
});
