import { Checkbox } from 'office-ui-fabric-react/lib/Checkbox';
import type { ReactElement } from 'react';
import { describeReading } from '../../i18n/describe-reading';
import type { NewTask, PlannedTask } from '../../school-workbook/tasks/plan-task-addition';
import layout from '../components/layout.module.css';
import { useTranslation } from '../shell/use-translation';

type PastedTaskListProps = {
  tasks: readonly NewTask[];
  readings: readonly Pick<PlannedTask, 'reading' | 'isUnread'>[];
  /** Indexes of those that are not to be written. */
  left: ReadonlySet<number>;
  onLeave: (index: number, isLeft: boolean) => void;
};

/** The tasks of a pasted text as they were read, each to be left out. */
export function PastedTaskList({ tasks, readings, left, onLeave }: PastedTaskListProps): ReactElement {
  const { t, locale } = useTranslation();
  return (
    <ul className={layout.plainList} aria-label={t('add-task.pasted')}>
      {tasks.map((task, index) => {
        const timing = readings[index];
        const details = [
          ['add-task.lead-unit', task.leadUnit],
          ['add-task.coordinating', task.coordinatingUnit],
          ['add-task.product', task.product],
          ['add-task.timing', task.timing],
          ['track.person', task.person],
        ] as const;
        return (
          <li key={index}>
            <Checkbox
              checked={!left.has(index)}
              label={task.content || t('add-task.no-content')}
              onChange={(_, checked = false) => onLeave(index, !checked)}
            />
            <p className={layout.note}>
              {details
                .filter(([, text]) => text !== '')
                .map(([key, text]) => `${t(key)}: ${text}`)
                .join(' · ')}
            </p>
            {timing && task.timing !== '' && (
              <p className={timing.isUnread ? layout.warning : layout.content}>
                {describeReading(locale, timing.reading)} {timing.isUnread && t('add-task.uncertain')}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
