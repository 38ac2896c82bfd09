import type { Task } from '../../annex/types';
import type { ProductVocabulary } from '../../progress/product-vocabulary';
import { getProductTypeName } from '../../progress/read-products';
import { parseStatus } from '../../progress/status/parse-status';
import {
  type Deadline,
  EMPTY_TYPED_VALUES,
  type LogRow,
  type StoredState,
  type TypedValues,
} from '../../progress/types';
import { fromExcelSerial, type IsoDate, parseIsoDate, toExcelSerial } from '../../shared/dates';
import { getPlainText } from '../../sheets/cell-content';
import type { CellValue } from '../../sheets/cell-value';
import { DEADLINE_BOUND_LABELS } from '../../sheets/labels/progress-labels';
import { STATUS_LABELS } from '../../sheets/labels/school-labels';
import type { CellContent } from '../../sheets/sheet-spec';
import { isSameWord } from '../tasks/read-tasks';
import type { TableRow } from '../tasks/revise-table-rows';
import type { LogColumnId, WrittenColumn } from './log-columns';

/** A row of `TienDo` as it is written; the columns that are formulas hold nothing here. */
export type LogTableRow = TableRow<LogColumnId>;

type BoundId = keyof typeof DEADLINE_BOUND_LABELS;

function getBoundId(row: LogRow): BoundId {
  if (row.untracked) return 'gone';
  return row.deadline.kind === 'dated' ? (row.deadline.bound ?? 'end') : row.deadline.kind;
}

/** Converts a real date to a serial number; other text stays as it is. */
export const toDateContent = (date: string): CellContent => (parseIsoDate(date) ? toExcelSerial(date) : date);

/** Reads a date cell as ISO text; other contents stay, so that what is wrong can be shown. */
export function readDateContent(value: CellValue): string {
  return typeof value === 'number' ? (fromExcelSerial(value) ?? String(value)) : String(value).trim();
}

function toTypedCells(typed: TypedValues): Pick<Record<LogColumnId, CellContent>, keyof TypedValues> {
  return {
    dueByHand: toDateContent(typed.dueByHand),
    state: STATUS_LABELS[typed.state],
    doneOn: toDateContent(typed.doneOn),
    number: typed.number,
    evidence: typed.evidence,
    explanation: typed.explanation,
    note: typed.note,
  };
}

/** Cells of fields that were recorded; the others stay. */
export function toRecordedCells(
  metadataSheet: Partial<TypedValues>,
): Partial<Record<WrittenColumn, CellContent>> {
  const all = toTypedCells({ ...EMPTY_TYPED_VALUES, ...metadataSheet });
  const fields = Object.keys(metadataSheet) as (keyof TypedValues)[];
  return Object.fromEntries(fields.map((field) => [field, all[field]]));
}

type PrintedCells = Pick<
  Record<WrittenColumn, CellContent>,
  'task' | 'content' | 'leadUnit' | 'product' | 'productTypes' | 'timing' | 'due' | 'bound' | 'event'
>;

/** Builds the cells that come from the annex; they are renewed when the annex or the settings change. */
export function toPrintedCells(
  row: LogRow,
  task: Pick<Task, 'content' | 'leadUnit' | 'timing'>,
  products: ProductVocabulary,
): PrintedCells {
  return {
    task: row.task,
    content: task.content,
    leadUnit: task.leadUnit,
    product: row.products,
    productTypes: row.productTypes
      .map((type) => getProductTypeName(type, products))
      .filter((name) => name !== '')
      .join('; '),
    timing: task.timing,
    due: row.deadline.kind === 'dated' ? toDateContent(row.deadline.due) : '',
    bound: DEADLINE_BOUND_LABELS[getBoundId(row)],
    event: row.key,
  };
}

export function toLogTableRow(
  row: LogRow,
  task: Pick<Task, 'content' | 'leadUnit' | 'timing'>,
  products: ProductVocabulary,
): LogTableRow {
  return {
    cells: {
      ...toPrintedCells(row, task, products),
      ...toTypedCells(row.typed),
      lastDay: '',
      timeliness: '',
      daysLeft: '',
      taskRow: '',
      statedDay: '',
      openKey: '',
      dateKey: '',
      dueKey: '',
      doneKey: '',
    },
    extra: {},
  };
}

/** Parses the date at the end of an event's key; '' without one. */
export function parseEventDate(event: string): IsoDate {
  const period = event.split('|').at(-1)?.replace(/#\d+$/, '') ?? '';
  return parseIsoDate(period) ? period : '';
}

/** Reads a state as the authority reads it; words that do not plainly say one leave the work open. */
function parseStateCell(value: CellValue): StoredState {
  return parseStatus(String(value)).state ?? 'notStarted';
}

function parseBoundCell(value: CellValue): BoundId | null {
  return (
    (Object.keys(DEADLINE_BOUND_LABELS) as BoundId[]).find((bound) =>
      isSameWord(value, DEADLINE_BOUND_LABELS[bound]),
    ) ?? null
  );
}

function parseDeadlineCell(due: CellValue, bound: BoundId | null): Deadline {
  const date = readDateContent(due);
  if (parseIsoDate(date)) {
    const meant = bound === 'before' || bound === 'by' || bound === 'on' ? { bound } : {};
    return { kind: 'dated', due: date, ...meant };
  }
  return date === '' && bound === 'none' ? { kind: 'none' } : { kind: 'unread' };
}

function parseProductTypeIds(names: string, products: ProductVocabulary): string[] {
  return names.split(';').flatMap((name) => products.find((type) => type.name === name.trim())?.id ?? []);
}

/** Reads a row of the sheet as a row of the domain; `key` is unique in the table. */
export function readLogRow(
  key: string,
  values: Record<LogColumnId, CellValue>,
  products: ProductVocabulary,
): LogRow {
  const text = (id: LogColumnId): string => getPlainText(values[id]).trim();
  const bound = parseBoundCell(values.bound);
  return {
    key,
    task: text('task'),
    products: text('product'),
    productTypes: parseProductTypeIds(text('productTypes'), products),
    deadline: parseDeadlineCell(values.due, bound),
    typed: {
      state: parseStateCell(values.state),
      doneOn: readDateContent(values.doneOn),
      number: text('number'),
      evidence: text('evidence'),
      explanation: text('explanation'),
      note: text('note'),
      dueByHand: readDateContent(values.dueByHand),
    },
    ...(bound === 'gone' && { untracked: true as const }),
  };
}
