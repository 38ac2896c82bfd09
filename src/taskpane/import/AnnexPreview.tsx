import type { ReactElement } from 'react';
import type { Annex, Task } from '../../annex/types';
import { ApplicabilityChip } from '../components/ApplicabilityChip';
import layout from '../components/layout.module.css';
import { useTranslation } from '../shell/use-translation';

function TaskLine({ task }: { task: Task }): ReactElement {
  const { t } = useTranslation();
  return (
    <li>
      <div className={layout.itemHeader}>
        <b>{task.id}</b>
        <ApplicabilityChip applicability={task.applicability} />
      </div>
      <p className={layout.content}>{task.content}</p>
      <p className={layout.muted}>
        {[
          task.leadUnit && t('pane.task.lead', { unit: task.leadUnit }),
          task.coordinatingUnit && t('pane.task.coordinating', { unit: task.coordinatingUnit }),
          task.product && t('pane.task.product', { product: task.product }),
          task.timing && t('pane.task.timing', { timing: task.timing }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  );
}

/** The rows found, by area; areas fold. */
export function AnnexPreview({ annex }: { annex: Annex }): ReactElement {
  const { t } = useTranslation();
  const areas = [...new Set(annex.tasks.map(({ section }) => section))];
  return (
    <div>
      {areas.map((section, index) => {
        const tasks = annex.tasks.filter((task) => task.section === section);
        const title = [section, tasks[0]?.sectionTitle].filter(Boolean).join('. ');
        return (
          <details key={section} open={index === 0}>
            <summary tabIndex={0}>{t('pane.preview.section', { title, count: tasks.length })}</summary>
            <ul className={layout.plainList}>
              {tasks.map((task) => (
                <TaskLine key={task.id} task={task} />
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
}
