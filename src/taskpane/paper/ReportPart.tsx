import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { type ReactElement, useState } from 'react';
import type { PaperView } from '../../commands/look-at-paper';
import { reportSheet } from '../../commands/report-sheet';
import { wordReport } from '../../commands/word-report';
import { SPAN_IDS } from '../../paper/report/report-span';
import type { SpanId } from '../../paper/report/report-span';
import type { Pane } from '../shell/use-pane';
import { useWords } from '../shell/words';
import { handOver } from './hand-over';

const isYear = (text: string): boolean => /^(19|20|21)\d\d$/.test(text.trim());
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Today where the clerk is, not in Greenwich. */
const today = (): string => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

/** The report of results for a period: to Word, or to a sheet where no file can be handed over. */
export const ReportPart = ({ pane, paper }: { pane: Pane; paper: PaperView }): ReactElement => {
  const { say } = useWords();
  const [span, setSpan] = useState<SpanId>('6M');
  const [on, setOn] = useState(today());
  const [year, setYear] = useState(String(paper.year ?? on.slice(0, 4)));
  const isReady = isYear(year) && isDay(on);
  const make = async (): Promise<void> => {
    const choice = { span, year: Number(year), on };
    if (!paper.canDownload) {
      await pane.perform(reportSheet, choice, ({ sheet, gaps }) => ({
        key: 'report.sheet-done',
        figures: { sheet, gaps },
        undo: true,
      }));
      return;
    }
    const file = await pane.perform(wordReport, choice, ({ name, gaps }) => ({
      key: 'report.done',
      figures: { period: name, gaps },
      undo: false,
    }));
    if (file) handOver(file.fileName, file.bytes);
  };
  return (
    <section aria-labelledby="paper-report" className="track-form">
      <h2 id="paper-report">{say('paper.report')}</h2>
      <p className="quiet">{say('paper.report.about')}</p>
      {!paper.canDownload && <p className="warning">{say('paper.no-download')}</p>}
      <Dropdown
        label={say('paper.period')}
        selectedKey={span}
        options={SPAN_IDS.map((key) => ({ key, text: say(`paper.period.${key}`) }))}
        onChange={(_, option) => setSpan((option?.key ?? span) as SpanId)}
      />
      <TextField
        label={say('paper.year')}
        inputMode="numeric"
        value={year}
        onChange={(_, value = '') => setYear(value)}
        {...(isYear(year) ? {} : { errorMessage: say('paper.year.wrong') })}
      />
      <TextField
        label={say('paper.on')}
        description={say('paper.on.hint')}
        type="date"
        value={on}
        onChange={(_, value = '') => setOn(value)}
      />
      <div className="row">
        <PrimaryButton
          text={say(paper.canDownload ? 'command.word-report' : 'command.report-sheet')}
          disabled={!isReady || pane.isRunning}
          onClick={() => void make()}
        />
      </div>
    </section>
  );
};
