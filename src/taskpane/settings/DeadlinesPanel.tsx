import { ChoiceGroup } from 'office-ui-fabric-react/lib/ChoiceGroup';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import type { ReactElement } from 'react';
import type { CalendarSettings } from '../../timing/calendar/calendar-settings';
import { DateField } from '../components/DateField';
import layout from '../components/layout.module.css';
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
  const { t } = useTranslation();
  const wrong = (field: string): { errorMessage?: string } =>
    wrongs[field] ? { errorMessage: t(wrongs[field]) } : {};
  return (
    <section aria-labelledby="settings-deadlines" className={layout.form}>
      <h2 id="settings-deadlines">{t('settings.deadlines')}</h2>
      <TextField
        label={t('track.settings.year')}
        inputMode="numeric"
        value={draft.year}
        onChange={(_, year = '') => set({ year })}
        {...wrong('year')}
      />
      <DateField label={t('track.settings.from')} value={draft.from} onChange={(from) => set({ from })} />
      <ChoiceGroup
        label={t('track.settings.before')}
        selectedKey={draft.beforeMeans}
        options={BEFORE_MEANINGS.map((key) => ({ key, text: t(`track.settings.before.${key}`) }))}
        onChange={(_, option) =>
          set({ beforeMeans: (option?.key ?? draft.beforeMeans) as (typeof BEFORE_MEANINGS)[number] })
        }
      />
      <ChoiceGroup
        label={t('track.settings.shift')}
        selectedKey={draft.shift}
        options={SHIFTS.map((key) => ({ key, text: t(`track.settings.shift.${key}`) }))}
        onChange={(_, option) => set({ shift: (option?.key ?? draft.shift) as (typeof SHIFTS)[number] })}
      />
      <div className={layout.fieldGrid}>
        {NUMBER_FIELDS.map((field) => (
          <TextField
            key={field}
            label={t(`track.settings.${field}`)}
            inputMode="numeric"
            value={draft[field]}
            onChange={(_, value = '') => set({ [field]: value })}
            {...wrong(field)}
          />
        ))}
      </div>
      <p className={layout.muted}>{t('settings.more')}</p>
    </section>
  );
}
