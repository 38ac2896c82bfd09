import { fromExcelSerial, parseIsoDate, toExcelSerial, type IsoDate } from '../../annex/calendar/dates';
import type { ProductVocabulary } from '../../annex/products/vocabulary';
import { getProductTypeName } from '../../annex/products/read-products';
import { EMPTY_TYPED_VALUES } from '../../annex/progress/types';
import type { Deadline, LogRow, StoredState, TypedValues } from '../../annex/progress/types';
import type { Task } from '../../annex/types';
import { statusWords } from '../../locales/sheet-words';
import { boundWords } from '../../locales/progress-sheet-words';
import { sameWord } from '../read-tasks';
import type { TableRow } from '../revise-rows';
import type { CellContent } from '../sheet-plan';
import type { CellValue } from '../snapshot';
import { plainText } from '../typed';
import type { LogColumnId, WrittenColumn } from './log-columns';

/** A row of `TienDo` as it is written; the columns that are formulas hold nothing here. */
export type LogBookRow = TableRow<LogColumnId>;

type BoundWord = keyof typeof boundWords;

function boundOf(row: LogRow): BoundWord {
  if (row.untracked) return 'gone';
  return row.deadline.kind === 'dated' ? (row.deadline.bound ?? 'end') : row.deadline.kind;
}

/** A real date as a serial number; what else was typed stays as it is. */
export const dateCell = (date: string): CellContent => (parseIsoDate(date) ? toExcelSerial(date) : date);

/** A date cell as ISO text; other contents as they are, so that what is wrong can be shown. */
export function readDateCell(value: CellValue): string {
  return typeof value === 'number' ? (fromExcelSerial(value) ?? String(value)) : String(value).trim();
}

function typedCells(typed: TypedValues): Pick<Record<LogColumnId, CellContent>, keyof TypedValues> {
  return {
    dueByHand: dateCell(typed.dueByHand),
    state: statusWords[typed.state],
    doneOn: dateCell(typed.doneOn),
    number: typed.number,
    evidence: typed.evidence,
    explanation: typed.explanation,
    note: typed.note,
  };
}

/** Cells of fields that were recorded; the others stay. */
export function recordedCells(record: Partial<TypedValues>): Partial<Record<WrittenColumn, CellContent>> {
  const all = typedCells({ ...EMPTY_TYPED_VALUES, ...record });
  const fields = Object.keys(record) as (keyof TypedValues)[];
  return Object.fromEntries(fields.map((field) => [field, all[field]]));
}

export type PrintedCells = Pick<
  Record<WrittenColumn, CellContent>,
  'task' | 'content' | 'leadUnit' | 'product' | 'productTypes' | 'timing' | 'due' | 'bound' | 'event'
>;

/** What a row says of the annex; renewed whenever the annex or the settings change. */
export function printedCells(
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
    due: row.deadline.kind === 'dated' ? dateCell(row.deadline.due) : '',
    bound: boundWords[boundOf(row)],
    event: row.key,
  };
}

export function bookRowOf(
  row: LogRow,
  task: Pick<Task, 'content' | 'leadUnit' | 'timing'>,
  products: ProductVocabulary,
): LogBookRow {
  return {
    cells: {
      ...printedCells(row, task, products),
      ...typedCells(row.typed),
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

/** The date that an event's key ends with; '' for one without. */
export function periodOf(event: string): IsoDate {
  const period = event.split('|').at(-1)?.replace(/#\d+$/, '') ?? '';
  return parseIsoDate(period) ? period : '';
}

function readState(value: CellValue): StoredState {
  return (
    (Object.keys(statusWords) as StoredState[]).find((state) => sameWord(value, statusWords[state])) ??
    'notStarted'
  );
}

function readBound(value: CellValue): BoundWord | null {
  return (Object.keys(boundWords) as BoundWord[]).find((bound) => sameWord(value, boundWords[bound])) ?? null;
}

function readDeadline(due: CellValue, bound: BoundWord | null): Deadline {
  const date = readDateCell(due);
  if (parseIsoDate(date)) {
    const meant = bound === 'before' || bound === 'by' || bound === 'on' ? { bound } : {};
    return { kind: 'dated', due: date, ...meant };
  }
  return date === '' && bound === 'none' ? { kind: 'none' } : { kind: 'unread' };
}

function typeIds(names: string, products: ProductVocabulary): string[] {
  return names.split(';').flatMap((name) => products.find((type) => type.name === name.trim())?.id ?? []);
}

/** A row of the sheet as the domain sees it; `key` is unique in the table. */
export function readLogRow(
  key: string,
  values: Record<LogColumnId, CellValue>,
  products: ProductVocabulary,
): LogRow {
  const text = (id: LogColumnId): string => plainText(values[id]).trim();
  const bound = readBound(values.bound);
  return {
    key,
    task: text('task'),
    products: text('product'),
    productTypes: typeIds(text('productTypes'), products),
    deadline: readDeadline(values.due, bound),
    typed: {
      state: readState(values.state),
      doneOn: readDateCell(values.doneOn),
      number: text('number'),
      evidence: text('evidence'),
      explanation: text('explanation'),
      note: text('note'),
      dueByHand: readDateCell(values.dueByHand),
    },
    ...(bound === 'gone' && { untracked: true as const }),
  };
}
