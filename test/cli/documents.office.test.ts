import { readFileSync, writeFileSync } from 'node:fs';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import { markNotPerformed } from '../../src/commands/mark';
import { recordProgress, renewProgress } from '../../src/commands/progress';
import type { DocumentsView } from '../../src/commands/read-documents';
import type { Summary, SummaryCounts } from '../../src/school-workbook/summary/read-summary';
import { fromExcelSerial } from '../../src/shared/dates';
import { REISSUED_REFORM, YEAR_OF_DOCUMENTS } from '../support/builders/create-year-of-documents';
import {
  closeExcel,
  COMMAND_CONTEXT,
  getSheet,
  openExcel,
  stageAndImport,
} from '../support/excel/open-excel';
import { runPhuluc, useTemporaryFolder } from '../support/run-cli';

const folder = useTemporaryFolder();
afterEach(closeExcel);

/** A workbook of four documents, one reissued, with marks and progress in each of two. */
async function writeYear(): Promise<string> {
  const { workbook } = await openExcel();
  const { reform, digital, thrift, letter } = YEAR_OF_DOCUMENTS;
  for (const annex of [reform, digital, thrift, letter, REISSUED_REFORM]) await stageAndImport(annex);
  await markNotPerformed.run(COMMAND_CONTEXT, { rows: ['45/KH-UBND:I.2'], reason: 'Không có thiết bị' });
  const staged = await renewProgress.stage(COMMAND_CONTEXT, undefined);
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
  await renewProgress.run(COMMAND_CONTEXT, staged.value);
  const done = await recordProgress.run(COMMAND_CONTEXT, {
    rows: { tasks: ['I.1', '442/UBND-VX:I.1'] },
    record: { state: 'done', doneOn: '2026-03-10' },
  });
  expect(done.ok).toBe(true);
  const file = folder.path('school.xlsx');
  writeFileSync(file, await saveWorkbook(workbook));
  closeExcel();
  return file;
}

const add = (lines: readonly SummaryCounts[], id: keyof SummaryCounts): number =>
  lines.reduce((sum, line) => sum + line[id], 0);

describe('phuluc documents', () => {
  it('counts each document, and together what the whole workbook has', async () => {
    const file = await writeYear();
    const answer = await runPhuluc('documents', file, '--json');
    expect(answer.code).toBe(0);
    const view = answer.json<DocumentsView>();
    expect(view.documents.map(({ code, editions, counts }) => [code, editions.length, counts.total])).toEqual(
      [
        ['12/KH-UBND', 2, 5],
        ['45/KH-UBND', 1, 3],
        ['12/KH-SGDĐT', 1, 2],
        ['442/UBND-VX', 1, 1],
      ],
    );
    expect(view.others).toBeNull();
    for (const id of Object.keys(view.whole) as (keyof SummaryCounts)[])
      expect(
        add(
          view.documents.map(({ counts }) => counts),
          id,
        ),
      ).toBe(view.whole[id]);
    const [reform, digital, , letter] = view.documents;
    expect(reform!.counts).toMatchObject({ performed: 5, done: 1 });
    expect(digital!.counts).toMatchObject({ performed: 2, notPerformed: 1, done: 0 });
    expect(digital).toMatchObject({ overdue: 2, nextDeadline: null });
    expect(letter!.counts).toMatchObject({ done: 1 });
    expect(reform).toMatchObject({ nextDeadline: '2026-12-31' });
    const text = await runPhuluc('documents', file);
    expect(text.out).toContain('Cả sổ');
    expect(text.out).toContain('(2 lần ban hành)');
  });

  it('are what the sheet and the summary say', async () => {
    const file = await writeYear();
    const view = (await runPhuluc('documents', file, '--json')).json<DocumentsView>();
    const whole = (await runPhuluc('summary', file, '--json')).json<Summary>();
    expect(whole).toMatchObject(view.whole);
    const workbook = await openWorkbook(new Uint8Array(readFileSync(file)));
    const { cells } = getSheet(workbook, 'Tổng hợp');
    const rows = [...cells].sort(([a], [b]) => a - b).map(([, line]) => line);
    const first = rows.findIndex((line) => line.get(1)?.value === 'Tất cả văn bản');
    for (const [index, { code, counts }] of view.documents.entries()) {
      const line = rows[first + 1 + index]!;
      expect([1, 2, 3, 4].map((column) => line.get(column)?.value)).toEqual([
        code,
        counts.total,
        counts.performed,
        counts.done,
      ]);
      const own = (await runPhuluc('summary', file, '--document', code, '--json')).json<Summary>();
      expect(own).toMatchObject(counts);
      expect(add(own.byArea, 'total')).toBe(counts.total);
      expect(add(own.byLeadUnit, 'total')).toBe(counts.total);
    }
    expect(rows[first + 5]!.get(2)?.value).toBe(0);
    const sheet = [...getSheet(workbook, 'Văn bản').cells].sort(([a], [b]) => a - b).map(([, line]) => line);
    const top = sheet.findIndex((line) => line.get(1)?.value === 'Văn bản') + 1;
    const toDay = (serial: unknown) => (typeof serial === 'number' ? fromExcelSerial(serial) : null);
    for (const [index, { code, counts, overdue, nextDeadline }] of view.documents.entries()) {
      const line = sheet[top + index]!;
      const cells = [1, 2, 4, 11].map((column) => line.get(column)?.value);
      expect(cells).toEqual([code, counts.total, counts.done, overdue]);
      expect([code, toDay(line.get(12)?.value)]).toEqual([code, nextDeadline]);
      expect(line.get(18)?.value).toBe('Xem nhiệm vụ');
    }
    expect(sheet[top]!.get(13)?.value).toBe('68/KH-UBND');
    const total = sheet[top + view.documents.length + 1]!;
    expect([2, 4].map((column) => total.get(column)?.value)).toEqual([view.whole.total, view.whole.done]);
  });

  it('has the agenda of one document among that of all', async () => {
    const file = await writeYear();
    const read = async (...args: string[]) =>
      (await runPhuluc('agenda', file, '--json', ...args)).json<{ overdue: { task: string }[] }>();
    const [all, digital] = [await read(), await read('--document', '45/KH-UBND')];
    expect(digital.overdue.length).toBeGreaterThan(0);
    expect(digital.overdue).toEqual(all.overdue.filter(({ task }) => task.startsWith('45/KH-UBND:')));
    expect((await runPhuluc('agenda', file, '--document', '9/KH')).errors).toContain('9/KH');
  });

  it('has the calendar of one document', async () => {
    const file = await writeYear();
    const read = async (...args: string[]): Promise<string[]> => {
      const out = folder.path('out.ics');
      expect((await runPhuluc('calendar', file, '-o', out, ...args)).code).toBe(0);
      return readFileSync(out, 'utf8').match(/^UID:.*$/gm) ?? [];
    };
    const all = await read();
    const parts: string[] = [];
    for (const code of ['12/KH-UBND', '45/KH-UBND', '12/KH-SGDĐT', '442/UBND-VX'])
      parts.push(...(await read('--document', code)));
    expect([...parts].sort()).toEqual([...all].sort());
    const out = folder.path('none.ics');
    expect((await runPhuluc('calendar', file, '-o', out, '--document', '9/KH')).errors).toContain('9/KH');
  });

  it('is one in a workbook of one document', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    const file = folder.path('one.xlsx');
    writeFileSync(file, await saveWorkbook(workbook));
    const view = (await runPhuluc('documents', file, '--json')).json<DocumentsView>();
    expect(view.documents).toMatchObject([{ code: '12/KH-UBND', counts: { total: 6 } }]);
  });
});
