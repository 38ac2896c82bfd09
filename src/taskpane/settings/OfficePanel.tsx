import { TextField } from 'office-ui-fabric-react/lib/TextField';
import type { ReactElement } from 'react';
import { useTranslation } from '../shell/use-translation';
import { DatedNames } from './DatedNames';
import type { SettingsPanelProps } from './settings-panel-props';

/** Who stands above the unit and who gets its reports, by day; how it writes that it does not perform a task. */
export function OfficePanel({ draft, wrongs, set }: SettingsPanelProps): ReactElement {
  const { t: say } = useTranslation();
  return (
    <section aria-labelledby="settings-office" className="track-form">
      <h2 id="settings-office">{say('settings.office')}</h2>
      {(['superiors', 'recipients'] as const).map((field) => (
        <DatedNames
          key={field}
          label={say(`settings.${field}`)}
          hint={say(`settings.${field}.hint`)}
          names={draft[field]}
          wrong={wrongs[field] && say(wrongs[field])}
          onChange={(names) => set({ [field]: names })}
        />
      ))}
      <TextField
        label={say('settings.wording')}
        description={say('settings.wording.hint')}
        value={draft.wording}
        onChange={(_, wording = '') => set({ wording })}
      />
    </section>
  );
}
