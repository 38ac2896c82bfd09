import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { type ReactElement, useState } from 'react';
import {
  type ProgressView,
  type RenewalCounts,
  renewProgress,
  type StagedRenewal,
} from '../../commands/progress/index';
import { hideZeros } from '../../i18n/hide-zeros';
import layout from '../components/layout.module.css';
import { useStagedCommand } from '../components/use-staged-command';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';

const SHOWN_CHANGES = [
  'added',
  'updated',
  'moved',
  'removed',
  'orphan',
  'kept',
] as const satisfies readonly (keyof RenewalCounts)[];
/** Rows shown of a kind of change; the rest is counted. */
const MAX_ROWS = 8;

type RenewalBarProps = { pane: Pane; log: ProgressView['log'] };

/**
 * Previews and writes the log where it is missing or behind the annex.
 * @returns null if the log is up to date
 */
export function RenewalBar({ pane, log }: RenewalBarProps): ReactElement | null {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const staged = useStagedCommand(renewProgress, isOpen ? undefined : null, pane)?.plan;
  if (log === 'current') return null;
  const write = async (plan: StagedRenewal): Promise<void> => {
    const done = await pane.perform(renewProgress, plan, ({ written, counts }) =>
      written
        ? { key: 'progress.renewed', params: hideZeros(counts), undo: true }
        : { key: 'progress.unchanged', undo: false },
    );
    if (done) setOpen(false);
  };
  return (
    <section className={layout.callout} aria-label={t('command.renew-progress')}>
      <p>{t(`track.log.${log}`)}</p>
      {!isOpen && (
        <PrimaryButton
          text={t('track.log.preview')}
          disabled={pane.isRunning}
          onClick={() => setOpen(true)}
        />
      )}
      {isOpen && (
        <div aria-live="polite">
          {!staged && <p>…</p>}
          {staged && (
            <>
              <ul>
                {SHOWN_CHANGES.filter((change) => staged.counts[change] > 0).map((change) => (
                  <li key={change}>
                    {t(`track.renewal.${change}`, { count: staged.counts[change] })}
                    {change !== 'kept' && (
                      <span className={layout.muted}>
                        {' '}
                        {staged.rows
                          .filter((each) => each.change === change)
                          .slice(0, MAX_ROWS)
                          .map(({ row }) => row.task)
                          .join(', ')}
                        {staged.counts[change] > MAX_ROWS && ' …'}
                      </span>
                    )}
                  </li>
                ))}
              </ul>
              <div className={layout.row}>
                <PrimaryButton
                  text={t('pane.write')}
                  disabled={pane.isRunning}
                  onClick={() => void write(staged)}
                />
                <DefaultButton text={t('track.back')} onClick={() => setOpen(false)} />
              </div>
            </>
          )}
        </div>
      )}
    </section>
  );
}
