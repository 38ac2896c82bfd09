import type { ReactElement } from 'react';
import { describePrintedMarks } from '../../i18n/describe-printed-marks';
import { formatTaskKey } from '../../i18n/format-task-key';
import type { Problem } from '../../shared/problem';
import layout from '../components/layout.module.css';
import { ProblemText } from '../components/ProblemText';
import { useTranslation } from '../shell/use-translation';

type ProblemGroup = { first: Problem; tasks: string[]; count: number };

/** Problems of one kind together, those that name a task with all their tasks. */
function groupByCode(problems: readonly Problem[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const problem of problems) {
    const group = groups.get(problem.code) ?? { first: problem, tasks: [], count: 0 };
    group.count += 1;
    if (problem.place.task) group.tasks.push(problem.place.task);
    groups.set(problem.code, group);
  }
  return [...groups.values()];
}

/** Shows what the reading noticed, before the rows themselves. */
export function FoundProblems({ problems }: { problems: readonly Problem[] }): ReactElement {
  const { t, locale } = useTranslation();
  const { warnings, note } = describePrintedMarks(locale, problems);
  return (
    <>
      {warnings.length === 0 && <p className={layout.muted}>{t('pane.preview.none')}</p>}
      {warnings.length > 0 && (
        <details className={layout.callout} open>
          <summary tabIndex={0}>{t('pane.preview.problems', { count: warnings.length })}</summary>
          <ul>
            {groupByCode(warnings).map(({ first, tasks, count }) => (
              <li key={first.code}>
                {tasks.length > 1 && (
                  <b>
                    {t('pane.preview.tasks', {
                      tasks: tasks.map((task) => formatTaskKey(locale, task)).join(', '),
                    })}
                    :{' '}
                  </b>
                )}
                <ProblemText problem={tasks.length > 1 || count > 1 ? { ...first, place: {} } : first} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {note !== '' && <p className={layout.muted}>{note}</p>}
    </>
  );
}
