import { type ReactElement, useId } from 'react';
import { FileDrop } from '../components/FileDrop';
import layout from '../components/layout.module.css';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import type { ConsolidationState } from './use-consolidation';

const ACCEPTED_FILES = '.xlsx,.xlsm,.xlsb,.xls,.ods,.docx,.pdf';

/** The two days, and the files of the units, picked or dropped. */
export function FileChooser({ run, pane }: { run: ConsolidationState; pane: Pane }): ReactElement {
  const { t } = useTranslation();
  const [asOf, due] = [useId(), useId()];
  return (
    <section aria-label={t('units.choose')}>
      <h2>{t('units.days')}</h2>
      <div className={layout.row}>
        <label htmlFor={asOf}>{t('units.as-of')}</label>
        <input
          id={asOf}
          type="date"
          value={run.asOf}
          onChange={(event) => event.target.value !== '' && run.setAsOf(event.target.value)}
        />
        <label htmlFor={due}>{t('units.report-due')}</label>
        <input
          id={due}
          type="date"
          value={run.reportDue}
          onChange={(event) => run.setReportDue(event.target.value)}
        />
      </div>
      <h2>{t('units.files')}</h2>
      <FileDrop
        text={t('units.files.drop')}
        label={t('units.files.pick')}
        accept={ACCEPTED_FILES}
        multiple
        disabled={pane.isRunning || run.isReading}
        onPick={run.read}
      />
    </section>
  );
}
