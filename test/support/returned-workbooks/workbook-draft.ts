import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { getCell } from '@phuluc/excel-simulator/model/workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import type { Annex, Applicability } from '../../../src/annex/types';
import type { CellValue, TaskField, UnitEntry } from '../../../src/consolidation/types';
import type { StoredState } from '../../../src/progress/types';
import { METADATA_SHEET } from '../../../src/school-workbook/metadata-sheet';
import type { IsoDate } from '../../../src/shared/dates';
import { COLUMN_HEADERS } from '../../../src/sheets/labels/school-labels';
import { pick, type Random } from '../random';
import { createExpectedAnnex } from '../samples/create-expected-annex';
import { PLAN_2026 } from '../samples/plan-2026';
import { createAnswers } from './create-answers';
import { createIssuedWorkbooks, findTaskSheet } from './create-issued-workbooks';
import { fillAnswers, HEADER_ROW, listBodyRows, setValue } from './edit-sheet';
import { AUTHORITY_UNIT, SIXTY_UNITS } from './sixty-units';

/** What a consolidation is to read in a row. */
export type RowTruth = {
  /** Null for a row of the unit's own. */
  task: string | null;
  applicability: Applicability;
  state: StoredState | null;
  doneOn: IsoDate;
  /** Content and id are those of the master: nothing may keep the row from its task. */
  intact: boolean;
  /** The second row of a task. */
  copy: boolean;
};

export type DraftRow = { truth: RowTruth; cells: Map<DraftColumn, CellValue>; hidden: boolean };
export type DraftColumn = { field: TaskField | null; header: string };

/** A school workbook as a grid that can be edited like one, with the truth of what it says. */
export type WorkbookDraft = {
  workbook: WorkbookModel;
  unit: UnitEntry;
  /** Whether the file still says plainly whose it is, says less, or contradicts itself. */
  identity: 'plain' | 'less' | 'contradictory';
  columns: DraftColumn[];
  rows: DraftRow[];
  /** Blank rows above the header. */
  shift: number;
  /** Merged downwards: first and last row by index, and the column. */
  merges: { from: number; to: number; column: DraftColumn }[];
  keepsTable: boolean;
};

export const FUZZ_UNITS: readonly UnitEntry[] = SIXTY_UNITS;
/** Those whose workbooks are mutated: two of a kind, two whose names differ in one mark. */
const ISSUED_CODES = ['MN-01', 'MN-03', 'TH-07', 'TH-08', 'THCS-07'];

export const FUZZ_MASTER: Annex = (() => {
  const annex = createExpectedAnnex(PLAN_2026);
  return {
    ...annex,
    tasks: annex.tasks.map((task) => ({
      ...task,
      coordinatingUnit: 'Các trường trên địa bàn phường',
      reason: '',
    })),
  };
})();

let issuedWorkbooks: Promise<Map<string, WorkbookModel>> | null = null;

/** A workbook as it was issued, filled in. */
export async function createWorkbookDraft(random: Random): Promise<WorkbookDraft> {
  const wanted = FUZZ_UNITS.filter(({ code }) => ISSUED_CODES.includes(code));
  issuedWorkbooks ??= createIssuedWorkbooks(FUZZ_MASTER, [AUTHORITY_UNIT, ...wanted]);
  const unit = pick(wanted, random);
  const book = cloneWorkbook((await issuedWorkbooks).get(unit.code)!);
  const sheet = findTaskSheet(book);
  const answers = createAnswers(FUZZ_MASTER, unit.kind, random(20), random(1_000_000));
  fillAnswers(sheet, answers);
  const columns = (Object.keys(COLUMN_HEADERS) as TaskField[]).map((field): DraftColumn => ({
    field,
    header: COLUMN_HEADERS[field],
  }));
  const rows = listBodyRows(sheet).map((row, index): DraftRow => {
    const task = FUZZ_MASTER.tasks[index]!;
    const { applicability, state, doneOn } = answers.get(task.id)!;
    return {
      truth: { task: task.id, applicability, state, doneOn, intact: true, copy: false },
      cells: new Map(
        columns.flatMap((column, at) => {
          const { value } = getCell(sheet, row, at);
          return value === '' || value === null ? [] : [[column, value as CellValue] as const];
        }),
      ),
      hidden: false,
    };
  });
  return { workbook: book, unit, identity: 'plain', columns, rows, shift: 0, merges: [], keepsTable: true };
}

export function findDraftColumn({ columns }: WorkbookDraft, field: TaskField): DraftColumn | undefined {
  return columns.find((column) => column.field === field);
}

/** 1-based row of the sheet in which the row of an index comes to stand. */
export const getSheetRow = ({ shift }: WorkbookDraft, index: number): number =>
  HEADER_ROW + shift + index + 2;

/** Writes the grid into the workbook and packs it. */
export async function packDraft(draft: WorkbookDraft): Promise<Uint8Array> {
  const { workbook: book, columns, rows, shift } = draft;
  const sheet = findTaskSheet(book);
  const header = HEADER_ROW + shift;
  for (const row of [...sheet.cells.keys()]) if (row >= HEADER_ROW) sheet.cells.delete(row);
  sheet.validations = [];
  sheet.conditionalFormats = [];
  columns.forEach((column, at) => setValue(sheet, header, at, column.header));
  rows.forEach(({ cells, hidden }, index) => {
    const row = header + 1 + index;
    columns.forEach((column, at) => {
      const value = cells.get(column);
      if (value !== undefined && value !== '') setValue(sheet, row, at, value);
    });
    if (hidden) sheet.rows.set(row, { ...sheet.rows.get(row), hidden: true });
  });
  for (const { from, to, column } of draft.merges) {
    const at = columns.indexOf(column);
    if (at >= 0) sheet.merges.push({ top: header + 1 + from, bottom: header + 1 + to, left: at, right: at });
  }
  const [table] = sheet.tables;
  if (table && draft.keepsTable) {
    table.area = {
      top: header,
      left: 0,
      bottom: header + Math.max(1, rows.length),
      right: columns.length - 1,
    };
    table.columns = columns.map(({ header: name }, index) => ({ id: index + 1, name }));
  } else sheet.tables = [];
  return saveWorkbook(book);
}

/** Changes what the hidden sheet says of the unit. */
export function rewriteDraftUnit(
  { workbook: book }: WorkbookDraft,
  change: (unit: { code: string; name: string }) => { code: string; name: string },
): void {
  const record = book.sheets.find(({ name }) => name === METADATA_SHEET);
  const cell = record?.cells.get(1)?.get(1);
  if (!record || typeof cell?.value !== 'string') throw new Error('no record');
  const metadata = JSON.parse(cell.value) as { unit: { code: string; name: string } };
  setValue(record, 1, 1, JSON.stringify({ ...metadata, unit: change(metadata.unit) }));
}
