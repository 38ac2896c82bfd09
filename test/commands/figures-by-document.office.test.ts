import { writeFileSync } from 'node:fs';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import { markNotPerformed } from '../../src/commands/mark';
import { recordProgress } from '../../src/commands/progress';
import type { DocumentsView } from '../../src/commands/read-documents';
import { readWorkbookView } from '../../src/commands/read-workbook-view';
import { listSeveralDocuments } from '../../src/school-workbook/documents/documents';
import { countByDocument } from '../../src/school-workbook/summary/count-tasks';
import { COUNT_COLUMN_HEADERS } from '../../src/school-workbook/summary/summary-formulas';
import { REISSUED_REFORM, YEAR_OF_DOCUMENTS } from '../support/builders/create-year-of-documents';
import { itLibreOffice } from '../support/excel/libreoffice';
import {
  closeExcel,
  COMMAND_CONTEXT,
  getSheet,
  openExcel,
  stageAndImport,
  typeIntoCell,
} from '../support/excel/open-excel';
import { renewProgressLog } from '../support/excel/progress-log';
import { recalculateInLibreOffice } from '../support/excel/recalculate-in-libreoffice';
import { runPhuluc, useTemporaryFolder } from '../support/run-cli';

const folder = useTemporaryFolder();
afterEach(closeExcel);

const { reform, index, digital, thrift, letter, secondLetter } = YEAR_OF_DOCUMENTS;
const IDS = [
  'total',
  'performed',
  'done',
  'inProgress',
  'nothingArisen',
  'notPerformed',
  'undecided',
] as const;
type CountsByCode = Record<string, number[]>;

async function openYear(): Promise<WorkbookModel> {
  const { workbook } = await openExcel();
  for (const annex of [reform, index, digital, thrift, letter, secondLetter, REISSUED_REFORM])
    await stageAndImport(annex);
  await renewProgressLog();
  await markNotPerformed.run(COMMAND_CONTEXT, { rows: ['45/KH-UBND:I.2'], reason: 'Không có thiết bị' });
  await recordProgress.run(COMMAND_CONTEXT, {
    rows: { tasks: ['I.1', '442/UBND-VX:I.1', '31/KH-UBND:I.2'] },
    record: { state: 'done', doneOn: '2026-04-10' },
  });
  await typeIntoCell('12/KH-SGDĐT:I.2', 'Áp dụng', '', workbook);
  return workbook;
}

/** Lines of the table by document of a sheet, by the words of its headers. */
function readSheet(workbook: WorkbookModel, name: string): CountsByCode {
  const rows = [...getSheet(workbook, name).cells]
    .sort(([a], [b]) => a - b)
    .map(([, line]) => Array.from({ length: 12 }, (_, column) => line.get(column)?.value ?? ''));
  const top = rows.findIndex((line) => line[1] === 'Văn bản' && line.includes(COUNT_COLUMN_HEADERS.total));
  const headers = rows[top]!;
  const lines = rows.slice(top + 1, top + 9).filter(([, code]) => /\//.test(String(code)));
  return Object.fromEntries(
    lines.map((line) => [
      String(line[1]),
      IDS.map((id) => Number(line[headers.indexOf(COUNT_COLUMN_HEADERS[id])])),
    ]),
  );
}

async function readPane(): Promise<CountsByCode> {
  const read = await readWorkbookView.run(COMMAND_CONTEXT, undefined);
  if (!read.ok || !read.value.table) throw new Error(JSON.stringify(read));
  const lines = countByDocument(read.value.table.rows, listSeveralDocuments(read.value.facts));
  return Object.fromEntries(lines.map((line) => [line.code, IDS.map((id) => line[id])]));
}

async function readCommandLine(workbook: WorkbookModel): Promise<CountsByCode> {
  const file = folder.path('year.xlsx');
  writeFileSync(file, await saveWorkbook(workbook));
  const { documents, whole } = (await runPhuluc('documents', file, '--json')).json<DocumentsView>();
  return Object.fromEntries(
    [...documents, { code: 'whole', counts: whole }].map(({ code, counts }) => [
      code,
      IDS.map((id) => counts[id]),
    ]),
  );
}

const add = (figures: CountsByCode): number[] =>
  IDS.map((_, at) => Object.values(figures).reduce((sum, line) => sum + line[at]!, 0));

describe('the figures by document', () => {
  it('are the same on both sheets, in the pane and on the command line, and add up to the whole', async () => {
    const workbook = await openYear();
    const pane = await readPane();
    const { whole, ...documents } = await readCommandLine(workbook);
    expect(Object.keys(pane)).toHaveLength(6);
    expect(add(pane)).toEqual(whole);
    expect(whole!.slice(0, 3)).toEqual([14, 12, 3]);
    expect(documents).toEqual(pane);
    expect(readSheet(workbook, 'Tổng hợp')).toEqual(pane);
    expect(readSheet(workbook, 'Văn bản')).toEqual(pane);
  });

  itLibreOffice(
    'are the same in LibreOffice, with next deadline and link of each',
    async () => {
      const workbook = await openYear();
      const there = await openWorkbook(recalculateInLibreOffice(await saveWorkbook(workbook)));
      for (const sheet of ['Tổng hợp', 'Văn bản']) expect(readSheet(there, sheet)).toEqual(await readPane());
      const readDetails = (book: WorkbookModel) =>
        [...getSheet(book, 'Văn bản').cells].map(([, line]) => [11, 12, 18].map((at) => line.get(at)?.value));
      expect(readDetails(there)).toEqual(readDetails(workbook));
    },
    120_000,
  );

  it('leads from each document to its first task', async () => {
    const workbook = await openYear();
    const { cells } = getSheet(workbook, 'Văn bản');
    const formula = String(cells.get(5)?.get(18)?.formula);
    expect(formula).toContain("#'Phụ lục'!");
    expect(cells.get(5)?.get(18)?.value).toBe('Xem nhiệm vụ');
  });
});
