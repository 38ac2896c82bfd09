import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { findFirstDifference } from '@phuluc/excel-simulator/model/compare-workbooks';
import { importPlan } from '../../../src/commands/import/import-plan';
import { type DocumentsView, readDocuments } from '../../../src/commands/read-documents';
import { toImmediateCommand, undo } from '../../../src/commands/undo';
import { createSamplePlan } from '../../support/builders/create-sample-plan';
import { YEAR_OF_DOCUMENTS } from '../../support/builders/create-year-of-documents';
import {
  cloneVisibleSheets,
  closeExcel,
  COMMAND_CONTEXT,
  getValue,
  listTaskIds,
  openExcel,
  stageAndImport,
} from '../../support/excel/open-excel';

afterEach(closeExcel);

const { reform, digital } = YEAR_OF_DOCUMENTS;
const PLAN = '07/KH-THSL';

async function writePlan(items: readonly number[]) {
  const staged = await importPlan.stage(COMMAND_CONTEXT, {
    plan: createSamplePlan(),
    items,
    targets: [],
    unit: { name: '', code: '' },
  });
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
  const done = await importPlan.run(COMMAND_CONTEXT, staged.value);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return done.value;
}

async function readView(): Promise<DocumentsView> {
  const read = await readDocuments.run(COMMAND_CONTEXT, undefined);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

const listDocuments = ({ documents }: DocumentsView) =>
  documents.map(({ code, kind, counts }) => [code, kind, counts.total]);

describe('tasks picked from a plan in prose', () => {
  it('are a document of their own among several, and none counts as of no document', async () => {
    const { workbook } = await openExcel();
    await stageAndImport(reform);
    await stageAndImport(digital);
    const before = cloneWorkbook(workbook);
    await writePlan([0, 2]);
    const view = await readView();
    expect(listDocuments(view)).toEqual([
      ['12/KH-UBND', 'annex', 4],
      [PLAN, 'plan', 2],
      ['45/KH-UBND', 'annex', 3],
    ]);
    expect(view.others).toBeNull();
    expect(listTaskIds(workbook).slice(4, 6)).toEqual([`${PLAN}:II.1`, `${PLAN}:III.1.1.1`]);
    expect(getValue(workbook, `${PLAN}:II.1`, 'Văn bản')).toBe(PLAN);
    expect((await writePlan([0, 2])).written).toBe(false);
    await writePlan([3]);
    expect(listDocuments(await readView())[1]).toEqual([PLAN, 'plan', 3]);
    for (const _ of [1, 2])
      expect(await toImmediateCommand(undo).run(COMMAND_CONTEXT, undefined)).toMatchObject({ ok: true });
    expect(findFirstDifference(cloneVisibleSheets(before), cloneVisibleSheets(workbook))).toBeNull();
  });

  it('become a document when a workbook of one gets its second', async () => {
    const { workbook } = await openExcel();
    await stageAndImport(reform);
    await writePlan([0, 2]);
    const before = cloneWorkbook(workbook);
    await stageAndImport(digital);
    const view = await readView();
    expect(view.others).toBeNull();
    expect(listDocuments(view)).toEqual(
      expect.arrayContaining([
        ['07/KH', 'plan', 2],
        ['45/KH-UBND', 'annex', 3],
      ]),
    );
    expect(getValue(workbook, '07/KH.II.1', 'Văn bản')).toBe('07/KH');
    await writePlan([0, 2, 3]);
    const again = await readView();
    expect(again.others).toBeNull();
    expect(again.documents.find(({ code }) => code === '07/KH')).toMatchObject({
      counts: { total: 3 },
      editions: [{ number: PLAN }],
    });
    for (const _ of [1, 2])
      expect(await toImmediateCommand(undo).run(COMMAND_CONTEXT, undefined)).toMatchObject({ ok: true });
    expect(findFirstDifference(cloneVisibleSheets(before), cloneVisibleSheets(workbook))).toBeNull();
  });
});
