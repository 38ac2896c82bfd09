import { readWorkbookView } from '../../src/commands/look';
import { clearMark, markNotPerformed, markPerformed } from '../../src/commands/mark';
import { printSheet } from '../../src/commands/print-sheet';
import { recordProgress } from '../../src/commands/progress';
import { changeSettings } from '../../src/commands/settings';
import { toImmediateCommand, redo, redoEntry, undo, undoEntry } from '../../src/commands/undo';
import { describeProblem } from '../../src/locales/format-problem';
import { someUnit } from '../workbook/some-annex';
import { contentsOf, logCells, trackWhole } from './progress/log-book';
import { closeExcel, context, importWhole, openExcel, valueAt } from './school';

afterEach(closeExcel);

async function entries() {
  const view = await readWorkbookView.run(context, undefined);
  return view.ok ? view.value.entries : [];
}
/** Ids of what the history shows, oldest first, with their states. */
const states = async () => (await entries()).map(({ id, state }) => `${id} ${state}`);
const back = (id: number) => toImmediateCommand(undoEntry).run(context, id);
const forth = (id: number) => toImmediateCommand(redoEntry).run(context, id);

async function print() {
  const staged = await printSheet.stage(context, {});
  return staged.ok ? printSheet.run(context, staged.value) : staged;
}

async function rename(name: string) {
  const staged = await changeSettings.stage(context, { unit: { ...someUnit, name } });
  return staged.ok ? changeSettings.run(context, staged.value) : staged;
}

describe('each entry of the history', () => {
  it('is undone by itself where nothing after it touched the same cells, and done again', async () => {
    const { workbook } = await openExcel();
    await importWhole();
    await markNotPerformed.run(context, { rows: ['I.1'] });
    await markPerformed.run(context, { rows: ['II.3'] });
    await print();
    const marked = contentsOf(workbook);
    expect(await back(2)).toMatchObject({ ok: true, value: { command: 'mark-not-performed' } });
    expect(valueAt(workbook, 'I.1', 'Áp dụng')).toBe('Thực hiện');
    expect(valueAt(workbook, 'II.3', 'Áp dụng')).toBe('Thực hiện');
    expect(await states()).toEqual(['1 done', '2 undone', '3 done', '4 done']);
    expect(await forth(2)).toMatchObject({ ok: true });
    expect(contentsOf(workbook)).toEqual(marked);
    expect(await states()).toEqual(['1 done', '2 done', '3 done', '4 done']);
  });

  it('names the later entry that stands in its way, and changes nothing', async () => {
    const { workbook } = await openExcel();
    await importWhole();
    await markNotPerformed.run(context, { rows: ['I.1', 'II.1'] });
    await markPerformed.run(context, { rows: ['II.3'] });
    await clearMark.run(context, { rows: ['I.1'] });
    const before = contentsOf(workbook);
    const refused = await back(2);
    expect(refused).toMatchObject({
      problems: [{ code: 'undo-blocked', details: { command: 'clear-mark' } }],
    });
    expect(contentsOf(workbook)).toEqual(before);
    const text = refused.ok ? null : describeProblem('vi', refused.problems[0]!);
    expect(text?.next).toMatch(/^Hoàn tác “Bỏ đánh dấu” \(.*11.*\) trước\.$/);
    // As it says: the later one first.
    expect(await back(4)).toMatchObject({ ok: true });
    expect(await back(2)).toMatchObject({ ok: true });
    expect(valueAt(workbook, 'I.1', 'Áp dụng')).toBe('Thực hiện');
    expect(valueAt(workbook, 'II.3', 'Áp dụng')).toBe('Thực hiện');
  });

  it('is done again after those before it of the same cells', async () => {
    const { workbook } = await openExcel();
    await importWhole();
    await markNotPerformed.run(context, { rows: ['I.1'] });
    await clearMark.run(context, { rows: ['I.1'] });
    await toImmediateCommand(undo).run(context);
    await toImmediateCommand(undo).run(context);
    expect(await forth(3)).toMatchObject({
      problems: [{ code: 'redo-blocked', details: { command: 'mark-not-performed' } }],
    });
    expect(await forth(2)).toMatchObject({ ok: true });
    expect(await forth(3)).toMatchObject({ ok: true });
    expect(valueAt(workbook, 'I.1', 'Áp dụng')).toBe('');
  });

  it('of an import waits for all that was done since', async () => {
    await openExcel();
    await importWhole();
    await print();
    expect(await back(1)).toMatchObject({
      problems: [{ code: 'undo-blocked', details: { command: 'print-sheet' } }],
    });
  });

  it('of a new name waits for no mark', async () => {
    const { workbook } = await openExcel();
    await importWhole();
    await rename('Trường Mầm non Ban Mai');
    await markNotPerformed.run(context, { rows: ['I.1'] });
    expect(await back(2)).toMatchObject({ ok: true });
    expect(valueAt(workbook, 'I.1', 'Áp dụng')).toBe('Không thực hiện');
    expect(workbook.sheets.some(({ name }) => name === 'Phụ lục')).toBe(true);
  });

  it('of progress: rows recorded one by one are taken back in any order', async () => {
    await openExcel();
    await trackWhole();
    const [first, second] = (await logCells()).map((row) => String(row['Mã sự kiện']));
    const record = (event: string, evidence: string) =>
      recordProgress.run(context, { rows: { events: [event] }, record: { evidence } });
    await record(first!, 'Kế hoạch 01');
    await record(second!, 'Báo cáo 02');
    const [, , one, two] = await entries();
    expect(await back(one!.id)).toMatchObject({ ok: true });
    expect((await logCells()).slice(0, 2).map((row) => row['Minh chứng'])).toEqual(['', 'Báo cáo 02']);
    expect(await back(two!.id)).toMatchObject({ ok: true });
    // The log itself waits for nothing any more.
    expect(await back(2)).toMatchObject({ ok: true });
  });

  it('undone by itself stays after a new change, and so many changes later still finds its row', async () => {
    const { workbook } = await openExcel();
    await importWhole();
    await markNotPerformed.run(context, { rows: ['I.1'] });
    await markPerformed.run(context, { rows: ['II.3'] });
    await back(2);
    for (let time = 0; time < 24; time += 1) {
      await (time % 2 ? markPerformed : clearMark).run(context, { rows: ['II.1'] });
    }
    const kept = await entries();
    expect(new Set(kept.map(({ id }) => id % 20)).size).toBe(kept.length);
    expect(kept.at(-1)?.id).toBe(27);
    expect(await toImmediateCommand(undo).run(context)).toMatchObject({ ok: true });
    expect(await toImmediateCommand(redo).run(context)).toMatchObject({ ok: true });
    expect(valueAt(workbook, 'II.1', 'Áp dụng')).toBe('Thực hiện');
  });

  it('that is not there any more is told', async () => {
    await openExcel();
    await importWhole();
    expect(await back(9)).toMatchObject({ problems: [{ code: 'workbook-changed' }] });
    expect(await forth(1)).toMatchObject({ problems: [{ code: 'workbook-changed' }] });
  });
});
