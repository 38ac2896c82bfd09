import { TextField } from 'office-ui-fabric-react/lib/TextField';
import type { ReactElement } from 'react';
import layout from '../components/layout.module.css';
import { useTranslation } from '../shell/use-translation';
import { DatedNames } from './DatedNames';
import type { SettingsPanelProps } from './settings-panel-props';

/** Who stands above the unit and who gets its reports, by day; how it writes that it does not perform a task. */
export function OfficePanel({ draft, wrongs, set }: SettingsPanelProps): ReactElement {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="settings-office" className={layout.form}>
      <h2 id="settings-office">{t('settings.office')}</h2>
      {(['superiors', 'recipients'] as const).map((field) => (
        <DatedNames
          key={field}
          label={t(`settings.${field}`)}
          hint={t(`settings.${field}.hint`)}
          names={draft[field]}
          wrong={wrongs[field] && t(wrongs[field])}
          onChange={(names) => set({ [field]: names })}
        />
      ))}
      <TextField
        label={t('settings.wording')}
        description={t('settings.wording.hint')}
        value={draft.wording}
        onChange={(_, wording = '') => set({ wording })}
      />
    </section>
  );
}
