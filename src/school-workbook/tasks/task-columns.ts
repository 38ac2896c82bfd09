import type { CellValue } from '../../sheets/cell-value';
import { ALTERNATIVE_HEADERS, COLUMN_HEADERS, DOCUMENT_HEADER } from '../../sheets/labels/school-labels';
import { findColumns } from '../../sheets/read-table';
import { buildColumnReference } from '../../sheets/table-reference';

export type TaskColumnId = keyof typeof COLUMN_HEADERS;

export const TASK_COLUMN_IDS = Object.keys(COLUMN_HEADERS) as TaskColumnId[];

/** The name of the table of tasks; formulas and other workbooks refer to it. */
export const TASK_TABLE = 'NhiemVu';

type TaskColumnStyle = {
  /** "@" for texts, so that "1.10", "6/2026" and "=…" stay what was printed. */
  numberFormat: '@' | 'dd/mm/yyyy';
  /** Points. */
  width: number;
  horizontal?: 'Center';
};

const createTextColumn = (width: number): TaskColumnStyle => ({ numberFormat: '@', width });
const createCenteredColumn = (width: number): TaskColumnStyle => ({
  numberFormat: '@',
  width,
  horizontal: 'Center',
});
const createDateColumn = (width: number): TaskColumnStyle => ({
  numberFormat: 'dd/mm/yyyy',
  width,
  horizontal: 'Center',
});

export const TASK_COLUMN_STYLES = {
  id: createCenteredColumn(42),
  area: createTextColumn(88),
  tt: createCenteredColumn(26),
  content: createTextColumn(240),
  leadUnit: createTextColumn(88),
  coordinatingUnit: createTextColumn(112),
  product: createTextColumn(84),
  timing: createTextColumn(80),
  applicability: createCenteredColumn(62),
  reason: createTextColumn(84),
  due: createDateColumn(62),
  status: createCenteredColumn(62),
  doneOn: createDateColumn(62),
  evidence: createTextColumn(72),
  note: createTextColumn(72),
  person: createTextColumn(84),
} satisfies Record<TaskColumnId, TaskColumnStyle>;

/** Widths of the columns of a new workbook, in points. */
export const TASK_COLUMN_WIDTHS = TASK_COLUMN_IDS.map((id) => TASK_COLUMN_STYLES[id].width);

/** Returns the number format of a column that is not one of these: a clerk's own, or that of the document's code. */
export const getExtraNumberFormat = (header: string): string =>
  header === DOCUMENT_HEADER ? '@' : 'General';

/** Returns the number formats of a row of tasks, with these columns behind. */
export function getTaskNumberFormats(extras: readonly string[] = []): string[] {
  return [
    ...TASK_COLUMN_IDS.map((id) => TASK_COLUMN_STYLES[id].numberFormat),
    ...extras.map(getExtraNumberFormat),
  ];
}

/** Columns without which the table cannot be understood. */
export const REQUIRED_TASK_COLUMNS = [
  'id',
  'content',
  'applicability',
] as const satisfies readonly TaskColumnId[];

/** Returns the reference of a column of the table of tasks: `NhiemVu[Áp dụng]`. */
export const buildTaskReference = (header: string): string => buildColumnReference(header, TASK_TABLE);

/** Returns where each column stands among the headers of a table of tasks, by its name of today or an earlier one. */
export function findTaskColumns(headers: readonly CellValue[]): Partial<Record<TaskColumnId, number>> {
  return findColumns(headers.map(String), COLUMN_HEADERS, ALTERNATIVE_HEADERS);
}
