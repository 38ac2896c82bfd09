import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { findFirstDifference } from '@phuluc/excel-simulator/model/compare-workbooks';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import fc from 'fast-check';
import type { Annex } from '../../../src/annex/types';
import { importAnnex, type ImportInput } from '../../../src/commands/import/import-annex';
import { markNotPerformed } from '../../../src/commands/mark';
import { recordProgress, renewProgress } from '../../../src/commands/progress';
import { undo } from '../../../src/commands/undo';
import { createLargeAnnex } from '../../support/builders/create-large-annex';
import { SAMPLE_UNIT } from '../../support/builders/create-sample-annex';
import { REISSUED_REFORM, YEAR_OF_DOCUMENTS } from '../../support/builders/create-year-of-documents';
import {
  cloneVisibleSheets,
  closeExcel,
  COMMAND_CONTEXT,
  countSyncs,
  getSheet,
  getValue,
  listTaskIds,
  openExcel,
  typeIntoCell,
} from '../../support/excel/open-excel';

afterEach(closeExcel);

const { reform, index, digital, thrift, letter, secondLetter } = YEAR_OF_DOCUMENTS;

async function stage(annex: Annex, given: Partial<ImportInput> = {}) {
  const staged = await importAnnex.stage(COMMAND_CONTEXT, {
    annex,
    unit: SAMPLE_UNIT,
    merge: 'replace-nonblank',
    ...given,
  });
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
  return staged;
}

async function write(annex: Annex, given: Partial<ImportInput> = {}) {
  const staged = await stage(annex, given);
  const done = await importAnnex.run(COMMAND_CONTEXT, staged.value);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return { ...done.value, plan: staged.value.plan, warnings: staged.warnings.map(({ code }) => code) };
}

async function undoLast(): Promise<void> {
  const staged = await undo.stage(COMMAND_CONTEXT, undefined);
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
  const done = await undo.run(COMMAND_CONTEXT, staged.value);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
}

function readRows(workbook: WorkbookModel): string[][] {
  const { tables, cells } = getSheet(workbook, 'Phụ lục');
  const { area } = tables[0]!;
  return Array.from({ length: area.bottom - area.top + 1 }, (_, row) =>
    Array.from({ length: area.right - area.left + 1 }, (__, column) =>
      String(cells.get(area.top + row)?.get(area.left + column)?.value ?? ''),
    ),
  );
}

/** The rows by document and number there: what a workbook holds, in whatever order it was imported. */
function readContents(workbook: WorkbookModel): string[][] {
  const [header = [], ...rows] = readRows(workbook);
  const at = header.indexOf('Văn bản');
  return rows
    .map(([id = '', ...others]) => [others[at - 1] ?? '', id.replace(/^.*:/, ''), ...others])
    .sort((a, b) => (a.join('|') < b.join('|') ? -1 : 1));
}

describe('importing another document', () => {
  it('gives it rows of its own and leaves those of the first alone', async () => {
    const { workbook } = await openExcel();
    await write(reform);
    const before = readRows(workbook).slice(1);
    const { counts, plan } = await write(digital);
    expect(counts).toEqual({ added: 3, changed: 0, removed: 0, kept: 0, unchanged: 0 });
    expect(plan.document).toMatchObject({
      code: '45/KH-UBND',
      decision: { kind: 'new' },
      others: [{ code: '12/KH-UBND', title: 'Cải cách hành chính năm 2026' }],
    });
    expect(listTaskIds(workbook)).toEqual([
      'I.1',
      'I.2',
      'II.1',
      'II.2',
      '45/KH-UBND:I.1',
      '45/KH-UBND:I.2',
      '45/KH-UBND:II.1',
    ]);
    const after = readRows(workbook).slice(1);
    expect(after.slice(0, 4)).toEqual(before.map((row) => [...row, '12/KH-UBND']));
    expect(getValue(workbook, '45/KH-UBND:I.1', 'Văn bản')).toBe('45/KH-UBND');
    expect(getValue(workbook, '45/KH-UBND:I.1', 'TT')).toBe('1');
  });

  it('names all documents over the table, and one again after undo', async () => {
    const { workbook } = await openExcel();
    await write(reform);
    await write(digital);
    const line = (row: number) => getSheet(workbook, 'Phụ lục').cells.get(row)?.get(0)?.value;
    expect([line(1), line(2)]).toEqual(['Sổ theo dõi nhiệm vụ', '2 văn bản: 12/KH-UBND; 45/KH-UBND']);
    await undoLast();
    expect(line(1)).toBe('Cải cách hành chính năm 2026');
  });

  it('is undone step by step to what stood there, and redone by importing', async () => {
    const { workbook } = await openExcel();
    const states: WorkbookModel[] = [];
    const all = [reform, digital, index, REISSUED_REFORM, letter];
    for (const annex of all) {
      states.push(cloneWorkbook(workbook));
      await write(annex);
    }
    for (const state of [...states].reverse()) {
      await undoLast();
      expect(findFirstDifference(cloneVisibleSheets(state), cloneVisibleSheets(workbook))).toBeNull();
    }
  });

  it('changes nothing when any of them is imported again, the replaced edition among them', async () => {
    const { workbook } = await openExcel();
    for (const annex of [reform, digital, REISSUED_REFORM, thrift]) await write(annex);
    const before = cloneWorkbook(workbook);
    for (const annex of [thrift, reform, digital, REISSUED_REFORM]) {
      const { written, warnings } = await write(annex);
      expect(written).toBe(false);
      expect(warnings).toEqual(annex === reform ? ['older-edition'] : []);
    }
    expect(findFirstDifference(before, workbook)).toBeNull();
  });

  it('gives the same contents in any order', async () => {
    const annexes = [reform, index, digital, thrift, letter, secondLetter];
    const fill = async (order: readonly Annex[]): Promise<string[][]> => {
      const { workbook } = await openExcel();
      for (const annex of order) await write(annex);
      await write(REISSUED_REFORM);
      const contents = readContents(workbook);
      closeExcel();
      return contents;
    };
    const expected = await fill(annexes);
    expect(expected).toHaveLength(14);
    for (const seed of [1, 2, 3]) {
      const order = fc.sample(fc.shuffledSubarray(annexes, { minLength: 6 }), { numRuns: 1, seed })[0]!;
      expect(await fill(order)).toEqual(expected);
    }
  });

  it('revises a reissued document among others, with its progress', async () => {
    const { workbook } = await openExcel();
    await write(digital);
    await write(reform);
    await markNotPerformed.run(COMMAND_CONTEXT, { rows: ['12/KH-UBND:I.2'], reason: 'Đã làm năm trước' });
    await typeIntoCell('12/KH-UBND:I.1', 'Ghi chú', 'cô Lan giữ', workbook);
    const { counts, plan } = await write(REISSUED_REFORM);
    expect(plan.document).toMatchObject({
      code: '12/KH-UBND',
      decision: { kind: 'reissue', reasons: [{ kind: 'says-amends', number: '12/KH-UBND' }, {}, {}] },
    });
    expect(counts).toMatchObject({ added: 1, changed: 1, kept: 0 });
    expect(getValue(workbook, '12/KH-UBND:II.1', 'Thời gian')).toBe('Tháng 7');
    expect(getValue(workbook, '12/KH-UBND:II.3', 'Văn bản')).toBe('12/KH-UBND');
    expect(getValue(workbook, '12/KH-UBND:I.2', 'Áp dụng')).toBe('Không thực hiện');
    expect(getValue(workbook, '12/KH-UBND:I.1', 'Ghi chú')).toBe('cô Lan giữ');
    expect(getValue(workbook, 'II.1', 'Thời gian')).toBe('Trước 10/9/2026');
  });

  it('replaces no rows of other documents, whatever the merge', async () => {
    const { workbook } = await openExcel();
    await write(reform);
    await write(digital);
    const before = readRows(workbook).slice(1, 5);
    const { counts } = await write(
      { ...digital, tasks: digital.tasks.slice(0, 1) },
      { merge: 'replace-all' },
    );
    expect(counts).toMatchObject({ removed: 2, unchanged: 1 });
    expect(readRows(workbook).slice(1, 5)).toEqual(before);
  });

  it('follows the choice of the user', async () => {
    const { workbook } = await openExcel();
    await write(reform);
    const asNew = await write(REISSUED_REFORM, { document: 'new' });
    expect(asNew.plan.document.code).toBe('68/KH-UBND');
    expect(listTaskIds(workbook)).toHaveLength(9);
    await undoLast();
    const into = await write(digital, { document: '12/kh-ubnd', merge: 'replace-all' });
    expect(into.plan.document).toMatchObject({
      code: '12/KH-UBND',
      decision: { reasons: [{ kind: 'chosen' }] },
    });
    expect(listTaskIds(workbook)).toHaveLength(3);
    const missing = await importAnnex.stage(COMMAND_CONTEXT, {
      annex: digital,
      unit: SAMPLE_UNIT,
      merge: 'replace-all',
      document: '99/KH-UBND',
    });
    expect(missing).toMatchObject({ ok: false, problems: [{ code: 'document-not-found' }] });
  });

  it('is refused where a clerk has a column of that name', async () => {
    await openExcel();
    await write(reform);
    await Excel.run(async (context) => {
      context.workbook.tables.getItem('NhiemVu').columns.add(-1, undefined, 'Văn bản');
      await context.sync();
    });
    const staged = await importAnnex.stage(COMMAND_CONTEXT, {
      annex: digital,
      unit: SAMPLE_UNIT,
      merge: 'replace-nonblank',
    });
    expect(staged).toMatchObject({ ok: false, problems: [{ code: 'document-column-taken' }] });
  });

  it('has the tasks of all documents followed, each by its own year', async () => {
    const { workbook } = await openExcel();
    await write(reform);
    const schoolYear = {
      ...digital,
      edition: {
        ...digital.edition,
        title: 'Nhiệm vụ năm học 2026 - 2027',
        number: '77/KH-UBND',
        date: '2026-08-20',
      },
      tasks: digital.tasks.map((task) => ({ ...task, timing: 'Tháng 3' })),
    };
    await write(schoolYear);
    const staged = await renewProgress.stage(COMMAND_CONTEXT, undefined);
    if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
    await renewProgress.run(COMMAND_CONTEXT, staged.value);
    const done = await recordProgress.run(COMMAND_CONTEXT, {
      rows: { tasks: ['77/KH-UBND:I.1'] },
      record: { state: 'done', doneOn: '2027-03-10' },
    });
    expect(done.ok).toBe(true);
    expect(getValue(workbook, '77/KH-UBND:I.1', 'Kết quả thực hiện')).toBe('Hoàn thành');
    expect(getValue(workbook, 'I.1', 'Kết quả thực hiện')).toBe('Chưa thực hiện');
    const events = [...getSheet(workbook, 'Tiến độ').cells.values()].flatMap((line) =>
      [...line.values()]
        .map(({ value }) => String(value))
        .filter((text) => /^(?:77|I{1,2}\.).*\|/.test(text)),
    );
    expect(events).toContain('77/KH-UBND:I.1||2027-03-31');
    expect(events).toContain('I.1||2026-03-31');
  });

  it('takes at most seven syncs with six documents and 300 tasks', async () => {
    const excel = await openExcel();
    const large = createLargeAnnex(50);
    const create = (number: number): Annex => ({
      ...large,
      edition: { ...large.edition, number: `${number}/KH-UBND`, title: `Việc số ${number}` },
      tasks: large.tasks.map((task) => ({
        ...task,
        content: `${number} ${task.id} khác hẳn việc ${number * 7}`,
      })),
    });
    for (const number of [1, 2, 3, 4, 5]) await write(create(number), { document: 'new' });
    await excel.waitForIdle();
    const before = countSyncs(excel);
    const staged = await stage(create(6), { document: 'new' });
    const done = await importAnnex.run(COMMAND_CONTEXT, staged.value);
    expect(done.ok).toBe(true);
    await excel.waitForIdle();
    expect(listTaskIds(excel.workbook)).toHaveLength(300);
    expect(countSyncs(excel) - before).toBeLessThanOrEqual(7);
  });
});
