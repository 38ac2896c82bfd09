import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { type ReactElement, useState } from 'react';
import { exportCalendar, type ProgressView } from '../../commands/progress/index';
import { getDefaultAlarmDays, parseAlarmDays } from '../../progress/parse-alarm-days';
import actionBar from '../components/ActionBar.module.css';
import { downloadFile, FILE_TYPES } from '../components/download-file';
import { ExplainedButton } from '../components/ExplainedButton';
import layout from '../components/layout.module.css';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import styles from './PersonField.module.css';
import { ANYBODY } from './progress-filter';

type CalendarExportFormProps = {
  pane: Pane;
  view: ProgressView;
  /** Whose work the list shows; the file holds that of the same person. */
  person: string;
  /** Code of the document that the list shows; '' for all. */
  document: string;
};

/** The deadlines as a calendar file, with reminders so many days before. */
export function CalendarExportForm({ pane, view, person, document }: CalendarExportFormProps): ReactElement {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(getDefaultAlarmDays(view.settings.calendar.soonDays).join(', '));
  const alarmDays = parseAlarmDays(typed);
  const save = async (days: readonly number[]): Promise<void> => {
    const query = {
      alarmDays: days,
      ...(person !== ANYBODY && { person }),
      ...(document !== '' && { document }),
    };
    const calendar = await pane.perform(exportCalendar, query, ({ fileName, events }) => ({
      key: 'calendar.written',
      params: { events, file: fileName },
      undo: false,
    }));
    if (calendar) downloadFile(calendar.fileName, calendar.text, FILE_TYPES.calendar);
  };
  return (
    <section aria-label={t('track.calendar')}>
      <div className={`${actionBar.line} ${styles.line}`}>
        <TextField
          label={t('track.calendar.alarms')}
          value={typed}
          {...(alarmDays === null && { errorMessage: t('track.calendar.wrong') })}
          onChange={(_, text = '') => setTyped(text)}
        />
        <ExplainedButton
          text={t('command.export-calendar')}
          why={alarmDays === null ? t('track.calendar.wrong') : null}
          disabled={pane.isRunning}
          onClick={() => alarmDays && void save(alarmDays)}
        />
      </div>
      <p className={layout.muted}>{t('track.calendar.hint')}</p>
    </section>
  );
}
