import { TextField } from 'office-ui-fabric-react/lib/TextField';
import type { ReactElement } from 'react';
import { useTranslation } from '../shell/use-translation';
import type { SettingsPanelProps } from './settings-panel-props';

/** Whose workbook it is, and what else the unit is called. */
export function UnitPanel({ draft, wrongs, set }: SettingsPanelProps): ReactElement {
  const { t: say } = useTranslation();
  const wrong = (field: string): { errorMessage?: string } =>
    wrongs[field] ? { errorMessage: say(wrongs[field]) } : {};
  return (
    <section aria-labelledby="settings-unit" className="track-form">
      <h2 id="settings-unit">{say('settings.unit')}</h2>
      <TextField
        label={say('pane.unit.name')}
        value={draft.name}
        onChange={(_, name = '') => set({ name })}
        {...wrong('name')}
      />
      <TextField
        label={say('pane.unit.code')}
        description={say('pane.unit.code.hint')}
        value={draft.code}
        onChange={(_, code = '') => set({ code })}
        {...wrong('code')}
      />
      <TextField
        label={say('settings.aliases')}
        description={say('settings.aliases.hint')}
        multiline
        autoAdjustHeight
        rows={2}
        value={draft.aliases}
        onChange={(_, aliases = '') => set({ aliases })}
      />
    </section>
  );
}
