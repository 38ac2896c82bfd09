import type { Task } from '../../annex/types';
import { runOnWorkbook } from '../../excel/run-on-workbook';
import { readSelectedRows, tryWithSelection } from '../../excel/selection';
import { buildAgenda } from '../../progress/build-agenda';
import { checkLogRow } from '../../progress/check-log-row';
import { countTimeliness } from '../../progress/count-timeliness';
import { getRowLastDay, getTimeliness } from '../../progress/timeliness';
import { listSeveralDocuments } from '../../school-workbook/documents/documents';
import { planProgress } from '../../school-workbook/progress/plan-progress';
import { getTimingOptions } from '../../school-workbook/progress/plan-renewal';
import { RENEWAL_CHANGE } from '../../school-workbook/progress/progress-change';
import { countDaysBetween, toLocalIsoDate } from '../../shared/dates';
import { ok } from '../../shared/result';
import { parseTiming } from '../../timing/parse-timing';
import type { Command } from '../command';
import { getPeople } from './get-people';
import { type ProgressContext, readProgressContext, selectDocument } from './progress-context';
import type { ProgressItem, ProgressQuery, ProgressView, ReviewItem } from './types';

/** Compares the log with the annex and its settings. */
function getLogState({ snapshot, progress }: ProgressContext): ProgressView['log'] {
  if (!progress.log) return 'absent';
  const planned = planProgress(snapshot, RENEWAL_CHANGE);
  return planned.ok && planned.value.operations.length === 0 ? 'current' : 'stale';
}

function buildProgressView(
  read: ProgressContext,
  today: string,
  { on, leadUnit, person, horizon }: ProgressQuery,
): Omit<ProgressView, 'selected'> {
  const { table, progress, rows } = read;
  const { settings } = progress;
  const rules = settings.calendar;
  const day = on ?? progress.today ?? today;
  const tasks = new Map<string, Task>(table.rows.map(({ task }) => [task.id, task]));
  const people = getPeople(table);
  const documents = new Map(table.rows.map((each) => [each.task.id, each.document]));
  const items = rows.map((row): ProgressItem => {
    const timeliness = getTimeliness(row, day, rules);
    const lastDay = getRowLastDay(row, rules);
    return {
      row,
      timeliness,
      lastDay,
      daysLeft: lastDay === null ? null : countDaysBetween(day, lastDay),
      task: tasks.get(row.task) ?? null,
      person: people.get(row.task) ?? '',
      document: documents.get(row.task) ?? '',
      remarks: row.untracked ? [] : checkLogRow(row, { today: day, products: settings.products }),
    };
  });
  const review = items.flatMap(({ row, task, timeliness }): ReviewItem[] =>
    timeliness === 'needsReview' && task && row.deadline.kind === 'unread'
      ? [{ event: row.key, task, reading: parseTiming(task.timing, getTimingOptions(settings, task)) }]
      : [],
  );
  const units = new Set(items.flatMap(({ task, row }) => (task && !row.untracked ? [task.leadUnit] : [])));
  return {
    log: getLogState(read),
    on: day,
    isFixedDay: progress.today !== null && progress.today !== today,
    items,
    agenda: buildAgenda(
      rows.filter(({ untracked }) => !untracked),
      [...tasks.values()],
      {
        on: day,
        rules,
        ...(horizon !== undefined && { horizon }),
        ...(leadUnit !== undefined && { leadUnit }),
        ...(person !== undefined && { person }),
        people,
      },
    ),
    counts: countTimeliness(rows, day, rules),
    review,
    people: [...new Set(people.values())],
    documents: listSeveralDocuments(read.snapshot.metadataSheet.metadata),
    leadUnits: [...units].filter((unit) => unit !== ''),
    settings,
  };
}

/** Reads what is due, late, done and unread on a day. Takes two syncs. */
export const readProgressView: Command<ProgressQuery, ProgressView> = {
  id: 'look-at-progress',
  labelKey: 'command.look-at-progress',
  run: ({ now }, query) =>
    runOnWorkbook<ProgressView>((excel) =>
      tryWithSelection(excel, async (selection) => {
        const context = await readProgressContext(excel);
        if (!context.ok) return context;
        const read = selectDocument(context, query.document);
        if (!read.ok) return read;
        const { table, progress, rows } = read.value;
        const keys = new Set((await readSelectedRows(excel, selection, table)).keys);
        const tasks = new Set(table.rows.flatMap(({ key, task }) => (keys.has(key) ? [task.id] : [])));
        const selected =
          progress.log && selection?.worksheet.name === progress.log.sheet
            ? (await readSelectedRows(excel, selection, progress.log)).keys
            : rows.flatMap((row) => (tasks.has(row.task) ? [row.key] : []));
        const view = buildProgressView(read.value, toLocalIsoDate(now()), query);
        return ok({ ...view, selected }, read.warnings);
      }),
    ),
};
