import { wrongUse } from '../wrong-use';
import { inFile } from '../../annex/outcome';
import { partsOf, printDate } from '../../annex/calendar/dates';
import type { AgendaItem } from '../../annex/progress/agenda';
import { lookAtProgress } from '../../commands/progress';
import type { ProgressView } from '../../commands/progress';
import { recalculate } from '../../host/calc/recalculate';
import { t } from '../../locales/locale';
import type { Locale } from '../../locales/locale';
import type { MessageKey } from '../../locales/vi';
import { deadlineOf } from '../../annex/progress/timeliness';
import { JSON_OPTION, defineVerb } from '../verb';
import { openWorkbookFile, withExcel } from '../workbook-file';

const HORIZON = 30;
const LONGEST_HORIZON = 3660;

function daysText({ daysLeft }: AgendaItem, locale: Locale): string {
  if (daysLeft === null) return '';
  if (daysLeft === 0) return t(locale, 'agenda.today');
  return daysLeft < 0
    ? t(locale, 'agenda.late', { days: -daysLeft })
    : t(locale, 'agenda.left', { days: daysLeft });
}

function taskOf({ items }: ProgressView, { row }: AgendaItem) {
  return items.find((item) => item.row.key === row.key)?.task ?? null;
}

function lineOf(view: ProgressView, item: AgendaItem, locale: Locale): string {
  const task = taskOf(view, item);
  const when = item.lastDay
    ? [printDate(item.lastDay), daysText(item, locale)]
    : [task?.timing || t(locale, 'agenda.blank-timing')];
  return `  ${[...when, item.row.task, item.row.products, task?.content ?? '', item.leadUnit].filter(Boolean).join(' · ')}`;
}

function linesOf(view: ProgressView, days: number, locale: Locale): string[] {
  const { agenda } = view;
  const part = (key: MessageKey, items: readonly AgendaItem[]): string[] => [
    '',
    `${t(locale, key, { days })}: ${items.length || t(locale, 'agenda.none')}`,
    ...items.map((item) => lineOf(view, item, locale)),
  ];
  return [
    t(locale, 'agenda.title', { date: printDate(agenda.on) }),
    ...part('agenda.overdue', agenda.overdue),
    ...part('agenda.coming', agenda.coming),
    ...part('agenda.needsReview', agenda.needsReview),
  ];
}

function jsonOf(view: ProgressView) {
  const item = (one: AgendaItem) => {
    const task = taskOf(view, one);
    const deadline = deadlineOf(one.row);
    return {
      event: one.row.key,
      task: one.row.task,
      content: task?.content ?? '',
      products: one.row.products,
      leadUnit: one.leadUnit,
      timing: task?.timing ?? '',
      due: deadline.is === 'dated' ? deadline.due : null,
      lastDay: one.lastDay,
      daysLeft: one.daysLeft,
      timeliness: one.timeliness,
      state: one.row.typed.state,
    };
  };
  const { on, overdue, coming, needsReview } = view.agenda;
  return {
    on,
    overdue: overdue.map(item),
    coming: coming.map(item),
    needsReview: needsReview.map(item),
    counts: view.counts,
  };
}

/**
 * `phuluc agenda FILE.xlsx --on 2024-06-20`: what is overdue, what falls due, and which deadlines must be settled. A
 * workbook whose log has not been made is read as if it had been; the file is not changed.
 */
export const agendaVerb = defineVerb({
  name: 'agenda',
  help: 'cli.verb.agenda',
  files: { least: 1, most: 1, names: 'FILE.xlsx' },
  options: {
    on: { type: 'string', help: 'cli.option.on', value: 'DATE' },
    days: { type: 'string', help: 'cli.option.days', value: 'N' },
    lead: { type: 'string', help: 'cli.option.lead', value: 'NAME' },
    json: JSON_OPTION,
  },
  run: async ({ files: [file = ''], options, locale, now }) => {
    if (options.on !== undefined && !partsOf(options.on))
      return wrongUse(locale, 'cli.usage.date', { value: options.on });
    const horizon = options.days === undefined ? HORIZON : Number(options.days);
    if (!/^\d+$/.test(options.days ?? '0') || horizon > LONGEST_HORIZON) {
      return wrongUse(locale, 'cli.usage.days', { value: options.days ?? '' });
    }
    const opened = await openWorkbookFile(file);
    if (!opened.ok) return opened;
    // TODAY() was calculated when the file was last saved.
    recalculate(opened.value, { now: now() });
    const question = {
      horizon,
      ...(options.on !== undefined && { on: options.on }),
      ...(options.lead !== undefined && { leadUnit: options.lead }),
    };
    const read = inFile(await withExcel(opened.value, () => lookAtProgress.run({ now }, question)), file);
    if (!read.ok) return read;
    return {
      ok: true,
      lines: linesOf(read.value, horizon, locale),
      json: jsonOf(read.value),
      warnings: read.warnings,
    };
  },
});
