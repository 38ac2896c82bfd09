import { lazy, type ReactElement, Suspense } from 'react';
import type { MessageKey } from '../../i18n/vi/messages';
import { ExplainedButton } from '../components/ExplainedButton';
import layout from '../components/layout.module.css';
import { COMMANDS } from '../shell/commands';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import { HistoryEntryLine } from './HistoryEntryLine';
import styles from './HistoryTab.module.css';

const HealthCheck = lazy(async () => ({ default: (await import('./HealthCheck')).HealthCheck }));

type HistoryTabProps = { pane: Pane; isCheckWanted: boolean; onCheckStarted: () => void };

/** What the add-in did in this workbook, newest first; each with its undo. Who did it is not kept. */
export function HistoryTab({ pane, isCheckWanted, onCheckStarted }: HistoryTabProps): ReactElement {
  const { t } = useTranslation();
  const entries = [...(pane.view?.entries ?? [])].reverse();
  const name = (command: string): string => t(`command.${command}` as MessageKey);
  const next = entries.find(({ state }) => state === 'done');
  return (
    <div data-testid="history">
      <div className={layout.row}>
        <ExplainedButton
          primary
          text={t('pane.undo')}
          why={
            !next ? t('pane.history.nothingToUndo') : next.size === 0 ? t('pane.history.notKept.last') : null
          }
          disabled={pane.isRunning}
          onClick={() =>
            void pane.perform(COMMANDS.undo, undefined, ({ command }) => ({
              key: 'undo.done',
              params: { command: name(command) },
              undo: false,
            }))
          }
        />
        <ExplainedButton
          text={t('pane.redo')}
          why={entries.some(({ state }) => state === 'undone') ? null : t('pane.history.nothingToRedo')}
          disabled={pane.isRunning}
          onClick={() =>
            void pane.perform(COMMANDS.redo, undefined, ({ command }) => ({
              key: 'redo.done',
              params: { command: name(command) },
              undo: false,
            }))
          }
        />
      </div>
      {entries.length === 0 ? (
        <p className={layout.muted}>{t('pane.history.none')}</p>
      ) : (
        <ol className={styles.entries} data-testid="history-entries">
          {entries.map((entry) => (
            <HistoryEntryLine key={entry.id} entry={entry} pane={pane} />
          ))}
        </ol>
      )}
      <Suspense fallback={null}>
        <HealthCheck pane={pane} isWanted={isCheckWanted} onStarted={onCheckStarted} />
      </Suspense>
    </div>
  );
}
