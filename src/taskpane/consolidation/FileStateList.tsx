import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { ProgressIndicator } from 'office-ui-fabric-react/lib/ProgressIndicator';
import type { ReactElement } from 'react';
import { hideZeros } from '../../i18n/hide-zeros';
import layout from '../components/layout.module.css';
import { ProblemText } from '../components/ProblemText';
import { useTranslation } from '../shell/use-translation';
import lists from './lists.module.css';
import type { ConsolidationState, FileState } from './use-consolidation';

/** More lines would only slow the pane down; files that do not count come first. */
const MAX_FILES = 200;

const STATE_SIGNS: Record<FileState['state'], string> = {
  waiting: '…',
  read: '✓',
  matched: '✓',
  unchanged: '=',
  failed: '✕',
  archive: '⊞',
  'left-out': '–',
};

/**
 * Lists the chosen files with their states, those that do not count first, and how far reading is.
 * @returns null before files are chosen
 */
export function FileStateList({ run }: { run: ConsolidationState }): ReactElement | null {
  const { t } = useTranslation();
  const { files, progress, isReading, tally } = run;
  if (files.length === 0) return null;
  const rank = ({ state }: FileState): number => (state === 'failed' ? 0 : state === 'left-out' ? 1 : 2);
  const shown = [...files].sort((a, b) => rank(a) - rank(b)).slice(0, MAX_FILES);
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
          tally && <p>{t('units.read', { ...hideZeros(tally), read: tally.read })}</p>
        )}
      </div>
      {isReading && <DefaultButton text={t('pane.cancel')} onClick={run.cancel} />}
      <ul className={lists.list} tabIndex={0} aria-labelledby="units-states">
        {shown.map(({ file, state, problems, reason }) => (
          <li key={file} className={state === 'failed' ? lists.failed : undefined}>
            <span aria-hidden="true">{STATE_SIGNS[state]}</span> {file}{' '}
            <span className={layout.muted}>{t(`units.state.${state}`)}</span>
            {reason && <p>{t(`left-out.${reason}`)}</p>}
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
