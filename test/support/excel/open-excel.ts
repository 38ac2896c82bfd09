import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import type { SheetModel, WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { createWorkbook, findSheetByName } from '@phuluc/excel-simulator/model/workbook';
import type { SessionOptions } from '@phuluc/excel-simulator/protocol/types';
import { type NodeExcel, openNodeExcel } from '@phuluc/excel-simulator/transports/open-node-excel';
import type { Annex } from '../../../src/annex/types';
import { importAnnex, type StagedImport } from '../../../src/commands/import/import-annex';
import type { MergeMode } from '../../../src/school-workbook/merge-modes';
import { METADATA_SHEET } from '../../../src/school-workbook/metadata-sheet';
import { createSampleAnnex, SAMPLE_UNIT } from '../builders/create-sample-annex';
import { READERS_HERE } from '../readers-here';
import { filterDuringRuns, getMachineOfRun, type Machine, MACHINE_OPTIONS } from './machines';

export const COMMAND_CONTEXT = { now: () => new Date('2026-11-21T08:00:00Z'), readers: READERS_HERE };

let openedExcel: NodeExcel | null = null;

type OpenOptions = SessionOptions & { machine?: Machine | null };

/** The real office.js on a workbook; closed again by `closeExcel`. */
export async function openExcel(
  workbook: WorkbookModel = createWorkbook('Sổ tay'),
  { machine = getMachineOfRun(), ...options }: OpenOptions = {},
): Promise<NodeExcel> {
  openedExcel = await openNodeExcel(workbook, {
    refusesNullParents: true,
    ...(machine && MACHINE_OPTIONS[machine]),
    ...options,
    keepLog: true,
  });
  openedExcel.install();
  if (machine === 'filtered') globalThis.Excel = filterDuringRuns(openedExcel.Excel, workbook);
  return openedExcel;
}

export function closeExcel(): void {
  openedExcel?.close();
  openedExcel = null;
}

const RELEASE_METHOD = '_RemoveReference';

/** Requests that did something: those in which the library merely releases references do not count as syncs. */
export function countSyncs({ traffic }: NodeExcel): number {
  return (traffic.log ?? []).filter(({ request }) => {
    const { Actions } = JSON.parse(request) as { Actions: { Name: string }[] };
    return (
      Actions.some(
        ({ Name }) => Name !== RELEASE_METHOD && Name !== '' && Name !== 'NotifyActionHandlerReady',
      ) || Actions.some((action) => 'QueryInfo' in action)
    );
  }).length;
}

export function stageImport(
  annex: Annex = createSampleAnnex(),
  merge: MergeMode = 'replace-nonblank',
): ReturnType<typeof importAnnex.stage> {
  return importAnnex.stage(COMMAND_CONTEXT, { annex, unit: SAMPLE_UNIT, merge });
}

/** Stages and runs; fails the test where either does. */
export async function stageAndImport(
  annex: Annex = createSampleAnnex(),
  merge: MergeMode = 'replace-nonblank',
) {
  const staged = await stageImport(annex, merge);
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
  const done = await importAnnex.run(COMMAND_CONTEXT, staged.value);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return { staged: staged.value satisfies StagedImport, warnings: staged.warnings, outcome: done.value };
}

export function getSheet(workbook: WorkbookModel, name: string): SheetModel {
  const found = findSheetByName(workbook, name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
}

/** All that people see: the hidden record of what was done differs after an undo, as it must. */
export function cloneVisibleSheets(workbook: WorkbookModel): WorkbookModel {
  const copy = cloneWorkbook(workbook);
  copy.sheets = copy.sheets.filter(({ name }) => name !== METADATA_SHEET);
  return copy;
}

const HEADER_ROW = 5;
function listHeaders(annexSheet: SheetModel): string[] {
  return [...(annexSheet.cells.get(HEADER_ROW)?.entries() ?? [])]
    .sort(([a], [b]) => a - b)
    .map(([, { value }]) => String(value));
}

/** A cell of the table of tasks by id and header; the row of the first such id. */
export function locateCell(
  workbook: WorkbookModel,
  id: string,
  header: string,
): [row: number, column: number] {
  const annexSheet = getSheet(workbook, 'Phụ lục');
  const column = listHeaders(annexSheet).indexOf(header);
  const row = [...annexSheet.cells.entries()].find(
    ([number, line]) => number > HEADER_ROW && [...line.values()].some(({ value }) => value === id),
  )?.[0];
  if (row === undefined || column < 0) throw new Error(`no ${id} / ${header}`);
  return [row, column];
}

export function getValue(workbook: WorkbookModel, id: string, header: string): unknown {
  const [row, column] = locateCell(workbook, id, header);
  return getSheet(workbook, 'Phụ lục').cells.get(row)?.get(column)?.value ?? '';
}

export function listTaskIds(workbook: WorkbookModel): unknown[] {
  return [...getSheet(workbook, 'Phụ lục').cells.entries()]
    .filter(([row]) => row > HEADER_ROW)
    .sort(([a], [b]) => a - b)
    .map(([, line]) => line.get(0)?.value);
}

/** Types a value as a person does in the grid, through the library. */
export async function typeIntoCell(
  id: string,
  header: string,
  value: string | number,
  workbook: WorkbookModel,
) {
  const [row, column] = locateCell(workbook, id, header);
  await Excel.run(async (excel) => {
    excel.workbook.worksheets.getItem('Phụ lục').getRangeByIndexes(row, column, 1, 1).values = [[value]];
    await excel.sync();
  });
}
