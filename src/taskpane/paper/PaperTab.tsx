import { Spinner } from 'office-ui-fabric-react/lib/Spinner';
import { type ReactElement, useEffect, useState } from 'react';
import { lookAtPaper } from '../../commands/look-at-paper';
import type { PaperView } from '../../commands/look-at-paper';
import { EmptyBook } from '../shell/EmptyBook';
import type { Pane } from '../shell/use-pane';
import { useWords } from '../shell/words';
import { PrintPart } from './PrintPart';
import { ReportPart } from './ReportPart';

/** *In & báo cáo*: what leaves the workbook on paper or in Word. */
export function PaperTab({ pane, onImport }: { pane: Pane; onImport: () => void }): ReactElement {
  const { say } = useWords();
  const [paper, setPaper] = useState<PaperView | null>(null);
  const { report } = pane;
  const hasTable = Boolean(pane.view?.table);
  useEffect(() => {
    if (!hasTable) return undefined;
    let isOver = false;
    void lookAtPaper.run({ now: () => new Date() }, undefined).then((result) => {
      if (isOver) return;
      if (result.ok) setPaper(result.value);
      else report(result.problems);
    });
    return () => {
      isOver = true;
    };
  }, [hasTable, report]);
  if (!hasTable) return <EmptyBook pane={pane} onImport={onImport} />;
  if (!paper) return <Spinner label={say('pane.reading')} />;
  return (
    <>
      <PrintPart pane={pane} paper={paper} />
      <ReportPart pane={pane} paper={paper} />
      <p className="quiet">{say('paper.decree')}</p>
    </>
  );
}
