import type { ReactElement } from 'react';
import { REPORT_PERIOD_LABELS } from '../../sheets/labels/progress-labels';
import { DateField } from '../components/DateField';
import layout from '../components/layout.module.css';
import { useTranslation } from '../shell/use-translation';
import { REPORT_IDS } from './settings-draft';
import type { SettingsPanelProps } from './settings-panel-props';

const DAY_FIELDS = ['from', 'to', 'send'] as const;

/** The reports of the year: the days whose data they take, and the day they are sent by. */
export function ReportsPanel({ draft, wrongs, set }: SettingsPanelProps): ReactElement {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="settings-reports" className={layout.form}>
      <h2 id="settings-reports">{t('settings.reports')}</h2>
      <p className={layout.muted}>{t('settings.reports.hint')}</p>
      {REPORT_IDS.map((id) => {
        const wrong = wrongs[`reports.${id}`];
        return (
          <fieldset key={id}>
            <legend>{REPORT_PERIOD_LABELS[id]}</legend>
            <div className={layout.fieldGrid}>
              {DAY_FIELDS.map((day) => (
                <DateField
                  key={day}
                  label={t(`settings.reports.${day}`)}
                  value={draft.reports[id][day]}
                  onChange={(value) =>
                    set({ reports: { ...draft.reports, [id]: { ...draft.reports[id], [day]: value } } })
                  }
                />
              ))}
            </div>
            {wrong && (
              <p className={layout.warning} role="alert">
                {t(wrong)}
              </p>
            )}
          </fieldset>
        );
      })}
    </section>
  );
}
