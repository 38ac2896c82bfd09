import { MessageBarButton } from 'office-ui-fabric-react/lib/Button';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import type { ReactElement } from 'react';
import { ProblemText } from '../components/ProblemText';
import { COMMANDS } from './commands';
import styles from './Notices.module.css';
import type { Notice } from './use-notices';
import type { Pane } from './use-pane';
import { useTranslation } from './use-translation';

function getMessageBarType({ success, problems }: Notice): MessageBarType {
  if (success) return MessageBarType.success;
  return problems.some(({ severity }) => severity === 'error')
    ? MessageBarType.error
    : MessageBarType.warning;
}

/** What was done or went wrong, until it is closed. */
export function Notices({ pane }: { pane: Pane }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles.notices} data-testid="notices" aria-live="polite">
      {pane.notices.map((notice) => (
        <MessageBar
          key={notice.id}
          messageBarType={getMessageBarType(notice)}
          isMultiline
          dismissButtonAriaLabel={t('pane.close')}
          onDismiss={() => pane.dismiss(notice.id)}
          actions={
            notice.success?.undo ? (
              <MessageBarButton
                text={t('pane.undo')}
                disabled={pane.isRunning}
                onClick={() =>
                  void pane.perform(COMMANDS.undo, undefined, ({ command }) => ({
                    key: 'undo.done',
                    params: { command: t(`command.${command}` as 'command.undo') },
                    undo: false,
                  }))
                }
              />
            ) : undefined
          }
        >
          {notice.success && <span>{t(notice.success.key, notice.success.params)} </span>}
          {notice.problems.length === 1 && notice.problems[0] && <ProblemText problem={notice.problems[0]} />}
          {notice.problems.length > 1 && (
            <ul>
              {notice.problems.map((problem, index) => (
                <li key={index}>
                  <ProblemText problem={problem} />
                </li>
              ))}
            </ul>
          )}
        </MessageBar>
      ))}
    </div>
  );
}
