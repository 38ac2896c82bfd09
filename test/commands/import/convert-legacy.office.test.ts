import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { findFirstDifference } from '@phuluc/excel-simulator/model/compare-workbooks';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { createWorkbook } from '@phuluc/excel-simulator/model/workbook';
import { convertLegacy } from '../../../src/commands/import/convert-legacy';
import { readAnnex } from '../../../src/commands/import/read-annex';
import { redo, toImmediateCommand, undo } from '../../../src/commands/undo';
import { encodeTcvn3Small as encodeTcvn3, encodeVni } from '../../../src/readers/legacy/encode-legacy';
import {
  cloneVisibleSheets,
  closeExcel,
  COMMAND_CONTEXT,
  getSheet,
  openExcel,
} from '../../support/excel/open-excel';

afterEach(closeExcel);

const HEADER = ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Sản phẩm', 'Thời gian'];
const TASK = [
  '1',
  'Treo bảng tin ở cổng trường',
  'Văn phòng',
  'Trường Mầm non',
  'Bảng tin',
  'Quý II năm 2026',
];

/** A sheet of texts with a font for each row. */
function put(rows: readonly { texts: readonly string[]; font: string }[]): Promise<void> {
  return Excel.run(async (excel) => {
    const page = excel.workbook.worksheets.getActiveWorksheet();
    rows.forEach(({ texts, font }, row) => {
      const range = page.getRangeByIndexes(row, 0, 1, texts.length);
      range.numberFormat = [texts.map(() => '@')];
      range.values = [[...texts]];
      range.format.font.name = font;
    });
    await excel.sync();
  });
}
function getStoredCell(workbook: WorkbookModel, row: number, column: number) {
  const cell = getSheet(workbook, 'Sổ tay').cells.get(row)?.get(column);
  return { value: cell?.value, font: cell?.format?.font?.name };
}
async function convert() {
  const staged = await convertLegacy.stage(COMMAND_CONTEXT, undefined);
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
  const done = await convertLegacy.run(COMMAND_CONTEXT, staged.value);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return { staged: staged.value.plan, warnings: staged.warnings };
}

const MIXED_SHEET = [
  { texts: HEADER.map(encodeTcvn3), font: '.VnTime' },
  { texts: TASK.map(encodeVni), font: 'VNI-Times' },
  { texts: TASK, font: 'Times New Roman' },
  { texts: TASK.map(encodeTcvn3), font: '.VnArial' },
  { texts: ['2026', 'THCS'], font: '.VnTime' },
];

describe('the legacy text of a sheet', () => {
  it('becomes Unicode under a Unicode font; what is Unicode already stays', async () => {
    const workbook = createWorkbook('Sổ tay');
    await openExcel(workbook);
    await put(MIXED_SHEET);
    const { staged } = await convert();
    const texts = (row: number, count: number) =>
      Array.from({ length: count }, (_, column) => getStoredCell(workbook, row, column).value);
    expect(texts(0, 6)).toEqual(HEADER);
    for (const row of [1, 2, 3]) expect(texts(row, 6)).toEqual(TASK);
    expect(getStoredCell(workbook, 0, 1).font).toBe('Times New Roman');
    expect(getStoredCell(workbook, 3, 1).font).toBe('Arial');
    // Same letters in both encodings: only the font changes.
    expect(getStoredCell(workbook, 4, 1)).toEqual({ value: 'THCS', font: 'Times New Roman' });
    expect(staged.counts.fonts).toBeGreaterThan(0);
    expect(await convertLegacy.stage(COMMAND_CONTEXT, undefined)).toMatchObject({
      ok: false,
      problems: [{ code: 'nothing-legacy' }],
    });
  });

  it('comes back with undo, byte by byte and font by font, and goes again with redo', async () => {
    const workbook = createWorkbook('Sổ tay');
    await openExcel(workbook);
    await put(MIXED_SHEET);
    const before = cloneWorkbook(workbook);
    await convert();
    const after = cloneWorkbook(workbook);
    expect((await toImmediateCommand(undo).run(COMMAND_CONTEXT, undefined)).ok).toBe(true);
    expect(findFirstDifference(cloneVisibleSheets(before), cloneVisibleSheets(workbook))).toBeNull();
    expect((await toImmediateCommand(redo).run(COMMAND_CONTEXT, undefined)).ok).toBe(true);
    expect(findFirstDifference(cloneVisibleSheets(after), cloneVisibleSheets(workbook))).toBeNull();
  });

  it('leaves a cell that the clerk has changed since, and says so', async () => {
    const workbook = createWorkbook('Sổ tay');
    await openExcel(workbook);
    await put(MIXED_SHEET);
    await convert();
    await Excel.run(async (excel) => {
      excel.workbook.worksheets.getActiveWorksheet().getRange('B1').values = [['Việc phải làm']];
      await excel.sync();
    });
    const staged = await undo.stage(COMMAND_CONTEXT, undefined);
    expect(staged).toMatchObject({
      ok: true,
      warnings: [{ code: 'cells-changed', details: { cells: 1 } }],
    });
    if (staged.ok) await undo.run(COMMAND_CONTEXT, staged.value);
    expect(getStoredCell(workbook, 0, 1).value).toBe('Việc phải làm');
    expect(getStoredCell(workbook, 0, 2).value).toBe(encodeTcvn3(HEADER[2]!));
  });

  it('never touches formulas, numbers, and Unicode text, whatever its font', async () => {
    const workbook = createWorkbook('Sổ tay');
    await openExcel(workbook);
    await put([
      { texts: HEADER, font: 'VNI-Times' },
      { texts: TASK, font: '.VnTime' },
      { texts: TASK, font: 'Calibri' },
    ]);
    await Excel.run(async (excel) => {
      const page = excel.workbook.worksheets.getActiveWorksheet();
      page.getRange('A5:B5').formulas = [['=A2&"x"', 12.5]];
      await excel.sync();
    });
    const { staged } = await convert();
    expect(staged.counts.texts).toBe(0);
    const texts = (row: number) => HEADER.map((_, column) => getStoredCell(workbook, row, column).value);
    expect([texts(0), texts(1), texts(2)]).toEqual([HEADER, TASK, TASK]);
    expect(getStoredCell(workbook, 1, 1).font).toBe('Times New Roman');
    expect(getSheet(workbook, 'Sổ tay').cells.get(4)?.get(0)?.formula).toBe('=A2&"x"');
    expect(getStoredCell(workbook, 4, 1).value).toBe(12.5);
  });

  it('is refused on a protected sheet, and where it has changed since it was shown', async () => {
    const workbook = createWorkbook('Sổ tay');
    await openExcel(workbook);
    await put(MIXED_SHEET);
    const staged = await convertLegacy.stage(COMMAND_CONTEXT, undefined);
    if (!staged.ok) throw new Error('staged');
    await put([{ texts: TASK.map(encodeVni), font: 'VNI-Times' }]);
    expect(await convertLegacy.run(COMMAND_CONTEXT, staged.value)).toMatchObject({
      ok: false,
      problems: [{ code: 'workbook-changed' }],
    });
    await Excel.run(async (excel) => {
      excel.workbook.worksheets.getActiveWorksheet().protection.protect();
      await excel.sync();
    });
    expect(await convertLegacy.stage(COMMAND_CONTEXT, undefined)).toMatchObject({
      ok: false,
      problems: [{ code: 'sheet-protected' }],
    });
  });
});

describe('the open sheet as a source', () => {
  it('comes in converted, with what is stored beside it; a selection comes in alone', async () => {
    await openExcel(createWorkbook('Sổ tay'));
    await put([
      { texts: HEADER.map(encodeTcvn3), font: '.VnTime' },
      { texts: TASK.map(encodeTcvn3), font: '.VnTime' },
      { texts: TASK.map((text) => (text === '1' ? '2' : encodeTcvn3(text))), font: '.VnTime' },
    ]);
    const tasks = async (kind: 'open-sheet' | 'selection') => {
      const read = await readAnnex.run(COMMAND_CONTEXT, { kind });
      if (!read.ok || read.value.kind !== 'annex') throw new Error(JSON.stringify(read));
      return read.value.reviewed.annex.tasks.map(({ tt, content }) => `${tt} ${content}`);
    };
    expect(await tasks('open-sheet')).toEqual([`1 ${TASK[1]}`, `2 ${TASK[1]}`]);
    await Excel.run(async (excel) => {
      excel.workbook.worksheets.getActiveWorksheet().getRange('A1:F2').select();
      await excel.sync();
    });
    expect(await tasks('selection')).toEqual([`1 ${TASK[1]}`]);
    expect(await tasks('open-sheet')).toHaveLength(2);
  });
});
