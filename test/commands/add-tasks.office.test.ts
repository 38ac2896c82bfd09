import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { findFirstDifference } from '@phuluc/excel-simulator/model/compare-workbooks';
import { addTasks, type AddTasksInput } from '../../src/commands/add-tasks';
import { readProgressView, renewProgress } from '../../src/commands/progress';
import { readDocuments } from '../../src/commands/read-documents';
import { redo, toImmediateCommand, undo } from '../../src/commands/undo';
import type { NewTask } from '../../src/school-workbook/tasks/plan-task-addition';
import { REISSUED_REFORM, YEAR_OF_DOCUMENTS } from '../support/builders/create-year-of-documents';
import {
  cloneVisibleSheets,
  closeExcel,
  COMMAND_CONTEXT,
  countSyncs,
  getValue,
  listTaskIds,
  openExcel,
  stageAndImport,
} from '../support/excel/open-excel';

afterEach(closeExcel);

const { reform, digital } = YEAR_OF_DOCUMENTS;

const LETTER: AddTasksInput['target'] = {
  kind: 'new',
  documentKind: 'letter',
  edition: {
    issuer: 'Ủy ban nhân dân phường Hoa Cúc',
    number: '510/UBND-VX',
    date: '2026-10-01',
    title: 'V/v báo cáo thiết bị dạy học',
    year: 2026,
  },
};

const createNewTask = (given: Partial<NewTask> = {}): NewTask => ({
  section: '',
  content: 'Báo cáo số thiết bị dạy học còn dùng được.',
  leadUnit: 'Tổ văn phòng',
  coordinatingUnit: '',
  product: 'Báo cáo',
  timing: 'Chậm nhất 30/11/2026',
  person: 'Cô Hoa',
  ...given,
});

async function add(input: AddTasksInput) {
  const staged = await addTasks.stage(COMMAND_CONTEXT, input);
  if (!staged.ok) return staged;
  const done = await addTasks.run(COMMAND_CONTEXT, staged.value);
  return done.ok ? { ...done, plan: staged.value.plan, warnings: staged.warnings } : done;
}

async function makeProgress(): Promise<void> {
  const staged = await renewProgress.stage(COMMAND_CONTEXT, undefined);
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
  await renewProgress.run(COMMAND_CONTEXT, staged.value);
}

async function readProgress() {
  const read = await readProgressView.run(COMMAND_CONTEXT, {});
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

const undoNow = toImmediateCommand(undo);
const redoNow = toImmediateCommand(redo);

describe('addTasks', () => {
  it('adds a task of a new letter inside its document, with its reading', async () => {
    const { workbook } = await openExcel();
    await stageAndImport(reform);
    await stageAndImport(digital);
    const done = await add({ target: LETTER, tasks: [createNewTask()] });
    expect(done).toMatchObject({
      ok: true,
      value: { written: true, document: '510/UBND-VX', tasks: ['510/UBND-VX:1'] },
      plan: { isNewDocument: true, tasks: [{ isUnread: false, reading: { due: ['2026-11-30'] } }] },
    });
    const id = '510/UBND-VX:1';
    expect(getValue(workbook, id, 'Văn bản')).toBe('510/UBND-VX');
    expect(getValue(workbook, id, 'Người phụ trách')).toBe('Cô Hoa');
    expect(getValue(workbook, id, 'Áp dụng')).toBe('Thực hiện');
    expect(getValue(workbook, id, 'TT')).toBe('1');
    const read = await readDocuments.run(COMMAND_CONTEXT, undefined);
    expect(
      read.ok && read.value.documents.map(({ code, kind, counts }) => [code, kind, counts.total]),
    ).toEqual([
      ['12/KH-UBND', 'annex', 4],
      ['45/KH-UBND', 'annex', 3],
      ['510/UBND-VX', 'letter', 1],
    ]);
  });

  it('makes its rows of Tiến độ in the same step, which are all that a renewal would make', async () => {
    const { workbook } = await openExcel();
    await stageAndImport(reform);
    await makeProgress();
    const before = cloneWorkbook(workbook);
    const done = await add({
      target: LETTER,
      tasks: [
        createNewTask(),
        createNewTask({ content: 'Gửi danh sách thiết bị hỏng.', timing: 'Quý IV', product: 'Danh sách' }),
      ],
    });
    expect(done).toMatchObject({ ok: true });
    const view = await readProgress();
    expect(view.log).toBe('current');
    expect(
      view.items.filter(({ row }) => row.task.startsWith('510/')).map(({ row, person }) => [row.key, person]),
    ).toEqual([
      ['510/UBND-VX:1||2026-11-30', 'Cô Hoa'],
      ['510/UBND-VX:2||2026-12-31', 'Cô Hoa'],
    ]);
    expect(getValue(workbook, '510/UBND-VX:1', 'Kết quả thực hiện')).toBe('Chưa thực hiện');
    const after = cloneWorkbook(workbook);
    expect(await undoNow.run(COMMAND_CONTEXT, undefined)).toMatchObject({ ok: true });
    expect(findFirstDifference(cloneVisibleSheets(before), cloneVisibleSheets(workbook))).toBeNull();
    expect(await redoNow.run(COMMAND_CONTEXT, undefined)).toMatchObject({ ok: true });
    expect(findFirstDifference(cloneVisibleSheets(after), cloneVisibleSheets(workbook))).toBeNull();
    expect((await readProgress()).log).toBe('current');
  });

  it('numbers tasks of an annex so that its next edition cannot take them for its own', async () => {
    const { workbook } = await openExcel();
    await stageAndImport(reform);
    await stageAndImport(digital);
    const given = {
      target: { kind: 'existing', document: '12/KH-UBND' },
      tasks: [createNewTask({ section: 'II' })],
    } as const;
    expect(await add(given)).toMatchObject({ ok: true, value: { tasks: ['II.BS1'] } });
    expect(getValue(workbook, 'II.BS1', 'Lĩnh vực')).toBe('II. Cải cách thủ tục');
    await stageAndImport(REISSUED_REFORM, 'replace-all');
    expect(listTaskIds(workbook)).toEqual(expect.arrayContaining(['II.3', 'II.BS1']));
    expect(getValue(workbook, 'II.BS1', 'Nội dung công việc')).toBe(given.tasks[0].content);
  });

  it('adds nothing twice', async () => {
    const { workbook } = await openExcel();
    await stageAndImport(reform);
    await add({ target: LETTER, tasks: [createNewTask()] });
    const before = cloneWorkbook(workbook);
    const again = await add({
      target: { kind: 'existing', document: '510/UBND-VX' },
      tasks: [createNewTask()],
    });
    expect(again).toMatchObject({
      ok: true,
      value: { written: false },
      warnings: [{ code: 'task-repeated' }],
    });
    expect(await add({ target: LETTER, tasks: [createNewTask()] })).toMatchObject({
      ok: false,
      problems: [{ code: 'document-exists', details: { document: '510/UBND-VX' } }],
    });
    expect(findFirstDifference(before, workbook)).toBeNull();
  });

  it('asks before it writes a timing whose deadline is not certain', async () => {
    await openExcel();
    await stageAndImport(reform);
    const given = { target: LETTER, tasks: [createNewTask({ timing: 'Ngày 31/02/2026' })] };
    expect(await add(given)).toMatchObject({ ok: false, problems: [{ code: 'timing-uncertain' }] });
    expect(await add({ ...given, keepUnread: true })).toMatchObject({ ok: true });
    expect((await readProgress()).review.map(({ task }) => task.id)).toContain('510/UBND-VX:1');
  });

  it('follows a document without tasks, and gives it tasks later', async () => {
    await openExcel();
    await stageAndImport(reform);
    expect(await add({ target: LETTER, tasks: [] })).toMatchObject({ ok: true, value: { written: true } });
    const read = await readDocuments.run(COMMAND_CONTEXT, undefined);
    expect(read.ok && read.value.documents[1]).toMatchObject({ code: '510/UBND-VX', counts: { total: 0 } });
    const later = await add({
      target: { kind: 'existing', document: '510/UBND-VX' },
      tasks: [createNewTask()],
    });
    expect(later).toMatchObject({ ok: true, value: { tasks: ['510/UBND-VX:1'] } });
  });

  it('begins a workbook with a letter', async () => {
    const { workbook } = await openExcel();
    expect(await add({ target: LETTER, tasks: [createNewTask()] })).toMatchObject({ ok: true });
    expect(listTaskIds(workbook)).toEqual(['1']);
    await stageAndImport(reform);
    expect(listTaskIds(workbook)).toHaveLength(5);
    const read = await readDocuments.run(COMMAND_CONTEXT, undefined);
    expect(read.ok && read.value.documents.map(({ kind }) => kind)).toEqual(['annex', 'letter']);
  });

  it('refuses what says too little', async () => {
    await openExcel();
    await stageAndImport(reform);
    const unnamed = { ...LETTER, edition: { ...LETTER.edition, number: '', title: '' } };
    expect(await add({ target: unnamed, tasks: [createNewTask()] })).toMatchObject({
      problems: [{ code: 'document-unnamed' }],
    });
    expect(await add({ target: LETTER, tasks: [createNewTask({ content: ' ' })] })).toMatchObject({
      problems: [{ code: 'task-without-content' }],
    });
    const target = { kind: 'existing', document: '9/KH' } as const;
    expect(await add({ target, tasks: [createNewTask()] })).toMatchObject({
      problems: [{ code: 'document-not-found' }],
    });
  });

  it('takes at most six syncs where the workbook has progress', async () => {
    const excel = await openExcel();
    await stageAndImport(reform);
    await makeProgress();
    const staged = await addTasks.stage(COMMAND_CONTEXT, { target: LETTER, tasks: [createNewTask()] });
    if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
    const before = countSyncs(excel);
    await addTasks.run(COMMAND_CONTEXT, staged.value);
    expect(countSyncs(excel) - before).toBeLessThanOrEqual(6);
  });
});
