import { lazy, type ReactElement, Suspense, useEffect, useState } from 'react';
import { getWorkbookAddress } from '../../excel/workbook-address';
import layout from '../components/layout.module.css';
import { Help } from '../help/Help';
import { HealthProposal } from '../history/HealthProposal';
import { NO_TASK_FILTER, type TaskFilter } from '../mark/task-filter';
import { TODO_FILTER } from '../progress/progress-filter';
import { ProgressContext, useProgress } from '../progress/use-progress';
import styles from './App.module.css';
import { BusyIndicator } from './BusyIndicator';
import { ErrorBoundary } from './ErrorBoundary';
import { Notices } from './Notices';
import { prefetchCode } from './prefetch-code';
import { watchRibbonProblems } from './ribbon-problems';
import { TabBar } from './TabBar';
import { getScreen, type Tab } from './tabs';
import { useFocusRestoration } from './use-focus-restoration';
import { usePane } from './use-pane';
import { useTranslation } from './use-translation';

const WeekLine = lazy(async () => ({ default: (await import('../progress/WeekLine')).WeekLine }));

/** The task pane. */
export function App(): ReactElement {
  const { t } = useTranslation();
  const pane = usePane();
  const [chosen, setTab] = useState<Tab | null>(null);
  const [filter, setFilter] = useState<TaskFilter>(NO_TASK_FILTER);
  const [progressFilter, setProgressFilter] = useState(TODO_FILTER);
  const [isCheckWanted, setCheckWanted] = useState(false);
  // A workbook with an annex opens at its list, one without at the import.
  const tab = chosen ?? (pane.view?.table ? 'mark' : 'import');
  const Screen = getScreen(tab);
  const progress = useProgress(pane, tab === 'progress');
  useFocusRestoration(pane.isRunning);
  const wantCheck = (isWanted: boolean): void => {
    setCheckWanted(isWanted);
    if (isWanted) setTab('history');
  };
  const { report } = pane;
  useEffect(() => watchRibbonProblems(getWorkbookAddress(), report), [report]);
  // A screen is opened at its top.
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [tab]);
  const isSeen = pane.view !== null;
  useEffect(() => {
    return isSeen ? prefetchCode() : undefined;
  }, [isSeen]);

  return (
    <main className={styles.pane}>
      <h1 className={layout.visuallyHidden}>{t('pane.title')}</h1>
      <TabBar tab={tab} urgent={progress.urgent} onTab={setTab} />
      <ErrorBoundary key={`help ${tab}`}>
        <Help tab={tab} />
      </ErrorBoundary>
      <div role="status">{pane.busy && <BusyIndicator busy={pane.busy} />}</div>
      <Notices pane={pane} />
      <div role="status">
        <HealthProposal pane={pane} onCheck={() => wantCheck(true)} />
      </div>
      {chosen === null && progress.view && (
        <ErrorBoundary key="week">
          <Suspense fallback={null}>
            <WeekLine
              view={progress.view}
              onOpen={() => {
                setProgressFilter({ ...TODO_FILTER, id: 'thisWeek' });
                setTab('progress');
              }}
            />
          </Suspense>
        </ErrorBoundary>
      )}
      <div role="tabpanel" aria-labelledby={`tab-${tab}`}>
        <ErrorBoundary key={tab}>
          <Suspense fallback={<p className={layout.muted}>{t('pane.opening')}</p>}>
            <ProgressContext.Provider value={progress}>
              <Screen
                pane={pane}
                onTab={setTab}
                filter={filter}
                onFilter={setFilter}
                progressFilter={progressFilter}
                onProgressFilter={setProgressFilter}
                isCheckWanted={isCheckWanted}
                onCheck={wantCheck}
              />
            </ProgressContext.Provider>
          </Suspense>
        </ErrorBoundary>
      </div>
    </main>
  );
}
