import { type ReactElement, useState } from 'react';
import { parseIsoDate } from '../../shared/dates';
import { DateField } from '../components/DateField';
import { FileDrop } from '../components/FileDrop';
import layout from '../components/layout.module.css';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import type { ConsolidationState } from './use-consolidation';

/** Asks for the two days and for the files of the units, picked or dropped. */
export function FileChooser({ run, pane }: { run: ConsolidationState; pane: Pane }): ReactElement {
  const { t } = useTranslation();
  // What is typed and is no date yet: the run keeps its day, and no file is read meanwhile.
  const [wrong, setWrong] = useState<{ asOf?: string; reportDue?: string }>({});
  const setDay = (field: 'asOf' | 'reportDue', day: string): void => {
    const isReady = parseIsoDate(day) !== null || (day === '' && field === 'reportDue');
    setWrong({ ...wrong, [field]: isReady ? undefined : day });
    if (isReady && field === 'asOf') run.setAsOf(day);
    else if (isReady) run.setReportDue(day);
  };
  const isWrong = wrong.asOf !== undefined || wrong.reportDue !== undefined;
  return (
    <section aria-label={t('units.choose')}>
      <h2>{t('units.days')}</h2>
      <div className={layout.fieldGrid}>
        <DateField
          label={t('units.as-of')}
          value={wrong.asOf ?? run.asOf}
          onChange={(day) => setDay('asOf', day)}
        />
        <DateField
          label={t('units.report-due')}
          value={wrong.reportDue ?? run.reportDue}
          onChange={(day) => setDay('reportDue', day)}
        />
      </div>
      <h2>{t('units.files')}</h2>
      <FileDrop
        text={t('units.files.drop')}
        label={t('units.files.pick')}
        // The content decides, whatever the name.
        accept=""
        multiple
        why={isWrong ? t('date.wrong') : null}
        disabled={pane.isRunning || run.isReading}
        onPick={run.read}
      />
    </section>
  );
}
