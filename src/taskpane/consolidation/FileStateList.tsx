import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { ProgressIndicator } from 'office-ui-fabric-react/lib/ProgressIndicator';
import type { ReactElement } from 'react';
import type { SourceFile } from '../../consolidation/ledger/consolidation';
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

type TakenForProps = { source: SourceFile | undefined; names: ReadonlyMap<string, string> };

/**
 * Whose a file was taken to be, and by what.
 * @returns null while that is not known
 */
function TakenFor({ source, names }: TakenForProps): ReactElement | null {
  const { t } = useTranslation();
  if (!source || source.state === 'failed' || source.state === 'leftOut') return null;
  const { unit, unitName, by, state } = source;
  return (
    <p>
      {unit === ''
        ? t('units.file.unknown')
        : t('units.file.unit', {
            name: names.get(unit) ?? unitName,
            code: unit,
            by: t(`units.file.by.${by}`),
          })}
      {state === 'superseded' && ` ${t('units.file.superseded')}`}
    </p>
  );
}

/**
 * How far the reading of the files is, and what became of them.
 * @returns null before files are chosen
 */
export function ReadingState({ run }: { run: ConsolidationState }): ReactElement | null {
  const { t } = useTranslation();
  const { files, progress, isReading, tally } = run;
  if (files.length === 0) return null;
  return (
    <>
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
    </>
  );
}

/**
 * Lists the chosen files with their states and schools, those that do not count first.
 * @returns null before files are chosen
 */
export function FileStateList({ run }: { run: ConsolidationState }): ReactElement | null {
  const { t } = useTranslation();
  const { files, result } = run;
  const sources = new Map(result?.consolidation.sources.map((source) => [source.file, source]));
  const names = new Map(result?.consolidation.units.map(({ code, name }) => [code, name]));
  if (files.length === 0) return null;
  const rank = ({ state }: FileState): number => (state === 'failed' ? 0 : state === 'left-out' ? 1 : 2);
  const shown = [...files].sort((a, b) => rank(a) - rank(b)).slice(0, MAX_FILES);
  return (
    <section aria-labelledby="units-states">
      <h2 id="units-states">{t('units.states', { count: files.length })}</h2>
      <ul className={lists.list} tabIndex={0} aria-labelledby="units-states">
        {shown.map(({ file, state, problems, reason }) => (
          <li key={file} className={state === 'failed' ? lists.failed : undefined}>
            <span aria-hidden="true">{STATE_SIGNS[state]}</span> {file}{' '}
            <span className={layout.muted}>{t(`units.state.${state}`)}</span>
            <TakenFor source={sources.get(file)} names={names} />
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
