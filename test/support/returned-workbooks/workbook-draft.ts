import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import type { SheetModel, WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { getCell, setCell } from '@phuluc/excel-simulator/model/workbook';
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

/** What is counted of a row. */
export const COUNTED_VALUES = ['applicability', 'reason', 'state', 'due', 'doneOn'] as const;
export type CountedValue = (typeof COUNTED_VALUES)[number];

/** What a consolidation is to read in a row. */
export type RowTruth = {
  /** Null for a row of the unit's own. */
  task: string | null;
  applicability: Applicability;
  reason: string;
  state: StoredState | null;
  due: IsoDate;
  doneOn: IsoDate;
  /** What may be read otherwise, if a finding says where. */
  open: ReadonlySet<CountedValue>;
  /** States that the words may as well stand for. */
  alsoStates?: readonly (StoredState | null)[];
  /** Content and id are those of the master: nothing may keep the row from its task. */
  intact: boolean;
  /** The second row of a task. */
  copy: boolean;
};

export type DraftRow = {
  truth: RowTruth;
  cells: Map<DraftColumn, CellValue>;
  hidden: boolean;
  /** Columns whose cells are crossed out. */
  struck?: ReadonlySet<DraftColumn>;
  /** On which of the sheets of a school that keeps one a quarter. */
  quarter?: number;
};
export type DraftColumn = {
  field: TaskField | null;
  header: string;
  /** What a column of the unit's own is about. */
  holds?: CountedValue;
};

/** How many sheets hold the table, and which of them is filled in. */
export type DraftLayout =
  | { kind: 'single' }
  /** As issued, and a copy of it that is filled in. */
  | { kind: 'copy'; name: string; keepsTable: boolean; hidesOriginal: boolean }
  | { kind: 'quarters'; names: readonly string[]; column?: { header: string; periods: readonly string[] } }
  /** A copy in which some rows say something else: nobody knows which counts. */
  | { kind: 'versions'; name: string; other: ReadonlyMap<DraftRow, ReadonlyMap<DraftColumn, CellValue>> };

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
  layout: DraftLayout;
  /** Rows that must be reported under a code, and no others. */
  reports: Map<string, Set<DraftRow>>;
  /** Of the cells that hold dates. */
  dateFormat?: string;
  /** The workbook of another unit that is consolidated with it. */
  companion?: WorkbookDraft;
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

const ISSUED_UNITS = FUZZ_UNITS.filter(({ code }) => ISSUED_CODES.includes(code));
let issuedWorkbooks: Promise<Map<string, WorkbookModel>> | null = null;

async function getIssuedWorkbook(unit: UnitEntry): Promise<WorkbookModel> {
  issuedWorkbooks ??= createIssuedWorkbooks(FUZZ_MASTER, [AUTHORITY_UNIT, ...ISSUED_UNITS]);
  return cloneWorkbook((await issuedWorkbooks).get(unit.code)!);
}

/** A workbook as it was issued, filled in. */
export async function createWorkbookDraft(random: Random): Promise<WorkbookDraft> {
  const unit = pick(ISSUED_UNITS, random);
  const book = await getIssuedWorkbook(unit);
  const sheet = findTaskSheet(book);
  const answers = createAnswers(FUZZ_MASTER, unit.kind, random(20), random(1_000_000));
  fillAnswers(sheet, answers);
  const columns = (Object.keys(COLUMN_HEADERS) as TaskField[]).map((field): DraftColumn => ({
    field,
    header: COLUMN_HEADERS[field],
  }));
  const rows = listBodyRows(sheet).map((row, index): DraftRow => {
    const task = FUZZ_MASTER.tasks[index]!;
    const { applicability, reason, state, due, doneOn } = answers.get(task.id)!;
    const open = new Set<CountedValue>();
    return {
      truth: { task: task.id, applicability, reason, state, due, doneOn, open, intact: true, copy: false },
      cells: new Map(
        columns.flatMap((column, at) => {
          const { value } = getCell(sheet, row, at);
          return value === '' || value === null ? [] : [[column, value as CellValue] as const];
        }),
      ),
      hidden: false,
    };
  });
  return {
    workbook: book,
    unit,
    identity: 'plain',
    columns,
    rows,
    shift: 0,
    merges: [],
    keepsTable: true,
    layout: { kind: 'single' },
    reports: new Map(),
  };
}

/** The workbook of another unit with the very rows of this one. */
export async function createCopiedDraft(draft: WorkbookDraft, random: Random): Promise<WorkbookDraft> {
  const unit = pick(
    ISSUED_UNITS.filter(({ code }) => code !== draft.unit.code),
    random,
  );
  const workbook = await getIssuedWorkbook(unit);
  workbook.date1904 = draft.workbook.date1904;
  return { ...draft, unit, workbook, identity: 'plain', layout: { kind: 'single' }, reports: new Map() };
}

export function findDraftColumn({ columns }: WorkbookDraft, field: TaskField): DraftColumn | undefined {
  return columns.find((column) => column.field === field);
}

/** 1-based row of the sheet in which the row of an index comes to stand. */
export const getSheetRow = ({ shift }: WorkbookDraft, index: number): number =>
  HEADER_ROW + shift + index + 2;

/** Writes the rows with the cells that `isShown` lets stand. */
function writeRows(
  sheet: SheetModel,
  { columns, rows, shift, dateFormat: numberFormat = 'dd/mm/yyyy' }: WorkbookDraft,
  isShown: (row: DraftRow, column: DraftColumn) => boolean,
): void {
  const header = HEADER_ROW + shift;
  for (const row of [...sheet.cells.keys()]) if (row >= HEADER_ROW) sheet.cells.delete(row);
  columns.forEach((column, at) => setValue(sheet, header, at, column.header));
  rows.forEach((line, index) => {
    const row = header + 1 + index;
    columns.forEach((column, at) => {
      const value = line.cells.get(column);
      if (value === undefined || value === '' || !isShown(line, column)) return;
      const isDate = typeof value === 'number' && (column.field === 'due' || column.field === 'doneOn');
      const format = {
        ...(isDate && { numberFormat }),
        ...(line.struck?.has(column) && { font: { strikethrough: true } }),
      };
      setCell(sheet, row, at, { value, format });
    });
    if (line.hidden) sheet.rows.set(row, { ...sheet.rows.get(row), hidden: true });
  });
}

/** What the unit fills in; an issued workbook has none of it. */
const FILLED_IN_FIELDS: readonly (TaskField | null)[] = [
  'applicability',
  'reason',
  'due',
  'status',
  'doneOn',
  'evidence',
  'note',
];
/** What is written on the sheet of the quarter in which it was done. */
const QUARTER_FIELDS: readonly (TaskField | null)[] = ['status', 'doneOn', 'evidence'];

/** Adds a copy of a sheet behind it; a copied table gets another name, as in Excel. */
function copySheet(book: WorkbookModel, sheet: SheetModel, name: string, keepsTable: boolean): SheetModel {
  const number = book.sheets.length + 1;
  const copy: SheetModel = { ...structuredClone(sheet), id: `{copy-${number}}`, name };
  copy.tables = keepsTable
    ? copy.tables.map((table) => ({
        ...table,
        id: String(90 + number),
        name: `${table.name}${number}`,
      }))
    : [];
  book.sheets.splice(book.sheets.indexOf(sheet) + 1, 0, copy);
  return copy;
}

function writeLayout(draft: WorkbookDraft, sheet: SheetModel): void {
  const { workbook: book, layout } = draft;
  switch (layout.kind) {
    case 'single':
      writeRows(sheet, draft, () => true);
      return;
    case 'copy': {
      const copy = copySheet(book, sheet, layout.name, layout.keepsTable);
      writeRows(copy, draft, () => true);
      writeRows(
        sheet,
        draft,
        (_, { field, holds }) => holds === undefined && !FILLED_IN_FIELDS.includes(field),
      );
      if (layout.hidesOriginal) sheet.visibility = 'Hidden';
      return;
    }
    case 'quarters': {
      const [first = '', ...more] = layout.names;
      sheet.name = first;
      const sheets = [sheet, ...more.map((name) => copySheet(book, sheet, name, false))];
      const { column } = layout;
      const period: DraftColumn = { field: null, header: column?.header ?? '' };
      const columns = column ? [...draft.columns, period] : draft.columns;
      sheets.forEach((one, quarter) => {
        for (const { cells } of draft.rows) cells.set(period, column?.periods[quarter] ?? '');
        writeRows(
          one,
          { ...draft, columns },
          (row, { field }) => !QUARTER_FIELDS.includes(field) || row.quarter === quarter,
        );
      });
      return;
    }
    case 'versions': {
      const copy = copySheet(book, sheet, layout.name, false);
      writeRows(sheet, draft, () => true);
      const rows = draft.rows.map((row) => ({
        ...row,
        cells: new Map([...row.cells, ...(layout.other.get(row) ?? [])]),
      }));
      writeRows(copy, { ...draft, rows }, () => true);
    }
  }
}

/** Writes the grid into the workbook and packs it. */
export async function packDraft(draft: WorkbookDraft): Promise<Uint8Array> {
  const { workbook: book, columns, rows, shift } = draft;
  const sheet = findTaskSheet(book);
  const header = HEADER_ROW + shift;
  sheet.validations = [];
  sheet.conditionalFormats = [];
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
  writeLayout(draft, sheet);
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
