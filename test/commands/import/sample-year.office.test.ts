import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { findFirstDifference } from '@phuluc/excel-simulator/model/compare-workbooks';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import type { Annex } from '../../../src/annex/types';
import { importAnnex } from '../../../src/commands/import/import-annex';
import { markNotPerformed } from '../../../src/commands/mark';
import { recordProgress } from '../../../src/commands/progress';
import { readWorkbookView, type WorkbookView } from '../../../src/commands/read-workbook-view';
import { undo } from '../../../src/commands/undo';
import { assembleAnnex } from '../../../src/import/assemble/assemble-annex';
import { readDocument } from '../../../src/import/read-document';
import { getDocuments } from '../../../src/school-workbook/documents/documents';
import { SAMPLE_UNIT } from '../../support/builders/create-sample-annex';
import { cloneVisibleSheets, closeExcel, COMMAND_CONTEXT, openExcel } from '../../support/excel/open-excel';
import { renewProgressLog } from '../../support/excel/progress-log';

afterEach(closeExcel);

/** What a school gets in the year, in the order of the days: four documents, one reissued, and two letters. */
const FILES = [
  'phu-luc-2026.docx',
  'chi-so-cchc-2026.docx',
  'chuyen-doi-so-2026.xlsx',
  'tiet-kiem-2026.pdf',
  'cong-van-ban-tru-2026.docx',
  'phu-luc-2026-dieu-chinh.docx',
  'cong-van-duoi-nuoc-2026.docx',
] as const;
const ORDERS = [
  [0, 1, 2, 3, 4, 5, 6],
  [6, 3, 0, 5, 2, 4, 1],
  [2, 5, 4, 0, 1, 6, 3],
] as const;

const LEFT_OUT = 'In bản tin cải cách hành chính phát đến từng hộ dân';

async function readAnnex(file: string): Promise<Annex> {
  const bytes = new Uint8Array(readFileSync(join(__dirname, '../../../samples', file)));
  const document = await readDocument(bytes, file);
  const annex = document.ok ? assembleAnnex(document.value) : document;
  if (!annex.ok) throw new Error(JSON.stringify(annex.problems));
  return annex.value;
}

async function readYear(): Promise<Annex[]> {
  const annexes: Annex[] = [];
  for (const file of FILES) annexes.push(await readAnnex(file));
  return annexes;
}

async function write(annex: Annex): Promise<boolean> {
  const staged = await importAnnex.stage(COMMAND_CONTEXT, {
    annex,
    unit: SAMPLE_UNIT,
    merge: 'replace-nonblank',
  });
  const done = staged.ok ? await importAnnex.run(COMMAND_CONTEXT, staged.value) : staged;
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return done.value.written;
}

async function undoLast(): Promise<void> {
  const staged = await undo.stage(COMMAND_CONTEXT, undefined);
  const done = staged.ok ? await undo.run(COMMAND_CONTEXT, staged.value) : staged;
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
}

async function readView(): Promise<WorkbookView & { table: NonNullable<WorkbookView['table']> }> {
  const view = await readWorkbookView.run(COMMAND_CONTEXT, undefined);
  if (!view.ok || !view.value.table) throw new Error(JSON.stringify(view));
  return { ...view.value, table: view.value.table };
}

/** Marks the second task of every document and completes the first. */
async function workOnEach(): Promise<void> {
  const { table, facts } = await readView();
  const firsts = getDocuments(facts!).map(({ code }) =>
    table.rows.filter(({ document }) => document === code),
  );
  await markNotPerformed.run(COMMAND_CONTEXT, {
    rows: firsts.map(([, second]) => second!.key),
    reason: 'Trường không có bộ phận này',
  });
  const recorded = await recordProgress.run(COMMAND_CONTEXT, {
    rows: { tasks: firsts.map(([first]) => first!.task.id) },
    record: { state: 'done', doneOn: '2026-06-10', evidence: 'Biên bản số 3' },
  });
  if (!recorded.ok) throw new Error(JSON.stringify(recorded.problems));
}

/** Tasks with all that is recorded, by the number that their document first had: whatever was imported first. */
async function readContents(): Promise<string[]> {
  const { table, facts } = await readView();
  const numbers = new Map(
    getDocuments(facts!).map(({ code, editions }) => [
      code,
      editions.map(({ number }) => number).join(' → '),
    ]),
  );
  return table.rows
    .map(({ document, printedId, task, status, doneOn, evidence, due }) =>
      JSON.stringify([numbers.get(document), { ...task, id: printedId }, status, doneOn, evidence, due]),
    )
    .sort();
}

describe('the year of a school in the samples', () => {
  it('is the same workbook in whatever order its documents are imported', async () => {
    const annexes = await readYear();
    const contents: string[][] = [];
    for (const order of ORDERS) {
      await openExcel();
      for (const index of order) await write(annexes[index]!);
      await renewProgressLog();
      await workOnEach();
      contents.push(await readContents());
      const { facts } = await readView();
      expect(getDocuments(facts!)).toHaveLength(6);
      closeExcel();
    }
    // A task that the reissue left out stays where it stood before, as not performed.
    const inForce = contents.map((lines) => lines.filter((line) => !line.includes(LEFT_OUT)));
    expect(contents.map(({ length }) => length)).toEqual([72, 72, 71]);
    expect(inForce[0]).toHaveLength(48 + 6 + 9 + 4 + 2 + 2);
    for (const other of inForce.slice(1)) expect(other).toEqual(inForce[0]);
  }, 300_000);

  it('changes nothing when any of it is imported again', async () => {
    const annexes = await readYear();
    const { workbook } = await openExcel();
    for (const annex of annexes) await write(annex);
    await renewProgressLog();
    await workOnEach();
    const before = cloneWorkbook(workbook);
    for (const annex of [...annexes].reverse()) expect(await write(annex)).toBe(false);
    expect(findFirstDifference(before, workbook)).toBeNull();
  }, 300_000);

  it('is undone step by step to what stood there', async () => {
    const annexes = await readYear();
    const { workbook } = await openExcel();
    const states: WorkbookModel[] = [];
    for (const annex of annexes) {
      states.push(cloneVisibleSheets(workbook));
      expect(await write(annex)).toBe(true);
    }
    for (const state of states.reverse()) {
      await undoLast();
      expect(findFirstDifference(state, cloneVisibleSheets(workbook))).toBeNull();
    }
  }, 300_000);
});
