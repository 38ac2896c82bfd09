import { MessageBarButton } from 'office-ui-fabric-react/lib/Button';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import { type ReactElement, useEffect, useRef } from 'react';
import { ProblemText } from '../components/ProblemText';
import { COMMANDS } from './commands';
import styles from './Notices.module.css';
import type { Notice } from './use-notices';
import type { Pane } from './use-pane';
import { useTranslation } from './use-translation';

/** How long a success is shown. */
const SUCCESS_MS = 12_000;

function getMessageBarType({ success, problems }: Notice): MessageBarType {
  if (success) return MessageBarType.success;
  return problems.some(({ severity }) => severity === 'error')
    ? MessageBarType.error
    : MessageBarType.warning;
}

/** Shows what was done or went wrong at the foot of the pane: a success for a while, a problem until it is closed. */
export function Notices({ pane }: { pane: Pane }): ReactElement {
  const { t } = useTranslation();
  const { notices, dismiss } = pane;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    // The bars at the foot of a screen stand above the messages.
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() =>
      style.setProperty('--notices-height', `${element.offsetHeight}px`),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const [latest] = notices;
  const fading = latest?.success && latest.problems.length === 0 ? latest.id : null;
  useEffect(() => {
    if (fading === null) return undefined;
    const timer = window.setInterval(() => {
      // Whoever has gone to its buttons keeps it.
      if (!place.current?.matches(':focus-within')) dismiss(fading);
    }, SUCCESS_MS);
    return () => window.clearInterval(timer);
  }, [fading, dismiss]);
  const undo = async (steps: number): Promise<void> => {
    for (let step = 0; step < steps; step += 1) {
      const done = await pane.perform(COMMANDS.undo, undefined, ({ command }) => ({
        key: 'undo.done',
        params: { command: t(`command.${command}` as 'command.undo') },
        undo: false,
      }));
      if (!done) return;
    }
  };
  return (
    <div ref={place} className={styles.notices} data-testid="notices" aria-live="polite">
      {notices.map((notice) => (
        <MessageBar
          key={notice.id}
          messageBarType={getMessageBarType(notice)}
          isMultiline
          dismissButtonAriaLabel={t('pane.close')}
          onDismiss={() => dismiss(notice.id)}
          // Without this the sign would stand alone for a moment.
          delayedRender={false}
          actions={
            notice.success?.undo ? (
              <MessageBarButton
                text={t('pane.undo')}
                disabled={pane.isRunning}
                onClick={() => void undo(notice.success?.undoSteps ?? 1)}
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
