import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import type { ReactElement } from 'react';
import { formatDateTime } from '../../i18n/format-date-time';
import { formatTaskKey } from '../../i18n/format-task-key';
import type { MessageKey } from '../../i18n/vi/messages';
import type { HistoryEntry } from '../../school-workbook/metadata-sheet';
import layout from '../components/layout.module.css';
import { COMMANDS } from '../shell/commands';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import styles from './HistoryTab.module.css';

/** The tasks or the file that an entry is about; '' where it is about the whole workbook. */
function useSubject({ subject }: HistoryEntry): string {
  const { t, locale } = useTranslation();
  if (!subject) return '';
  const { tasks = [], count = tasks.length, file = '' } = subject;
  const named = tasks.map((key) => formatTaskKey(locale, key)).join(', ');
  const rest = count - tasks.length;
  return [named && t('pane.history.tasks', { tasks: named, rest: rest || '' }), file]
    .filter(Boolean)
    .join(' · ');
}

/** One thing that was done, with the way back, or forth again. */
export function HistoryEntryLine({ entry, pane }: { entry: HistoryEntry; pane: Pane }): ReactElement {
  const { t } = useTranslation();
  const name = t(`command.${entry.command}` as MessageKey);
  const isDone = entry.state === 'done';
  const time = formatDateTime(entry.at);
  const remarks = [
    time,
    isDone ? '' : t('pane.history.undone'),
    entry.size === 0 ? t('pane.history.notKept') : '',
  ].filter(Boolean);
  const subject = useSubject(entry);
  const words = t(isDone ? 'pane.undo' : 'pane.redo');
  return (
    <li className={isDone ? undefined : styles.undone}>
      <span>
        <b>{name}</b>
        {subject !== '' && `: ${subject}`} <span className={layout.muted}>{remarks.join(' · ')}</span>
      </span>
      {entry.size > 0 && (
        <DefaultButton
          text={words}
          ariaLabel={`${words}: ${[name, subject, time].filter(Boolean).join(', ')}`}
          disabled={pane.isRunning}
          onClick={() =>
            void pane.perform(isDone ? COMMANDS.undoEntry : COMMANDS.redoEntry, entry.id, () => ({
              key: isDone ? 'undo.done' : 'redo.done',
              params: { command: name },
              undo: false,
            }))
          }
        />
      )}
    </li>
  );
}
