import { columnHeaders } from '../locales/sheet-words';

export type ColumnId = keyof typeof columnHeaders;

export const COLUMN_IDS = Object.keys(columnHeaders) as ColumnId[];

/** The name of the table of tasks; formulas and other workbooks refer to it. */
export const TASK_TABLE = 'NhiemVu';

type ColumnLook = {
  /** "@" for texts, so that "1.10", "6/2026" and "=…" stay what was printed. */
  numberFormat: '@' | 'dd/mm/yyyy';
  /** Points. */
  width: number;
  horizontal?: 'Center';
};

const text = (width: number): ColumnLook => ({ numberFormat: '@', width });
const centred = (width: number): ColumnLook => ({ numberFormat: '@', width, horizontal: 'Center' });
const date = (width: number): ColumnLook => ({ numberFormat: 'dd/mm/yyyy', width, horizontal: 'Center' });

export const COLUMN_LOOKS = {
  id: centred(42),
  area: text(88),
  tt: centred(26),
  content: text(240),
  leadUnit: text(88),
  coordinatingUnit: text(112),
  product: text(84),
  timing: text(80),
  applicability: centred(62),
  reason: text(84),
  due: date(62),
  status: centred(62),
  doneOn: date(62),
  evidence: text(72),
  note: text(72),
} satisfies Record<ColumnId, ColumnLook>;

/** Widths of the columns of a new workbook, in points. */
export const ANNEX_WIDTHS = COLUMN_IDS.map((id) => COLUMN_LOOKS[id].width);

/** Number formats of a row of tasks, with so many of the clerk's own columns behind. */
export function taskNumberFormats(extras = 0): string[] {
  return [
    ...COLUMN_IDS.map((id) => COLUMN_LOOKS[id].numberFormat),
    ...Array.from({ length: extras }, () => 'General'),
  ];
}

/** Columns without which the table cannot be understood. */
export const NEEDED_COLUMNS = ['id', 'content', 'applicability'] as const satisfies readonly ColumnId[];

/** `NhiemVu[Áp dụng]`; brackets, # and ' in a header are escaped as Excel does. */
export function columnReference(header: string, table: string = TASK_TABLE): string {
  return `${table}[${header.replace(/['#[\]@]/g, "'$&")}]`;
}
