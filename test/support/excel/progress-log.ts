import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import type { Annex } from '../../../src/annex/types';
import {
  type ProgressQuery,
  type ProgressView,
  readProgressView,
  renewProgress,
} from '../../../src/commands/progress/index';
import { changeSettings } from '../../../src/commands/settings';
import type { ProgressSettings } from '../../../src/progress/progress-settings';
import { toExcelSerial } from '../../../src/shared/dates';
import { createSampleAnnex, createSampleTasks } from '../builders/create-sample-annex';
import { COMMAND_CONTEXT, getSheet, stageAndImport } from './open-excel';

/** An annex of the year 2026 with timings of every sort. */
export function createTimedAnnex(): Annex {
  const [first, ...others] = createSampleTasks();
  const timings: [string, string][] = [
    ['Tháng 6', 'Kế hoạch'],
    ['Trước ngày 08 hàng tháng', 'Báo cáo'],
    ['Quý II, Quý III', 'Kế hoạch; báo cáo'],
    ['Khi cấp trên yêu cầu', 'Văn bản góp ý'],
    ['', 'Báo cáo'],
    ['Theo tình hình thực tế cụ thể abc', 'Hồ sơ'],
    ['Năm 2026', 'Báo cáo'],
  ];
  const tasks = timings.map(([timing, product], index) => ({
    ...(others[0] ?? first!),
    id: `I.${index + 1}`,
    section: 'I',
    sectionTitle: 'Chỉ đạo, điều hành',
    tt: String(index + 1),
    content: `Nhiệm vụ số ${index + 1} về đọc sách`,
    leadUnit: index % 2 ? 'Phòng Nội vụ' : 'Phòng Văn hóa – Xã hội',
    applicability: 'performed' as const,
    coordinatingUnit: '',
    reason: '',
    note: '',
    timing,
    product,
  }));
  const annex = createSampleAnnex(tasks);
  return { ...annex, edition: { ...annex.edition, date: '2026-06-05', year: 2026 } };
}

export async function renewProgressLog() {
  const staged = await renewProgress.stage(COMMAND_CONTEXT, undefined);
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
  const done = await renewProgress.run(COMMAND_CONTEXT, staged.value);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return { staged: staged.value, outcome: done.value, warnings: done.warnings };
}

export async function getProgressView(question: ProgressQuery = {}): Promise<ProgressView> {
  const view = await readProgressView.run(COMMAND_CONTEXT, question);
  if (!view.ok) throw new Error(JSON.stringify(view.problems));
  return view.value;
}

/** Writes changed settings without showing first what they change. */
export async function changeProgressSettings(settings: Partial<ProgressSettings>) {
  const staged = await changeSettings.stage(COMMAND_CONTEXT, { settings });
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
  return changeSettings.run(COMMAND_CONTEXT, staged.value);
}

/** A workbook whose log is made. */
export async function importAndTrack(annex: Annex = createTimedAnnex()) {
  await stageAndImport(annex);
  return renewProgressLog();
}

/** Sets the day of the workbook, as a person does on *Cấu hình*. */
export function setWorkbookDay(date: string): Promise<void> {
  return Excel.run(async (excel) => {
    excel.workbook.names.getItem('HomNay').getRange().values = [[toExcelSerial(date)]];
    await excel.sync();
  });
}

/** Cells of the log by header, one object a row, as the sheet shows them. */
export async function readLogCells(): Promise<Record<string, string | number>[]> {
  return Excel.run(async (excel) => {
    const range = excel.workbook.tables.getItem('TienDo').getRange();
    range.load('values');
    await excel.sync();
    const [headers = [], ...rows] = range.values as (string | number)[][];
    return rows.map((row) =>
      Object.fromEntries(headers.map((header, at) => [String(header), row[at] ?? ''])),
    );
  });
}

/** Types into the log as a person does. */
export function typeIntoLog(row: number, header: string, value: string | number): Promise<void> {
  return Excel.run(async (excel) => {
    const column = excel.workbook.tables.getItem('TienDo').columns.getItem(header);
    column.getDataBodyRange().getCell(row, 0).values = [[value]];
    await excel.sync();
  });
}

export async function readNamedValues(name: string): Promise<(string | number)[][]> {
  return Excel.run(async (excel) => {
    const range = excel.workbook.names.getItem(name).getRange();
    range.load('values');
    await excel.sync();
    return range.values as (string | number)[][];
  });
}

export function getSheetText(workbook: WorkbookModel, name: string): string {
  return [...getSheet(workbook, name).cells.values()]
    .flatMap((line) => [...line.values()].map(({ value }) => String(value)))
    .join('\n');
}

/** Every value and formula that people see, by sheet and cell: looks aside. */
export function collectContents(workbook: WorkbookModel): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const { name, visibility, cells } of workbook.sheets) {
    if (visibility !== 'Visible') continue;
    cells.forEach((line, row) =>
      line.forEach(({ value, formula }, column) => {
        if (value !== '' || formula !== undefined) found[`${name}!${row},${column}`] = formula ?? value;
      }),
    );
  }
  return found;
}
