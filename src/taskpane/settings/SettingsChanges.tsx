import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { type ReactElement, useEffect, useRef } from 'react';
import type { StagedSettings } from '../../commands/settings';
import { useTranslation } from '../shell/use-translation';

type SettingsChangesProps = {
  staged: StagedSettings;
  isRunning: boolean;
  onWrite: () => void;
  onLeave: () => void;
};

/** What writing the settings would change in the workbook. */
export function SettingsChanges({ staged, isRunning, onWrite, onLeave }: SettingsChangesProps): ReactElement {
  const { t: say } = useTranslation();
  const place = useRef<HTMLElement>(null);
  // The keyboard goes on from here; a heading with the focus would be a dead end for office.js's own Tab.
  useEffect(() => place.current?.querySelector('button')?.focus(), []);
  const { sheets, deadlines } = staged;
  const moves = deadlines.added + deadlines.moved + deadlines.removed > 0;
  return (
    <section ref={place} aria-labelledby="settings-staged" className="settle">
      <h3 id="settings-staged">{say('settings.staged')}</h3>
      <ul>
        {sheets.map(({ sheet, change: is }) => (
          <li key={sheet}>{say(`settings.staged.${is}`, { sheet })}</li>
        ))}
        {sheets.length === 0 && <li>{say('settings.staged.facts')}</li>}
        {moves && <li>{say('settings.staged.deadlines', deadlines)}</li>}
      </ul>
      <div className="row">
        <PrimaryButton text={say('pane.write')} disabled={isRunning} onClick={onWrite} />
        <DefaultButton text={say('settings.staged.leave')} onClick={onLeave} />
      </div>
    </section>
  );
}
