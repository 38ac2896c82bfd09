import { parseSectionLabel } from '../../annex/section-label';
import { getCurrentEdition, type TrackedDocument } from '../../annex/tracked-document';
import type { Applicability, Edition, Task } from '../../annex/types';
import { getFirstCompletionDate } from '../../consolidation/ledger/get-first-completion-date';
import { isImpossibleCompletion } from '../../consolidation/ledger/is-impossible-completion';
import { readRecordedValues } from '../../consolidation/reader/read-recorded-values';
import type { DaySpan, RecordedValues } from '../../consolidation/types';
import type { IsoDate } from '../../shared/dates';
import { err, ok, type Result } from '../../shared/result';
import { cleanLines, cleanText, foldCase } from '../../shared/text';
import { getPlainText } from '../../sheets/cell-content';
import type { CellValue } from '../../sheets/cell-value';
import {
  ALTERNATIVE_HEADERS,
  APPLICABILITY_LABELS,
  COLUMN_HEADERS,
  STATUS_LABELS,
} from '../../sheets/labels/school-labels';
import { readTable } from '../../sheets/read-table';
import { getDocuments } from '../documents/documents';
import type { TaskTableRow } from '../school-workbook';
import type { Snapshot, TableSnapshot } from '../snapshot';
import { buildTaskKeys } from './build-task-keys';
import { readRowDocument } from './row-document';
import { REQUIRED_TASK_COLUMNS, TASK_TABLE, type TaskColumnId } from './task-columns';

export type TaskStatus = keyof typeof STATUS_LABELS;

/** A task with what the unit has recorded of it. */
export type TaskRecord = {
  /** See `rowKeys`. */
  key: string;
  /** 0-based within the table's body. */
  index: number;
  /** Code of the document that gives the task; '' where the workbook has several and the row names none. */
  document: string;
  /** Section and TT in the document. */
  printedId: string;
  /** Its id is unique in the workbook. */
  task: Task;
  /** As the authority reads the cell; null where it is blank or its words do not plainly say it. */
  status: TaskStatus | null;
  /** The words of the status name a time before the annex or after today: the task is not done. */
  isOutsidePeriod: boolean;
  /** What the two cells show, which the formulas of *Tổng hợp* count; of a formula its result. */
  words: { applicability: CellValue; status: CellValue };
  /** Serial numbers, or what else was typed; '' where blank. */
  due: CellValue;
  doneOn: CellValue;
  evidence: string;
  /** Who is in charge of the task; '' for nobody yet. */
  person: string;
  /** The cells as they are to be written again. */
  tableRow: TaskTableRow;
};

export type TaskTable = {
  sheet: string;
  /** Row of the header and first column on the sheet, 0-based. */
  top: number;
  left: number;
  /** Where each column stands in the table now; a column that was deleted is absent. */
  columns: Partial<Record<TaskColumnId, number>>;
  /** All headers, from the left. */
  headers: string[];
  rows: TaskRecord[];
};

/** Compares as COUNTIFS does: without case, with everything else. */
export function isSameWord(value: CellValue, word: string): boolean {
  return typeof value === 'string' && foldCase(value) === foldCase(word);
}

/** Parses a word of the list of *Áp dụng*, as the formulas know it; other words decide nothing. */
export function parseListedApplicability(value: CellValue): Applicability {
  return isSameWord(value, APPLICABILITY_LABELS.performed)
    ? 'performed'
    : isSameWord(value, APPLICABILITY_LABELS.notPerformed)
      ? 'notPerformed'
      : 'undecided';
}

/**
 * Parses a word of the list of *Kết quả thực hiện*, as the formulas know it.
 *
 * @returns null for a blank cell and for other words
 */
export function parseListedStatus(value: CellValue): TaskStatus | null {
  return (
    (Object.keys(STATUS_LABELS) as TaskStatus[]).find((status) => isSameWord(value, STATUS_LABELS[status])) ??
    null
  );
}

const MARK_COLUMNS = ['applicability', 'status', 'coordinatingUnit', 'product', 'timing', 'note'] as const;

/** The days in which a task can have been completed, and the year of months without one. */
type CompletionPeriod = DaySpan & { year: number | null };

/**
 * Returns the days in which a task of the workbook's annex can have been completed up to today, as the authority counts
 * them.
 */
function getCompletionPeriod(edition: Edition | undefined, today: IsoDate): CompletionPeriod {
  const { date = '', year = null, title = '' } = edition ?? {};
  return { from: getFirstCompletionDate({ date, year, title }), until: today, year };
}

type MarkReading = Pick<RecordedValues, 'applicability' | 'state'> & { isOutsidePeriod: boolean };

/** Reads what a row says of its task as the authority reads it, whatever words the clerk chose. */
function readMarks(values: Record<TaskColumnId, CellValue>, period: CompletionPeriod | null): MarkReading {
  const filled = [...MARK_COLUMNS, 'doneOn' as const].filter((id) => values[id] !== '');
  const cells = Object.fromEntries(filled.map((id) => [id, { value: values[id], cell: '' }]));
  const { recorded } = readRecordedValues(cells, { date1904: false, year: period?.year ?? null }, null);
  const { applicability, state } = recorded;
  // The formulas count a word of the list whatever day stands beside it; the check of the workbook reports that day.
  const isOutsidePeriod =
    period !== null &&
    state === 'done' &&
    parseListedStatus(values.status) === null &&
    isImpossibleCompletion(recorded, period);
  return { applicability, state: isOutsidePeriod ? null : state, isOutsidePeriod };
}

/** Columns beside *Áp dụng* whose words can say that a task is not performed. */
const STATEMENT_COLUMNS = MARK_COLUMNS.filter((id) => id !== 'applicability');
type StatementColumn = Exclude<(typeof MARK_COLUMNS)[number], 'applicability'>;

/**
 * Finds the column in which a row itself says that its task is not performed ("Trường không thực hiện nội dung này").
 * It decides where *Áp dụng* is blank, which the formulas of *Tổng hợp* do not see.
 *
 * @returns null if no column says so
 */
export function findNotPerformedColumn({ tableRow }: Pick<TaskRecord, 'tableRow'>): StatementColumn | null {
  const isStated = (id: StatementColumn): boolean => {
    const cells = { [id]: { value: getPlainText(tableRow.cells[id]), cell: '' } };
    const { recorded } = readRecordedValues(cells, { date1904: false, year: null }, null);
    return recorded.applicability === 'notPerformed';
  };
  return STATEMENT_COLUMNS.find((id): id is StatementColumn => isStated(id as StatementColumn)) ?? null;
}

/** Parses section and title from the section's label, else the section from the id ("IV.8" with TT 8). */
function parseSectionCell(area: string, id: string, tt: string): { section: string; title: string } {
  if (tt !== '' && id.endsWith(`.${tt}`)) {
    const section = id.slice(0, -tt.length - 1);
    const label = parseSectionLabel(area);
    return { section, title: label.section === section ? label.title : area };
  }
  return parseSectionLabel(area);
}

function toTask(
  values: Record<TaskColumnId, CellValue>,
  printedId: string,
  applicability: Applicability,
): Task {
  const text = (id: TaskColumnId): string => cleanText(String(values[id]));
  const lines = (id: TaskColumnId): string => cleanLines(String(values[id]));
  const { section, title } = parseSectionCell(text('area'), printedId, text('tt'));
  return {
    id: text('id'),
    section,
    sectionTitle: title,
    tt: text('tt'),
    content: lines('content'),
    leadUnit: lines('leadUnit'),
    coordinatingUnit: lines('coordinatingUnit'),
    applicability,
    reason: text('reason'),
    product: lines('product'),
    timing: lines('timing'),
    note: lines('note'),
  };
}

/**
 * Reads the table of tasks back: columns by their headers wherever they stand, the clerk's own columns kept apart,
 * rows in the order of the sheet, blank ones left out. Words that place completion
 * outside of the period of their document do not count, where `today` is given.
 */
export function readTaskTable(
  table: TableSnapshot,
  documents: readonly TrackedDocument[] = [],
  today: IsoDate | null = null,
): Result<TaskTable> {
  const read = readTable<TaskColumnId>(table, {
    headers: COLUMN_HEADERS,
    alternatives: ALTERNATIVE_HEADERS,
    required: REQUIRED_TASK_COLUMNS,
  });
  if (!read.ok) return read;
  const keys = buildTaskKeys(read.value.rows.map(({ tableRow }) => tableRow));
  const editions = new Map(documents.map((one) => [one.code, getCurrentEdition(one)]));
  const rows = read.value.rows.map(({ index, values, tableRow }, position): TaskRecord => {
    const { document, printedId } = readRowDocument(tableRow, documents);
    const edition = editions.get(document);
    const period = today === null ? null : getCompletionPeriod(edition, today);
    const { applicability, state, isOutsidePeriod } = readMarks(values, period);
    return {
      key: keys[position]!,
      index,
      document,
      printedId,
      task: toTask(values, printedId, applicability),
      status: state,
      isOutsidePeriod,
      words: { applicability: values.applicability, status: values.status },
      due: values.due,
      doneOn: values.doneOn,
      evidence: cleanText(String(values.evidence)),
      person: cleanText(String(values.person)),
      tableRow,
    };
  });
  return ok({ ...read.value, rows });
}

/** Reads the table of tasks. A table of that name in a workbook that the add-in never wrote is somebody else's. */
export function readTasks({ tasks, metadataSheet }: Snapshot): Result<TaskTable> {
  if (!tasks) return err('no-annex-sheet', {});
  const { metadata } = metadataSheet;
  const read = readTaskTable(tasks, metadata ? getDocuments(metadata) : []);
  return read.ok || metadataSheet.metadata
    ? read
    : err('table-name-taken', { sheet: tasks.sheet }, { table: TASK_TABLE });
}
