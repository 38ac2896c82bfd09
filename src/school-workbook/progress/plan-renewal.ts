import { splitDocumentTaskId } from '../../annex/tracked-document';
import type { Task } from '../../annex/types';
import { buildOccurrences } from '../../progress/build-occurrences';
import { findPhraseMeaning, NO_DEADLINE, type ProgressSettings } from '../../progress/progress-settings';
import { type RenewedRow, renewLog } from '../../progress/renew-log';
import type { LogRow, Occurrence, TypedValues } from '../../progress/types';
import { toMatchKey } from '../../shared/text';
import { DEADLINE_BOUND_LABELS } from '../../sheets/labels/progress-labels';
import type { CellContent } from '../../sheets/sheet-spec';
import type { TimingOptions } from '../../timing/types';
import type { TaskTable } from '../tasks/read-tasks';
import type { TableRowChanges } from '../tasks/revise-table-rows';
import type { LogColumnId } from './log-columns';
import { parseEventDate, toDateContent, toLogTableRow, toPrintedCells, toRecordedCells } from './log-rows';
import { isManualRow, type LogRecord } from './read-log';

/** Returns how the timing of a task is read with these settings: by the year and the date of its document. */
export function getTimingOptions(settings: ProgressSettings, { id }: Pick<Task, 'id'>): TimingOptions {
  const { calendar, documents = [] } = settings;
  const { code } = splitDocumentTaskId(
    id,
    documents.map((one) => one.code),
  );
  const { year, isSchoolYear, from } = documents.find((one) => one.code === code) ?? settings;
  return {
    year,
    ...(isSchoolYear && year !== null && { header: `Năm học ${year} - ${year + 1}` }),
    ...(from !== '' && { from }),
    calendar,
  };
}

/** Words that a settled timing is read by; `NO_DEADLINE` reads as a thing that goes on. */
function applyPhraseMeaning(task: Task, settings: ProgressSettings): { task: Task; isFree: boolean } {
  const meaning = findPhraseMeaning(task, settings.phrases);
  if (meaning === null) return { task, isFree: false };
  return { task: { ...task, timing: meaning }, isFree: toMatchKey(meaning) === toMatchKey(NO_DEADLINE) };
}

/** Occurrences of a task as the office reads its timing. */
function buildTaskOccurrences(task: Task, settings: ProgressSettings): Occurrence[] {
  const settled = applyPhraseMeaning(task, settings);
  const options = { ...getTimingOptions(settings, task), products: settings.products };
  const found = buildOccurrences(settled.isFree ? { ...task, timing: '' } : settled.task, options);
  return settled.isFree ? found.map((one) => ({ ...one, deadline: { kind: 'none' as const } })) : found;
}

/** Tasks with a code, each code once; a row without one cannot be followed. */
export function getTrackedTasks(table: TaskTable): Task[] {
  const seen = new Set<string>();
  return table.rows.flatMap(({ task }) => {
    if (task.id === '' || seen.has(task.id)) return [];
    seen.add(task.id);
    return [task];
  });
}

/**
 * Moves a deadline typed over that of the annex to the column of adjusted deadlines: it is the clerk's. The EventId
 * ends with the annex's own deadline.
 */
function moveTypedDeadline(row: LogRow, due: CellContent): LogRow {
  const period = parseEventDate(row.key);
  if (row.untracked || due === '' || due === toDateContent(period) || row.typed.dueByHand !== '') return row;
  const typed = row.deadline.kind === 'dated' ? row.deadline.due : String(due);
  return { ...row, typed: { ...row.typed, dueByHand: typed } };
}

/** Returns the fields that differ. */
function diffTypedValues(before: TypedValues, after: TypedValues): Partial<TypedValues> {
  return Object.fromEntries(
    Object.entries(after).filter(([field, value]) => before[field as keyof TypedValues] !== value),
  ) as Partial<TypedValues>;
}

export type LogRenewal = {
  changes: TableRowChanges<LogColumnId>;
  rows: { change: RenewedRow['change'] | 'removed'; row: LogRow }[];
};

/**
 * Plans what a log must change to be the one that the annex and the settings ask for. Typed cells only move with
 * their row; rows no longer asked for stay and are marked if something was typed in them; rows that the clerk added
 * stay as they are.
 *
 * @param recorded what was recorded on tasks themselves, by id; it goes to all of their occurrences
 */
export function planRenewal(
  before: readonly Pick<LogRecord, 'key' | 'log' | 'tableRow'>[],
  tasks: readonly Task[],
  settings: ProgressSettings,
  recorded: ReadonlyMap<string, Partial<TypedValues>> = new Map(),
): LogRenewal {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const updated = tasks.flatMap((task) => buildTaskOccurrences(task, settings));
  const asked = before
    .filter(({ key }) => !isManualRow(key))
    .map((each) => ({ each, row: moveTypedDeadline(each.log, each.tableRow.cells.due) }));
  const origin = new Map(asked.map(({ each, row }) => [row.typed, { each, row }]));
  const renewed = renewLog(
    asked.map(({ row }) => row),
    updated,
  );
  const changes: TableRowChanges<LogColumnId> = { edits: [], add: [], remove: [] };
  const rows: LogRenewal['rows'] = [];
  let last: string | null = null;
  const mark = (key: string, row: LogRow, before: LogRow): void => {
    const typed = toRecordedCells(diffTypedValues(before.typed, row.typed));
    changes.edits.push({ key, cells: { event: key, bound: DEADLINE_BOUND_LABELS.gone, ...typed } });
    rows.push({ change: 'orphan', row: { ...row, untracked: true } });
  };
  for (const { row: found, change } of renewed.rows) {
    const task = byId.get(found.task);
    const from = change === 'added' ? undefined : origin.get(found.typed);
    const row = { ...found, typed: { ...found.typed, ...recorded.get(found.task) } };
    if (!from) {
      if (task) changes.add.push({ after: last, row: toLogTableRow(row, task, settings.products) });
      rows.push({ row, change });
      continue;
    }
    const { key, log } = from.each;
    last = key;
    if (change === 'orphan' || !task) {
      mark(key, row, log);
      continue;
    }
    const printed = toPrintedCells(row, task, settings.products);
    changes.edits.push({
      key,
      cells: { ...printed, ...toRecordedCells(diffTypedValues(log.typed, row.typed)) },
    });
    rows.push({ row, change });
  }
  for (const row of renewed.removed) {
    const from = origin.get(row.typed);
    // What stands in a column of the clerk's own is typed too.
    const isNoted = Object.values(from?.each.tableRow.extra ?? {}).some((cell) => cell !== '');
    if (from && isNoted) mark(from.each.key, row, from.each.log);
    else {
      changes.remove.push(row.key);
      rows.push({ row, change: 'removed' });
    }
  }
  return { changes, rows };
}
