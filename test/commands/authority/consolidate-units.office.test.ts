import { recalculate } from '@phuluc/excel-simulator/formulas/recalculate';
import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import type { CellValue, SheetModel, WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { createWorkbook } from '@phuluc/excel-simulator/model/workbook';
import { formatSectionLabel } from '../../../src/annex/section-label';
import { TOTAL_DEFINITIONS } from '../../../src/authority-workbook/totals/total-definitions';
import { consolidateUnits, readConsolidation } from '../../../src/commands/authority/consolidate-units';
import type { Consolidation } from '../../../src/consolidation/ledger/consolidation';
import {
  countTaskOutcomes,
  countTaskOutcomesBy,
  type TaskOutcomeCounts,
} from '../../../src/consolidation/ledger/count-task-outcomes';
import { getTaskOutcome, TASK_OUTCOMES } from '../../../src/consolidation/ledger/task-outcome';
import { consolidate, type ConsolidationInput } from '../../../src/consolidation/run/consolidate';
import type { PreviousConsolidation } from '../../../src/consolidation/run/previous-consolidation';
import {
  DATA_HEADERS,
  OUTCOME_LABELS,
  OUTCOME_SYMBOLS,
  PREVIOUS_CONSOLIDATION_HEADERS,
} from '../../../src/sheets/labels/consolidation-labels';
import {
  createConsolidationInput,
  createMatchedFile,
  createReceived,
  createRecorded,
  createUnits,
  readMasterAnnex,
} from '../../support/builders/create-consolidation-input';
import { closeExcel, COMMAND_CONTEXT, countSyncs, getSheet, openExcel } from '../../support/excel/open-excel';

afterEach(closeExcel);

async function write(book: Consolidation) {
  const staged = await consolidateUnits.stage(COMMAND_CONTEXT, { consolidation: book });
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
  const done = await consolidateUnits.run(COMMAND_CONTEXT, staged.value);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return done;
}

async function readPrevious(): Promise<PreviousConsolidation> {
  const read = await readConsolidation.run(COMMAND_CONTEXT, undefined);
  if (!read.ok || !read.value) throw new Error('nothing was there');
  return read.value;
}

function grid(model: SheetModel): CellValue[][] {
  const rows: CellValue[][] = [];
  for (const [row, line] of model.cells) {
    const values: CellValue[] = [];
    for (const [column, { value }] of line) values[column] = value;
    rows[row] = Array.from(values, (value) => value ?? '');
  }
  return Array.from(rows, (row) => row ?? []);
}

/** The body of a table by its headers. */
function tableRows(workbook: WorkbookModel, name: string): Record<string, CellValue>[] {
  const owner = workbook.sheets.find(({ tables }) => tables.some((table) => table.name === name))!;
  const { area } = owner.tables.find((table) => table.name === name)!;
  const cells = grid(owner);
  const headers = (cells[area.top] ?? []).slice(area.left, area.right + 1).map(String);
  return cells
    .slice(area.top + 1, area.bottom + 1)
    .map((line) => Object.fromEntries(headers.map((header, at) => [header, line[area.left + at] ?? ''])));
}

/** Figures of a line of cells, in the order of the sheet's columns. */
function toTotals(values: readonly CellValue[]): Record<string, CellValue> {
  return Object.fromEntries(TOTAL_DEFINITIONS.map(({ id }, at) => [id, values[at] ?? '']));
}

function expected(counts: TaskOutcomeCounts): Record<string, unknown> {
  return {
    ...Object.fromEntries(
      TOTAL_DEFINITIONS.filter(({ id }) => id !== 'share' && id !== 'corrected').map(({ id }) => [
        id,
        counts[id as keyof TaskOutcomeCounts],
      ]),
    ),
    share: counts.share === null ? '–' : expect.closeTo(counts.share, 10),
  };
}

/** Types into a cell of a table, found by its row's key, as a person does. */
async function typeIn(table: string, key: string, header: string, value: string | number): Promise<void> {
  await Excel.run(async (excel) => {
    const range = excel.workbook.tables.getItem(table).getRange();
    range.load('values');
    await excel.sync();
    const [headers = [], ...rows] = range.values as CellValue[][];
    const row = rows.findIndex((line) => line.includes(key));
    range.getCell(row + 1, headers.indexOf(header)).values = [[value]];
    await excel.sync();
  });
}

const withoutRecord = (workbook: WorkbookModel): WorkbookModel => cloneWorkbook(workbook);

describe('a consolidation of six units, four of which sent', () => {
  const input = (more: Partial<ConsolidationInput> = {}): ConsolidationInput =>
    createConsolidationInput(6, 4, more);

  it('counts on its sheets what the ledger counts, by unit, area, lead unit and as a whole', async () => {
    const { workbook } = await openExcel(createWorkbook('Trang 1'));
    const book = consolidate(input());
    await write(book);
    const all = grid(getSheet(workbook, 'Tổng hợp'));
    const totals = all.slice(all.findIndex((line) => line[1] === 'Toàn bộ'));
    const grandTotal = totals.find((line) => line[1] === 'Toàn bộ' && typeof line[2] === 'number')!;
    expect(toTotals(grandTotal.slice(2))).toMatchObject(expected(countTaskOutcomes(book.entries, book.asOf)));
    const byArea = countTaskOutcomesBy(
      book.entries,
      ({ task }) => formatSectionLabel(task.section, task.sectionTitle),
      book.asOf,
    );
    expect(byArea.size).toBe(9);
    for (const [label, counts] of byArea) {
      const line = totals.find((one) => `${String(one[0])}. ${String(one[1])}` === label)!;
      expect(toTotals(line.slice(2))).toMatchObject(expected(counts));
    }
    const lead = countTaskOutcomesBy(book.entries, ({ task }) => task.leadUnit, book.asOf);
    for (const [leadUnit, counts] of lead) {
      const line = totals.find((one) => one[1] === (leadUnit || '(chưa ghi đơn vị chủ trì)'))!;
      expect(toTotals(line.slice(2))).toMatchObject(expected(counts));
    }
    const byUnit = countTaskOutcomesBy(book.entries, ({ sender }) => sender, book.asOf);
    const units = tableRows(workbook, 'TheoDonVi');
    expect(units.map((row) => row['Nộp báo cáo'])).toEqual([
      'Đúng hạn',
      'Đúng hạn',
      'Đúng hạn',
      'Đúng hạn',
      'Chưa gửi',
      'Chưa gửi',
    ]);
    for (const [code, counts] of byUnit) {
      const row = units.find((one) => one['Mã'] === code)!;
      const { header } = TOTAL_DEFINITIONS.find(({ id }) => id === 'overdue')!;
      expect([row['Tổng số'], row['Hoàn thành'], row[header]]).toEqual([
        counts.required,
        counts.done,
        counts.overdue,
      ]);
    }
    expect(units[5]!['% hoàn thành']).toBe('–');
  });

  it('says on every row of the ledger what the pure outcome says, and shows its sign in the matrix', async () => {
    const { workbook } = await openExcel(createWorkbook('Trang 1'));
    const book = consolidate(input());
    await write(book);
    const rows = new Map(tableRows(workbook, 'DuLieu').map((row) => [row[DATA_HEADERS.key], row]));
    const met = new Set<string>();
    for (const entry of book.entries) {
      const outcome = getTaskOutcome(entry, book.asOf);
      met.add(outcome);
      const row = rows.get(`${entry.unit}|${entry.task.id}`)!;
      expect([entry.unit, entry.task.id, row[DATA_HEADERS.outcome]]).toEqual([
        entry.unit,
        entry.task.id,
        OUTCOME_LABELS[outcome],
      ]);
    }
    // "On the very day" does not happen to be among them.
    expect(TASK_OUTCOMES.filter((outcome) => !met.has(outcome))).toEqual(['doneOnTime']);
    const matrix = grid(getSheet(workbook, 'Ma trận'));
    const first = matrix.findIndex((line) => line[0] === 'I.1');
    expect(matrix[first]!.slice(5, 11)).toEqual([
      ...book.units.slice(0, 4).map(
        ({ code }) =>
          OUTCOME_SYMBOLS[
            getTaskOutcome(
              book.entries.find((one) => one.unit === code && one.task.id === 'I.1')!,
              book.asOf,
            )
          ],
      ),
      '',
      '',
    ]);
    expect(getSheet(workbook, 'Ma trận').freeze).toEqual({ rows: 5, columns: 2 });
  });

  it('changes nothing the second time', async () => {
    const excel = await openExcel(createWorkbook('Trang 1'));
    await write(consolidate(input()));
    await excel.waitForIdle();
    const before = withoutRecord(excel.workbook);
    const again = await write(consolidate(input({ previous: await readPrevious() })));
    expect(again.value.written).toBe(false);
    expect(excel.workbook).toEqual(before);
    // Also where the files are known and not read.
    const known = input({ previous: await readPrevious(), received: [] });
    const book = consolidate({ ...known, unchanged: new Map([['sha-0', 'don-vi-0.xlsx']]) });
    expect((await write(book)).value.written).toBe(false);
    expect(book.entries).toEqual(consolidate(input()).entries);
  });

  it('goes on with a workbook of earlier headers, and writes those of today', async () => {
    const { workbook } = await openExcel(createWorkbook('Trang 1'));
    await write(consolidate(input()));
    const task = readMasterAnnex().tasks.find(
      (_, index) => createRecorded(0, index).state === 'notStarted',
    )!.id;
    const key = `DV-01|${task}`;
    const readHeaders = (): string[] => Object.keys(tableRows(workbook, 'DuLieu')[0]!);
    const today = readHeaders();
    await Excel.run(async (excel) => {
      for (const table of ['DuLieu', 'BatDong', 'ChuaGui', 'SaiKhac', 'TepNguon']) {
        const columns = excel.workbook.tables.getItemOrNullObject(table).columns;
        columns.load('items/name');
        await excel.sync();
        for (const column of columns.items) {
          const before = PREVIOUS_CONSOLIDATION_HEADERS[column.name];
          if (before !== undefined) column.name = before;
        }
      }
      await excel.sync();
    });
    expect(readHeaders()).toContain('Cấp dòng');
    await typeIn('DuLieu', key, 'Trạng thái', 'Hoàn thành');

    const annex = readMasterAnnex();
    const received = [createReceived(createMatchedFile(annex, 4), createUnits(6)[4]!.code)];
    await write(consolidate(input({ previous: await readPrevious(), received })));
    expect(readHeaders()).toEqual(today);
    expect(tableRows(workbook, 'DuLieu').find((row) => row['Khóa'] === key)).toMatchObject({
      'Kết quả thực hiện': 'Hoàn thành',
      'Kết quả thực hiện (đơn vị báo)': 'Chưa thực hiện',
      'Cán bộ sửa': 'Có',
    });
    const cells = workbook.sheets.flatMap((sheet) => [...sheet.cells.values()]);
    expect(
      cells.flatMap((line) => [...line.values()]).filter(({ value }) => /^#/.test(String(value))),
    ).toEqual([]);
  });

  it('keeps what the officer wrote, corrected and decided, and marks corrections beside what was reported', async () => {
    const { workbook } = await openExcel(createWorkbook('Trang 1'));
    await write(consolidate(input()));
    const ledger = (key: string) => tableRows(workbook, 'DuLieu').find((row) => row['Khóa'] === key)!;
    const task = readMasterAnnex().tasks.find(
      (_, index) => createRecorded(0, index).state === 'notStarted',
    )!.id;
    const key = `DV-01|${task}`;
    await typeIn('DuLieu', key, 'Kết quả thực hiện', 'Hoàn thành');
    await typeIn('DuLieu', key, 'Ngày hoàn thành', 46_000);
    await typeIn('DuLieu', key, 'Ghi chú của cán bộ', 'Đã gọi điện xác nhận');
    await typeIn('TheoDonVi', 'DV-02', 'Ghi chú', 'Gửi lại trước thứ Sáu');
    await typeIn('ChuaGui', 'DV-05', 'Đã nhắc', '12/7');
    const problem = String(tableRows(workbook, 'BatDong')[3]!['Khóa']);
    await typeIn('BatDong', problem, 'Xử lý', 'Chấp nhận');

    // Unit 1 sends a newer file in which everything else is the same; unit 5 sends its first.
    const units = createUnits(6);
    const annex = readMasterAnnex();
    const newer = createMatchedFile(annex, 0, { sha: 'sha-0b', contentDate: '2026-07-10T08:00:00Z' });
    const book = consolidate(
      input({
        previous: await readPrevious(),
        received: [
          createReceived(newer, 'DV-01'),
          createReceived(createMatchedFile(annex, 4), units[4]!.code),
        ],
      }),
    );
    const done = await write(book);
    expect(done.value.changes.tables['DuLieu']).toEqual({ added: 48, changed: 48, removed: 0 });
    expect(done.value.changes.tables['TepNguon']).toEqual({ added: 2, changed: 1, removed: 0 });
    const row = ledger(key);
    expect(row).toMatchObject({
      'Kết quả thực hiện': 'Hoàn thành',
      'Kết quả thực hiện (đơn vị báo)': 'Chưa thực hiện',
      'Ngày hoàn thành': 46_000,
      'Ngày hoàn thành (đơn vị báo)': '',
      'Cán bộ sửa': 'Có',
      'Ghi chú của cán bộ': 'Đã gọi điện xác nhận',
      'SHA-256': 'sha-0b',
    });
    expect(tableRows(workbook, 'TheoDonVi').find((one) => one['Mã'] === 'DV-02')!['Ghi chú']).toBe(
      'Gửi lại trước thứ Sáu',
    );
    // The unit has sent since: the line stays because of what was written on it.
    expect(tableRows(workbook, 'ChuaGui').find((one) => one['Mã'] === 'DV-05')).toMatchObject({
      'Đã nhắc': '12/7',
      'Còn hay không còn': 'Không còn',
    });
    expect(tableRows(workbook, 'BatDong').find((one) => one['Khóa'] === problem)!['Xử lý']).toBe('Chấp nhận');
    expect(tableRows(workbook, 'TepNguon').map((one) => [one['SHA-256'], one['Đã dùng hay chưa']])).toEqual([
      ['sha-0', 'Có tệp khác thay'],
      ['sha-1', 'Đã dùng'],
      ['sha-2', 'Đã dùng'],
      ['sha-3', 'Đã dùng'],
      ['sha-0b', 'Đã dùng'],
      ['sha-4', 'Đã dùng'],
    ]);
    // The whole counts the correction.
    const grandTotal = grid(getSheet(workbook, 'Tổng hợp')).find(
      (line) => line[1] === 'Toàn bộ' && typeof line[2] === 'number',
    )!;
    expect(toTotals(grandTotal.slice(2))['corrected']).toBe(1);
    expect(toTotals(grandTotal.slice(2))).toMatchObject(expected(countTaskOutcomes(book.entries, book.asOf)));
  });

  it('lets a correction go when the unit reports the same', async () => {
    const { workbook } = await openExcel(createWorkbook('Trang 1'));
    await write(consolidate(input()));
    const annex = readMasterAnnex();
    const at = annex.tasks.findIndex((_, index) => createRecorded(0, index).state === 'notStarted');
    const key = `DV-01|${annex.tasks[at]!.id}`;
    await typeIn('DuLieu', key, 'Kết quả thực hiện', 'Đang thực hiện');
    const agreeing = createMatchedFile(annex, 0, {
      sha: 'sha-0c',
      contentDate: '2026-07-12T08:00:00Z',
      recorded: (unit, task) => ({
        ...createRecorded(unit, task),
        ...(task === at && { state: 'inProgress' as const }),
      }),
    });
    await write(
      consolidate(input({ previous: await readPrevious(), received: [createReceived(agreeing, 'DV-01')] })),
    );
    const row = tableRows(workbook, 'DuLieu').find((one) => one['Khóa'] === key)!;
    expect([row['Kết quả thực hiện'], row['Kết quả thực hiện (đơn vị báo)'], row['Cán bộ sửa']]).toEqual([
      'Đang thực hiện',
      'Đang thực hiện',
      '',
    ]);
  });

  it('uses the file that the officer chose, not the newest', async () => {
    const { workbook } = await openExcel(createWorkbook('Trang 1'));
    const annex = readMasterAnnex();
    const newer = createMatchedFile(annex, 0, {
      sha: 'sha-new',
      contentDate: '2026-07-12T08:00:00Z',
      recorded: () => createRecorded(5, 5),
    });
    const both = [createReceived(createMatchedFile(annex, 0), 'DV-01'), createReceived(newer, 'DV-01')];
    await write(consolidate(input({ received: both })));
    expect(tableRows(workbook, 'DuLieu')[0]!['SHA-256']).toBe('sha-new');
    await typeIn('TepNguon', 'sha-0', 'Quyết định', 'Dùng');
    await write(consolidate(input({ previous: await readPrevious(), received: both })));
    expect(tableRows(workbook, 'DuLieu')[0]!['SHA-256']).toBe('sha-0');
    expect(tableRows(workbook, 'TepNguon').map((one) => one['Đã dùng hay chưa'])).toEqual([
      'Đã dùng',
      'Có tệp khác thay',
    ]);
  });

  it('goes on where the officer has sorted, moved columns and added one', async () => {
    const { workbook } = await openExcel(createWorkbook('Trang 1'));
    await write(consolidate(input()));
    await Excel.run(async (excel) => {
      const table = excel.workbook.tables.getItem('DuLieu');
      table.sort.apply([{ key: 4, ascending: false }]);
      table.columns.add(undefined, [['Việc cần làm'], ...Array.from({ length: 192 }, () => ['x'])]);
      await excel.sync();
    });
    const same = await write(consolidate(input({ previous: await readPrevious() })));
    expect(same.value.written).toBe(false);
    const annex = readMasterAnnex();
    const book = consolidate(
      input({
        previous: await readPrevious(),
        received: [createReceived(createMatchedFile(annex, 5), 'DV-06')],
      }),
    );
    await write(book);
    recalculate(workbook);
    const rows = tableRows(workbook, 'DuLieu');
    expect(rows.length).toBe(240);
    expect(rows.filter((row) => row['Việc cần làm'] === 'x').length).toBe(192);
    for (const entry of book.entries) {
      const row = rows.find((one) => one['Khóa'] === `${entry.unit}|${entry.task.id}`)!;
      expect(row['Đúng hạn hay quá hạn']).toBe(OUTCOME_LABELS[getTaskOutcome(entry, book.asOf)]);
    }
  });
});

describe('sixty units', () => {
  it('are written in few requests below 1 MB', async () => {
    const excel = await openExcel(createWorkbook('Trang 1'));
    const book = consolidate(createConsolidationInput(60, 58));
    const staged = await consolidateUnits.stage(COMMAND_CONTEXT, { consolidation: book });
    if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
    const before = countSyncs(excel);
    const done = await consolidateUnits.run(COMMAND_CONTEXT, staged.value);
    expect(done.ok && done.value.changes.tables['DuLieu']!.added).toBe(58 * 48);
    expect(countSyncs(excel) - before).toBeLessThanOrEqual(25);
    expect(excel.traffic.largestRequest).toBeLessThan(1_000_000);
  }, 180_000);
});
