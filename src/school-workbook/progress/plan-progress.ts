import type { ProgressSettings } from '../../progress/progress-settings';
import { getProductTypeName } from '../../progress/read-products';
import { hasTypedValues, type TypedValues } from '../../progress/types';
import type { Problem } from '../../shared/problem';
import { ok, type Result, warning } from '../../shared/result';
import { LOG_HEADERS } from '../../sheets/labels/progress-labels';
import { COLUMN_HEADERS } from '../../sheets/labels/school-labels';
import type { Operation } from '../../sheets/operation';
import { getCurrentHeaders } from '../../sheets/read-table';
import { createRemoveSheetsOperation, filterPresentNames, findSheetOfName } from '../../sheets/sheet-names';
import type { ChangeSet } from '../change-set';
import { planDocumentsSheet } from '../documents/documents-sheet';
import { createTitleOperations, planSummary } from '../plan-revision';
import { EMPTY_METADATA, type WorkbookMetadata } from '../school-workbook';
import { SETTING_NAMES } from '../settings/setting-names';
import { createSettingsOperations, hasAllSettings } from '../settings/settings-operations';
import { type Snapshot } from '../snapshot';
import { PROGRESS_SUMMARY_NAMES } from '../summary/summary-names';
import { readTasks, type TaskTable } from '../tasks/read-tasks';
import { reviseTableRows } from '../tasks/revise-table-rows';
import { CALENDAR_NAMES } from './calendar-sheet';
import {
  captureLinkedCells,
  createCellRestoreOperations,
  createLinkOperations,
  createUnlinkOperations,
  getValuesTypedOnTask,
} from './linked-columns';
import { LOG_COLUMN_IDS } from './log-columns';
import { type LogTableRow, readLogRow } from './log-rows';
import { createLogOperations } from './plan-log-changes';
import { getTrackedTasks, type LogRenewal, planRenewal } from './plan-renewal';
import { NO_LOG_CHANGES, type ProgressChange } from './progress-change';
import { createSheetOperations, MANAGED_PROGRESS_NAMES } from './progress-operations';
import { buildLogKeys, isManualRow, type LogRecord, type LogTable } from './read-log';
import { getInitialSettings, type ProgressState, readProgress } from './read-progress';
import { reuseRemovedRows } from './reuse-removed-rows';

/** A change of the log with what it comes to, row by row. */
export type ProgressChangeSet = ChangeSet & { rows: LogRenewal['rows'] };

/** Returns the types of product that rows of the log name, for the lines of *Tổng hợp*. */
export function getProductTypeNames(rows: readonly LogTableRow[], { products }: ProgressSettings): string[] {
  const present = new Set(rows.flatMap(({ cells }) => String(cells.productTypes).split('; ')));
  return products.map(({ id }) => getProductTypeName(id, products)).filter((name) => present.has(name));
}

function setProducts(metadata: WorkbookMetadata | null, products: string[] | null): WorkbookMetadata | null {
  if (!metadata) return null;
  const { products: _before, ...lines } = metadata.summary;
  return { ...metadata, summary: products ? { ...lines, products } : lines };
}

/** Sets the unit of the change in the metadata. */
function setUnit(metadata: WorkbookMetadata | null, { unit }: ProgressChange): WorkbookMetadata | null {
  return unit ? { ...(metadata ?? EMPTY_METADATA), unit } : metadata;
}

/** Returns the unit to restore; in a workbook without metadata it is the blank one. */
function getPreviousUnit(
  metadata: WorkbookMetadata | null,
  { unit }: ProgressChange,
): Pick<ProgressChange, 'unit'> {
  return unit ? { unit: (metadata ?? EMPTY_METADATA).unit } : {};
}

function createRetitleOperations(
  { tasks }: Snapshot,
  before: WorkbookMetadata | null,
  after: WorkbookMetadata | null,
): Operation[] {
  return tasks && before && after ? createTitleOperations(tasks, before, after) : [];
}

/** Rows kept for undo, as they would be read from the sheet. */
function toLogRecords(rows: readonly LogTableRow[], settings: ProgressSettings): LogRecord[] {
  const keys = buildLogKeys(rows);
  return rows.map((tableRow, index) => {
    const values = Object.fromEntries(
      LOG_COLUMN_IDS.map((id) => [id, typeof tableRow.cells[id] === 'object' ? '' : tableRow.cells[id]]),
    ) as Parameters<typeof readLogRow>[1];
    const key = keys[index]!;
    return { key, index, tableRow, log: readLogRow(key, values, settings.products) };
  });
}

function hasUserContent({ key, log, tableRow }: LogRecord): boolean {
  return (
    hasTypedValues(log.typed) || isManualRow(key) || Object.values(tableRow.extra).some((cell) => cell !== '')
  );
}

type TypedOnTasks = { byTask: Map<string, Partial<TypedValues>>; spread: string[] };

/** Collects what was typed on *Phụ lục* itself, by task; `spread` names tasks with several occurrences. */
function collectTypedByTask(table: TaskTable, counts: ReadonlyMap<string, number>): TypedOnTasks {
  const byTask = new Map<string, Partial<TypedValues>>();
  for (const row of table.rows) {
    const typed = getValuesTypedOnTask(row);
    if (row.task.id !== '' && Object.keys(typed).length > 0 && !byTask.has(row.task.id)) {
      byTask.set(row.task.id, typed);
    }
  }
  const spread = [...byTask.keys()].filter((task) => (counts.get(task) ?? 0) > 1);
  return { byTask, spread };
}

function createTaskWarning(code: Problem['code'], tasks: readonly string[]): Problem[] {
  return tasks.length === 0
    ? []
    : [warning(code, {}, { tasks: [...new Set(tasks)].join(', '), count: tasks.length })];
}

/** Revises the log: the rows of the change, then the renewal. */
function reviseLog(
  log: LogTable | null,
  table: TaskTable,
  settings: ProgressSettings,
  change: ProgressChange,
) {
  const given = reviseTableRows(buildLogKeys, log?.rows.map(({ tableRow }) => tableRow) ?? [], change.log);
  if (!change.renew) return { ...given, renewed: null, recorded: null };
  // A change that renews brings rows of its own only where there was no log.
  const rows = log?.rows ?? toLogRecords(given.rows, settings);
  const tasks = getTrackedTasks(table);
  const first = planRenewal(rows, tasks, settings);
  const counts = new Map<string, number>();
  for (const { row, change: kind } of first.rows) {
    if (kind !== 'orphan' && kind !== 'removed') counts.set(row.task, (counts.get(row.task) ?? 0) + 1);
  }
  const recorded = collectTypedByTask(table, counts);
  const renewed = recorded.byTask.size === 0 ? first : planRenewal(rows, tasks, settings, recorded.byTask);
  const tableRows = rows.map(({ tableRow }) => tableRow);
  return {
    ...reviseTableRows(buildLogKeys, tableRows, reuseRemovedRows(tableRows, renewed.changes)),
    renewed,
    recorded,
  };
}

const getTableHeight = (snapshot: Snapshot): number => Math.max(0, (snapshot.tasks?.values.length ?? 1) - 1);

function planProgressSheets(
  snapshot: Snapshot,
  table: TaskTable,
  progress: ProgressState,
  change: ProgressChange,
): Result<ProgressChangeSet> {
  const { log } = progress;
  const isFirst = log === null && snapshot.progress?.settings.today === undefined;
  const before = isFirst ? getInitialSettings(snapshot) : progress.settings;
  // The documents are those that the workbook has now, whatever it had when the change was kept.
  const { documents } = before;
  const settings = { ...(change.settings ?? before), ...(documents && { documents }) };
  const changed = reviseLog(log, table, settings, log ? change : { ...change, renew: true });
  const { effective } = changed;
  const metadata = snapshot.metadataSheet.metadata;
  const after = setProducts(setUnit(metadata, change), getProductTypeNames(changed.rows, settings));
  const summary =
    metadata && after ? planSummary(snapshot, table, metadata, after) : { operations: [], warnings: [] };
  const links = createLinkOperations(table, log?.names ?? LOG_HEADERS, getTableHeight(snapshot));
  const operations = [
    ...(hasAllSettings(snapshot) ? createSettingsOperations(snapshot, before, settings) : []),
    ...(log ? createLogOperations(snapshot, table, log, effective) : []),
    ...createSheetOperations(snapshot, log, changed.rows, table, settings),
    ...links,
    ...createRetitleOperations(snapshot, metadata, after),
    ...summary.operations,
    ...planDocumentsSheet(snapshot, getCurrentHeaders(table, COLUMN_HEADERS), metadata, after),
  ];
  const inverse: ProgressChange = log
    ? {
        kind: 'progress',
        sheets: 'present',
        settings: change.settings ? before : null,
        log: changed.inverse,
        renew: false,
        tasks: links.length > 0 ? captureLinkedCells(table) : [],
        ...getPreviousUnit(metadata, change),
      }
    : {
        kind: 'progress',
        sheets: 'absent',
        settings: null,
        log: NO_LOG_CHANGES,
        renew: false,
        tasks: captureLinkedCells(table),
        ...getPreviousUnit(metadata, change),
      };
  const orphans = (changed.renewed?.rows ?? []).filter((row) => row.change === 'orphan');
  const previous = new Set(log?.rows.filter((row) => row.log.untracked).map(({ key }) => key));
  return ok({ operations, inverse, metadata: after, rows: changed.renewed?.rows ?? [] }, [
    ...progress.warnings,
    ...summary.warnings,
    ...createTaskWarning(
      'log-rows-kept',
      orphans.filter(({ row }) => !previous.has(row.key)).map(({ row }) => row.task),
    ),
    ...createTaskWarning('recorded-on-task', changed.recorded?.spread ?? []),
  ]);
}

function planProgressRemoval(
  snapshot: Snapshot,
  table: TaskTable,
  { log, settings }: ProgressState,
  change: ProgressChange,
): ProgressChangeSet {
  const sheets = [
    log?.sheet,
    findSheetOfName(snapshot, CALENDAR_NAMES.month),
    findSheetOfName(snapshot, SETTING_NAMES.today),
  ].filter((sheet): sheet is string => typeof sheet === 'string');
  const metadata = snapshot.metadataSheet.metadata;
  const after = setProducts(setUnit(metadata, change), null);
  const summary = metadata && after ? planSummary(snapshot, table, metadata, after).operations : [];
  const progressNames = Object.values(PROGRESS_SUMMARY_NAMES);
  const names = filterPresentNames(
    snapshot,
    summary.length > 0 ? [...MANAGED_PROGRESS_NAMES, ...progressNames] : MANAGED_PROGRESS_NAMES,
  );
  return {
    operations: [
      ...createCellRestoreOperations(table, getTableHeight(snapshot), change.tasks),
      ...createUnlinkOperations(table, getTableHeight(snapshot)),
      ...createRetitleOperations(snapshot, metadata, after),
      ...summary,
      ...planDocumentsSheet(snapshot, getCurrentHeaders(table, COLUMN_HEADERS), metadata, after),
      ...(sheets.length > 0 ? [createRemoveSheetsOperation(snapshot, [...new Set(sheets)], names)] : []),
    ],
    inverse: {
      kind: 'progress',
      sheets: 'present',
      settings,
      log: {
        edits: [],
        add: (log?.rows ?? []).filter(hasUserContent).map(({ tableRow }) => ({ after: null, row: tableRow })),
        remove: [],
      },
      renew: true,
      tasks: [],
      ...getPreviousUnit(metadata, change),
    },
    metadata: after,
    rows: [],
  };
}

/** Plans what a change of the log, its settings and its sheets does to the workbook of a snapshot. */
export function planProgress(snapshot: Snapshot, change: ProgressChange): Result<ProgressChangeSet> {
  const table = readTasks(snapshot);
  if (!table.ok) return table;
  const progress = readProgress(snapshot);
  if (!progress.ok) return progress;
  return change.sheets === 'present'
    ? planProgressSheets(snapshot, table.value, progress.value, change)
    : ok(planProgressRemoval(snapshot, table.value, progress.value, change));
}
