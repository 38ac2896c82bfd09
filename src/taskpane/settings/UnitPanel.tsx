import { TextField } from 'office-ui-fabric-react/lib/TextField';
import type { ReactElement } from 'react';
import layout from '../components/layout.module.css';
import { useTranslation } from '../shell/use-translation';
import type { SettingsPanelProps } from './settings-panel-props';

/** Whose workbook it is, and what else the unit is called. */
export function UnitPanel({ draft, wrongs, set }: SettingsPanelProps): ReactElement {
  const { t } = useTranslation();
  const wrong = (field: string): { errorMessage?: string } =>
    wrongs[field] ? { errorMessage: t(wrongs[field]) } : {};
  return (
    <section aria-labelledby="settings-unit" className={layout.form}>
      <h2 id="settings-unit">{t('settings.unit')}</h2>
      <TextField
        label={t('pane.unit.name')}
        value={draft.name}
        onChange={(_, name = '') => set({ name })}
        {...wrong('name')}
      />
      <TextField
        label={t('pane.unit.code')}
        description={t('pane.unit.code.hint')}
        value={draft.code}
        onChange={(_, code = '') => set({ code })}
        {...wrong('code')}
      />
      <TextField
        label={t('settings.aliases')}
        description={t('settings.aliases.hint')}
        multiline
        autoAdjustHeight
        rows={2}
        value={draft.aliases}
        onChange={(_, aliases = '') => set({ aliases })}
      />
    </section>
  );
}
