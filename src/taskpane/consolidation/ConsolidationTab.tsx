import type { ReactElement } from 'react';
import type { Pane } from '../shell/use-pane';
import { useWords } from '../shell/words';
import { AuthorityReport } from './AuthorityReport';
import { ChooseFiles } from './ChooseFiles';
import { ChooseMaster } from './ChooseMaster';
import { Figures } from './Figures';
import { FileStates } from './FileStates';
import { IssuePart } from './IssuePart';
import { Questions } from './Questions';
import { StagedRun } from './StagedRun';
import { useConsolidation } from './use-consolidation';

/** *Tổng hợp đơn vị*: the officer chooses files, sees them read, settles what is asked, looks, and applies. */
export function ConsolidationTab({ pane }: { pane: Pane }): ReactElement {
  const { say } = useWords();
  const run = useConsolidation(pane);
  const { result, previous } = run;
  const shown = result?.book ?? previous;
  return (
    <>
      <p className="quiet">{say('units.about')}</p>
      <ChooseMaster run={run} pane={pane} />
      <IssuePart run={run} pane={pane} />
      <ChooseFiles run={run} pane={pane} />
      <FileStates run={run} />
      {result && <Questions run={run} result={result} />}
      {result && <StagedRun run={run} result={result} pane={pane} />}
      {shown && shown.entries.length > 0 && (
        <Figures
          book={{ entries: shown.entries, asOf: shown.asOf }}
          pane={pane}
          isWritten={previous !== null}
        />
      )}
      {previous && <AuthorityReport pane={pane} year={previous.annex.edition.year} />}
    </>
  );
}
