import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { type ReactElement, useEffect, useRef } from 'react';
import type { StagedSettings } from '../../commands/settings';
import layout from '../components/layout.module.css';
import { useTranslation } from '../shell/use-translation';

type SettingsChangesProps = {
  staged: StagedSettings;
  isRunning: boolean;
  onWrite: () => void;
  onLeave: () => void;
};

/** What writing the settings would change in the workbook. */
export function SettingsChanges({ staged, isRunning, onWrite, onLeave }: SettingsChangesProps): ReactElement {
  const { t } = useTranslation();
  const place = useRef<HTMLElement>(null);
  // The keyboard goes on from here; a heading with the focus would be a dead end for office.js's own Tab.
  useEffect(() => place.current?.querySelector('button')?.focus(), []);
  const { sheets, deadlines } = staged;
  const moves = deadlines.added + deadlines.moved + deadlines.removed > 0;
  return (
    <section ref={place} aria-labelledby="settings-staged" className={layout.softCallout}>
      <h3 id="settings-staged">{t('settings.staged')}</h3>
      <ul>
        {sheets.map(({ sheet, change: is }) => (
          <li key={sheet}>{t(`settings.staged.${is}`, { sheet })}</li>
        ))}
        {sheets.length === 0 && <li>{t('settings.staged.facts')}</li>}
        {moves && <li>{t('settings.staged.deadlines', deadlines)}</li>}
      </ul>
      <div className={layout.row}>
        <PrimaryButton text={t('pane.write')} disabled={isRunning} onClick={onWrite} />
        <DefaultButton text={t('settings.staged.leave')} onClick={onLeave} />
      </div>
    </section>
  );
}
