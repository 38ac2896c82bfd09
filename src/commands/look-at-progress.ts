import { daysBetween } from '../annex/calendar/dates';
import { agendaOf } from '../annex/progress/agenda';
import { checkRecord } from '../annex/progress/check-record';
import { tallyOf } from '../annex/progress/tally';
import { lastDayOfRow, timelinessOf } from '../annex/progress/timeliness';
import { readTiming } from '../annex/timing/read-timing';
import type { Task } from '../annex/types';
import { runOnWorkbook } from '../excel/run';
import { loadSelection, selectedKeys } from '../excel/selection';
import { planProgress } from '../workbook/progress/plan-progress';
import { RENEW } from '../workbook/progress/progress-change';
import { timingOptions } from '../workbook/progress/renew';
import type { Command } from './command';
import { localDay } from '../annex/calendar/dates';
import { readContext } from './progress-context';
import type { ProgressContext } from './progress-context';
import type { ProgressItem, ProgressQuestion, ProgressView, ReviewItem } from './progress-types';

/** Where the log stands against the annex and its settings. */
function stateOf({ snapshot, progress }: ProgressContext): ProgressView['log'] {
  if (!progress.log) return 'absent';
  const planned = planProgress(snapshot, RENEW);
  return planned.ok && planned.value.steps.length === 0 ? 'current' : 'stale';
}

function viewOf(
  read: ProgressContext,
  today: string,
  { on, leadUnit, horizon }: ProgressQuestion,
): Omit<ProgressView, 'selected'> {
  const { table, progress, rows } = read;
  const { settings } = progress;
  const rules = settings.calendar;
  const day = on ?? progress.today ?? today;
  const tasks = new Map<string, Task>(table.rows.map(({ task }) => [task.id, task]));
  const items = rows.map((row): ProgressItem => {
    const timeliness = timelinessOf(row, day, rules);
    const lastDay = lastDayOfRow(row, rules);
    return {
      row,
      timeliness,
      lastDay,
      daysLeft: lastDay === null ? null : daysBetween(day, lastDay),
      task: tasks.get(row.task) ?? null,
      remarks: row.gone ? [] : checkRecord(row, { today: day, products: settings.products }),
    };
  });
  const review = items.flatMap(({ row, task, timeliness }): ReviewItem[] =>
    timeliness === 'needsReview' && task && row.deadline.is === 'unread'
      ? [{ event: row.key, task, reading: readTiming(task.timing, timingOptions(settings)) }]
      : [],
  );
  const units = new Set(items.flatMap(({ task, row }) => (task && !row.gone ? [task.leadUnit] : [])));
  return {
    log: stateOf(read),
    on: day,
    isFixedDay: progress.today !== null && progress.today !== today,
    items,
    agenda: agendaOf(
      rows.filter(({ gone }) => !gone),
      [...tasks.values()],
      {
        on: day,
        rules,
        ...(horizon !== undefined && { horizon }),
        ...(leadUnit !== undefined && { leadUnit }),
      },
    ),
    counts: tallyOf(rows, day, rules),
    review,
    leadUnits: [...units].filter((unit) => unit !== ''),
    settings,
  };
}

/** Reads what is due, late, done and unread on a day. Two syncs. */
export const lookAtProgress: Command<ProgressQuestion, ProgressView> = {
  id: 'look-at-progress',
  labelKey: 'command.look-at-progress',
  run: ({ now }, question) =>
    runOnWorkbook<ProgressView>(async (context) => {
      const selection = loadSelection(context);
      const read = await readContext(context);
      if (!read.ok) return read;
      const { table, progress, rows } = read.value;
      const keys = new Set(selectedKeys(selection, table));
      const tasks = new Set(table.rows.flatMap(({ key, task }) => (keys.has(key) ? [task.id] : [])));
      const selected =
        progress.log && selection.worksheet.name === progress.log.sheet
          ? selectedKeys(selection, progress.log)
          : rows.flatMap((row) => (tasks.has(row.task) ? [row.key] : []));
      const view = viewOf(read.value, localDay(now()), question);
      return { ok: true, value: { ...view, selected }, warnings: read.warnings };
    }),
};
