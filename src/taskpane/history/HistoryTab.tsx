import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { lazy, type ReactElement, Suspense } from 'react';
import type { MessageKey } from '../../locales/vi';
import { redoAtOnce, undoAtOnce } from '../shell/commands';
import type { Pane } from '../shell/use-pane';
import { useWords } from '../shell/words';
import { EntryLine } from './EntryLine';

const CheckUp = lazy(async () => ({ default: (await import('../check-up/CheckUp')).CheckUp }));

/** What the add-in did in this workbook, newest first; each with its undo. Who did it is not kept. */
export function HistoryTab({ pane }: { pane: Pane }): ReactElement {
  const { say } = useWords();
  const entries = [...(pane.view?.entries ?? [])].reverse();
  const name = (command: string): string => say(`command.${command}` as MessageKey);
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
            <EntryLine key={entry.id} entry={entry} pane={pane} />
          ))}
        </ol>
      )}
      <Suspense fallback={null}>
        <CheckUp pane={pane} />
      </Suspense>
    </div>
  );
}
