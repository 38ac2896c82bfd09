import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { ProgressIndicator } from 'office-ui-fabric-react/lib/ProgressIndicator';
import type { ReactElement } from 'react';
import layout from '../components/layout.module.css';
import { ProblemText } from '../components/ProblemText';
import { useTranslation } from '../shell/use-translation';
import lists from './lists.module.css';
import type { ConsolidationState, FileState } from './use-consolidation';

/** More lines would only slow the pane down; failures come first. */
const MAX_FILES = 200;

const STATE_SIGNS: Record<FileState['state'], string> = {
  waiting: '…',
  read: '✓',
  matched: '✓',
  unchanged: '=',
  failed: '✕',
};

/**
 * Lists the chosen files with their states, failures first, and how far reading is.
 * @returns null before files are chosen
 */
export function FileStateList({ run }: { run: ConsolidationState }): ReactElement | null {
  const { t } = useTranslation();
  const { files, progress, isReading } = run;
  if (files.length === 0) return null;
  const failed = files.filter(({ state }) => state === 'failed');
  const shown = [...failed, ...files.filter(({ state }) => state !== 'failed')].slice(0, MAX_FILES);
  return (
    <section aria-labelledby="units-states">
      <h2 id="units-states">{t('units.states', { count: files.length })}</h2>
      <div role="status">
        {isReading ? (
          <ProgressIndicator
            label={t('units.reading', { done: progress?.done ?? 0, total: files.length })}
            description={
              progress
                ? t('units.rate', {
                    rate: Math.round(progress.rate),
                    seconds: Math.ceil(progress.secondsLeft),
                  })
                : undefined
            }
            percentComplete={(progress?.done ?? 0) / files.length}
          />
        ) : (
          <p>{t('units.read', { read: files.length - failed.length, failed: failed.length })}</p>
        )}
      </div>
      {isReading && <DefaultButton text={t('pane.cancel')} onClick={run.cancel} />}
      <ul className={lists.list} tabIndex={0} aria-labelledby="units-states">
        {shown.map(({ file, state, problems }) => (
          <li key={file} className={state === 'failed' ? lists.failed : undefined}>
            <span aria-hidden="true">{STATE_SIGNS[state]}</span> {file}{' '}
            <span className={layout.muted}>{t(`units.state.${state}`)}</span>
            {problems.map((problem) => (
              <p key={problem.code}>
                <ProblemText problem={problem} />
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
