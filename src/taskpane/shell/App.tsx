import { Pivot, PivotItem } from 'office-ui-fabric-react/lib/Pivot';
import { type ReactElement, useEffect, useState } from 'react';
import { HistoryTab } from '../history/HistoryTab';
import { ImportTab } from '../import/ImportTab';
import { NO_FILTER, type Filter } from '../mark/filters';
import { MarkTab } from '../mark/MarkTab';
import { SummaryTab } from '../summary/SummaryTab';
import { Notices } from './Notices';
import { Progress } from './Progress';
import { takeRibbonProblems } from './ribbon-problems';
import { usePane } from './use-pane';
import { useWords } from './words';

type Tab = 'import' | 'mark' | 'summary' | 'history';

/** The task pane. */
export const App = (): ReactElement => {
  const { say } = useWords();
  const pane = usePane();
  const [chosen, setTab] = useState<Tab | null>(null);
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  // A workbook with an annex opens at its list, one without at the import.
  const tab = chosen ?? (pane.view?.table ? 'mark' : 'import');
  const { report } = pane;
  useEffect(() => takeRibbonProblems(report), [report]);

  return (
    <main className="pane">
      <h1 className="unseen">{say('pane.title')}</h1>
      <Pivot
        aria-label={say('pane.tabs')}
        selectedKey={tab}
        headersOnly
        overflowBehavior="menu"
        overflowAriaLabel={say('pane.tabs')}
        styles={{
          link: { padding: '0 6px', marginRight: 2 },
          linkIsSelected: { padding: '0 6px', marginRight: 2 },
        }}
        getTabId={(key) => `tab-${key}`}
        onLinkClick={(item) => setTab((item?.props.itemKey ?? 'import') as Tab)}
      >
        {(['import', 'mark', 'summary', 'history'] as const).map((key) => (
          <PivotItem key={key} itemKey={key} headerText={say(`pane.tab.${key}`)} />
        ))}
      </Pivot>
      <div className="progress" role="status">
        {pane.busy && <Progress busy={pane.busy} />}
      </div>
      <Notices pane={pane} />
      <div className="tab" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === 'import' && <ImportTab pane={pane} onWritten={() => setTab('mark')} />}
        {tab === 'mark' && (
          <MarkTab pane={pane} filter={filter} onFilter={setFilter} onImport={() => setTab('import')} />
        )}
        {tab === 'summary' && (
          <SummaryTab
            pane={pane}
            onImport={() => setTab('import')}
            onRows={(keys) => {
              setFilter({ ...NO_FILTER, figure: { keys } });
              setTab('mark');
            }}
          />
        )}
        {tab === 'history' && <HistoryTab pane={pane} />}
      </div>
    </main>
  );
};
