import type { ReactElement } from 'react';
import { NO_DEADLINE, type ProgressSettings, settledMeaning } from '../../annex/progress/settings';
import type { LogRow } from '../../annex/progress/types';
import { readTiming } from '../../annex/timing/read-timing';
import type { Task } from '../../annex/types';
import type { SettleInput } from '../../commands/progress';
import { timingOptions } from '../../workbook/progress/renew';
import { useWords } from '../shell/words';
import { Explanation } from './Explanation';
import { SettleForm } from './SettleForm';

export type DeadlineOfProps = {
  row: LogRow;
  task: Task;
  settings: ProgressSettings;
  isRunning: boolean;
  onSettle: (input: SettleInput) => void;
};

/** Why an occurrence has its deadline, and the form that settles it: at once where nobody could read the timing. */
export function DeadlineOf({ row, task, settings, isRunning, onSettle }: DeadlineOfProps): ReactElement {
  const { say } = useWords();
  const settled = settledMeaning(task, settings.phrases);
  const form = { task, settings, isRunning, onSettle };
  if (row.deadline.is === 'unread' && row.typed.dueByHand === '') return <SettleForm {...form} />;
  const words = settled ?? task.timing;
  return (
    <>
      <details>
        <summary tabIndex={0}>{say('track.why')}</summary>
        <p>
          {task.timing === '' ? say('agenda.blank-timing') : say('track.printed', { timing: task.timing })}
        </p>
        {settled !== null && <p>{say('track.settledAs', { words: settled })}</p>}
        {words !== NO_DEADLINE && <Explanation reading={readTiming(words, timingOptions(settings))} />}
      </details>
      <details>
        <summary tabIndex={0}>{say('track.settle.again')}</summary>
        <SettleForm {...form} isExplained />
      </details>
    </>
  );
}
