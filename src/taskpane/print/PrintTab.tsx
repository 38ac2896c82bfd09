import { Spinner } from 'office-ui-fabric-react/lib/Spinner';
import type { ReactElement } from 'react';
import { addReportSheet } from '../../commands/reports/add-report-sheet';
import { exportReportToWord } from '../../commands/reports/export-report-to-word';
import { readPrintView } from '../../commands/reports/read-print-view';
import { EmptyWorkbook } from '../components/EmptyWorkbook';
import layout from '../components/layout.module.css';
import { useCommandResult } from '../components/use-command-result';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import { PrintPanel } from './PrintPanel';
import { ReportPanel } from './ReportPanel';

/** *In & báo cáo*: what leaves the workbook on paper or in Word. */
export function PrintTab({ pane, onImport }: { pane: Pane; onImport: () => void }): ReactElement {
  const { t } = useTranslation();
  const hasTable = Boolean(pane.view?.table);
  const paper = useCommandResult(readPrintView.run, hasTable ? undefined : null, {
    revision: null,
    report: pane.report,
    keepsPrevious: true,
  })?.value;
  if (!hasTable) return <EmptyWorkbook pane={pane} onImport={onImport} />;
  if (!paper) return <Spinner label={t('pane.reading')} />;
  return (
    <>
      {!pane.view?.facts?.unit.name && <p className={layout.warning}>{t('pane.unit.missing')}</p>}
      <PrintPanel pane={pane} paper={paper} />
      <ReportPanel
        pane={pane}
        title={t('paper.report')}
        about={t('paper.report.about')}
        year={paper.year}
        canDownload={paper.canDownload}
        documents={paper.documents}
        toWord={exportReportToWord}
        toSheet={addReportSheet}
        canUndoSheet
      />
      <p className={layout.muted}>{t('paper.decree')}</p>
    </>
  );
}
