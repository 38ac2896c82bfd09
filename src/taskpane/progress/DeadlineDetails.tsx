import type { ReactElement } from 'react';
import type { Task } from '../../annex/types';
import type { ResolveTimingInput } from '../../commands/progress/index';
import { findPhraseMeaning, NO_DEADLINE, type ProgressSettings } from '../../progress/progress-settings';
import type { LogRow } from '../../progress/types';
import { getTimingOptions } from '../../school-workbook/progress/plan-renewal';
import { parseTiming } from '../../timing/parse-timing';
import { useTranslation } from '../shell/use-translation';
import { ResolveTimingForm } from './ResolveTimingForm';
import { TimingExplanation } from './TimingExplanation';

type DeadlineDetailsProps = {
  row: LogRow;
  task: Task;
  settings: ProgressSettings;
  isRunning: boolean;
  onSettle: (input: ResolveTimingInput) => void;
};

/** Why an occurrence has its deadline, and the form that settles it: at once where nobody could read the timing. */
export function DeadlineDetails({
  row,
  task,
  settings,
  isRunning,
  onSettle,
}: DeadlineDetailsProps): ReactElement {
  const { t } = useTranslation();
  const settled = findPhraseMeaning(task, settings.phrases);
  const form = { task, settings, isRunning, onSettle };
  if (row.deadline.kind === 'unread' && row.typed.dueByHand === '') return <ResolveTimingForm {...form} />;
  const words = settled ?? task.timing;
  return (
    <>
      <details>
        <summary tabIndex={0}>{t('track.why')}</summary>
        <p>{task.timing === '' ? t('agenda.blank-timing') : t('track.printed', { timing: task.timing })}</p>
        {settled !== null && <p>{t('track.settledAs', { words: settled })}</p>}
        {words !== NO_DEADLINE && (
          <TimingExplanation reading={parseTiming(words, getTimingOptions(settings, task))} />
        )}
      </details>
      <details>
        <summary tabIndex={0}>{t('track.settle.again')}</summary>
        <ResolveTimingForm {...form} isExplained />
      </details>
    </>
  );
}
