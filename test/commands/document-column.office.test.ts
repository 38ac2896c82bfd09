import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { findFirstDifference } from '@phuluc/excel-simulator/model/compare-workbooks';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { checkHealth } from '../../src/commands/check-health';
import { toImmediateCommand, undo } from '../../src/commands/undo';
import { YEAR_OF_DOCUMENTS } from '../support/builders/create-year-of-documents';
import {
  cloneVisibleSheets,
  closeExcel,
  COMMAND_CONTEXT,
  getValue,
  openExcel,
  stageAndImport,
  typeIntoCell,
} from '../support/excel/open-excel';

afterEach(closeExcel);

const { reform, digital, letter } = YEAR_OF_DOCUMENTS;
const DIGITAL = '45/KH-UBND';

async function openYear(): Promise<WorkbookModel> {
  const { workbook } = await openExcel();
  for (const annex of [reform, digital, letter]) await stageAndImport(annex);
  return workbook;
}

async function look() {
  const found = await checkHealth.stage(COMMAND_CONTEXT, undefined);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

describe('the column Văn bản', () => {
  it('has nothing to report in a workbook as it is written', async () => {
    await openYear();
    expect(await look()).toEqual([]);
  });

  it.each([
    ['document-differs', `${DIGITAL}:I.1`, '442/UBND-VX', DIGITAL],
    ['document-differs', `${DIGITAL}:I.1`, '12/KH-UBND', DIGITAL],
    ['document-unknown', `${DIGITAL}:I.1`, '99/KH-UBND', DIGITAL],
    ['document-missing', `${DIGITAL}:I.1`, '', DIGITAL],
  ])('is compared with the code: %s', async (code, id, typed, expected) => {
    const workbook = await openYear();
    await typeIntoCell(id, 'Văn bản', typed, workbook);
    const before = cloneWorkbook(workbook);
    const found = await look();
    expect(found.map((issue) => issue.code)).toEqual([code]);
    expect(found[0]).toMatchObject({ place: { sheet: 'Phụ lục', task: id }, details: { word: expected } });
    const done = await checkHealth.run(COMMAND_CONTEXT, found);
    expect(done).toMatchObject({ ok: true, value: { fixed: 1, remaining: [] } });
    expect(getValue(workbook, id, 'Văn bản')).toBe(expected);
    expect(await toImmediateCommand(undo).run(COMMAND_CONTEXT, undefined)).toMatchObject({ ok: true });
    expect(findFirstDifference(cloneVisibleSheets(before), cloneVisibleSheets(workbook))).toBeNull();
  });

  it('puts the document before a code that was typed without it', async () => {
    const workbook = await openYear();
    await typeIntoCell('442/UBND-VX:I.1', 'Mã', 'I.9', workbook);
    const found = await look();
    expect(found.map(({ code, details }) => [code, details['word']])).toEqual([
      ['document-differs', '442/UBND-VX:I.9'],
    ]);
    await checkHealth.run(COMMAND_CONTEXT, found);
    expect(getValue(workbook, '442/UBND-VX:I.9', 'Văn bản')).toBe('442/UBND-VX');
  });

  it('leaves a code that another row has to the person', async () => {
    const workbook = await openYear();
    await typeIntoCell('I.1', 'Văn bản', DIGITAL, workbook);
    const found = await look();
    expect(found).toMatchObject([{ code: 'document-differs', fix: null }]);
  });
});
