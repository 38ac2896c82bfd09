import { clearMark, markNotPerformed, markPerformed } from '../../src/commands/mark';
import { recordProgress } from '../../src/commands/progress/index';
import { readWorkbookView } from '../../src/commands/read-workbook-view';
import { printSheet } from '../../src/commands/reports/print-sheet';
import { changeSettings } from '../../src/commands/settings';
import { redo, redoEntry, toImmediateCommand, undo, undoEntry } from '../../src/commands/undo';
import { describeProblem } from '../../src/i18n/format-problem';
import { SAMPLE_UNIT } from '../support/builders/create-sample-annex';
import {
  closeExcel,
  COMMAND_CONTEXT,
  getValue,
  openExcel,
  stageAndImport,
} from '../support/excel/open-excel';
import { collectContents, importAndTrack, readLogCells } from '../support/excel/progress-log';

afterEach(closeExcel);

async function entries() {
  const view = await readWorkbookView.run(COMMAND_CONTEXT, undefined);
  return view.ok ? view.value.entries : [];
}
/** Ids of what the history shows, oldest first, with their states. */
const states = async () => (await entries()).map(({ id, state }) => `${id} ${state}`);
const back = (id: number) => toImmediateCommand(undoEntry).run(COMMAND_CONTEXT, id);
const forth = (id: number) => toImmediateCommand(redoEntry).run(COMMAND_CONTEXT, id);

async function print() {
  const staged = await printSheet.stage(COMMAND_CONTEXT, {});
  return staged.ok ? printSheet.run(COMMAND_CONTEXT, staged.value) : staged;
}

async function rename(name: string) {
  const staged = await changeSettings.stage(COMMAND_CONTEXT, { unit: { ...SAMPLE_UNIT, name } });
  return staged.ok ? changeSettings.run(COMMAND_CONTEXT, staged.value) : staged;
}

describe('each entry of the history', () => {
  it('is undone by itself where nothing after it touched the same cells, and done again', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await markNotPerformed.run(COMMAND_CONTEXT, { rows: ['I.1'] });
    await markPerformed.run(COMMAND_CONTEXT, { rows: ['II.3'] });
    await print();
    const marked = collectContents(workbook);
    expect(await back(2)).toMatchObject({ ok: true, value: { command: 'mark-not-performed' } });
    expect(getValue(workbook, 'I.1', 'Áp dụng')).toBe('Thực hiện');
    expect(getValue(workbook, 'II.3', 'Áp dụng')).toBe('Thực hiện');
    expect(await states()).toEqual(['1 done', '2 undone', '3 done', '4 done']);
    expect(await forth(2)).toMatchObject({ ok: true });
    expect(collectContents(workbook)).toEqual(marked);
    expect(await states()).toEqual(['1 done', '2 done', '3 done', '4 done']);
  });

  it('names the later entry that stands in its way, and changes nothing', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await markNotPerformed.run(COMMAND_CONTEXT, { rows: ['I.1', 'II.1'] });
    await markPerformed.run(COMMAND_CONTEXT, { rows: ['II.3'] });
    await clearMark.run(COMMAND_CONTEXT, { rows: ['I.1'] });
    const before = collectContents(workbook);
    const refused = await back(2);
    expect(refused).toMatchObject({
      problems: [{ code: 'undo-blocked', details: { command: 'clear-mark' } }],
    });
    expect(collectContents(workbook)).toEqual(before);
    const text = refused.ok ? null : describeProblem('vi', refused.problems[0]!);
    expect(text?.next).toMatch(/^Hoàn tác “Bỏ đánh dấu” \(.*11.*\) trước\.$/);
    // As it says: the later one first.
    expect(await back(4)).toMatchObject({ ok: true });
    expect(await back(2)).toMatchObject({ ok: true });
    expect(getValue(workbook, 'I.1', 'Áp dụng')).toBe('Thực hiện');
    expect(getValue(workbook, 'II.3', 'Áp dụng')).toBe('Thực hiện');
  });

  it('is done again after those before it of the same cells', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await markNotPerformed.run(COMMAND_CONTEXT, { rows: ['I.1'] });
    await clearMark.run(COMMAND_CONTEXT, { rows: ['I.1'] });
    await toImmediateCommand(undo).run(COMMAND_CONTEXT);
    await toImmediateCommand(undo).run(COMMAND_CONTEXT);
    expect(await forth(3)).toMatchObject({
      problems: [{ code: 'redo-blocked', details: { command: 'mark-not-performed' } }],
    });
    expect(await forth(2)).toMatchObject({ ok: true });
    expect(await forth(3)).toMatchObject({ ok: true });
    expect(getValue(workbook, 'I.1', 'Áp dụng')).toBe('');
  });

  it('of an import waits for all that was done since', async () => {
    await openExcel();
    await stageAndImport();
    await print();
    expect(await back(1)).toMatchObject({
      problems: [{ code: 'undo-blocked', details: { command: 'print-sheet' } }],
    });
  });

  it('of a new name waits for no mark', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await rename('Trường Mầm non Ban Mai');
    await markNotPerformed.run(COMMAND_CONTEXT, { rows: ['I.1'] });
    expect(await back(2)).toMatchObject({ ok: true });
    expect(getValue(workbook, 'I.1', 'Áp dụng')).toBe('Không thực hiện');
    expect(workbook.sheets.some(({ name }) => name === 'Phụ lục')).toBe(true);
  });

  it('of progress: rows recorded one by one are taken back in any order', async () => {
    await openExcel();
    await importAndTrack();
    const [first, second] = (await readLogCells()).map((row) => String(row['Mã sự kiện']));
    const record = (event: string, evidence: string) =>
      recordProgress.run(COMMAND_CONTEXT, { rows: { events: [event] }, record: { evidence } });
    await record(first!, 'Kế hoạch 01');
    await record(second!, 'Báo cáo 02');
    const [, , one, two] = await entries();
    expect(await back(one!.id)).toMatchObject({ ok: true });
    expect((await readLogCells()).slice(0, 2).map((row) => row['Minh chứng'])).toEqual(['', 'Báo cáo 02']);
    expect(await back(two!.id)).toMatchObject({ ok: true });
    // The log itself waits for nothing any more.
    expect(await back(2)).toMatchObject({ ok: true });
  });

  it('undone by itself stays after a new change, and so many changes later still finds its row', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await markNotPerformed.run(COMMAND_CONTEXT, { rows: ['I.1'] });
    await markPerformed.run(COMMAND_CONTEXT, { rows: ['II.3'] });
    await back(2);
    for (let time = 0; time < 24; time += 1) {
      await (time % 2 ? markPerformed : clearMark).run(COMMAND_CONTEXT, { rows: ['II.1'] });
    }
    const retained = await entries();
    expect(new Set(retained.map(({ id }) => id % 20)).size).toBe(retained.length);
    expect(retained.at(-1)?.id).toBe(27);
    expect(await toImmediateCommand(undo).run(COMMAND_CONTEXT)).toMatchObject({ ok: true });
    expect(await toImmediateCommand(redo).run(COMMAND_CONTEXT)).toMatchObject({ ok: true });
    expect(getValue(workbook, 'II.1', 'Áp dụng')).toBe('Thực hiện');
  });

  it('that no longer exists is reported', async () => {
    await openExcel();
    await stageAndImport();
    expect(await back(9)).toMatchObject({ problems: [{ code: 'workbook-changed' }] });
    expect(await forth(1)).toMatchObject({ problems: [{ code: 'workbook-changed' }] });
  });
});
