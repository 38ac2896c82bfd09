import { runOnWorkbook } from '../../excel/run-on-workbook';
import { queueSelection, readSelectedRows, warnOfHiddenRows } from '../../excel/selection';
import { changeWorkbook } from '../../excel/write/change-workbook';
import { getRowLastDay } from '../../progress/timeliness';
import type { LogRow, TypedValues } from '../../progress/types';
import { toRecordedCells } from '../../school-workbook/progress/log-rows';
import type { ProgressChange } from '../../school-workbook/progress/progress-change';
import { type IsoDate, toLocalIsoDate } from '../../shared/dates';
import type { Problem } from '../../shared/problem';
import { err, ok } from '../../shared/result';
import type { Command } from '../command';
import { type ProgressContext, readProgressContext } from './progress-context';
import type { EventSelection, RecordInput, RecordOutcome } from './types';

function isOpen({ typed, untracked }: LogRow): boolean {
  return !untracked && typed.state !== 'done' && typed.state !== 'nothingArisen';
}

/** Returns the open rows in the order of their deadlines; those without one come last. */
function sortByAgenda({ rows, progress }: ProgressContext): LogRow[] {
  const getSortKey = (row: LogRow): string => getRowLastDay(row, progress.settings.calendar) ?? '9999';
  return rows
    .filter(isOpen)
    .sort((a, b) => (getSortKey(a) < getSortKey(b) ? -1 : getSortKey(a) > getSortKey(b) ? 1 : 0));
}

function findNextOfEachTask(read: ProgressContext, tasks: readonly string[]): string[] {
  const open = sortByAgenda(read);
  return tasks.flatMap((task) => open.find((row) => row.task === task)?.key ?? []);
}

type ResolvedEvents = { events: readonly string[]; skipped: Problem[] };

/** Returns the EventIds of a selection, with a warning if hidden rows were left out. */
async function resolveSelection(
  context: Excel.RequestContext,
  read: ProgressContext,
  rows: EventSelection,
  selection: Excel.RangeAreas | null,
): Promise<ResolvedEvents> {
  if (rows !== 'selection') {
    return { events: 'events' in rows ? rows.events : findNextOfEachTask(read, rows.tasks), skipped: [] };
  }
  const { log } = read.progress;
  const table = log && selection?.worksheet.name === log.sheet ? log : read.table;
  const selected = await readSelectedRows(context, selection, table);
  const skipped = warnOfHiddenRows(table.sheet, selected);
  if (table === log) return { events: selected.keys, skipped };
  const keys = new Set(selected.keys);
  const tasks = read.table.rows.flatMap(({ key, task }) => (keys.has(key) ? [task.id] : []));
  return { events: findNextOfEachTask(read, tasks), skipped };
}

/** Fills in the workbook's date when an occurrence is recorded as done without one. */
function fillInDoneDay(record: Partial<TypedValues>, { typed }: LogRow, day: IsoDate): Partial<TypedValues> {
  return record.state === 'done' && record.doneOn === undefined && typed.doneOn === ''
    ? { ...record, doneOn: day }
    : record;
}

/** Records the progress of occurrences, in at most three syncs, one more for hidden rows, and one entry in the history. */
export const recordProgress: Command<RecordInput, RecordOutcome> = {
  id: 'record-progress',
  labelKey: 'command.record-progress',
  run: ({ now }, { rows: choice, record }) =>
    runOnWorkbook<RecordOutcome>(async (context) => {
      const selection = choice === 'selection' ? queueSelection(context) : null;
      const read = await readProgressContext(context);
      if (!read.ok) return read;
      const { snapshot, progress, rows } = read.value;
      if (!progress.log) {
        return err('no-progress-sheet');
      }
      const { events: requested, skipped } = await resolveSelection(context, read.value, choice, selection);
      const wanted = new Set(requested);
      const found = rows.filter(({ key }) => wanted.has(key));
      if (found.length === 0) {
        return skipped[0]
          ? err('only-hidden-rows-selected', skipped[0].place)
          : err('no-occurrence-selected');
      }
      const day = progress.today ?? toLocalIsoDate(now());
      const change: ProgressChange = {
        kind: 'progress',
        sheets: 'present',
        settings: null,
        log: {
          edits: found.map((row) => ({
            key: row.key,
            cells: toRecordedCells(fillInDoneDay(record, row, day)),
          })),
          add: [],
          remove: [],
        },
        renew: false,
        tasks: [],
      };
      const done = await changeWorkbook(context, snapshot, change, { command: recordProgress.id, at: now() });
      if (!done.ok) return done;
      const next = sortByAgenda(read.value).find(({ key }) => !wanted.has(key))?.key ?? null;
      const events = found.map(({ key }) => key);
      return ok({ written: done.value.written, events, next }, [...skipped, ...done.warnings]);
    }),
};
