import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import type { ReactElement } from 'react';
import { addReportSheet } from '../../commands/reports/add-report-sheet';
import { exportReportToWord } from '../../commands/reports/export-report-to-word';
import type { PrintView } from '../../commands/reports/read-print-view';
import { downloadFile, FILE_TYPES } from '../components/download-file';
import layout from '../components/layout.module.css';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import { type ReportChoice, ReportFields, useReportChoice } from './ReportFields';

/** The report of results for a period: to Word, or to a sheet where no file can be handed over. */
export function ReportPanel({ pane, paper }: { pane: Pane; paper: PrintView }): ReactElement {
  const { t } = useTranslation();
  const fields = useReportChoice(paper.year);
  const { choice } = fields;
  const make = async (chosen: ReportChoice): Promise<void> => {
    if (!paper.canDownload) {
      await pane.perform(addReportSheet, chosen, ({ sheet, gaps }) => ({
        key: 'report.sheet-done',
        figures: { sheet, gaps },
        undo: true,
      }));
      return;
    }
    const file = await pane.perform(exportReportToWord, chosen, ({ name, gaps }) => ({
      key: 'report.done',
      figures: { period: name, gaps },
      undo: false,
    }));
    if (file) downloadFile(file.fileName, file.bytes, FILE_TYPES.word);
  };
  return (
    <section aria-labelledby="paper-report" className={layout.form}>
      <h2 id="paper-report">{t('paper.report')}</h2>
      <p className={layout.muted}>{t('paper.report.about')}</p>
      {!paper.canDownload && <p className={layout.warning}>{t('paper.no-download')}</p>}
      <ReportFields {...fields} />
      <div className={layout.row}>
        <PrimaryButton
          text={t(paper.canDownload ? 'command.word-report' : 'command.report-sheet')}
          disabled={!choice || pane.isRunning}
          onClick={() => choice && void make(choice)}
        />
      </div>
    </section>
  );
}
