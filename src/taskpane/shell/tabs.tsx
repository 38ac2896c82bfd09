import { type ComponentType, lazy } from 'react';
import type { MessageKey } from '../../i18n/vi/messages';
import { ImportTab } from '../import/ImportTab';
import { NO_TASK_FILTER, type TaskFilter } from '../mark/task-filter';
import type { ProgressFilter } from '../progress/progress-filter';
import type { Pane } from './use-pane';

/** The code of the screens that are not needed at the first look. */
export const SCREEN_LOADERS = {
  mark: async () => ({ default: (await import('../mark/MarkTab')).MarkTab }),
  progress: async () => ({ default: (await import('../progress/ProgressTab')).ProgressTab }),
  summary: async () => ({ default: (await import('../summary/SummaryTab')).SummaryTab }),
  paper: async () => ({ default: (await import('../print/PrintTab')).PrintTab }),
  consolidation: async () => ({
    default: (await import('../consolidation/ConsolidationTab')).ConsolidationTab,
  }),
  history: async () => ({ default: (await import('../history/HistoryTab')).HistoryTab }),
  settings: async () => ({ default: (await import('../settings/SettingsTab')).SettingsTab }),
};

const MarkTab = lazy(SCREEN_LOADERS.mark);
const ProgressTab = lazy(SCREEN_LOADERS.progress);
const SummaryTab = lazy(SCREEN_LOADERS.summary);
const PrintTab = lazy(SCREEN_LOADERS.paper);
const ConsolidationTab = lazy(SCREEN_LOADERS.consolidation);
const HistoryTab = lazy(SCREEN_LOADERS.history);
const SettingsTab = lazy(SCREEN_LOADERS.settings);

type ScreenProps = {
  pane: Pane;
  /** Goes to another tab. */
  onTab: (tab: Tab) => void;
  /** What the list of tasks shows; it outlives the visit of another tab. */
  filter: TaskFilter;
  onFilter: (filter: TaskFilter) => void;
  progressFilter: ProgressFilter;
  onProgressFilter: (filter: ProgressFilter) => void;
  /** *Kiểm tra sổ* is to start by itself when its screen opens. */
  isCheckWanted: boolean;
  onCheck: (isWanted: boolean) => void;
};

/**
 * The tabs of the pane in their order; their names are the words "pane.tab.…". A screen that is not needed at the
 * first look is `lazy(() => import(…))`, so that it is loaded when it is opened.
 */
const SCREENS = {
  import: ({ pane, onTab }) => <ImportTab pane={pane} onWritten={() => onTab('mark')} />,
  mark: ({ pane, filter, onFilter, onTab }) => (
    <MarkTab pane={pane} filter={filter} onFilter={onFilter} onImport={() => onTab('import')} />
  ),
  progress: ({ pane, progressFilter, onProgressFilter, onTab }) => (
    <ProgressTab
      pane={pane}
      filter={progressFilter}
      onFilter={onProgressFilter}
      onImport={() => onTab('import')}
      onSettings={() => onTab('settings')}
    />
  ),
  summary: ({ pane, onFilter, onTab, onCheck }) => (
    <SummaryTab
      pane={pane}
      onCheck={() => onCheck(true)}
      onImport={() => onTab('import')}
      onRows={(keys) => {
        onFilter({ ...NO_TASK_FILTER, summaryRows: { keys } });
        onTab('mark');
      }}
    />
  ),
  paper: ({ pane, onTab }) => <PrintTab pane={pane} onImport={() => onTab('import')} />,
  consolidation: ({ pane }) => <ConsolidationTab pane={pane} />,
  history: ({ pane, isCheckWanted, onCheck }) => (
    <HistoryTab pane={pane} isCheckWanted={isCheckWanted} onCheckStarted={() => onCheck(false)} />
  ),
  settings: ({ pane, onTab }) => <SettingsTab pane={pane} onImport={() => onTab('import')} />,
} as const satisfies Record<string, ComponentType<ScreenProps>>;

/** How a tab stands in the row: its picture, and a shorter name or none. */
export const TAB_LOOKS: Record<
  keyof typeof SCREENS,
  { icon: string } | { icon: string; short: MessageKey } | { icon: string; isPicture: true }
> = {
  import: { icon: 'Import', short: 'pane.tab.import.short' },
  mark: { icon: 'Mark' },
  progress: { icon: 'Calendar' },
  summary: { icon: 'Summary' },
  paper: { icon: 'Paper', short: 'pane.tab.paper.short' },
  consolidation: { icon: 'Units', short: 'pane.tab.consolidation.short' },
  history: { icon: 'History', isPicture: true },
  settings: { icon: 'Settings', isPicture: true },
};

export type Tab = keyof typeof SCREENS;

export const TABS = Object.keys(SCREENS) as Tab[];

export const getScreen = (tab: Tab): ComponentType<ScreenProps> => SCREENS[tab];
