import { TextField } from 'office-ui-fabric-react/lib/TextField';
import type { ReactElement } from 'react';
import { REPORT_PERIOD_LABELS } from '../../sheets/labels/progress-labels';
import { useTranslation } from '../shell/use-translation';
import { REPORT_IDS } from './settings-draft';
import type { SettingsPanelProps } from './settings-panel-props';

const DAY_FIELDS = ['from', 'to', 'send'] as const;

/** The reports of the year: the days whose data they take, and the day they are sent by. */
export function ReportsPanel({ draft, wrongs, set }: SettingsPanelProps): ReactElement {
  const { t: say } = useTranslation();
  return (
    <section aria-labelledby="settings-reports" className="track-form">
      <h2 id="settings-reports">{say('settings.reports')}</h2>
      <p className="quiet">{say('settings.reports.hint')}</p>
      {REPORT_IDS.map((id) => {
        const wrong = wrongs[`reports.${id}`];
        return (
          <fieldset key={id}>
            <legend>{REPORT_PERIOD_LABELS[id]}</legend>
            <div className="figures">
              {DAY_FIELDS.map((day) => (
                <TextField
                  key={day}
                  type="date"
                  label={say(`settings.reports.${day}`)}
                  value={draft.reports[id][day]}
                  onChange={(_, value = '') =>
                    set({ reports: { ...draft.reports, [id]: { ...draft.reports[id], [day]: value } } })
                  }
                />
              ))}
            </div>
            {wrong && (
              <p className="warning" role="alert">
                {say(wrong)}
              </p>
            )}
          </fieldset>
        );
      })}
    </section>
  );
}
