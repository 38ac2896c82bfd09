import { assignPerson } from '../../src/commands/assign-person';
import { readProgressView, renewProgress } from '../../src/commands/progress/index';
import { readWorkbookView } from '../../src/commands/read-workbook-view';
import { toImmediateCommand, undo } from '../../src/commands/undo';
import { COLUMN_HEADERS } from '../../src/sheets/labels/school-labels';
import {
  closeExcel,
  COMMAND_CONTEXT,
  getSheet,
  getValue,
  openExcel,
  stageAndImport,
} from '../support/excel/open-excel';

afterEach(closeExcel);

const PERSON = COLUMN_HEADERS.person;

async function readView() {
  const view = await readWorkbookView.run(COMMAND_CONTEXT, undefined);
  if (!view.ok) throw new Error(JSON.stringify(view.problems));
  return view.value;
}

describe('assignPerson', () => {
  it('puts a person in charge of tasks, in the column of Phụ lục, and is undone', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    const done = await assignPerson.run(COMMAND_CONTEXT, { tasks: ['II.2', 'I.1.10'], person: ' Cô Hoa ' });
    expect(done).toMatchObject({ ok: true, value: { written: true, tasks: 2 } });
    expect(getValue(workbook, 'II.2', PERSON)).toBe('Cô Hoa');
    expect(getValue(workbook, 'I.1.10', PERSON)).toBe('Cô Hoa');
    const { people, entries } = await readView();
    expect(people).toEqual(['Cô Hoa']);
    expect(entries.at(-1)?.subject).toMatchObject({ count: 2 });
    expect(await toImmediateCommand(undo).run(COMMAND_CONTEXT, undefined)).toMatchObject({ ok: true });
    expect(getValue(workbook, 'II.2', PERSON)).toBe('');
  });

  it('offers the people whom the office lists on Danh mục', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await Excel.run(async (context) => {
      context.workbook.names.getItem('DM_NguoiPhuTrach').getRange().getCell(0, 0).values = [['Thầy Nam']];
      await context.sync();
    });
    expect((await readView()).people).toEqual(['Thầy Nam']);
    expect(getSheet(workbook, 'Danh mục').cells.get(3)?.get(3)?.value).toBe(PERSON);
  });

  it('filters the agenda by person', async () => {
    await openExcel();
    await stageAndImport();
    await assignPerson.run(COMMAND_CONTEXT, { tasks: ['II.2'], person: 'Cô Hoa' });
    const staged = await renewProgress.stage(COMMAND_CONTEXT, undefined);
    if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
    await renewProgress.run(COMMAND_CONTEXT, staged.value);
    const read = await readProgressView.run(COMMAND_CONTEXT, { person: 'Cô Hoa', horizon: 3650 });
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { agenda, people, items } = read.value;
    const tasks = [...agenda.overdue, ...agenda.coming, ...agenda.needsReview].map(({ row }) => row.task);
    expect(new Set(tasks)).toEqual(new Set(['II.2']));
    expect(people).toEqual(['Cô Hoa']);
    expect(items.find(({ row }) => row.task === 'II.2')?.person).toBe('Cô Hoa');
  });

  it('says what to do in a workbook without the column', async () => {
    await openExcel();
    await stageAndImport();
    await Excel.run(async (context) => {
      context.workbook.tables.getItem('NhiemVu').columns.getItem(PERSON).delete();
      await context.sync();
    });
    expect(await assignPerson.run(COMMAND_CONTEXT, { tasks: ['II.2'], person: 'Cô Hoa' })).toMatchObject({
      ok: false,
      problems: [{ code: 'no-person-column', details: { column: PERSON } }],
    });
  });
});
