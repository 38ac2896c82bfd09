import { refuse } from '../annex/outcome';
import { printDate, partsOf } from '../annex/calendar/dates';
import type { Result } from '../annex/problem';
import { NO_DEADLINE } from '../annex/progress/settings';
import type { OwnPhrase, ProgressSettings } from '../annex/progress/settings';
import { occurrencesOf } from '../annex/progress/occurrences';
import { matchKey } from '../annex/text';
import type { Task } from '../annex/types';
import { changeWorkbook } from '../excel/change-workbook';
import { runOnWorkbook } from '../excel/run';
import { planProgress } from '../workbook/progress/plan-progress';
import type { ProgressPlan } from '../workbook/progress/plan-progress';
import { RENEW } from '../workbook/progress/progress-change';
import type { ProgressChange } from '../workbook/progress/progress-change';
import { timingOptions } from '../workbook/progress/renew';
import { undoWarnings } from '../workbook/plan-change';
import type { Command, CommandContext, StagedCommand } from './command';
import { readContext } from './progress-context';
import type { ProgressContext } from './progress-context';
import type { RenewalCounts, RenewalOutcome, SettleInput, Settlement, StagedRenewal } from './progress-types';

function stagedOf({ rows }: ProgressPlan): StagedRenewal {
  const counts: RenewalCounts = { kept: 0, updated: 0, moved: 0, added: 0, orphan: 0, removed: 0 };
  for (const { change } of rows) counts[change] += 1;
  return { counts, rows };
}

/** Reads, plans the change that `choose` makes of what was read, and writes it. */
function renewWith(
  command: string,
  { now }: CommandContext,
  choose: (read: ProgressContext) => Result<ProgressChange>,
  staged?: StagedRenewal,
): Promise<Result<RenewalOutcome>> {
  return runOnWorkbook<RenewalOutcome>(async (context) => {
    const read = await readContext(context);
    if (!read.ok) return read;
    const change = choose(read.value);
    if (!change.ok) return change;
    const { snapshot } = read.value;
    const planned = planProgress(snapshot, change.value);
    if (!planned.ok) return planned;
    const { counts, rows } = stagedOf(planned.value);
    if (staged && JSON.stringify(staged.rows) !== JSON.stringify(rows)) return refuse('workbook-changed');
    const done = await changeWorkbook(context, snapshot, change.value, { command, at: now() });
    return done.ok ? { ...done, value: { written: done.value.written, counts } } : done;
  });
}

/**
 * Brings the log to what the annex and the settings ask for; makes *Tiến độ*, *Lịch* and *Cấu hình* where they are not
 * there. Staged, with what becomes of every row. Syncs: two to read, and one for each started megabyte.
 */
export const renewProgress: StagedCommand<void, StagedRenewal, RenewalOutcome> = {
  id: 'renew-progress',
  labelKey: 'command.renew-progress',
  stage: () =>
    runOnWorkbook<StagedRenewal>(async (context) => {
      const read = await readContext(context);
      if (!read.ok) return read;
      const planned = planProgress(read.value.snapshot, RENEW);
      if (!planned.ok) return planned;
      const { value, warnings } = planned;
      return { ok: true, value: stagedOf(value), warnings: [...warnings, ...undoWarnings(value)] };
    }),
  run: (context, staged) =>
    renewWith('renew-progress', context, () => ({ ok: true, value: RENEW, warnings: [] }), staged),
};

/** The words that a settlement is kept as; null where the reader does not understand them. */
function wordsOf(task: Task, settlement: Settlement, settings: ProgressSettings): string | null {
  if (settlement.kind === 'none') return NO_DEADLINE;
  if (settlement.kind === 'date') return partsOf(settlement.date) ? printDate(settlement.date) : null;
  const words = settlement.words.trim();
  const asked = { ...task, timing: words, applicability: 'performed' as const };
  const found = occurrencesOf(asked, { ...timingOptions(settings), products: settings.products });
  return words !== '' && found.every(({ deadline }) => deadline.is !== 'unread') ? words : null;
}

/** A task's own settlement goes before the office's; a new one takes the place of the one it stands against. */
function withPhrase(phrases: readonly OwnPhrase[], task: string, added: OwnPhrase): OwnPhrase[] {
  return [
    ...phrases.filter(
      (one) =>
        matchKey(one.phrase) !== matchKey(added.phrase) || (one.task !== task && one.task !== added.task),
    ),
    added,
  ];
}

/** Settles a timing that nobody could read, for its task or for all that print the same words, and renews the log. */
export const settleTiming: Command<SettleInput, RenewalOutcome> = {
  id: 'settle-timing',
  labelKey: 'command.settle-timing',
  run: (context, { task: id, settlement, rememberPhrase = false }) =>
    renewWith('settle-timing', context, ({ table, progress }) => {
      const task = table.rows.find((row) => row.task.id === id)?.task;
      if (!task) return refuse('task-not-found', {}, { task: id });
      const { settings } = progress;
      const meaning = wordsOf(task, settlement, settings);
      if (meaning === null) {
        const words =
          settlement.kind === 'words' ? settlement.words : settlement.kind === 'date' ? settlement.date : '';
        return refuse('meaning-not-read', {}, { words });
      }
      // A blank timing means nothing by itself: it is settled for its task alone.
      const phrase = { task: rememberPhrase && task.timing !== '' ? '' : id, phrase: task.timing, meaning };
      const phrases = withPhrase(settings.phrases, id, phrase);
      return { ok: true, value: { ...RENEW, settings: { ...settings, phrases } }, warnings: [] };
    }),
};
