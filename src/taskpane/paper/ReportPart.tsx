import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import type { ReactElement } from 'react';
import type { PaperView } from '../../commands/look-at-paper';
import { reportSheet } from '../../commands/report-sheet';
import { wordReport } from '../../commands/word-report';
import { FILE_TYPES, handOver } from '../shell/hand-over';
import type { Pane } from '../shell/use-pane';
import { useWords } from '../shell/words';
import { type ReportChoice, ReportFields, useReportChoice } from './ReportFields';

/** The report of results for a period: to Word, or to a sheet where no file can be handed over. */
export function ReportPart({ pane, paper }: { pane: Pane; paper: PaperView }): ReactElement {
  const { say } = useWords();
  const fields = useReportChoice(paper.year);
  const { choice } = fields;
  const make = async (chosen: ReportChoice): Promise<void> => {
    if (!paper.canDownload) {
      await pane.perform(reportSheet, chosen, ({ sheet, gaps }) => ({
        key: 'report.sheet-done',
        figures: { sheet, gaps },
        undo: true,
      }));
      return;
    }
    const file = await pane.perform(wordReport, chosen, ({ name, gaps }) => ({
      key: 'report.done',
      figures: { period: name, gaps },
      undo: false,
    }));
    if (file) handOver(file.fileName, file.bytes, FILE_TYPES.word);
  };
  return (
    <section aria-labelledby="paper-report" className="track-form">
      <h2 id="paper-report">{say('paper.report')}</h2>
      <p className="quiet">{say('paper.report.about')}</p>
      {!paper.canDownload && <p className="warning">{say('paper.no-download')}</p>}
      <ReportFields {...fields} />
      <div className="row">
        <PrimaryButton
          text={say(paper.canDownload ? 'command.word-report' : 'command.report-sheet')}
          disabled={!choice || pane.isRunning}
          onClick={() => choice && void make(choice)}
        />
      </div>
    </section>
  );
}
