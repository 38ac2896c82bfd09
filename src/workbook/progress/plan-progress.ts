import { err } from '../../annex/outcome';
import { getProductTypeName } from '../../annex/products/read-products';
import type { Problem, Result } from '../../annex/problem';
import type { ProgressSettings } from '../../annex/progress/settings';
import { hasTypedValues } from '../../annex/progress/types';
import type { TypedValues } from '../../annex/progress/types';
import { logHeaders } from '../../locales/progress-sheet-words';
import type { ChangePlan } from '../plan-change';
import { planSummary, titleSteps } from '../plan-revise';
import { planTable } from '../plan-rows';
import type { TableKind } from '../plan-rows';
import { readTasks } from '../read-tasks';
import type { TrackedTable } from '../read-tasks';
import { reviseTable } from '../revise-rows';
import { NO_FACTS } from '../school-book';
import type { Facts } from '../school-book';
import { freeSheetName, sheetOfName } from '../snapshot';
import type { Snapshot } from '../snapshot';
import type { Step } from '../step';
import { CALENDAR_NAMES } from './calendar-sheet';
import { cellsBefore, linkSteps, recordedOnTask, unlinkSteps, unlinkedCells } from './linked-columns';
import { LOG_COLUMN_IDS, LOG_LOOKS, LOG_TABLE } from './log-columns';
import type { LogColumnId } from './log-columns';
import { readLogRow } from './log-rows';
import type { LogBookRow } from './log-rows';
import { hasSettings, settingsSteps } from './plan-settings';
import { NO_LOG_CHANGES } from './progress-change';
import type { ProgressChange } from './progress-change';
import { firstSettings, readProgress } from './progress-snapshot';
import type { Progress } from './progress-snapshot';
import { inPlace } from './in-place';
import { OUR_PROGRESS_NAMES, formulaSteps, namesPresent, ruleSteps, sheetSteps } from './progress-steps';
import { isOwnRow, logKeys } from './read-log';
import type { ReadLog, ReadLogRow } from './read-log';
import { renewal, trackedTasks } from './renew';
import type { LogRenewal } from './renew';
import { SETTING_NAMES } from './setting-names';
import { PROGRESS_SUMMARY_NAMES } from './summary-tables';

const LOG: TableKind<LogColumnId> = {
  name: LOG_TABLE,
  columnIds: LOG_COLUMN_IDS,
  numberFormat: (id) => LOG_LOOKS[id].numberFormat,
};

/** A change of the log with what it comes to, row by row. */
export type ProgressPlan = ChangePlan & { rows: LogRenewal['rows'] };

function typesOf(rows: readonly LogBookRow[], { products }: ProgressSettings): string[] {
  const present = new Set(rows.flatMap(({ cells }) => String(cells.productTypes).split('; ')));
  return products.map(({ id }) => getProductTypeName(id, products)).filter((name) => present.has(name));
}

function withProducts(facts: Facts | null, products: string[] | null): Facts | null {
  if (!facts) return null;
  const { products: _before, ...lines } = facts.summary;
  return { ...facts, summary: products ? { ...lines, products } : lines };
}

/** What the add-in knows once the unit of the change keeps the workbook. */
function withUnit(facts: Facts | null, { unit }: ProgressChange): Facts | null {
  return unit ? { ...(facts ?? NO_FACTS), unit } : facts;
}

/** The change of the unit that leads back; in a workbook without a record it is the blank one. */
function unitBefore(facts: Facts | null, { unit }: ProgressChange): Pick<ProgressChange, 'unit'> {
  return unit ? { unit: (facts ?? NO_FACTS).unit } : {};
}

function retitled({ tasks }: Snapshot, before: Facts | null, after: Facts | null): Step[] {
  return tasks && before && after ? titleSteps(tasks, before, after) : [];
}

/** Rows kept for undo, as they would be read from the sheet. */
function asRead(rows: readonly LogBookRow[], settings: ProgressSettings): ReadLogRow[] {
  const keys = logKeys(rows);
  return rows.map((book, index) => {
    const values = Object.fromEntries(
      LOG_COLUMN_IDS.map((id) => [id, typeof book.cells[id] === 'object' ? '' : book.cells[id]]),
    ) as Parameters<typeof readLogRow>[1];
    const key = keys[index]!;
    return { key, index, book, log: readLogRow(key, values, settings.products) };
  });
}

function isWorthKeeping({ key, log, book }: ReadLogRow): boolean {
  return hasTypedValues(log.typed) || isOwnRow(key) || Object.values(book.extra).some((cell) => cell !== '');
}

type Recorded = { byTask: Map<string, Partial<TypedValues>>; spread: string[] };

/** What was typed on *Phụ lục* itself, by task; told where it goes to several occurrences. */
function recordedOnTasks(table: TrackedTable, counts: ReadonlyMap<string, number>): Recorded {
  const byTask = new Map<string, Partial<TypedValues>>();
  for (const row of table.rows) {
    const typed = recordedOnTask(row);
    if (row.task.id !== '' && Object.keys(typed).length > 0 && !byTask.has(row.task.id)) {
      byTask.set(row.task.id, typed);
    }
  }
  const spread = [...byTask.keys()].filter((task) => (counts.get(task) ?? 0) > 1);
  return { byTask, spread };
}

function named(code: Problem['code'], tasks: readonly string[]): Problem[] {
  return tasks.length === 0
    ? []
    : [
        {
          code,
          severity: 'warning',
          place: {},
          details: { tasks: [...new Set(tasks)].join(', '), count: tasks.length },
        },
      ];
}

/** What becomes of the log: the rows of the change, then what renewing makes of them. */
function changedLog(
  log: ReadLog | null,
  table: TrackedTable,
  settings: ProgressSettings,
  change: ProgressChange,
) {
  const given = reviseTable(logKeys, log?.rows.map(({ book }) => book) ?? [], change.log);
  if (!change.renew) return { ...given, renewed: null, recorded: null };
  // A change that renews brings rows of its own only where there was no log.
  const rows = log?.rows ?? asRead(given.rows, settings);
  const tasks = trackedTasks(table);
  const first = renewal(rows, tasks, settings);
  const counts = new Map<string, number>();
  for (const { row, change: kind } of first.rows) {
    if (kind !== 'orphan' && kind !== 'removed') counts.set(row.task, (counts.get(row.task) ?? 0) + 1);
  }
  const recorded = recordedOnTasks(table, counts);
  const renewed = recorded.byTask.size === 0 ? first : renewal(rows, tasks, settings, recorded.byTask);
  const books = rows.map(({ book }) => book);
  return { ...reviseTable(logKeys, books, inPlace(books, renewed.changes)), renewed, recorded };
}

const tableHeight = (snapshot: Snapshot): number => Math.max(0, (snapshot.tasks?.values.length ?? 1) - 1);

function planPresent(
  snapshot: Snapshot,
  table: TrackedTable,
  progress: Progress,
  change: ProgressChange,
): Result<ProgressPlan> {
  const { log } = progress;
  const isFirst = log === null && snapshot.progress?.settings.today === undefined;
  const before = isFirst ? firstSettings(snapshot) : progress.settings;
  const settings = change.settings ?? before;
  const changed = changedLog(log, table, settings, log ? change : { ...change, renew: true });
  const { effective } = changed;
  const movesRows = effective.add.length > 0 || effective.remove.length > 0;
  if (log && snapshot.progress?.log?.filtered && movesRows) {
    return err('table-filtered', { sheet: log.sheet });
  }
  const facts = snapshot.record.facts;
  const after = withProducts(withUnit(facts, change), typesOf(changed.rows, settings));
  const summary = facts && after ? planSummary(snapshot, table, facts, after) : { steps: [], warnings: [] };
  const height = log
    ? (snapshot.progress?.log?.values.length ?? 1) - 1 + effective.add.length - effective.remove.length
    : 0;
  const links = linkSteps(table, log?.names ?? logHeaders, tableHeight(snapshot));
  const steps = [
    ...(hasSettings(snapshot) ? settingsSteps(snapshot, before, settings) : []),
    ...(log ? planTable(LOG, log, effective) : []),
    ...(log ? formulaSteps(log, snapshot, table, Math.max(1, height), effective.add.length > 0) : []),
    ...(log ? ruleSteps(log, effective, Math.max(1, height)) : []),
    ...sheetSteps(snapshot, log, changed.rows, table, settings),
    ...links,
    ...retitled(snapshot, facts, after),
    ...summary.steps,
  ];
  const inverse: ProgressChange = log
    ? {
        kind: 'progress',
        sheets: 'present',
        settings: change.settings ? before : null,
        log: changed.inverse,
        renew: false,
        tasks: links.length > 0 ? cellsBefore(table) : [],
        ...unitBefore(facts, change),
      }
    : {
        kind: 'progress',
        sheets: 'absent',
        settings: null,
        log: NO_LOG_CHANGES,
        renew: false,
        tasks: cellsBefore(table),
        ...unitBefore(facts, change),
      };
  const orphans = (changed.renewed?.rows ?? []).filter((row) => row.change === 'orphan');
  const was = new Set(log?.rows.filter((row) => row.log.untracked).map(({ key }) => key));
  return {
    ok: true,
    value: { steps, inverse, facts: after, rows: changed.renewed?.rows ?? [] },
    warnings: [
      ...progress.warnings,
      ...summary.warnings,
      ...named(
        'log-rows-kept',
        orphans.filter(({ row }) => !was.has(row.key)).map(({ row }) => row.task),
      ),
      ...named('recorded-on-task', changed.recorded?.spread ?? []),
    ],
  };
}

function planAbsent(
  snapshot: Snapshot,
  table: TrackedTable,
  { log, settings }: Progress,
  change: ProgressChange,
): ProgressPlan {
  const sheets = [
    log?.sheet,
    sheetOfName(snapshot, CALENDAR_NAMES.month),
    sheetOfName(snapshot, SETTING_NAMES.today),
  ].filter((sheet): sheet is string => typeof sheet === 'string');
  const facts = snapshot.record.facts;
  const after = withProducts(withUnit(facts, change), null);
  const summary = facts && after ? planSummary(snapshot, table, facts, after).steps : [];
  const gone = Object.values(PROGRESS_SUMMARY_NAMES);
  const names = namesPresent(
    snapshot,
    summary.length > 0 ? [...OUR_PROGRESS_NAMES, ...gone] : OUR_PROGRESS_NAMES,
  );
  const visible = snapshot.sheets.some(({ name, visible: seen }) => seen && !sheets.includes(name));
  return {
    steps: [
      ...unlinkedCells(table, tableHeight(snapshot), change.tasks),
      ...unlinkSteps(table, tableHeight(snapshot)),
      ...retitled(snapshot, facts, after),
      ...summary,
      ...(sheets.length > 0
        ? [
            {
              kind: 'remove-sheets',
              sheets: [...new Set(sheets)],
              names,
              instead: visible ? null : freeSheetName(snapshot, 'Sheet1'),
            } satisfies Step,
          ]
        : []),
    ],
    inverse: {
      kind: 'progress',
      sheets: 'present',
      settings,
      log: {
        edits: [],
        add: (log?.rows ?? []).filter(isWorthKeeping).map(({ book }) => ({ after: null, row: book })),
        remove: [],
      },
      renew: true,
      tasks: [],
      ...unitBefore(facts, change),
    },
    facts: after,
    rows: [],
  };
}

/** What a change of the log, its settings and its sheets does to the workbook of a snapshot. */
export function planProgress(snapshot: Snapshot, change: ProgressChange): Result<ProgressPlan> {
  const table = readTasks(snapshot);
  if (!table.ok) return table;
  const progress = readProgress(snapshot);
  if (!progress.ok) return progress;
  return change.sheets === 'present'
    ? planPresent(snapshot, table.value, progress.value, change)
    : { ok: true, value: planAbsent(snapshot, table.value, progress.value, change), warnings: [] };
}
