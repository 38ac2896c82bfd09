import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { lazy, type ReactElement, Suspense } from 'react';
import type { MessageKey } from '../../locales/vi';
import type { HistoryEntry } from '../../workbook/record';
import { redoAtOnce, undoAtOnce } from '../shell/commands';
import type { Pane } from '../shell/use-pane';
import { useWords } from '../shell/words';

const CheckUp = lazy(async () => ({ default: (await import('../check-up/CheckUp')).CheckUp }));

/** What the add-in did in this workbook, newest first, with undo and redo. Who did it is not kept. */
export const HistoryTab = ({ pane }: { pane: Pane }): ReactElement => {
  const { say, locale } = useWords();
  const entries = [...(pane.view?.entries ?? [])].reverse();
  const name = (command: string): string => say(`command.${command}` as MessageKey);
  const time = ({ at }: HistoryEntry): string =>
    new Date(at).toLocaleString(locale === 'vi' ? 'vi-VN' : 'en-GB', {
      dateStyle: 'short',
      timeStyle: 'short',
    });
  const next = entries.find(({ state }) => state === 'done');
  return (
    <div className="history">
      <div className="row">
        <PrimaryButton
          text={say('pane.undo')}
          disabled={!next || next.size === 0 || pane.isRunning}
          onClick={() =>
            void pane.perform(undoAtOnce, undefined, ({ command }) => ({
              key: 'undo.done',
              figures: { command: name(command) },
              undo: false,
            }))
          }
        />
        <DefaultButton
          text={say('pane.redo')}
          disabled={!entries.some(({ state }) => state === 'undone') || pane.isRunning}
          onClick={() =>
            void pane.perform(redoAtOnce, undefined, ({ command }) => ({
              key: 'redo.done',
              figures: { command: name(command) },
              undo: false,
            }))
          }
        />
      </div>
      {entries.length === 0 ? (
        <p className="quiet">{say('pane.history.none')}</p>
      ) : (
        <ol className="entries">
          {entries.map((entry) => (
            <li key={entry.id} className={entry.state}>
              <b>{name(entry.command)}</b>
              <span className="quiet">
                {' '}
                {[
                  time(entry),
                  entry.state === 'undone' ? say('pane.history.undone') : '',
                  entry.size === 0 ? say('pane.history.notKept') : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ol>
      )}
      <Suspense fallback={null}>
        <CheckUp pane={pane} />
      </Suspense>
    </div>
  );
};
