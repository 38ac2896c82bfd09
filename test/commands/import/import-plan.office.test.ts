import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { findFirstDifference } from '@phuluc/excel-simulator/model/compare-workbooks';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { createWorkbook, findSheetByName } from '@phuluc/excel-simulator/model/workbook';
import { importPlan } from '../../../src/commands/import/import-plan';
import { readAnnex } from '../../../src/commands/import/read-annex';
import { redo, toImmediateCommand, undo } from '../../../src/commands/undo';
import type { PlanDocument } from '../../../src/import/plan-document/types';
import type { PlanSelection } from '../../../src/school-workbook/plan-selection-import';
import { toTargets } from '../../../src/school-workbook/targets/target-rows';
import { createSamplePlan } from '../../support/builders/create-sample-plan';
import {
  cloneVisibleSheets,
  closeExcel,
  COMMAND_CONTEXT,
  getSheet,
  openExcel,
  stageAndImport,
} from '../../support/excel/open-excel';
import { describeShared, readSharedBytes } from '../../support/shared-data';

afterEach(closeExcel);

const unit = { name: 'Trường Tiểu học Sông Lam', code: 'THSL' };
function createPick(
  given: Partial<PlanSelection> = {},
  plan: PlanDocument = createSamplePlan(),
): PlanSelection {
  return {
    plan,
    items: [],
    targets: toTargets(plan),
    unit,
    ...given,
  };
}

async function write(pick: PlanSelection) {
  const staged = await importPlan.stage(COMMAND_CONTEXT, pick);
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
  const done = await importPlan.run(COMMAND_CONTEXT, staged.value);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return { staged: staged.value.plan, warnings: staged.warnings, ...done.value };
}

const TARGETS = 'Chỉ tiêu';
const FIRST = 6;
function column(workbook: WorkbookModel, at: number): unknown[] {
  const { cells, tables } = getSheet(workbook, TARGETS);
  const last = tables[0]!.area.bottom;
  return Array.from({ length: last - FIRST + 1 }, (_, row) => cells.get(FIRST + row)?.get(at)?.value ?? '');
}
const [COMPARATOR, FIGURE, UNIT, ACTUAL, MET] = [2, 3, 4, 5, 6];

function typeActual(row: number, value: unknown): Promise<void> {
  return Excel.run(async (excel) => {
    const range = excel.workbook.worksheets.getItem(TARGETS).getCell(FIRST + row, ACTUAL);
    range.values = [[value]];
    await excel.sync();
  });
}
const undone = () => toImmediateCommand(undo).run(COMMAND_CONTEXT, undefined);
const redone = () => toImmediateCommand(redo).run(COMMAND_CONTEXT, undefined);

describe('targets of a plan', () => {
  it('go on a sheet that judges them by formula', async () => {
    const workbook = createWorkbook('Sổ tay');
    await openExcel(workbook);
    const { staged, written, warnings } = await write(createPick());
    expect(written).toBe(true);
    expect(warnings).toEqual([]);
    expect(staged.preview).toHaveLength(5);
    expect(column(workbook, 0)).toEqual(['II.1', 'II.1', 'II.2', 'II.2', 'II.2']);
    expect(column(workbook, COMPARATOR)).toEqual(['≥', '>', '=', '≤', '<']);
    expect(column(workbook, FIGURE)).toEqual([0.9, 2, 0.985, 5, 0.03]);
    expect(column(workbook, UNIT)).toEqual(['%', 'quyển', '%', 'lượt', '%']);
    expect(column(workbook, MET)).toEqual(['–', '–', '–', '–', '–']);

    for (const [values, expected] of [
      [
        [0.9, 2, 0.985, 5, 0.03],
        ['đạt', 'chưa đạt', 'đạt', 'đạt', 'chưa đạt'],
      ],
      [
        [0.8999, 3, 0.99, 6, 0.0299],
        ['chưa đạt', 'đạt', 'chưa đạt', 'chưa đạt', 'đạt'],
      ],
      [
        [0, '', 'chưa có', 0, 98.5 / 100],
        ['chưa đạt', '–', '–', 'đạt', 'chưa đạt'],
      ],
    ] as const) {
      for (const [row, value] of values.entries()) await typeActual(row, value);
      expect(column(workbook, MET)).toEqual(expected);
    }
  });

  it('look like the other sheets: frozen header, formats, validation', async () => {
    const workbook = createWorkbook('Sổ tay');
    await openExcel(workbook);
    await write(createPick());
    const { cells, freeze, validations, tables, showGridlines } = getSheet(workbook, TARGETS);
    expect(freeze).toMatchObject({ rows: FIRST });
    expect(showGridlines).toBe(false);
    expect(tables[0]?.name).toBe('ChiTieu');
    const formats = (row: number) => [FIGURE, ACTUAL].map((at) => cells.get(FIRST + row)?.get(at)?.format);
    expect(formats(0).map((format) => format?.numberFormat)).toEqual(['0.0###%', '0.0###%']);
    expect(formats(1).map((format) => format?.numberFormat)).toEqual(['General', 'General']);
    expect(validations.map(({ rule }) => Object.keys(rule))).toEqual([['list'], ['decimal'], ['decimal']]);
  });

  it('imported again keep what was typed, add what is new, renew figures; undo and redo lead back and forth', async () => {
    const workbook = createWorkbook('Sổ tay');
    await openExcel(workbook);
    await write(createPick());
    await typeActual(0, 0.95);
    await typeActual(3, 4);
    const before = cloneWorkbook(workbook);
    expect((await write(createPick())).written).toBe(false);
    expect(findFirstDifference(before, workbook)).toBeNull();

    const plan = createSamplePlan();
    plan.targets[0]!.value = 96;
    plan.targets.push(
      { text: 'Buổi giới thiệu sách', comparator: '>=', value: 9, unit: 'buổi', item: 1 },
      { text: 'Phụ huynh tham gia', comparator: '>=', value: 40, unit: '%', item: 1 },
    );
    const { staged } = await write(createPick({}, plan));
    expect(staged.preview.map(({ kind }) => kind)).toEqual([
      'target-added',
      'target-added',
      'target-changed',
    ]);
    expect(column(workbook, ACTUAL)).toEqual([0.95, '', '', 4, '', '', '']);
    expect(column(workbook, MET)).toEqual(['chưa đạt', '–', '–', 'đạt', '–', '–', '–']);
    await typeActual(6, 0.5);
    expect(column(workbook, MET)[6]).toBe('đạt');
    await typeActual(6, '');
    const after = cloneWorkbook(workbook);

    expect((await undone()).ok).toBe(true);
    expect(findFirstDifference(cloneVisibleSheets(before), cloneVisibleSheets(workbook))).toBeNull();
    expect((await redone()).ok).toBe(true);
    expect(findFirstDifference(cloneVisibleSheets(after), cloneVisibleSheets(workbook))).toBeNull();
  });

  it('undone after the first import leave the workbook as it was; actual figures come back with redo', async () => {
    const workbook = createWorkbook('Sổ tay');
    await openExcel(workbook);
    const blank = cloneWorkbook(workbook);
    await write(createPick());
    await typeActual(1, 7);
    expect((await undone()).ok).toBe(true);
    expect(findFirstDifference(cloneVisibleSheets(blank), cloneVisibleSheets(workbook))).toBeNull();
    expect((await redone()).ok).toBe(true);
    expect(column(workbook, ACTUAL)).toEqual(['', 7, '', '', '']);
    expect(column(workbook, MET)).toEqual(['–', 'đạt', '–', '–', '–']);
  });

  it('finds its rows after the clerk has sorted them and renamed a column and the sheet', async () => {
    const workbook = createWorkbook('Sổ tay');
    await openExcel(workbook);
    await write(createPick());
    await typeActual(0, 0.95);
    await Excel.run(async (excel) => {
      const table = excel.workbook.tables.getItem('ChiTieu');
      table.sort.apply([{ key: 1, ascending: false }]);
      table.columns.getItem('Ghi chú').name = 'Nhận xét';
      excel.workbook.worksheets.getItem(TARGETS).name = 'Theo dõi chỉ tiêu';
      await excel.sync();
    });
    const before = cloneWorkbook(workbook);
    expect((await write(createPick())).written).toBe(false);
    expect(findFirstDifference(before, workbook)).toBeNull();
  });
});

describe('items of a plan', () => {
  it('become undecided tasks of a new workbook, with the targets, as one step', async () => {
    const workbook = createWorkbook('Sổ tay');
    await openExcel(workbook);
    const blank = cloneWorkbook(workbook);
    await write(createPick({ items: [2, 4] }));
    const { cells } = getSheet(workbook, 'Phụ lục');
    expect([FIRST, FIRST + 1].map((row) => cells.get(row)?.get(0)?.value)).toEqual(['III.1.1.1', 'III.1+2']);
    expect(cells.get(FIRST)?.get(7)?.value).toBe('trước ngày 15 tháng 8 năm 2026');
    expect(cells.get(FIRST)?.get(8)?.value ?? '').toBe('');
    expect(findSheetByName(workbook, TARGETS)).toBeDefined();
    const after = cloneWorkbook(workbook);
    expect((await undone()).ok).toBe(true);
    expect(findFirstDifference(cloneVisibleSheets(blank), cloneVisibleSheets(workbook))).toBeNull();
    expect((await redone()).ok).toBe(true);
    expect(findFirstDifference(cloneVisibleSheets(after), cloneVisibleSheets(workbook))).toBeNull();
  });

  it('picked one after the other keep their ids, and take nothing away', async () => {
    const workbook = createWorkbook('Sổ tay');
    await openExcel(workbook);
    await write(createPick({ items: [4], targets: [] }));
    const { staged } = await write(createPick({ items: [3], targets: [] }));
    expect(staged.preview).toMatchObject([{ kind: 'task-added', task: { id: 'III.1+1' } }]);
    const ids = [0, 1].map(
      (row) =>
        getSheet(workbook, 'Phụ lục')
          .cells.get(FIRST + row)
          ?.get(0)?.value,
    );
    expect(ids).toEqual(['III.1+2', 'III.1+1']);
    expect(
      getSheet(workbook, 'Phụ lục')
        .cells.get(FIRST + 1)
        ?.get(3)?.value,
    ).toBe('=Mở cửa hằng tuần.');
    expect((await write(createPick({ items: [3, 4], targets: [] }))).written).toBe(false);
  });

  it('are set apart in a workbook that was made from an annex', async () => {
    const workbook = createWorkbook('Sổ tay');
    await openExcel(workbook);
    await stageAndImport();
    const before = cloneWorkbook(workbook);
    await write(createPick({ items: [0, 2] }));
    const { cells, tables } = getSheet(workbook, 'Phụ lục');
    const last = tables[0]!.area.bottom;
    expect([last - 1, last].map((row) => cells.get(row)?.get(0)?.value)).toEqual([
      '07/KH.II.1',
      '07/KH.III.1.1.1',
    ]);
    expect((await write(createPick({ items: [0, 2] }))).written).toBe(false);
    expect((await undone()).ok).toBe(true);
    expect(findFirstDifference(cloneVisibleSheets(before), cloneVisibleSheets(workbook))).toBeNull();
  });

  it('are not written where the workbook has changed since they were shown', async () => {
    await openExcel(createWorkbook('Sổ tay'));
    const staged = await importPlan.stage(COMMAND_CONTEXT, createPick({ items: [0] }));
    if (!staged.ok) throw new Error('staged');
    await write(createPick({ items: [0] }));
    const done = await importPlan.run(COMMAND_CONTEXT, staged.value);
    expect(done).toMatchObject({ ok: false, problems: [{ code: 'workbook-changed' }] });
  });
});

describeShared('the real plans', () => {
  const plans = [
    'plan-20-10-2024.txt',
    'plan-huong-sen-2024.txt',
    'plan-nguyen-thai-binh-2023.txt',
    'plan-nha-be-2024.txt',
  ];
  it.each(plans)('%s: everything picked is written once', async (name) => {
    const read = await readAnnex.run(COMMAND_CONTEXT, {
      kind: 'file',
      name,
      file: new Blob([readSharedBytes('seeds', name).slice()]),
    });
    if (!read.ok || read.value.kind !== 'plan') throw new Error(JSON.stringify(read));
    const { plan } = read.value;
    const workbook = createWorkbook('Sổ tay');
    await openExcel(workbook);
    const pick = createPick({ items: plan.items.map((_, index) => index) }, plan);
    const { staged } = await write(pick);
    expect(staged.preview).toHaveLength(plan.items.length + plan.targets.length);
    if (plan.targets.length > 0) expect(new Set(column(workbook, MET))).toEqual(new Set(['–']));
    expect((await write(pick)).written).toBe(false);
  });
});

describe('a plan imported together with the progress', () => {
  it('makes Tiến độ at once', async () => {
    const { workbook } = await openExcel();
    const pick = { ...createPick({ items: [0, 1] }), withProgress: true };
    const { renewed } = await write(pick);
    expect(renewed).not.toBeNull();
    expect(workbook.sheets.map(({ name }) => name)).toContain('Tiến độ');
  });
});
