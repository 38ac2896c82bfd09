import type { ProgressItem, ProgressView } from '../../../src/commands/progress/index';
import {
  ANYBODY,
  countThisWeek,
  groupFilteredItems,
  NOBODY,
  TODO_FILTER,
} from '../../../src/taskpane/progress/progress-filter';
import { createLogRow, createTask } from '../../progress/create-log-row';

function createItem(key: string, given: Partial<ProgressItem>): ProgressItem {
  return {
    row: createLogRow({ kind: 'none' }, {}, { key }),
    timeliness: 'notDueYet',
    lastDay: null,
    daysLeft: null,
    task: createTask(),
    person: '',
    document: '12/KH-UBND',
    remarks: [],
    ...given,
  };
}

// A Wednesday: its week ends on the 21st.
const view = {
  on: '2026-06-17',
  items: [
    createItem('late', { timeliness: 'overdue', lastDay: '2026-06-01', person: 'Cô Hoa' }),
    createItem('sunday', { timeliness: 'dueSoon', lastDay: '2026-06-21', document: '45/KH-UBND' }),
    createItem('monday', { timeliness: 'dueSoon', lastDay: '2026-06-22', person: 'Cô Hoa' }),
    createItem('done', { timeliness: 'doneOnTime', lastDay: '2026-06-18' }),
  ],
} as unknown as ProgressView;

const listKeys = (filter: Partial<typeof TODO_FILTER>): string[] =>
  groupFilteredItems(view, { ...TODO_FILTER, ...filter }).flatMap(({ items }) =>
    items.map(({ row }) => row.key),
  );

describe('the filter of the progress', () => {
  it('shows the occurrences of one document', () => {
    expect(listKeys({ document: '45/KH-UBND' })).toEqual(['sunday']);
    expect(listKeys({ document: '' })).toHaveLength(3);
  });

  it('shows what is late and what falls due by Sunday as the work of the week', () => {
    expect(listKeys({ id: 'thisWeek' })).toEqual(['late', 'sunday']);
    expect(countThisWeek(view)).toBe(1);
  });

  it('shows the work of one person, of nobody, of all', () => {
    expect(listKeys({ id: 'all', person: 'Cô Hoa' })).toEqual(['late', 'monday']);
    expect(listKeys({ id: 'all', person: NOBODY })).toEqual(['sunday', 'done']);
    expect(listKeys({ id: 'all', person: ANYBODY })).toHaveLength(4);
  });
});
