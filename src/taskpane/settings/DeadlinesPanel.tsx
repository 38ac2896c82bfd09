import { ChoiceGroup } from 'office-ui-fabric-react/lib/ChoiceGroup';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import type { ReactElement } from 'react';
import type { CalendarSettings } from '../../timing/calendar/calendar-settings';
import { useTranslation } from '../shell/use-translation';
import type { SettingsPanelProps } from './settings-panel-props';

const BEFORE_MEANINGS = [
  'dayBefore',
  'sameDay',
] as const satisfies readonly CalendarSettings['beforeMeans'][];
const SHIFTS = ['none', 'earlier', 'later'] as const satisfies readonly CalendarSettings['shift'][];
const NUMBER_FIELDS = ['soon', 'start', 'middle'] as const;

/** How deadlines are read and counted. What has many lines (days off, events, products) is edited on its sheet. */
export function DeadlinesPanel({ draft, wrongs, set }: SettingsPanelProps): ReactElement {
  const { t: say } = useTranslation();
  const wrong = (field: string): { errorMessage?: string } =>
    wrongs[field] ? { errorMessage: say(wrongs[field]) } : {};
  return (
    <section aria-labelledby="settings-deadlines" className="track-form">
      <h2 id="settings-deadlines">{say('settings.deadlines')}</h2>
      <TextField
        label={say('track.settings.year')}
        inputMode="numeric"
        value={draft.year}
        onChange={(_, year = '') => set({ year })}
        {...wrong('year')}
      />
      <TextField
        type="date"
        label={say('track.settings.from')}
        value={draft.from}
        onChange={(_, from = '') => set({ from })}
      />
      <ChoiceGroup
        label={say('track.settings.before')}
        selectedKey={draft.beforeMeans}
        options={BEFORE_MEANINGS.map((key) => ({ key, text: say(`track.settings.before.${key}`) }))}
        onChange={(_, option) =>
          set({ beforeMeans: (option?.key ?? draft.beforeMeans) as (typeof BEFORE_MEANINGS)[number] })
        }
      />
      <ChoiceGroup
        label={say('track.settings.shift')}
        selectedKey={draft.shift}
        options={SHIFTS.map((key) => ({ key, text: say(`track.settings.shift.${key}`) }))}
        onChange={(_, option) => set({ shift: (option?.key ?? draft.shift) as (typeof SHIFTS)[number] })}
      />
      <div className="figures">
        {NUMBER_FIELDS.map((field) => (
          <TextField
            key={field}
            label={say(`track.settings.${field}`)}
            inputMode="numeric"
            value={draft[field]}
            onChange={(_, value = '') => set({ [field]: value })}
            {...wrong(field)}
          />
        ))}
      </div>
      <p className="quiet">{say('settings.more')}</p>
    </section>
  );
}
