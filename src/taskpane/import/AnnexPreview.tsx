import type { ReactElement } from 'react';
import type { Annex, Task } from '../../annex/types';
import { ApplicabilityChip } from '../components/ApplicabilityChip';
import { useTranslation } from '../shell/use-translation';

function TaskLine({ task }: { task: Task }): ReactElement {
  const { t: say } = useTranslation();
  return (
    <li>
      <div className="task-head">
        <b>{task.id}</b>
        <ApplicabilityChip applicability={task.applicability} />
      </div>
      <p className="content">{task.content}</p>
      <p className="quiet">
        {[
          task.leadUnit && say('pane.task.lead', { unit: task.leadUnit }),
          task.coordinatingUnit && say('pane.task.coordinating', { unit: task.coordinatingUnit }),
          task.product && say('pane.task.product', { product: task.product }),
          task.timing && say('pane.task.timing', { timing: task.timing }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  );
}

/** The rows found, by area; areas fold. */
export function AnnexPreview({ annex }: { annex: Annex }): ReactElement {
  const { t: say } = useTranslation();
  const areas = [...new Set(annex.tasks.map(({ section }) => section))];
  return (
    <div className="preview">
      {areas.map((section, index) => {
        const tasks = annex.tasks.filter((task) => task.section === section);
        const title = [section, tasks[0]?.sectionTitle].filter(Boolean).join('. ');
        return (
          <details key={section} open={index === 0}>
            <summary tabIndex={0}>{say('pane.preview.section', { title, count: tasks.length })}</summary>
            <ul className="tasks">
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
