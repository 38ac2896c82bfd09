import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import { markNotPerformed } from '../../../src/commands/mark';
import { carryOverProgress, exportCalendar } from '../../../src/commands/progress/index';
import { toImmediateCommand, undo } from '../../../src/commands/undo';
import { YEAR_OF_DOCUMENTS } from '../../support/builders/create-year-of-documents';
import {
  closeExcel,
  COMMAND_CONTEXT,
  getValue,
  openExcel,
  stageAndImport,
} from '../../support/excel/open-excel';
import { createTimedAnnex, getProgressView, importAndTrack } from '../../support/excel/progress-log';

afterEach(closeExcel);

describe('the calendar file', () => {
  it('has an event for each dated occurrence that is followed, with ids that stay', async () => {
    await openExcel();
    await importAndTrack();
    const made = await exportCalendar.run(COMMAND_CONTEXT, {});
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    expect(made.value).toMatchObject({ fileName: 'lich-han-2026.ics', events: 11 });
    const uids = (text: string) => text.match(/^UID:.*$/gm);
    expect(new Set(uids(made.value.text)).size).toBe(11);
    await markNotPerformed.run(COMMAND_CONTEXT, { rows: ['I.2'] });
    const again = await exportCalendar.run(COMMAND_CONTEXT, {});
    expect(again.ok && again.value.events).toBe(4);
    expect(again.ok && uids(again.value.text)?.every((uid) => made.value.text.includes(uid))).toBe(true);
  });
});

describe("last year's marks", () => {
  it('are proposed for tasks that match, and written for those accepted', async () => {
    const last = await openExcel();
    const annex = createTimedAnnex();
    await stageAndImport(annex);
    await markNotPerformed.run(COMMAND_CONTEXT, { rows: ['I.4', 'I.6'], reason: 'Không có đối tượng' });
    const bytes = await saveWorkbook(last.workbook);
    closeExcel();

    const { workbook } = await openExcel();
    const tasks = annex.tasks.map((task) =>
      task.id === 'I.6' ? { ...task, content: `${task.content} trong thư viện trường` } : task,
    );
    await stageAndImport({ ...annex, tasks });
    const staged = await carryOverProgress.stage(COMMAND_CONTEXT, { file: '2025.xlsx', source: bytes });
    if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
    expect(staged.value.proposals.map(({ task, match }) => [task, match])).toContainEqual(['I.4', 'exact']);
    expect(staged.value.accepted).toContain('I.4');
    expect(getValue(workbook, 'I.4', 'Áp dụng')).toBe('Thực hiện');
    const done = await carryOverProgress.run(COMMAND_CONTEXT, { ...staged.value, accepted: ['I.4'] });
    expect(done).toMatchObject({ ok: true, value: { written: true, tasks: 1 } });
    expect(getValue(workbook, 'I.4', 'Áp dụng')).toBe('Không thực hiện');
    expect(getValue(workbook, 'I.4', 'Lý do không thực hiện')).toBe('Không có đối tượng');
    expect(getValue(workbook, 'I.6', 'Áp dụng')).toBe('Thực hiện');
    expect((await getProgressView()).items.map(({ row }) => row.task)).not.toContain('I.4');
    expect(await toImmediateCommand(undo).run(COMMAND_CONTEXT, undefined)).toMatchObject({ ok: true });
    expect(getValue(workbook, 'I.4', 'Áp dụng')).toBe('Thực hiện');
  });

  it('are proposed for one document of several where one is chosen', async () => {
    const { reform, digital } = YEAR_OF_DOCUMENTS;
    const last = await openExcel();
    for (const annex of [reform, digital]) await stageAndImport(annex);
    const rows = ['I.1', '45/KH-UBND:I.2'];
    await markNotPerformed.run(COMMAND_CONTEXT, { rows, reason: 'Không có đối tượng' });
    const bytes = await saveWorkbook(last.workbook);
    closeExcel();
    await openExcel();
    for (const annex of [reform, digital]) await stageAndImport(annex);
    const propose = async (document?: string) => {
      const staged = await carryOverProgress.stage(COMMAND_CONTEXT, {
        file: '2025.xlsx',
        source: bytes,
        ...(document !== undefined && { document }),
      });
      return staged.ok ? staged.value.proposals.map(({ task }) => task) : [];
    };
    expect(await propose()).toEqual(rows);
    expect(await propose('45/KH-UBND')).toEqual(['45/KH-UBND:I.2']);
  });
});
