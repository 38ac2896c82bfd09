import { formatAddress } from '@phuluc/ooxml/a1';
import { getCurrentEdition } from '../../annex/tracked-document';
import { readRecordedValues } from '../../consolidation/reader/read-recorded-values';
import type { SourceCell } from '../../consolidation/types';
import { formatDate, fromExcelSerial, type IsoDate, toExcelSerial } from '../../shared/dates';
import { getPlainText } from '../../sheets/cell-content';
import type { CellValue } from '../../sheets/cell-value';
import { APPLICABILITY_LABELS, COLUMN_HEADERS, STATUS_LABELS } from '../../sheets/labels/school-labels';
import { getDocuments } from '../documents/documents';
import {
  findNotPerformedColumn,
  isSameWord,
  readTasks,
  type TaskRecord,
  type TaskTable,
} from '../tasks/read-tasks';
import type { TaskColumnId } from '../tasks/task-columns';
import type { HealthIssue } from './health-issue';
import type { HealthSnapshot } from './health-snapshot';

const ERROR_VALUE = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/;

type TaskCell = { table: TaskTable; row: TaskRecord; id: TaskColumnId };

function getTaskCellAddress({ table, row, id }: TaskCell): string {
  return formatAddress(table.top + 1 + row.index, table.left + (table.columns[id] ?? 0));
}

const getCellText = ({ row, id }: TaskCell): string => getPlainText(row.tableRow.cells[id]).trim();

/** Creates an issue of one cell, with its content and the content it should have. */
function createCellIssue(
  code: HealthIssue['code'],
  cell: TaskCell,
  content: string | number | null,
): HealthIssue {
  return {
    code,
    place: { sheet: cell.table.sheet, cell: getTaskCellAddress(cell), task: cell.row.key },
    details: {
      column: COLUMN_HEADERS[cell.id],
      value: getCellText(cell),
      ...(typeof content === 'string' && { word: content }),
    },
    fix:
      content === null
        ? null
        : { kind: 'edit-rows', edits: [{ key: cell.row.key, cells: { [cell.id]: content } }] },
  };
}

const toSourceCell = (cell: TaskCell): SourceCell => ({
  value: getCellText(cell),
  cell: getTaskCellAddress(cell),
});

/** A row that says beside its blank *Áp dụng* that its task is not performed. */
function findMarkElsewhere(table: TaskTable, row: TaskRecord): HealthIssue | null {
  if (getCellText({ table, row, id: 'applicability' }) !== '') return null;
  const id = findNotPerformedColumn(row);
  if (!id) return null;
  const word = APPLICABILITY_LABELS.notPerformed;
  const issue = createCellIssue('mark-elsewhere', { table, row, id }, null);
  const cells = { applicability: word, ...(id === 'status' && { status: '' }) };
  return {
    ...issue,
    details: { ...issue.details, word },
    fix: { kind: 'edit-rows', edits: [{ key: row.key, cells }] },
  };
}

/** Words in the columns with a list that are not of the list, or that stand in another column. */
function findUnlistedValues(table: TaskTable, row: TaskRecord): HealthIssue[] {
  const elsewhere = table.columns.applicability === undefined ? null : findMarkElsewhere(table, row);
  const listed = (['applicability', 'status'] as const).filter(
    (id) =>
      table.columns[id] !== undefined &&
      !(id === 'status' && elsewhere?.details['column'] === COLUMN_HEADERS.status),
  );
  return [
    ...(elsewhere ? [elsewhere] : []),
    ...listed.flatMap((id) => findUnlistedValue({ table, row, id }) ?? []),
  ];
}

/** Words in a column with a list that are not of the list, and what they mean. */
function findUnlistedValue(cell: TaskCell): HealthIssue | null {
  const value = getCellText(cell);
  if (value === '' || ERROR_VALUE.test(value)) return null;
  const listed: string[] =
    cell.id === 'status'
      ? Object.values(STATUS_LABELS)
      : [APPLICABILITY_LABELS.performed, APPLICABILITY_LABELS.notPerformed];
  if (listed.some((word) => isSameWord(value, word))) return null;
  const field = cell.id === 'status' ? 'status' : 'applicability';
  const { recorded } = readRecordedValues(
    { [field]: toSourceCell(cell) },
    { date1904: false, year: null },
    null,
  );
  const word =
    field === 'status'
      ? recorded.state && STATUS_LABELS[recorded.state]
      : recorded.applicability !== 'undecided' && APPLICABILITY_LABELS[recorded.applicability];
  return word ? createCellIssue('words-unlisted', cell, word) : createCellIssue('words-unclear', cell, null);
}

function findTextDate(cell: TaskCell, year: number | null): HealthIssue | null {
  const value = cell.row.tableRow.cells[cell.id];
  if (typeof value !== 'string' || value.trim() === '' || ERROR_VALUE.test(value)) return null;
  const { recorded } = readRecordedValues({ doneOn: toSourceCell(cell) }, { date1904: false, year }, null);
  return recorded.doneOn === ''
    ? createCellIssue('date-unread', cell, null)
    : createCellIssue('date-as-text', cell, toExcelSerial(recorded.doneOn));
}

/** Rows without an id: the section of the area with TT, where no other row has it. */
function findMissingIds(table: TaskTable): HealthIssue[] {
  const taken = new Set(table.rows.map(({ task }) => task.id).filter((id) => id !== ''));
  return table.rows
    .filter(({ task }) => task.id === '' && task.content !== '')
    .map((row): HealthIssue => {
      const { section, tt } = row.task;
      const id = section !== '' && tt !== '' ? `${section}.${tt}` : '';
      const isFree = id !== '' && !taken.has(id);
      if (isFree) taken.add(id);
      return createCellIssue('ids-missing', { table, row, id: 'id' }, isFree ? id : null);
    });
}

function findDuplicateIds(table: TaskTable): HealthIssue[] {
  const first = new Map<string, TaskRecord>();
  return table.rows.flatMap((row): HealthIssue[] => {
    const { id } = row.task;
    const earlier = id === '' ? undefined : first.get(id);
    if (id !== '' && !earlier) first.set(id, row);
    if (!earlier) return [];
    const issue = createCellIssue('id-doubled', { table, row, id: 'id' }, null);
    const other = getTaskCellAddress({ table, row: earlier, id: 'id' });
    return [{ ...issue, details: { ...issue.details, other } }];
  });
}

/** Errors that cells show, of formulas too. */
function findErrorValues(table: TaskTable, row: TaskRecord, shown: readonly CellValue[]): HealthIssue[] {
  return (Object.keys(table.columns) as TaskColumnId[]).flatMap((id): HealthIssue[] => {
    const value = String(shown[table.columns[id] ?? -1] ?? '');
    if (!ERROR_VALUE.test(value)) return [];
    const issue = createCellIssue('cell-error', { table, row, id }, null);
    return [{ ...issue, details: { ...issue.details, value } }];
  });
}

/** Serial numbers of the first and the last day that a task of an annex may have. */
const FIRST_PLAUSIBLE_DAY = toExcelSerial('2000-01-01');
const LAST_PLAUSIBLE_DAY = toExcelSerial('2099-12-31');

/** Finds a day of a task that cannot be right, though Excel takes it for a date. */
function findImpossibleDate(cell: TaskCell, { annexDate, today }: Days): HealthIssue | null {
  const value = cell.id === 'doneOn' ? cell.row.doneOn : cell.row.due;
  const serial = typeof value === 'number' ? Math.floor(value) : null;
  if (serial === null) return null;
  const create = (code: HealthIssue['code'], other?: IsoDate): HealthIssue => {
    const issue = createCellIssue(code, cell, null);
    const date = fromExcelSerial(serial);
    return {
      ...issue,
      details: {
        ...issue.details,
        value: date ? formatDate(date) : String(value),
        ...(other && { other: formatDate(other) }),
      },
    };
  };
  if (serial < FIRST_PLAUSIBLE_DAY || serial > LAST_PLAUSIBLE_DAY) return create('date-impossible');
  if (cell.id !== 'doneOn') return null;
  if (today !== '' && serial > toExcelSerial(today)) return create('done-in-future');
  return annexDate !== '' && serial < toExcelSerial(annexDate)
    ? create('done-before-annex', annexDate)
    : null;
}

/** Columns that say something of a task; a row with one of them and no content is not counted. */
const MARKED_COLUMNS = ['id', 'applicability', 'status', 'doneOn', 'evidence'] as const;

function findMissingContent(table: TaskTable): HealthIssue[] {
  return table.rows
    .filter(
      ({ task, tableRow }) =>
        task.content === '' && MARKED_COLUMNS.some((id) => getPlainText(tableRow.cells[id]).trim() !== ''),
    )
    .map((row) => {
      const issue = createCellIssue('content-missing', { table, row, id: 'content' }, null);
      return { ...issue, details: { ...issue.details, task: row.task.id } };
    });
}

/** The days that a day of completion is compared with; '' if one is not known. */
type Days = { annexDate: IsoDate; today: IsoDate };

/** Finds what stands in the rows and is not counted, or counted wrongly. */
export function findCellIssues({ snapshot }: HealthSnapshot, today: IsoDate = ''): HealthIssue[] {
  const read = readTasks(snapshot);
  if (!read.ok) return [];
  const table = read.value;
  const { metadata } = snapshot.metadataSheet;
  const editions = new Map(
    metadata ? getDocuments(metadata).map((one) => [one.code, getCurrentEdition(one)]) : [],
  );
  const has = (id: TaskColumnId): boolean => table.columns[id] !== undefined;
  return [
    ...findMissingIds(table),
    ...findDuplicateIds(table),
    ...findMissingContent(table),
    ...table.rows.flatMap((row) => [
      ...findUnlistedValues(table, row),
      ...(['due', 'doneOn'] as const).filter(has).flatMap((id) => {
        const cell = { table, row, id };
        const edition = editions.get(row.document);
        const days = { annexDate: edition?.date ?? '', today };
        return findTextDate(cell, edition?.year ?? null) ?? findImpossibleDate(cell, days) ?? [];
      }),
      ...findErrorValues(table, row, snapshot.tasks?.values[row.index + 1] ?? []),
    ]),
  ];
}
