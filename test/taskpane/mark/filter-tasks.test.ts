import type { TaskRecord } from '../../../src/school-workbook/tasks/read-tasks';
import { filterTaskRows, getAreaKey } from '../../../src/taskpane/mark/filter-tasks';
import { NO_TASK_FILTER } from '../../../src/taskpane/mark/task-filter';
import { createTask } from '../../progress/create-log-row';

const createRow = (key: string, document: string, section: string): TaskRecord =>
  ({ key, document, task: { ...createTask(), section } }) as TaskRecord;

const ROWS = [
  createRow('a', '12/KH-UBND', 'I'),
  createRow('b', '12/KH-UBND', 'II'),
  createRow('c', '45/KH-UBND', 'I'),
];
const listKeys = (filter: Partial<typeof NO_TASK_FILTER>): string[] =>
  filterTaskRows(ROWS, { ...NO_TASK_FILTER, ...filter }).map(({ key }) => key);

describe('filterTaskRows', () => {
  it('shows the tasks of one document', () => {
    expect(listKeys({})).toEqual(['a', 'b', 'c']);
    expect(listKeys({ document: '12/KH-UBND' })).toEqual(['a', 'b']);
  });

  it('does not take "I" of one document for "I" of another', () => {
    expect(listKeys({ area: getAreaKey(ROWS[2]!) })).toEqual(['c']);
  });
});
