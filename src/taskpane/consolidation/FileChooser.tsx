import { type ReactElement, useId } from 'react';
import { FileDrop } from '../components/FileDrop';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import type { ConsolidationState } from './use-consolidation';

const ACCEPTED_FILES = '.xlsx,.xlsm,.xlsb,.xls,.ods,.docx,.pdf';

/** The two days, and the files of the units, picked or dropped. */
export function FileChooser({ run, pane }: { run: ConsolidationState; pane: Pane }): ReactElement {
  const { t: say } = useTranslation();
  const [asOf, due] = [useId(), useId()];
  return (
    <section aria-label={say('units.choose')} className="choose">
      <h2>{say('units.days')}</h2>
      <div className="row">
        <label htmlFor={asOf}>{say('units.as-of')}</label>
        <input
          id={asOf}
          type="date"
          value={run.asOf}
          onChange={(event) => event.target.value !== '' && run.setAsOf(event.target.value)}
        />
        <label htmlFor={due}>{say('units.report-due')}</label>
        <input
          id={due}
          type="date"
          value={run.reportDue}
          onChange={(event) => run.setReportDue(event.target.value)}
        />
      </div>
      <h2>{say('units.files')}</h2>
      <FileDrop
        text={say('units.files.drop')}
        label={say('units.files.pick')}
        accept={ACCEPTED_FILES}
        multiple
        disabled={pane.isRunning || run.isReading}
        onPick={run.read}
      />
    </section>
  );
}
