import { Spinner } from 'office-ui-fabric-react/lib/Spinner';
import { type ReactElement, useEffect, useState } from 'react';
import { type PrintView, readPrintView } from '../../commands/reports/read-print-view';
import { EmptyWorkbook } from '../components/EmptyWorkbook';
import layout from '../components/layout.module.css';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import { PrintPanel } from './PrintPanel';
import { ReportPanel } from './ReportPanel';

/** *In & báo cáo*: what leaves the workbook on paper or in Word. */
export function PrintTab({ pane, onImport }: { pane: Pane; onImport: () => void }): ReactElement {
  const { t } = useTranslation();
  const [paper, setPaper] = useState<PrintView | null>(null);
  const { report } = pane;
  const hasTable = Boolean(pane.view?.table);
  useEffect(() => {
    if (!hasTable) return undefined;
    let isOver = false;
    void readPrintView.run({ now: () => new Date() }, undefined).then((result) => {
      if (isOver) return;
      if (result.ok) setPaper(result.value);
      else report(result.problems);
    });
    return () => {
      isOver = true;
    };
  }, [hasTable, report]);
  if (!hasTable) return <EmptyWorkbook pane={pane} onImport={onImport} />;
  if (!paper) return <Spinner label={t('pane.reading')} />;
  return (
    <>
      <PrintPanel pane={pane} paper={paper} />
      <ReportPanel pane={pane} paper={paper} />
      <p className={layout.muted}>{t('paper.decree')}</p>
    </>
  );
}
