import { type ReactElement, useEffect, useState } from 'react';
import { addAuthorityReportSheet } from '../../commands/authority/add-authority-report-sheet';
import { exportAuthorityReportToWord } from '../../commands/authority/export-authority-report-to-word';
import { canDownload } from '../../excel/can-download';
import layout from '../components/layout.module.css';
import { ReportPanel } from '../print/ReportPanel';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import { ConsolidationPreview } from './ConsolidationPreview';
import { ConsolidationQuestions } from './ConsolidationQuestions';
import { ConsolidationTotals } from './ConsolidationTotals';
import { FileChooser } from './FileChooser';
import { FileStateList, ReadingState } from './FileStateList';
import { IssuePanel } from './IssuePanel';
import { MasterChooser } from './MasterChooser';
import { type ConsolidationState, useConsolidation } from './use-consolidation';

/** What the officer chooses before a run: annex, units, days, files. Folded once there are results. */
function SetUp({ run, pane }: { run: ConsolidationState; pane: Pane }): ReactElement {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(true);
  const hasResult = run.result !== null;
  useEffect(() => setOpen(!hasResult), [hasResult]);
  return (
    <details open={isOpen} data-testid="set-up" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary tabIndex={0}>{t('units.set-up')}</summary>
      <p className={layout.muted}>{t('units.about')}</p>
      <MasterChooser run={run} pane={pane} />
      <IssuePanel run={run} pane={pane} />
      <FileChooser run={run} pane={pane} />
    </details>
  );
}

/** *Tổng hợp trường*: the officer chooses files, sees them read, settles what is asked, looks, and applies. */
export function ConsolidationTab({ pane }: { pane: Pane }): ReactElement {
  const { t } = useTranslation();
  const run = useConsolidation(pane);
  const { result, previous } = run;
  const shown = result?.consolidation ?? previous;
  const hasResult = result !== null;
  // The results stand at the top: they are seen at once.
  useEffect(() => {
    if (hasResult) window.scrollTo(0, 0);
  }, [hasResult]);
  return (
    <>
      <ReadingState run={run} />
      {result && <ConsolidationQuestions run={run} result={result} />}
      {result && <ConsolidationPreview run={run} result={result} pane={pane} />}
      {shown && shown.entries.length > 0 && (
        <ConsolidationTotals
          consolidation={{ entries: shown.entries, asOf: shown.asOf }}
          pane={pane}
          isWritten={previous !== null}
        />
      )}
      {previous && (
        <ReportPanel
          pane={pane}
          title={t('units.report')}
          about={t('units.report.about')}
          year={previous.annex.edition.year}
          canDownload={canDownload()}
          agency={previous.level.name || previous.annex.edition.issuer}
          toWord={exportAuthorityReportToWord}
          toSheet={addAuthorityReportSheet}
          canUndoSheet={false}
        />
      )}
      <FileStateList run={run} />
      <SetUp run={run} pane={pane} />
    </>
  );
}
