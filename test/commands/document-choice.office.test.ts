import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { findFirstDifference } from '@phuluc/excel-simulator/model/compare-workbooks';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import { markNotPerformed } from '../../src/commands/mark';
import { recordProgress } from '../../src/commands/progress';
import { readCurrentSummary } from '../../src/commands/read-current-summary';
import { type DocumentsView, readDocuments, readDocumentSummary } from '../../src/commands/read-documents';
import { undo } from '../../src/commands/undo';
import { COUNT_COLUMN_HEADERS } from '../../src/school-workbook/summary/summary-formulas';
import { SUMMARY_NAMES } from '../../src/school-workbook/summary/summary-names';
import { SUMMARY_PAGE_ROWS } from '../../src/school-workbook/summary/summary-page-rows';
import { YEAR_OF_DOCUMENTS } from '../support/builders/create-year-of-documents';
import { describeLibreOffice } from '../support/excel/libreoffice';
import {
  cloneVisibleSheets,
  closeExcel,
  COMMAND_CONTEXT,
  getSheet,
  openExcel,
  stageAndImport,
} from '../support/excel/open-excel';
import { readNamedValues, renewProgressLog } from '../support/excel/progress-log';
import { getLinesBelow, listCellErrors, readDashboardPage } from '../support/excel/read-dashboard';
import { readFormulaValues } from '../support/excel/read-formula-values';
import { recalculateInLibreOffice } from '../support/excel/recalculate-in-libreoffice';

afterEach(closeExcel);

const { reform, digital, thrift, letter } = YEAR_OF_DOCUMENTS;
const ALL = 'Tất cả văn bản';

async function openYear() {
  const { workbook } = await openExcel();
  for (const annex of [reform, digital, thrift]) await stageAndImport(annex);
  await renewProgressLog();
  await markNotPerformed.run(COMMAND_CONTEXT, { rows: ['45/KH-UBND:I.2'], reason: 'Không có thiết bị' });
  await recordProgress.run(COMMAND_CONTEXT, {
    rows: { tasks: ['I.1', '45/KH-UBND:II.1'] },
    record: { state: 'done', doneOn: '2026-03-10' },
  });
  return workbook;
}

/** Chooses in the cell, as a clerk does. */
function choose(text: string): Promise<void> {
  return Excel.run(async (excel) => {
    excel.workbook.names.getItem(SUMMARY_NAMES.choice).getRange().values = [[text]];
    await excel.sync();
  });
}

async function readChoice(): Promise<string | number> {
  const [[cell] = []] = await readNamedValues(SUMMARY_NAMES.choice);
  return cell ?? '';
}

/** The counts of a named table, whose last line is the one looked for. */
async function readCounts(name: string, at: number): Promise<Record<string, string | number>> {
  const [headers = [], ...lines] = await readNamedValues(name);
  const line = lines[at] ?? [];
  return Object.fromEntries(headers.map((header, column) => [String(header), line[column] ?? '']));
}

async function readView(): Promise<DocumentsView> {
  const view = await readDocuments.run(COMMAND_CONTEXT, undefined);
  if (!view.ok) throw new Error(JSON.stringify(view.problems));
  return view.value;
}

const page = () => readDashboardPage(SUMMARY_PAGE_ROWS.end);

describe('the choice of a document on Tổng hợp', () => {
  it('offers all documents and each of them', async () => {
    const workbook = await openYear();
    expect(await readChoice()).toBe(ALL);
    const { validations } = getSheet(workbook, 'Tổng hợp');
    expect(JSON.stringify(validations)).toContain('TH_DanhSachVanBan');
    expect((await readNamedValues(SUMMARY_NAMES.list)).flat()).toEqual([
      ALL,
      '12/KH-UBND',
      '45/KH-UBND',
      '12/KH-SGDĐT',
    ]);
  });

  it('switches the figures of the sheet to those of the document', async () => {
    const workbook = await openYear();
    const { documents, whole } = await readView();
    const ids = Object.keys(whole) as (keyof typeof whole)[];
    for (const { code, counts } of [{ code: ALL, counts: whole }, ...documents]) {
      await choose(code);
      const shown = await readCounts(SUMMARY_NAMES.whole, 0);
      for (const id of ids)
        expect([code, id, shown[COUNT_COLUMN_HEADERS[id]]]).toEqual([code, id, counts[id]]);
      expect(listCellErrors(getSheet(workbook, 'Tổng hợp'))).toEqual([]);
    }
  });

  it('adds up over the documents in the tables of progress too', async () => {
    await openYear();
    const names = [
      SUMMARY_NAMES.progress,
      SUMMARY_NAMES.byQuarter,
      SUMMARY_NAMES.byProduct,
      SUMMARY_NAMES.byMonth,
    ];
    const readNumbers = async (): Promise<number[]> =>
      (await Promise.all(names.map(readNamedValues)))
        .flat(2)
        .map((cell) => (typeof cell === 'number' && Number.isInteger(cell) ? cell : 0));
    const { documents } = await readView();
    const whole = await readNumbers();
    const sums = whole.map(() => 0);
    for (const { code } of documents) {
      await choose(code);
      (await readNumbers()).forEach((value, at) => (sums[at]! += value));
    }
    // Shares, of which 1 is a whole number, do not add up.
    const [headers = []] = await readNamedValues(SUMMARY_NAMES.progress);
    expect(sums.slice(0, headers.length * 2 - 1)).toEqual(whole.slice(0, headers.length * 2 - 1));
    expect(whole[headers.length + 2]).toBeGreaterThan(8);
  });

  it('shows sections, lead units and deadlines of the document alone, in their order', async () => {
    await openYear();
    await choose('45/KH-UBND');
    const lines = await page();
    const sections = getLinesBelow(lines, 'Theo lĩnh vực').map((line) => line[1]);
    expect(sections.filter((name) => name !== '').slice(0, 2)).toEqual(['Hạ tầng', 'Dữ liệu']);
    const due = getLinesBelow(lines, 'Nhiệm vụ quá hạn và đến hạn gần nhất').map(([task]) => String(task));
    expect(due.filter((task) => task !== '').every((task) => task.startsWith('45/KH-UBND:'))).toBe(true);
    const summary = await readDocumentSummary.run(COMMAND_CONTEXT, { document: '45/KH-UBND' });
    if (!summary.ok) throw new Error('no summary');
    const shown = (await readNamedValues(SUMMARY_NAMES.byArea))
      .slice(1)
      .map(([number, name, total]) => [number, name, total]);
    expect(shown.filter(([, name]) => name !== '')).toEqual([
      ...summary.value.byArea.map(({ section, sectionTitle, total }) => [section, sectionTitle, total]),
      ['', '(khác)', 0],
    ]);
  });

  it('leaves the totals of pane and command line those of the workbook', async () => {
    await openYear();
    const before = await readCurrentSummary.run(COMMAND_CONTEXT, undefined);
    await choose('12/KH-SGDĐT');
    expect(await readCurrentSummary.run(COMMAND_CONTEXT, undefined)).toEqual(before);
  });

  it('stays when the sheet is written again, and goes with the document', async () => {
    const workbook = await openYear();
    await choose('45/KH-UBND');
    await stageAndImport(letter);
    expect(await readChoice()).toBe('45/KH-UBND');
    expect(await readNamedValues(SUMMARY_NAMES.list)).toHaveLength(5);
    await choose('442/UBND-VX');
    const staged = await undo.stage(COMMAND_CONTEXT, undefined);
    if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
    await undo.run(COMMAND_CONTEXT, staged.value);
    expect(await readChoice()).toBe(ALL);
    expect(listCellErrors(getSheet(workbook, 'Tổng hợp'))).toEqual([]);
  });

  it('shows an error rather than figures of something else where no such document is', async () => {
    await openYear();
    await choose('99/KH-UBND');
    expect((await readCounts(SUMMARY_NAMES.whole, 0))[COUNT_COLUMN_HEADERS.total]).toBe('#N/A');
  });

  it('is not there in a workbook of one document, and leaves nothing behind', async () => {
    const { workbook } = await openExcel();
    await stageAndImport(reform);
    const before = cloneWorkbook(workbook);
    await stageAndImport(digital);
    const staged = await undo.stage(COMMAND_CONTEXT, undefined);
    if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
    await undo.run(COMMAND_CONTEXT, staged.value);
    expect(findFirstDifference(cloneVisibleSheets(before), cloneVisibleSheets(workbook))).toBeNull();
    expect(JSON.stringify(getSheet(workbook, 'Tổng hợp').validations)).not.toContain('TH_');
  });
});

describeLibreOffice('the choice of a document in LibreOffice', () => {
  it('gives the same figures, whatever is chosen', async () => {
    const workbook = await openYear();
    for (const code of [ALL, '12/KH-UBND', '12/KH-SGDĐT']) {
      await choose(code);
      const there = await openWorkbook(recalculateInLibreOffice(await saveWorkbook(workbook)));
      expect(readFormulaValues(there, 'Tổng hợp')).toEqual(readFormulaValues(workbook, 'Tổng hợp'));
    }
  });
});
