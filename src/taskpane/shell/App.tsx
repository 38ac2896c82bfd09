import { type IPivotItemProps, Pivot, PivotItem } from 'office-ui-fabric-react/lib/Pivot';
import { type ReactElement, Suspense, useEffect, useState } from 'react';
import { getWorkbookAddress } from '../../excel/workbook-address';
import layout from '../components/layout.module.css';
import { Help } from '../help/Help';
import { HealthProposal } from '../history/HealthProposal';
import { NO_TASK_FILTER, type TaskFilter } from '../mark/task-filter';
import { ProgressContext, useProgress } from '../progress/use-progress';
import styles from './App.module.css';
import { BusyIndicator } from './BusyIndicator';
import { ErrorBoundary } from './ErrorBoundary';
import { Notices } from './Notices';
import { prefetchCode } from './prefetch-code';
import { watchRibbonProblems } from './ribbon-problems';
import { getScreen, type Tab, TAB_LABELS, TABS } from './tabs';
import { useFocusRestoration } from './use-focus-restoration';
import { usePane } from './use-pane';
import { type Translation, useTranslation } from './use-translation';

/** Low and narrow, so that all tabs stand in two lines at the pane's usual width. */
const TAB_STYLE = { height: 32, lineHeight: 32, padding: '0 3px', marginRight: 0, fontSize: 13, minWidth: 0 };

type TabProps = Pick<
  IPivotItemProps,
  'headerText' | 'itemIcon' | 'itemCount' | 'ariaLabel' | 'headerButtonProps'
>;

/** A tab in the row. Its name is whole for whoever does not see it, and where the mouse rests. */
function getTabProps(key: Tab, t: Translation['t'], urgent: number): TabProps {
  const name = t(`pane.tab.${key}`);
  const look = key in TAB_LABELS ? TAB_LABELS[key as keyof typeof TAB_LABELS] : null;
  const named = { ariaLabel: name, headerButtonProps: { title: name } };
  if (look) {
    return 'icon' in look
      ? { headerText: '', itemIcon: look.icon, ...named }
      : { headerText: t(look.short), ...named };
  }
  return key === 'progress' && urgent > 0
    ? {
        headerText: name,
        itemCount: urgent,
        headerButtonProps: { title: t('pane.tab.progress.urgent', { count: urgent }) },
      }
    : { headerText: name };
}

/** The task pane. */
export function App(): ReactElement {
  const { t } = useTranslation();
  const pane = usePane();
  const [chosen, setTab] = useState<Tab | null>(null);
  const [filter, setFilter] = useState<TaskFilter>(NO_TASK_FILTER);
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
      <Pivot
        aria-label={t('pane.tabs')}
        selectedKey={tab}
        headersOnly
        styles={{
          // Every tab stays in sight, on a second line where the pane is narrow: a badge in a menu warns nobody. Two
          // lines are enough at 320 pixels.
          root: { display: 'flex', flexWrap: 'wrap' },
          link: TAB_STYLE,
          linkIsSelected: TAB_STYLE,
        }}
        getTabId={(key) => `tab-${key}`}
        onLinkClick={(item) => setTab((item?.props.itemKey ?? 'import') as Tab)}
      >
        {TABS.map((key) => (
          <PivotItem key={key} itemKey={key} {...getTabProps(key, t, progress.urgent)} />
        ))}
      </Pivot>
      <ErrorBoundary key={`help ${tab}`}>
        <Help tab={tab} />
      </ErrorBoundary>
      <div role="status">{pane.busy && <BusyIndicator busy={pane.busy} />}</div>
      <Notices pane={pane} />
      <div role="status">
        <HealthProposal pane={pane} onCheck={() => wantCheck(true)} />
      </div>
      <div role="tabpanel" aria-labelledby={`tab-${tab}`}>
        <ErrorBoundary key={tab}>
          <Suspense fallback={<p className={layout.muted}>{t('pane.opening')}</p>}>
            <ProgressContext.Provider value={progress}>
              <Screen
                pane={pane}
                onTab={setTab}
                filter={filter}
                onFilter={setFilter}
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
