import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { findFirstDifference } from '@phuluc/excel-simulator/model/compare-workbooks';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { findSheetByName } from '@phuluc/excel-simulator/model/workbook';
import { clearMark, markNotPerformed, markPerformed } from '../../../src/commands/mark';
import { type PrintInput, printSheet } from '../../../src/commands/reports/print-sheet';
import { redo, toImmediateCommand, undo } from '../../../src/commands/undo';
import { DEFAULT_PRINT_SETTINGS } from '../../../src/reports/print-settings';
import { getPrintableSize } from '../../../src/school-workbook/print/print-layout';
import { createSampleAnnex, createSampleTasks } from '../../support/builders/create-sample-annex';
import {
  cloneVisibleSheets,
  closeExcel,
  COMMAND_CONTEXT,
  countSyncs,
  getSheet,
  openExcel,
  stageAndImport,
  stageImport,
} from '../../support/excel/open-excel';

afterEach(closeExcel);

async function print(settings: PrintInput['settings'] = {}) {
  const staged = await printSheet.stage(COMMAND_CONTEXT, { settings });
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
  const done = await printSheet.run(COMMAND_CONTEXT, staged.value);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return { ...done.value, warnings: staged.warnings.map(({ code }) => code) };
}

/** Texts of the sheet, row by row, blanks left out. */
function lines(workbook: WorkbookModel, name = 'Bản in'): string[][] {
  return [...getSheet(workbook, name).cells.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, cells]) =>
      [...cells.entries()]
        .sort(([a], [b]) => a - b)
        .map(([, { value }]) => String(value ?? ''))
        .filter((text) => text !== '' && !/^_+$/.test(text)),
    )
    .filter((line) => line.length > 0);
}

function findRow(workbook: WorkbookModel, text: string): string[] {
  return lines(workbook).find((line) => line.some((cell) => cell.includes(text))) ?? [];
}

/** All that people see, but for which sheet is in front. */
function content(workbook: WorkbookModel): WorkbookModel {
  return {
    ...cloneVisibleSheets(workbook),
    activeSheetId: '',
    selection: { ...workbook.selection, sheetId: '' },
  };
}

function onPrint(work: (sheet: Excel.Worksheet) => void): Promise<void> {
  return Excel.run(async (excel) => {
    work(excel.workbook.worksheets.getItem('Bản in'));
    await excel.sync();
  });
}

describe('the sheet to print', () => {
  it('is the official annex: head, sections across the table, tasks in the source’s words', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    expect(await print({ superior: 'Ủy ban nhân dân phường Hoa Cúc', nationalTitle: true })).toEqual({
      written: true,
      sheet: 'Bản in',
      tasks: 6,
      warnings: [],
    });
    expect(lines(workbook)).toEqual([
      ['ỦY BAN NHÂN DÂN PHƯỜNG HOA CÚC', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['TRƯỜNG MẦM NON HOA CÚC', 'Độc lập - Tự do - Hạnh phúc'],
      ['PHỤ LỤC'],
      ['PHÂN CÔNG NHIỆM VỤ NĂM 2026'],
      [
        '(Ban hành kèm theo Kế hoạch số 12/KH-UBND ngày 15 tháng 01 năm 2026 của Ủy ban nhân dân phường Hoa Cúc)',
      ],
      ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Sản phẩm', 'Thời gian thực hiện'],
      ['I. CHỈ ĐẠO, ĐIỀU HÀNH'],
      expect.arrayContaining(['1', 'Lập kế hoạch công tác năm của đơn vị.', 'Báo cáo', 'Quý II']),
      expect.arrayContaining(['1.10', '=SUM(A1:A9)', '6/2026']),
      [
        '2',
        'Giao ban chuyên đề với các khu phố.',
        'Phòng Văn hóa – Xã hội',
        'Trường Mầm non Hoa Cúc không thực hiện nội dung này',
      ],
      ['II. CẢI CÁCH THỦ TỤC'],
      expect.arrayContaining(['1', 'Niêm yết thủ tục tuyển sinh.']),
      expect.arrayContaining(['2', '@Văn phòng', '15/6']),
      ['3', 'Kết nối phần mềm bán trú.', 'Phòng Văn hóa – Xã hội'],
    ]);
  });

  it('has the layout of the Decree: A4 across, margins, header repeated, page number from page 2 on', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await print();
    const { pageLayout, columns, merges } = getSheet(workbook, 'Bản in');
    const mm = (points: number): number => Math.round((points * 25.4) / 72);
    expect(pageLayout).toMatchObject({
      orientation: 'Landscape',
      paperSize: 'A4',
      titleRows: { first: 8, last: 8 },
      firstPage: { differs: true, content: {} },
      firstPageNumber: 1,
      headersFooters: { centerHeader: '&"Times New Roman,Regular"&14&P' },
    });
    const { margins } = pageLayout;
    expect([margins.top, margins.bottom, margins.left, margins.right].map(mm)).toEqual([20, 20, 30, 15]);
    const widths = [...columns.values()].map(({ width }) => width ?? 0);
    const sum = widths.reduce((all, width) => all + width, 0);
    const page = getPrintableSize(DEFAULT_PRINT_SETTINGS).width;
    expect(sum).toBeLessThanOrEqual(page);
    expect(sum).toBeGreaterThan(page - 10);
    // Two section rows, and the lines of the head, over all columns.
    expect(merges.filter(({ left, right }) => left === 0 && right === 5)).toHaveLength(5);
  });

  it('says what the clerk decided, in the words of the unit', async () => {
    const { workbook } = await openExcel();
    const tasks = createSampleTasks().map((task) =>
      task.applicability === 'notPerformed'
        ? { ...task, coordinatingUnit: 'Trường Mầm non Hoa Cúc không áp dụng nội dung này.' }
        : task,
    );
    await stageAndImport(createSampleAnnex(tasks));
    await markNotPerformed.run(COMMAND_CONTEXT, { rows: ['I.1', 'II.3'] });
    await markPerformed.run(COMMAND_CONTEXT, { rows: ['I.2'] });
    await print();
    expect(findRow(workbook, 'Lập kế hoạch')).toContain('Trường Mầm non Hoa Cúc không áp dụng nội dung này');
    expect(findRow(workbook, 'Kết nối')).toContain('Trường Mầm non Hoa Cúc không áp dụng nội dung này');
    expect(findRow(workbook, 'Giao ban')).toContain('Trường Mầm non Hoa Cúc');
    await clearMark.run(COMMAND_CONTEXT, { rows: ['I.1'] });
    await print({ wording: 'không thuộc nhiệm vụ của trường' });
    expect(findRow(workbook, 'Lập kế hoạch')).toContain('Trường Mầm non Hoa Cúc');
    expect(findRow(workbook, 'Kết nối')).toContain('Trường Mầm non Hoa Cúc không thuộc nhiệm vụ của trường');
  });

  it('keeps the order of the annex when the table has been sorted', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await print();
    const before = lines(workbook);
    await Excel.run(async (excel) => {
      excel.workbook.tables.getItem('NhiemVu').sort.apply([{ key: 3, ascending: false }]);
      await excel.sync();
    });
    expect(await print()).toMatchObject({ written: false });
    expect(lines(workbook)).toEqual(before);
  });

  it('changes nothing the second time, takes at most six requests, and follows the table', async () => {
    const excel = await openExcel();
    await stageAndImport();
    const start = countSyncs(excel);
    await print();
    // What there is and the cells, while staging and again; then the data, and what Excel may reject.
    expect(countSyncs(excel) - start).toBeLessThanOrEqual(6);
    const before = cloneWorkbook(excel.workbook);
    expect(await print()).toMatchObject({ written: false, warnings: [] });
    expect(findFirstDifference(excel.workbook, before)).toBeNull();
    await markNotPerformed.run(COMMAND_CONTEXT, { rows: ['I.1'] });
    expect(await print()).toMatchObject({ written: true, warnings: [] });
    expect(findRow(excel.workbook, 'Lập kế hoạch')).toContain(
      'Trường Mầm non Hoa Cúc không thực hiện nội dung này',
    );
  });

  it('keeps the widths that a hand gave the columns, and fits the rows to them', async () => {
    const { workbook } = await openExcel();
    const long = 'Rà soát, bổ sung và công khai các quy trình nội bộ của nhà trường. '.repeat(6).trim();
    await stageAndImport(
      createSampleAnnex(
        createSampleTasks().map((task, at) => (at === 0 ? { ...task, content: long } : task)),
      ),
    );
    await print();
    const heightOf = (): number => {
      const model = getSheet(workbook, 'Bản in');
      const [row = 0] = [...model.cells].find(([, cells]) => cells.get(1)?.value === long) ?? [];
      return model.rows.get(row)?.height ?? 0;
    };
    const tall = heightOf();
    await onPrint((own) => (own.getRange('B:B').format.columnWidth = 330));
    expect(await print()).toMatchObject({ written: true, warnings: [] });
    expect(getSheet(workbook, 'Bản in').columns.get(1)?.width).toBe(330);
    expect(heightOf()).toBeLessThan(tall);
    expect(await print()).toMatchObject({ written: false });
  });

  it('says before it replaces what a hand has changed, and undo brings that back', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await print();
    await onPrint((own) => (own.getRange('A5').values = [['PHỤ LỤC II']]));
    const byHand = cloneWorkbook(workbook);
    expect(await print()).toMatchObject({ written: true, warnings: ['print-edited'] });
    expect(lines(workbook).flat()).not.toContain('PHỤ LỤC II');
    await toImmediateCommand(undo).run(COMMAND_CONTEXT, undefined);
    expect(lines(workbook)).toEqual(lines(byHand));
  });

  it('is undone and redone, with the settings', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    const before = content(workbook);
    await print({ nationalTitle: true });
    const after = content(workbook);
    const layout = getSheet(workbook, 'Bản in').pageLayout;
    await toImmediateCommand(undo).run(COMMAND_CONTEXT, undefined);
    expect(findFirstDifference(content(workbook), before)).toBeNull();
    await toImmediateCommand(redo).run(COMMAND_CONTEXT, undefined);
    expect(lines(workbook)).toEqual(lines(after));
    expect(getSheet(workbook, 'Bản in').pageLayout).toEqual(layout);
    await print({ nationalTitle: false });
    await toImmediateCommand(undo).run(COMMAND_CONTEXT, undefined);
    expect(lines(workbook)).toEqual(lines(after));
    expect(await print()).toMatchObject({ written: false });
  });

  it('is found again when it is renamed, and created again when it is deleted', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await print();
    await onPrint((own) => (own.name = 'In tháng 6'));
    expect(await print()).toMatchObject({ written: false, sheet: 'In tháng 6' });
    await Excel.run(async (excel) => {
      excel.workbook.worksheets.getItem('In tháng 6').delete();
      await excel.sync();
    });
    expect(await print()).toMatchObject({ written: true, sheet: 'Bản in' });
    expect(lines(workbook).length).toBeGreaterThan(10);
  });

  it('leaves a sheet of the clerk’s with that name alone', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await Excel.run(async (excel) => {
      excel.workbook.worksheets.add('Bản in').getRange('A1').values = [['của tôi']];
      await excel.sync();
    });
    expect(await print()).toMatchObject({ written: true, sheet: 'Bản in (2)' });
    expect(lines(workbook)).toEqual([['của tôi']]);
  });

  it('goes on in further rows where a task is taller than a page, losing no word', async () => {
    const { workbook } = await openExcel();
    const content = Array.from({ length: 400 }, (_, at) => `từ${at}`).join(' ');
    await stageAndImport(
      createSampleAnnex(createSampleTasks().map((task, at) => (at === 3 ? { ...task, content } : task))),
    );
    await print();
    const model = getSheet(workbook, 'Bản in');
    const texts = [...model.cells.entries()]
      .sort(([a], [b]) => a - b)
      .flatMap(([, cells]) => String(cells.get(1)?.value ?? '').match(/từ\d+/g) ?? []);
    expect(texts.join(' ')).toBe(content);
    const page = getPrintableSize(DEFAULT_PRINT_SETTINGS).height;
    for (const { height } of model.rows.values()) expect(height ?? 0).toBeLessThan(page);
    expect(await print()).toMatchObject({ written: false });
  });

  it('is a problem where there is no annex', async () => {
    const { workbook } = await openExcel();
    expect(await printSheet.stage(COMMAND_CONTEXT, {})).toMatchObject({
      problems: [{ code: 'no-annex-sheet' }],
    });
    expect(findSheetByName(workbook, 'Bản in')).toBeUndefined();
  });

  it('is not written on while its sheet is protected', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await print();
    await markNotPerformed.run(COMMAND_CONTEXT, { rows: ['I.1'] });
    const before = cloneWorkbook(workbook);
    await onPrint((own) => own.protection.protect());
    const staged = await printSheet.stage(COMMAND_CONTEXT, {});
    expect(staged).toMatchObject({ problems: [{ code: 'sheet-protected' }] });
    expect(lines(workbook)).toEqual(lines(before));
  });

  it('is put back as it was when the line breaks while it is written', async () => {
    const { workbook, session, waitForIdle: settled } = await openExcel();
    await stageAndImport();
    await print();
    await markNotPerformed.run(COMMAND_CONTEXT, { rows: ['I.1'] });
    await settled();
    const before = lines(workbook);
    const staged = await printSheet.stage(COMMAND_CONTEXT, {});
    if (!staged.ok) throw new Error('not staged');
    await settled();
    // Three requests read the workbook, the fourth one writes.
    session.faults.push({ request: session.requestCount + 4, effect: 'lose' });
    expect(await printSheet.run(COMMAND_CONTEXT, staged.value)).toMatchObject({
      ok: false,
      problems: [{ code: 'host-error' }],
    });
    expect(lines(workbook)).toEqual(before);
  });

  it('is written in requests below a megabyte, 2,000 tasks too', async () => {
    const { traffic } = await openExcel();
    const [task] = createSampleTasks();
    const tasks = Array.from({ length: 2_000 }, (_, at) => ({
      ...task!,
      id: `I.${at + 1}`,
      tt: String(at + 1),
      content: `Việc thứ ${at + 1} ${'rà soát quy chế '.repeat(at % 9)}`.trim(),
    }));
    await stageAndImport(createSampleAnnex(tasks));
    expect(await print()).toMatchObject({ written: true, tasks: 2_000 });
    const sizes = (traffic.log ?? []).map(({ request }) => Buffer.byteLength(request));
    expect(Math.max(...sizes)).toBeLessThan(1_000_000);
  });

  it('is said to be outdated when an import changes the annex it was made of', async () => {
    await openExcel();
    await stageAndImport();
    const reissued = createSampleAnnex(
      createSampleTasks().map((task) => (task.id === 'II.1' ? { ...task, timing: 'Trước 30/11' } : task)),
    );
    expect(await stageImport(reissued)).toMatchObject({ ok: true, warnings: [] });
    await print();
    expect(await stageImport(reissued)).toMatchObject({
      ok: true,
      warnings: [{ code: 'print-outdated', place: { sheet: 'Bản in' } }],
    });
    expect(await stageImport()).toMatchObject({ ok: true, warnings: [] });
  });
});
