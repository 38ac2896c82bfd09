import { loadTaskReading } from '../../commands/read-workbook-view';
import { keepFiles } from '../../pages/keep-files';
import { loadCommands } from './commands';
import { SCREEN_LOADERS } from './tabs';

/** Code that is used later than the first look, in the order in which a clerk is likely to need it. */
const LOADERS: readonly (() => Promise<unknown>)[] = [
  () => import('../import/StagedAnnex'),
  loadTaskReading,
  SCREEN_LOADERS.mark,
  loadCommands,
  () => import('../progress/WeekLine'),
  SCREEN_LOADERS.progress,
  SCREEN_LOADERS.summary,
  SCREEN_LOADERS.history,
  SCREEN_LOADERS.settings,
  SCREEN_LOADERS.paper,
  SCREEN_LOADERS.consolidation,
  () => import('../help/HelpPages'),
  () => import('../history/HealthCheck'),
  () => import('../import/review/ReviewScreen'),
  () => import('../import/plan/PlanScreen'),
  () => import('../import/tables/TableQuestionScreen'),
  () => import('../import/LegacyScreen'),
];

function waitForIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(() => resolve(), { timeout: 2000 });
    else setTimeout(resolve, 200);
  });
}

/**
 * Loads the rest of the pane while nothing else is to be done, so that later screens open without the network, and has
 * it all kept for the next start. What cannot be fetched now is asked for again when it is opened.
 * @returns a function that ends it
 */
export function prefetchCode(): () => void {
  let isEnded = false;
  const load = async (): Promise<void> => {
    for (const loader of LOADERS) {
      await waitForIdle();
      if (isEnded) return;
      await loader().catch(() => undefined);
    }
    // A browser may forbid it; the pane works as before.
    await keepFiles().catch(() => undefined);
  };
  void load();
  return () => {
    isEnded = true;
  };
}
