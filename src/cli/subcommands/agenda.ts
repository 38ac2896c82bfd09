import { recalculate } from '@phuluc/excel-simulator/formulas/recalculate';
import { type ProgressView, readProgressView } from '../../commands/progress/index';
import { type Locale, t } from '../../i18n/locale';
import type { MessageKey } from '../../i18n/vi/messages';
import type { AgendaItem } from '../../progress/build-agenda';
import { getEffectiveDeadline } from '../../progress/timeliness';
import { formatDate, parseIsoDate } from '../../shared/dates';
import { addFileName } from '../../shared/result';
import { cleanText } from '../../shared/text';
import { createUsageFailure } from '../create-usage-failure';
import type { SubcommandInput, SubcommandResult } from '../subcommand';
import { openWorkbookFile, withExcel } from '../workbook-file';
import type { AGENDA_SPEC } from './specs';

const DEFAULT_HORIZON_DAYS = 30;
const MAX_HORIZON_DAYS = 3660;

function formatDaysLeft({ daysLeft }: AgendaItem, locale: Locale): string {
  if (daysLeft === null) return '';
  if (daysLeft === 0) return t(locale, 'agenda.today');
  return daysLeft < 0
    ? t(locale, 'agenda.late', { days: -daysLeft })
    : t(locale, 'agenda.left', { days: daysLeft });
}

function findTask({ items }: ProgressView, { row }: AgendaItem) {
  return items.find((item) => item.row.key === row.key)?.task ?? null;
}

function formatAgendaItem(view: ProgressView, item: AgendaItem, locale: Locale): string {
  const task = findTask(view, item);
  const when = item.lastDay
    ? [formatDate(item.lastDay), formatDaysLeft(item, locale)]
    : [task?.timing || t(locale, 'agenda.blank-timing')];
  return `  ${[...when, item.row.task, item.row.products, task?.content ?? '', item.leadUnit, item.person].map(cleanText).filter(Boolean).join(' · ')}`;
}

function formatAgenda(view: ProgressView, days: number, locale: Locale): string[] {
  const { agenda } = view;
  const part = (key: MessageKey, items: readonly AgendaItem[]): string[] => [
    '',
    `${t(locale, key, { days })}: ${items.length || t(locale, 'agenda.none')}`,
    ...items.map((item) => formatAgendaItem(view, item, locale)),
  ];
  return [
    t(locale, 'agenda.title', { date: formatDate(agenda.on) }),
    ...part('agenda.overdue', agenda.overdue),
    ...part('agenda.coming', agenda.coming),
    ...part('agenda.needsReview', agenda.needsReview),
  ];
}

function toAgendaJson(view: ProgressView) {
  const item = (one: AgendaItem) => {
    const task = findTask(view, one);
    const deadline = getEffectiveDeadline(one.row);
    return {
      event: one.row.key,
      task: one.row.task,
      content: task?.content ?? '',
      products: one.row.products,
      leadUnit: one.leadUnit,
      person: one.person,
      timing: task?.timing ?? '',
      due: deadline.kind === 'dated' ? deadline.due : null,
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
export async function runAgenda({
  files: [file = ''],
  options,
  locale,
  now,
}: SubcommandInput<typeof AGENDA_SPEC.options>): Promise<SubcommandResult> {
  if (options.on !== undefined && !parseIsoDate(options.on))
    return createUsageFailure(locale, 'cli.usage.date', { value: options.on });
  const horizon = options.days === undefined ? DEFAULT_HORIZON_DAYS : Number(options.days);
  if (!/^\d+$/.test(options.days ?? '0') || horizon > MAX_HORIZON_DAYS) {
    return createUsageFailure(locale, 'cli.usage.days', { value: options.days ?? '' });
  }
  const opened = await openWorkbookFile(file);
  if (!opened.ok) return opened;
  // TODAY() was calculated when the file was last saved.
  recalculate(opened.value, { now: now() });
  const question = {
    horizon,
    ...(options.on !== undefined && { on: options.on }),
    ...(options.lead !== undefined && { leadUnit: options.lead }),
    ...(options.person !== undefined && { person: options.person }),
    ...(options.document !== undefined && { document: options.document }),
  };
  const read = addFileName(
    await withExcel(opened.value, () => readProgressView.run({ now }, question)),
    file,
  );
  if (!read.ok) return read;
  return {
    ok: true,
    lines: formatAgenda(read.value, horizon, locale),
    json: toAgendaJson(read.value),
    warnings: read.warnings,
  };
}
