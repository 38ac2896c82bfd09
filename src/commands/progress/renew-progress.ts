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

/** Reads the workbook, plans the change that `choose` returns for it, and writes it. */
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
 * Updates the log to the annex and the settings; creates *Tiến độ*, *Lịch* and *Cấu hình* if they are missing. Staged,
 * with the change of every row. Takes two syncs to read, and one for each started megabyte.
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

/** Renews the log where nobody looks at the change before: it is read and planned once. */
export function renewProgressUnseen(context: CommandContext): Promise<Result<RenewalOutcome>> {
  return applyRenewal(renewProgress.id, context, () => ok(RENEWAL_CHANGE));
}

/**
 * Returns the text that a resolution is stored as.
 *
 * @returns null if the timing parser does not understand it
 */
function toPhraseMeaning(
  task: Task,
  resolution: TimingResolution,
  settings: ProgressSettings,
): string | null {
  if (resolution.kind === 'none') return NO_DEADLINE;
  if (resolution.kind === 'date') return parseIsoDate(resolution.date) ? formatDate(resolution.date) : null;
  const timing = resolution.words.trim();
  const resolved = { ...task, timing, applicability: 'performed' as const };
  const found = buildOccurrences(resolved, {
    ...getTimingOptions(settings, task),
    products: settings.products,
  });
  return timing !== '' && found.every(({ deadline }) => deadline.kind !== 'unread') ? timing : null;
}

/** Adds a phrase meaning in place of those of the same phrase for the task, or for all tasks. */
function addPhrase(phrases: readonly PhraseMeaning[], task: string, added: PhraseMeaning): PhraseMeaning[] {
  return [
    ...phrases.filter(
      (one) =>
        toMatchKey(one.phrase) !== toMatchKey(added.phrase) || (one.task !== task && one.task !== added.task),
    ),
    added,
  ];
}

/** Resolves a timing that could not be read, for its task or for all tasks with the same text, and renews the log. */
export const resolveTiming: Command<ResolveTimingInput, RenewalOutcome> = {
  id: 'settle-timing',
  labelKey: 'command.settle-timing',
  run: (context, { task: id, resolution, rememberPhrase = false }) =>
    applyRenewal('settle-timing', context, ({ table, progress }) => {
      const task = table.rows.find((row) => row.task.id === id)?.task;
      if (!task) return err('task-not-found', {}, { task: id });
      const { settings } = progress;
      const meaning = toPhraseMeaning(task, resolution, settings);
      if (meaning === null) {
        const text =
          resolution.kind === 'words' ? resolution.words : resolution.kind === 'date' ? resolution.date : '';
        return err('meaning-not-read', {}, { words: text });
      }
      // A blank timing has no meaning by itself, so it is resolved for its task only.
      const phrase = { task: rememberPhrase && task.timing !== '' ? '' : id, phrase: task.timing, meaning };
      const phrases = addPhrase(settings.phrases, id, phrase);
      return ok({ ...RENEWAL_CHANGE, settings: { ...settings, phrases } });
    }),
};
