import { writeFileSync } from 'node:fs';
import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { findFirstDifference } from '@phuluc/excel-simulator/model/compare-workbooks';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { getCell } from '@phuluc/excel-simulator/model/workbook';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import fc from 'fast-check';
import { DOCUMENT_STATUSES, type DocumentStatus } from '../../src/annex/tracked-document';
import { checkHealth } from '../../src/commands/check-health';
import { exportCalendar, readProgressView, recordProgress } from '../../src/commands/progress';
import { type DocumentsView, readDocuments } from '../../src/commands/read-documents';
import { readWorkbookView } from '../../src/commands/read-workbook-view';
import { changeDocumentStatus } from '../../src/commands/set-document-status';
import { toImmediateCommand, undo } from '../../src/commands/undo';
import type { Summary } from '../../src/school-workbook/summary/read-summary';
import { COUNT_COLUMN_HEADERS } from '../../src/school-workbook/summary/summary-formulas';
import { YEAR_OF_DOCUMENTS } from '../support/builders/create-year-of-documents';
import { itLibreOffice } from '../support/excel/libreoffice';
import {
  cloneVisibleSheets,
  closeExcel,
  COMMAND_CONTEXT,
  getSheet,
  getValue,
  listTaskIds,
  openExcel,
  stageAndImport,
} from '../support/excel/open-excel';
import { renewProgressLog } from '../support/excel/progress-log';
import { recalculateInLibreOffice } from '../support/excel/recalculate-in-libreoffice';
import { runPhuluc, useTemporaryFolder } from '../support/run-cli';

const folder = useTemporaryFolder();
afterEach(closeExcel);

const { reform, digital, thrift, letter } = YEAR_OF_DOCUMENTS;
const IDS = [
  'total',
  'performed',
  'done',
  'inProgress',
  'nothingArisen',
  'notPerformed',
  'undecided',
] as const;
const DIGITAL = '45/KH-UBND';

async function openYear(): Promise<WorkbookModel> {
  const { workbook } = await openExcel();
  for (const annex of [reform, digital, thrift, letter]) await stageAndImport(annex);
  await renewProgressLog();
  const done = await recordProgress.run(COMMAND_CONTEXT, {
    rows: { tasks: ['I.1', `${DIGITAL}:I.1`] },
    record: { state: 'done', doneOn: '2026-04-10' },
  });
  expect(done.ok).toBe(true);
  return workbook;
}

async function setStatus(document: string, status: DocumentStatus): Promise<void> {
  const done = await changeDocumentStatus.run(COMMAND_CONTEXT, { document, status });
  expect(done).toMatchObject({ ok: true });
}

async function readView(): Promise<DocumentsView> {
  const read = await readDocuments.run(COMMAND_CONTEXT, undefined);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

function readTable(workbook: WorkbookModel, name: string): { header: string[]; lines: unknown[][] } {
  const rows = [...getSheet(workbook, name).cells]
    .sort(([a], [b]) => a - b)
    .map(([, line]) => Array.from({ length: 20 }, (_, column) => line.get(column)?.value ?? ''));
  const top = rows.findIndex((line) => line[1] === 'Văn bản' && line.includes(COUNT_COLUMN_HEADERS.total));
  return { header: rows[top]!.map(String), lines: rows.slice(top + 1) };
}

/** The counts of the lines of a table by document until its line of the whole. */
function readCounts(
  workbook: WorkbookModel,
  name: string,
  codes: readonly string[],
): Record<string, number[]> {
  const { header, lines } = readTable(workbook, name);
  return Object.fromEntries(
    codes.map((code) => {
      const line = lines.find((cells) => cells[1] === code)!;
      return [code, IDS.map((id) => Number(line[header.indexOf(COUNT_COLUMN_HEADERS[id])]))];
    }),
  );
}

function readTotal(workbook: WorkbookModel): number[] {
  const rows = [...getSheet(workbook, 'Tổng hợp').cells]
    .sort(([a], [b]) => a - b)
    .map(([, line]) => Array.from({ length: 12 }, (_, column) => line.get(column)?.value ?? ''));
  const top = rows.findIndex((line) => line[1] === '' && line[2] === COUNT_COLUMN_HEADERS.total);
  return IDS.map((id) => Number(rows[top + 1]![rows[top]!.indexOf(COUNT_COLUMN_HEADERS[id])]));
}

const addUp = (lines: readonly number[][]): number[] =>
  IDS.map((_, at) => lines.reduce((sum, line) => sum + line[at]!, 0));

describe('a document that has ended', () => {
  it('leaves agenda, calendar and counts, and stays readable on Phụ lục', async () => {
    const workbook = await openYear();
    await setStatus(DIGITAL, 'finished');
    const progress = await readProgressView.run(COMMAND_CONTEXT, { horizon: 3650, on: '2026-03-10' });
    if (!progress.ok) throw new Error(JSON.stringify(progress.problems));
    const { overdue, coming, needsReview } = progress.value.agenda;
    const tasks = [...overdue, ...coming, ...needsReview].map(({ row }) => row.task);
    expect(tasks.length).toBeGreaterThan(0);
    expect(tasks.filter((task) => task.startsWith(DIGITAL))).toEqual([]);
    expect(progress.value.log).toBe('current');
    const calendar = await exportCalendar.run(COMMAND_CONTEXT, {});
    expect(calendar.ok && calendar.value.text).not.toContain('thiết bị phát sóng');
    const view = await readView();
    expect(view.whole).toMatchObject({ total: 7, done: 1 });
    expect(view.documents.find(({ code }) => code === DIGITAL)).toMatchObject({
      status: 'finished',
      counts: { total: 3, done: 1 },
      overdue: 0,
      nextDeadline: null,
    });
    expect(readTotal(workbook)).toEqual(IDS.map((id) => view.whole[id]));
    expect(getCell(getSheet(workbook, 'Phụ lục'), 3, 0).value).toBe(
      `Tổng số 7 nhiệm vụ: thực hiện ${view.whole.performed}, không thực hiện ${view.whole.notPerformed}, ` +
        `chưa xác định ${view.whole.undecided} (không kể văn bản đã kết thúc)`,
    );
    expect(listTaskIds(workbook)).toHaveLength(10);
    expect(getValue(workbook, `${DIGITAL}:I.1`, 'Kết quả thực hiện')).toBe('Hoàn thành');
    const states = [...getSheet(workbook, 'Tiến độ').cells.values()]
      .filter((line) => [...line.values()].some(({ value }) => String(value).startsWith(`${DIGITAL}:`)))
      .map((line) => [...line.values()].some(({ value }) => value === 'Không theo dõi'));
    expect(states.length).toBeGreaterThan(0);
    expect(states.every(Boolean)).toBe(true);
  });

  it('stands apart on Văn bản with its status', async () => {
    const workbook = await openYear();
    await setStatus(DIGITAL, 'archived');
    const { header, lines } = readTable(workbook, 'Văn bản');
    const names = lines.map((line) => line[1]).filter((name) => name !== '');
    expect(names).toEqual(['12/KH-UBND', '12/KH-SGDĐT', '442/UBND-VX', '(khác)', 'Toàn phụ lục', DIGITAL]);
    const status = header.indexOf('Tình trạng');
    expect(lines.find((line) => line[1] === DIGITAL)?.[status]).toBe('Lưu trữ');
    expect(lines[0]?.[status]).toBe('Đang theo dõi');
  });

  it('is undone and followed again to what stood there', async () => {
    const workbook = await openYear();
    const before = cloneWorkbook(workbook);
    await setStatus(DIGITAL, 'finished');
    expect(await toImmediateCommand(undo).run(COMMAND_CONTEXT, undefined)).toMatchObject({ ok: true });
    expect(findFirstDifference(cloneVisibleSheets(before), cloneVisibleSheets(workbook))).toBeNull();
    await setStatus(DIGITAL, 'replaced');
    await setStatus(DIGITAL, 'active');
    expect(findFirstDifference(cloneVisibleSheets(before), cloneVisibleSheets(workbook))).toBeNull();
  });

  it('adds up with the others to the whole on the sheets, in the pane and on the command line', async () => {
    const codes = ['12/KH-UBND', DIGITAL, '12/KH-SGDĐT', '442/UBND-VX'];
    const choices = fc.sample(
      fc.array(fc.constantFrom(...DOCUMENT_STATUSES), { minLength: 4, maxLength: 4 }),
      { numRuns: 3, seed: 7 },
    );
    const workbook = await openYear();
    for (const statuses of [...choices, codes.map(() => 'archived' as const)]) {
      for (const [index, code] of codes.entries()) await setStatus(code, statuses[index]!);
      const view = await readView();
      const followed = view.documents.filter(({ status }) => status === 'active');
      const whole = IDS.map((id) => view.whole[id]);
      expect(addUp(followed.map(({ counts }) => IDS.map((id) => counts[id])))).toEqual(whole);
      const names = followed.map(({ code }) => code);
      expect(addUp(Object.values(readCounts(workbook, 'Tổng hợp', names)))).toEqual(whole);
      expect(addUp(Object.values(readCounts(workbook, 'Văn bản', names)))).toEqual(whole);
      expect(readTotal(workbook)).toEqual(whole);
      const pane = await readWorkbookView.run(COMMAND_CONTEXT, undefined);
      expect(pane).toMatchObject({ ok: true, value: { summary: view.whole } });
    }
  });

  it('is asked about where its status was typed on the sheet, and kept until then', async () => {
    const workbook = await openYear();
    const { header, lines } = readTable(workbook, 'Văn bản');
    const row = 4 + lines.findIndex((line) => line[1] === DIGITAL);
    await Excel.run(async (excel) => {
      const sheet = excel.workbook.worksheets.getItem('Văn bản');
      sheet.getCell(row, header.indexOf('Tình trạng')).values = [['Lưu trữ']];
      await excel.sync();
    });
    await stageAndImport(YEAR_OF_DOCUMENTS.index);
    const found = await checkHealth.stage(COMMAND_CONTEXT, undefined);
    if (!found.ok) throw new Error(JSON.stringify(found.problems));
    expect(found.value).toMatchObject([
      { code: 'status-typed', place: { sheet: 'Văn bản' }, details: { name: DIGITAL, word: 'Lưu trữ' } },
    ]);
    const done = await checkHealth.run(COMMAND_CONTEXT, found.value);
    expect(done).toMatchObject({ ok: true, value: { fixed: 1, remaining: [] } });
    const { documents } = await readView();
    expect(documents.find(({ code }) => code === DIGITAL)?.status).toBe('archived');
  });

  it('cannot be the only one', async () => {
    await openExcel();
    await stageAndImport(reform);
    const done = await changeDocumentStatus.run(COMMAND_CONTEXT, {
      document: '12/KH-UBND',
      status: 'archived',
    });
    expect(done).toMatchObject({ ok: false, problems: [{ code: 'only-document' }] });
  });

  itLibreOffice(
    'counts the same in LibreOffice',
    async () => {
      const workbook = await openYear();
      await setStatus(DIGITAL, 'finished');
      await setStatus('12/KH-UBND', 'archived');
      const there = await openWorkbook(recalculateInLibreOffice(await saveWorkbook(workbook)));
      expect(readTotal(there)).toEqual(readTotal(workbook));
      for (const name of ['Tổng hợp', 'Văn bản'])
        expect(readCounts(there, name, ['12/KH-SGDĐT', '442/UBND-VX'])).toEqual(
          readCounts(workbook, name, ['12/KH-SGDĐT', '442/UBND-VX']),
        );
    },
    120_000,
  );
});

describe('phuluc documents --end', () => {
  it('ends a document and follows it again', async () => {
    const workbook = await openYear();
    const file = folder.path('year.xlsx');
    const out = folder.path('out.xlsx');
    writeFileSync(file, await saveWorkbook(workbook));
    closeExcel();
    const ended = await runPhuluc('documents', file, '--end', DIGITAL, '-o', out);
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.out).toContain(`Văn bản ${DIGITAL}: đã kết thúc.`);
    expect(ended.out).toContain('Không còn theo dõi');
    expect((await runPhuluc('summary', out, '--json')).json<Summary>()).toMatchObject({ total: 7, done: 1 });
    const view = (await runPhuluc('documents', out, '--reopen', DIGITAL, '--json')).json<DocumentsView>();
    expect(view.whole.total).toBe(10);
    expect((await runPhuluc('documents', file, '--end', DIGITAL, '--reopen', DIGITAL)).code).not.toBe(0);
  });
});
