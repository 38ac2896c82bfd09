import fc from 'fast-check';
import type { TaskCells, TaskTableRow } from '../../../src/school-workbook/school-workbook';
import { buildTaskKeys } from '../../../src/school-workbook/tasks/build-task-keys';
import { reviseTaskRows } from '../../../src/school-workbook/tasks/revise-table-rows';
import { TASK_COLUMN_IDS } from '../../../src/school-workbook/tasks/task-columns';

function row(id: string, content: string, status = ''): TaskTableRow {
  return {
    cells: {
      ...(Object.fromEntries(TASK_COLUMN_IDS.map((column) => [column, ''])) as TaskCells),
      id,
      content,
      status,
    },
    extra: {},
  };
}
const ids = (rows: readonly TaskTableRow[]) => rows.map(({ cells }) => cells.id);

describe('keys of rows', () => {
  it('are ids, else contents, each once', () => {
    const rows = [
      row('I.1', 'a'),
      row('', 'Nội dung'),
      row('I.1', 'b'),
      row('', 'NỘI DUNG'),
      row('I.1', 'c'),
    ];
    expect(buildTaskKeys(rows)).toEqual(['I.1', '~noi dung', 'I.1#2', '~noi dung#2', 'I.1#3']);
  });
});

describe('a revision of rows', () => {
  const rows = ['I.1', 'I.2', 'I.3', 'II.1'].map((id) => row(id, `việc ${id}`));

  it('edits, adds and removes', () => {
    const { rows: after, inverse } = reviseTaskRows(rows, {
      edits: [{ key: 'I.2', cells: { status: 'Hoàn thành' } }],
      add: [
        { after: 'I.2', row: row('I.2a', 'mới') },
        { after: 'I.2', row: row('I.2b', 'mới nữa') },
        { after: null, row: row('0', 'đầu') },
      ],
      remove: ['I.3'],
    });
    expect(ids(after)).toEqual(['0', 'I.1', 'I.2', 'I.2a', 'I.2b', 'II.1']);
    expect(after[2]?.cells.status).toBe('Hoàn thành');
    expect(reviseTaskRows(after, inverse).rows).toEqual(rows);
  });

  it('leaves out what does nothing', () => {
    const { effective } = reviseTaskRows(rows, {
      edits: [
        { key: 'I.1', cells: { content: 'việc I.1', status: '' } },
        { key: 'XX', cells: { status: 'x' } },
        { key: 'I.3', cells: { status: 'x' } },
      ],
      add: [],
      remove: ['I.3', 'YY'],
    });
    expect(effective).toEqual({ edits: [], add: [], remove: ['I.3'] });
  });

  const aRow = fc
    .record({ id: fc.constantFrom('I.1', 'I.2', 'I.3', 'II.1', ''), content: fc.constantFrom('a', 'b', 'c') })
    .map(({ id, content }) => row(id, content));
  const key = fc.constantFrom('I.1', 'I.2', 'I.3', 'II.1', 'I.1#2', '~a', '~b#2');
  const revision = fc.record({
    edits: fc.uniqueArray(
      fc.record({
        key,
        cells: fc.record({ id: fc.constantFrom('I.1', 'I.9', ''), status: fc.constantFrom('', 'x') }),
      }),
      { selector: (edit) => edit.key },
    ),
    add: fc.array(fc.record({ after: fc.option(key), row: aRow }), { maxLength: 4 }),
    remove: fc.uniqueArray(key),
  });

  it('is undone by its inverse, which its own inverse undoes again', () => {
    fc.assert(
      fc.property(fc.array(aRow, { maxLength: 8 }), revision, (before, change) => {
        const done = reviseTaskRows(before, change);
        const undone = reviseTaskRows(done.rows, done.inverse);
        expect(undone.rows).toEqual(before);
        expect(reviseTaskRows(undone.rows, undone.inverse).rows).toEqual(done.rows);
      }),
      { numRuns: 3_000 },
    );
  });

  it('does the same as what is left of it', () => {
    fc.assert(
      fc.property(fc.array(aRow, { maxLength: 8 }), revision, (before, change) => {
        const done = reviseTaskRows(before, change);
        expect(reviseTaskRows(before, done.effective).rows).toEqual(done.rows);
      }),
    );
  });
});
