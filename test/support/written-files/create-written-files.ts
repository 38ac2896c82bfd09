import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { findSheetByName, getCell, setCell } from '@phuluc/excel-simulator/model/workbook';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import { addAuthorityReportSheet } from '../../../src/commands/authority/add-authority-report-sheet';
import { consolidateUnits } from '../../../src/commands/authority/consolidate-units';
import { importPlan } from '../../../src/commands/import/import-plan';
import { markNotPerformed } from '../../../src/commands/mark';
import { addReportSheet } from '../../../src/commands/reports/add-report-sheet';
import { consolidate } from '../../../src/consolidation/run/consolidate';
import { toTargets } from '../../../src/school-workbook/targets/target-rows';
import { createConsolidationInput } from '../builders/create-consolidation-input';
import { createSamplePlan } from '../builders/create-sample-plan';
import { closeExcel, COMMAND_CONTEXT, openExcel, stageAndImport } from '../excel/open-excel';
import { runPhuluc, SAMPLES_FOLDER } from '../run-cli';

/** A file that the product wrote, by the job that wrote it. */
export type WrittenFile = { kind: string; path: string };

const ANNEX = join(SAMPLES_FOLDER, 'phu-luc-2026.docx');
const REISSUED_ANNEX = join(SAMPLES_FOLDER, 'phu-luc-2026-dieu-chinh.docx');
const UNIT = 'Trường Mầm non Nắng Mai';
const UNITS = `Mã,Tên đơn vị,Loại
MN-01,Trường Mầm non Hoa Cúc,MN
MN-02,Trường Mầm non Nắng Mai,MN
TH-01,Trường Tiểu học Đồng Sen,TH
`;
const HEADER_ROW = 5;

/** Writes one file of every kind that the product writes into a folder, and lists them. */
export async function createWrittenFiles(folder: string): Promise<WrittenFile[]> {
  return [
    ...listSamples(),
    ...(await writeSchoolFiles(folder)),
    ...(await writeAuthorityFiles(folder)),
    ...(await writePaneFiles(folder)),
  ];
}

function listSamples(): WrittenFile[] {
  return readdirSync(SAMPLES_FOLDER)
    .filter((name) => /\.(?:xlsx|docx)$/.test(name))
    .map((name) => ({ kind: `sample ${name}`, path: join(SAMPLES_FOLDER, name) }));
}

async function runSuccessfully(...args: string[]): Promise<void> {
  const { code, errors } = await runPhuluc(...args);
  if (code !== 0) throw new Error(`phuluc ${args.join(' ')}: ${errors}`);
}

/** What a school has: its workbook from the import to the print, and its Word files. */
async function writeSchoolFiles(folder: string): Promise<WrittenFile[]> {
  const at = (name: string): string => join(folder, name);
  const school = at('school.xlsx');
  await runSuccessfully('import', ANNEX, '--unit', UNIT, '-o', school);
  await runSuccessfully('import', REISSUED_ANNEX, '--into', school, '-o', at('reissued.xlsx'));
  await recordTasks(school, at('progress.xlsx'));
  await runSuccessfully('print', at('progress.xlsx'), '--label', 'Phụ lục II', '-o', at('print.xlsx'));
  await runSuccessfully('word', at('progress.xlsx'), '--national-title', '-o', at('annex.docx'));
  await runSuccessfully(
    'report',
    at('progress.xlsx'),
    ...['--period', '6M', '--on', '2026-07-16', '-o', at('report.docx')],
  );
  return [
    { kind: 'import', path: school },
    { kind: 'reissue', path: at('reissued.xlsx') },
    { kind: 'progress, saved by the workbench', path: at('progress.xlsx') },
    { kind: 'print', path: at('print.xlsx') },
    { kind: 'annex for Word', path: at('annex.docx') },
    { kind: 'report of a unit for Word', path: at('report.docx') },
  ];
}

/** Types into the first tasks as a clerk does, and saves as the workbench does. */
async function recordTasks(from: string, to: string): Promise<void> {
  const workbook = await openWorkbook(new Uint8Array(readFileSync(from)));
  const sheet = findSheetByName(workbook, 'Phụ lục')!;
  const columns = [...sheet.cells.get(HEADER_ROW)!];
  const put = (row: number, header: string, value: string | number): void => {
    const column = columns.find(([, cell]) => cell.value === header)![0];
    setCell(sheet, row, column, { ...getCell(sheet, row, column), value });
  };
  put(HEADER_ROW + 1, 'Kết quả thực hiện', 'Hoàn thành');
  put(HEADER_ROW + 2, 'Kết quả thực hiện', 'Đang thực hiện');
  put(HEADER_ROW + 3, 'Áp dụng', 'Không thực hiện');
  writeFileSync(to, await saveWorkbook(workbook));
}

/** What an authority has: issued workbooks, the consolidation run twice, a part of the ledger, its reports. */
async function writeAuthorityFiles(folder: string): Promise<WrittenFile[]> {
  const at = (...names: string[]): string => join(folder, ...names);
  mkdirSync(at('issued'));
  writeFileSync(at('units.csv'), UNITS);
  await runSuccessfully('issue', ANNEX, '--units', at('units.csv'), '-o', at('issued'));
  const [issued, worked, absent] = readdirSync(at('issued')).sort() as [string, string, string];
  await recordTasks(at('issued', worked), at('issued', worked));
  rmSync(at('issued', absent));
  const runConsolidation = (day: string, ...more: string[]): Promise<void> =>
    runSuccessfully(
      'consolidate',
      at('issued'),
      ...['--annex', ANNEX, '--units', at('units.csv'), '--as-of', day],
      ...more,
    );
  await runConsolidation('2026-07-15', '-o', at('first-run.xlsx'));
  writeFileSync(at('second-run.xlsx'), readFileSync(at('first-run.xlsx')));
  await recordTasks(at('issued', issued), at('issued', issued));
  await runConsolidation('2026-08-15', '-o', at('second-run.xlsx'));
  await runConsolidation(
    '2026-07-15',
    ...['-o', at('part.xlsx'), '--sheet-rows', '100', '--ledger', at('ledger')],
  );
  await runSuccessfully(
    'report',
    at('second-run.xlsx'),
    ...['--period', '6M', '--on', '2026-08-16', '-o', at('authority-report.docx')],
  );
  return [
    { kind: 'issue', path: at('issued', issued) },
    { kind: 'consolidation, first run', path: at('first-run.xlsx') },
    { kind: 'consolidation, second run', path: at('second-run.xlsx') },
    { kind: 'part of the ledger', path: at('part.xlsx') },
    { kind: 'report of an authority for Word', path: at('authority-report.docx') },
  ];
}

/** What only the pane writes, saved by the workbench. */
async function writePaneFiles(folder: string): Promise<WrittenFile[]> {
  const save = async (kind: string, name: string, write: () => Promise<unknown>): Promise<WrittenFile> => {
    const { workbook } = await openExcel();
    try {
      await write();
      return { kind, path: await saveIn(folder, name, workbook) };
    } finally {
      closeExcel();
    }
  };
  return [
    await save('report of a unit on a sheet, targets of a plan', 'pane-school.xlsx', writeSchoolSheets),
    await save('report of an authority on a sheet', 'pane-authority.xlsx', writeAuthoritySheets),
  ];
}

async function saveIn(folder: string, name: string, workbook: WorkbookModel): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await saveWorkbook(workbook));
  return path;
}

async function writeSchoolSheets(): Promise<void> {
  await stageAndImport();
  await runOrThrow(markNotPerformed.run(COMMAND_CONTEXT, { rows: ['I.2'], reason: 'Không có đối tượng' }));
  await runOrThrow(addReportSheet.run(COMMAND_CONTEXT, { span: 'Q2', year: 2026, on: '2026-06-16' }));
  const plan = createSamplePlan();
  const staged = await runOrThrow(
    importPlan.stage(COMMAND_CONTEXT, {
      plan,
      targets: toTargets(plan),
      items: [0],
      unit: { name: UNIT, code: 'MN-02' },
    }),
  );
  await runOrThrow(importPlan.run(COMMAND_CONTEXT, staged));
}

async function writeAuthoritySheets(): Promise<void> {
  const consolidation = consolidate(createConsolidationInput(3, 2));
  const staged = await runOrThrow(consolidateUnits.stage(COMMAND_CONTEXT, { consolidation }));
  await runOrThrow(consolidateUnits.run(COMMAND_CONTEXT, staged));
  await runOrThrow(
    addAuthorityReportSheet.run(COMMAND_CONTEXT, { span: '6M', year: 2026, on: '2026-07-16' }),
  );
}

async function runOrThrow<T>(
  running: Promise<{ ok: true; value: T } | { ok: false; problems: unknown }>,
): Promise<T> {
  const done = await running;
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return done.value;
}
