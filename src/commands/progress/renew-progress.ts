import type { Task } from '../../annex/types';
import { runOnWorkbook } from '../../excel/run-on-workbook';
import { changeWorkbook } from '../../excel/write/change-workbook';
import { buildOccurrences } from '../../progress/build-occurrences';
import { NO_DEADLINE, type PhraseMeaning, type ProgressSettings } from '../../progress/progress-settings';
import { getUndoWarnings } from '../../school-workbook/plan-change';
import { planProgress, type ProgressChangeSet } from '../../school-workbook/progress/plan-progress';
import { getTimingOptions } from '../../school-workbook/progress/plan-renewal';
import { type ProgressChange, RENEWAL_CHANGE } from '../../school-workbook/progress/progress-change';
import { formatDate, parseIsoDate } from '../../shared/dates';
import { isEqual } from '../../shared/is-equal';
import { err, ok, type Result } from '../../shared/result';
import { toMatchKey } from '../../shared/text';
import type { Command, CommandContext, StagedCommand } from '../command';
import { type ProgressContext, readProgressContext } from './progress-context';
import type {
  RenewalCounts,
  RenewalOutcome,
  ResolveTimingInput,
  StagedRenewal,
  TimingResolution,
} from './types';

function toStagedRenewal({ rows }: ProgressChangeSet): StagedRenewal {
  const counts: RenewalCounts = { kept: 0, updated: 0, moved: 0, added: 0, orphan: 0, removed: 0 };
  for (const { change } of rows) counts[change] += 1;
  return { counts, rows };
}

/** Reads, plans the change that `choose` makes of what was read, and writes it. */
function applyRenewal(
  command: string,
  { now }: CommandContext,
  choose: (read: ProgressContext) => Result<ProgressChange>,
  staged?: StagedRenewal,
): Promise<Result<RenewalOutcome>> {
  return runOnWorkbook<RenewalOutcome>(async (context) => {
    const read = await readProgressContext(context);
    if (!read.ok) return read;
    const change = choose(read.value);
    if (!change.ok) return change;
    const { snapshot } = read.value;
    const planned = planProgress(snapshot, change.value);
    if (!planned.ok) return planned;
    const { counts, rows } = toStagedRenewal(planned.value);
    if (staged && !isEqual(staged.rows, rows)) return err('workbook-changed');
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
      const read = await readProgressContext(context);
      if (!read.ok) return read;
      const planned = planProgress(read.value.snapshot, RENEWAL_CHANGE);
      if (!planned.ok) return planned;
      const { value, warnings } = planned;
      return ok(toStagedRenewal(value), [...warnings, ...getUndoWarnings(value)]);
    }),
  run: (context, staged) => applyRenewal('renew-progress', context, () => ok(RENEWAL_CHANGE), staged),
};

/** The words that a settlement is kept as; null where the reader does not understand them. */
function toPhraseMeaning(
  task: Task,
  settlement: TimingResolution,
  settings: ProgressSettings,
): string | null {
  if (settlement.kind === 'none') return NO_DEADLINE;
  if (settlement.kind === 'date') return parseIsoDate(settlement.date) ? formatDate(settlement.date) : null;
  const words = settlement.words.trim();
  const asked = { ...task, timing: words, applicability: 'performed' as const };
  const found = buildOccurrences(asked, { ...getTimingOptions(settings), products: settings.products });
  return words !== '' && found.every(({ deadline }) => deadline.kind !== 'unread') ? words : null;
}

/** A task's own settlement goes before the office's; a new one takes the place of the one it stands against. */
function addPhrase(phrases: readonly PhraseMeaning[], task: string, added: PhraseMeaning): PhraseMeaning[] {
  return [
    ...phrases.filter(
      (one) =>
        toMatchKey(one.phrase) !== toMatchKey(added.phrase) || (one.task !== task && one.task !== added.task),
    ),
    added,
  ];
}

/** Settles a timing that nobody could read, for its task or for all that print the same words, and renews the log. */
export const resolveTiming: Command<ResolveTimingInput, RenewalOutcome> = {
  id: 'settle-timing',
  labelKey: 'command.settle-timing',
  run: (context, { task: id, resolution: settlement, rememberPhrase = false }) =>
    applyRenewal('settle-timing', context, ({ table, progress }) => {
      const task = table.rows.find((row) => row.task.id === id)?.task;
      if (!task) return err('task-not-found', {}, { task: id });
      const { settings } = progress;
      const meaning = toPhraseMeaning(task, settlement, settings);
      if (meaning === null) {
        const words =
          settlement.kind === 'words' ? settlement.words : settlement.kind === 'date' ? settlement.date : '';
        return err('meaning-not-read', {}, { words });
      }
      // A blank timing means nothing by itself: it is settled for its task alone.
      const phrase = { task: rememberPhrase && task.timing !== '' ? '' : id, phrase: task.timing, meaning };
      const phrases = addPhrase(settings.phrases, id, phrase);
      return ok({ ...RENEWAL_CHANGE, settings: { ...settings, phrases } });
    }),
};
