import { EMPTY_METADATA_SHEET } from '../../../src/school-workbook/metadata-sheet';
import { getRowContents, toTaskTableRows } from '../../../src/school-workbook/school-workbook';
import type { Snapshot, TableSnapshot } from '../../../src/school-workbook/snapshot';
import { readTasks, readTaskTable } from '../../../src/school-workbook/tasks/read-tasks';
import { TASK_COLUMN_IDS } from '../../../src/school-workbook/tasks/task-columns';
import type { CellValue } from '../../../src/sheets/cell-value';
import { COLUMN_HEADERS } from '../../../src/sheets/labels/school-labels';
import {
  createSampleAnnex,
  createSampleMetadata,
  createSampleTasks,
} from '../../support/builders/create-sample-annex';

function values(): CellValue[][] {
  return [
    TASK_COLUMN_IDS.map((id) => COLUMN_HEADERS[id]),
    ...toTaskTableRows(createSampleAnnex()).map((row) => getRowContents(row, []) as CellValue[]),
  ];
}
function table(cells: CellValue[][], formulas: unknown[][] | null = null): TableSnapshot {
  return {
    sheet: 'Phụ lục',
    top: 5,
    left: 0,
    values: cells,
    formulas,
    head: [],
  };
}
function read(cells: CellValue[][], formulas?: unknown[][]) {
  const result = readTaskTable(table(cells, formulas));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
function permuted(order: readonly number[]): CellValue[][] {
  return values().map((line) => order.map((column) => line[column]!));
}
function renamed(header: string, to: string): CellValue[][] {
  const [head, ...rows] = values();
  return [head!.map((one) => (one === header ? to : one)), ...rows];
}

describe('reading the table of tasks back', () => {
  it('gives the tasks that were written', () => {
    expect(read(values()).rows.map(({ task }) => task)).toEqual(createSampleTasks());
  });

  it('finds columns wherever they were moved', () => {
    const order = [...TASK_COLUMN_IDS.keys()].reverse();
    expect(read(permuted(order)).rows.map(({ task }) => task)).toEqual(createSampleTasks());
  });

  it.each([
    ['Đơn vị chủ trì', 'Cơ quan chủ trì'],
    ['Đơn vị chủ trì', 'ĐƠN VỊ  CHỦ TRÌ'],
    ['Sản phẩm', 'Kết quả'],
    ['TT', 'STT'],
    ['Nội dung công việc', 'Nội dung'],
    ['Lý do không thực hiện', 'Lý do'],
  ])('knows %s under the name %s', (header, name) => {
    expect(read(renamed(header, name)).rows.map(({ task }) => task)).toEqual(createSampleTasks());
  });

  it('does without columns that were deleted, but not without id, content and mark', () => {
    const without = (id: (typeof TASK_COLUMN_IDS)[number]) =>
      permuted([...TASK_COLUMN_IDS.keys()].filter((column) => TASK_COLUMN_IDS[column] !== id));
    expect(read(without('product')).rows.map(({ task }) => task.product)).toEqual(['', '', '', '', '', '']);
    for (const id of ['id', 'content', 'applicability'] as const) {
      expect(readTaskTable(table(without(id)))).toMatchObject({
        ok: false,
        problems: [{ code: 'column-missing', details: { column: COLUMN_HEADERS[id] } }],
      });
    }
  });

  it('keeps the clerk’s own columns apart, and their formulas', () => {
    const cells = values().map((line, row) => [...line, row === 0 ? 'Người làm' : row * 2]);
    const formulas = values().map((line, row) => [...line, row === 0 ? 'Người làm' : `=A${row}*2`]);
    expect(read(cells, formulas).rows[1]?.tableRow.extra).toEqual({ 'Người làm': { formula: '=A2*2' } });
    expect(read(cells).rows[1]?.tableRow.extra).toEqual({ 'Người làm': 4 });
  });

  it('leaves blank rows out and still knows where the others stand', () => {
    const cells = values();
    cells.splice(
      3,
      0,
      TASK_COLUMN_IDS.map(() => ''),
    );
    expect(read(cells).rows.map(({ index }) => index)).toEqual([0, 1, 3, 4, 5, 6]);
  });

  it('takes marks and statuses as the authority reads them: in any words that plainly say them', () => {
    const cells = values();
    const mark = TASK_COLUMN_IDS.indexOf('applicability');
    const status = TASK_COLUMN_IDS.indexOf('status');
    ['THỰC HIỆN', 'Thực hiện ', 'x', 'không thực hiện'].forEach((word, index) => {
      cells[index + 1]![mark] = word;
    });
    cells[1]![status] = 'hoàn thành';
    cells[2]![status] = 'Xong';
    const { rows } = read(cells);
    expect(rows.slice(0, 4).map(({ task }) => task.applicability)).toEqual([
      'performed',
      'performed',
      'undecided',
      'notPerformed',
    ]);
    expect(rows.slice(0, 2).map((row) => row.status)).toEqual(['done', 'done']);
  });

  it('takes the section from the id where the label of the area was changed by hand', () => {
    const cells = values();
    cells[1]![TASK_COLUMN_IDS.indexOf('area')] = 'Điều hành chung';
    expect(read(cells).rows[0]?.task).toMatchObject({ section: 'I', sectionTitle: 'Điều hành chung' });
  });

  it('distinguishes a foreign table of the same name from a managed one that lost a column', () => {
    const snapshot = (metadata: Snapshot['metadataSheet']['metadata']): Snapshot => ({
      sheets: [],
      tables: [],
      names: [],
      tasks: table([
        ['Tên', 'Số'],
        ['a', 1],
      ]),
      summary: null,
      metadataSheet: { ...EMPTY_METADATA_SHEET, metadata },
    });
    expect(readTasks(snapshot(null))).toMatchObject({ problems: [{ code: 'table-name-taken' }] });
    expect(readTasks(snapshot(createSampleMetadata()))).toMatchObject({
      problems: [{ code: 'column-missing' }, { code: 'column-missing' }, { code: 'column-missing' }],
    });
    expect(readTasks({ ...snapshot(null), tasks: null })).toMatchObject({
      problems: [{ code: 'no-annex-sheet' }],
    });
  });
});
