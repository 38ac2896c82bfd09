import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { findFirstDifference } from '@phuluc/excel-simulator/model/compare-workbooks';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import type { Annex } from '../../../src/annex/types';
import { importAnnex } from '../../../src/commands/import/import-annex';
import { markNotPerformed } from '../../../src/commands/mark';
import { readWorkbookView } from '../../../src/commands/read-workbook-view';
import { undo } from '../../../src/commands/undo';
import { readSchoolFile } from '../../../src/school-workbook/read-school-file';
import {
  createSampleAnnex,
  createSampleTasks,
  SAMPLE_UNIT,
} from '../../support/builders/create-sample-annex';
import { YEAR_OF_DOCUMENTS } from '../../support/builders/create-year-of-documents';
import { cloneVisibleSheets, closeExcel, COMMAND_CONTEXT, openExcel } from '../../support/excel/open-excel';

afterEach(closeExcel);

const FOLDER = join(__dirname, '../../fixtures/earlier-workbooks');
/** Workbooks as the version before several documents wrote them. */
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.xlsx'));

async function openFixture(name: string) {
  const workbook = await openWorkbook(new Uint8Array(readFileSync(join(FOLDER, name))));
  await openExcel(workbook);
  return workbook;
}

/** The formula without its words. */
const removeWords = (formula: string | undefined): string => (formula ?? '').replaceAll(/"[^"]*"/g, '');

/**
 * What the cells of each sheet that people see hold, and the tables on it. Heights of rows follow their texts, and
 * *Tổng hợp* is written again in the words of this version.
 */
function listContents(workbook: WorkbookModel) {
  return cloneVisibleSheets(workbook).sheets.map(({ name, cells, tables, charts }) => ({
    name,
    tables: tables.map((table) => [table.name, table.area, table.columns.map((column) => column.name)]),
    charts: charts.length,
    cells: [...cells]
      .flatMap(([row, line]) =>
        [...line].map(
          ([column, { value, formula }]) =>
            [row, column, name === 'Tổng hợp' ? removeWords(formula) : (formula ?? value)] as const,
        ),
      )
      .filter(([, , content]) => content !== null && content !== '')
      .sort((a, b) => a[0] - b[0] || a[1] - b[1]),
  }));
}

async function write(annex: Annex) {
  const staged = await importAnnex.stage(COMMAND_CONTEXT, {
    annex,
    unit: SAMPLE_UNIT,
    merge: 'replace-nonblank',
  });
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
  const done = await importAnnex.run(COMMAND_CONTEXT, staged.value);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return { ...done.value, document: staged.value.plan.document };
}

async function undoLast(): Promise<void> {
  const staged = await undo.stage(COMMAND_CONTEXT, undefined);
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
  const done = await undo.run(COMMAND_CONTEXT, staged.value);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
}

const REISSUED: Annex = {
  ...createSampleAnnex(createSampleTasks().slice(1)),
  edition: { ...createSampleAnnex().edition, number: '68/KH-UBND', date: '2026-04-20' },
};
const isReissued = (name: string): boolean => name.startsWith('reissued');

describe('workbooks of the version before', () => {
  it('are ten of all kinds', () => {
    expect(FILES).toHaveLength(10);
  });

  it.each(FILES)('%s opens as one document, and importing its annex changes nothing', async (name) => {
    const workbook = await openFixture(name);
    const view = await readWorkbookView.run(COMMAND_CONTEXT, undefined);
    if (!view.ok) throw new Error(JSON.stringify(view.problems));
    expect(view.value.problems).toEqual([]);
    expect(new Set(view.value.table!.rows.map(({ document }) => document)).size).toBe(1);
    if (['marked.xlsx', 'nameless.xlsx'].includes(name)) return;
    const before = cloneWorkbook(workbook);
    expect(await write(isReissued(name) ? REISSUED : createSampleAnnex())).toMatchObject({ written: false });
    expect(findFirstDifference(before, workbook)).toBeNull();
  });

  it.each(FILES)('%s takes another document, marks in it, and is as before after undo', async (name) => {
    const workbook = await openFixture(name);
    const before = listContents(workbook);
    const { document, counts } = await write(YEAR_OF_DOCUMENTS.digital);
    expect(document).toMatchObject({ code: '45/KH-UBND', decision: { kind: 'new' } });
    expect(counts).toMatchObject({ added: 3, changed: 0, removed: 0 });
    const marked = await markNotPerformed.run(COMMAND_CONTEXT, {
      rows: ['45/KH-UBND:I.1'],
      reason: 'Không có',
    });
    expect(marked.ok).toBe(true);
    expect(await write(YEAR_OF_DOCUMENTS.digital)).toMatchObject({ written: false });
    await undoLast();
    await undoLast();
    expect(listContents(workbook)).toEqual(before);
  });

  it.each(FILES)('%s is read by the authority as before', async (name) => {
    const read = await readSchoolFile({
      file: name,
      bytes: new Uint8Array(readFileSync(join(FOLDER, name))),
      sha256: '0'.repeat(64),
    });
    expect(read).toMatchObject({ ok: true });
  });
});
