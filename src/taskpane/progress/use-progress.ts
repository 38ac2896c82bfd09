import { createContext, useEffect, useRef, useState } from 'react';
import type { ProgressView } from '../../commands/progress/index';
import type { Problem } from '../../shared/problem';
import { problem } from '../../shared/result';
import type { Pane } from '../shell/use-pane';

/** Selections follow one another quickly while an arrow key is held; the last one counts. */
const DEBOUNCE_MS = 200;

type ProgressState = {
  /** Null until it has been read; what was read last while it is read again. */
  view: ProgressView | null;
  problems: readonly Problem[];
  /** What is late, and what cannot be watched until its deadline is settled. */
  urgent: number;
};

export const ProgressContext = createContext<ProgressState>({ view: null, problems: [], urgent: 0 });

/** The commands are a chunk of their own: the pane opens without them. */
const loadProgressCommands = () => import('../../commands/progress/index');

/**
 * What is due, read again after every change of the workbook; the selection only where the tab is open (`isOpen`), for
 * it costs as much.
 */
export function useProgress(pane: Pane, isOpen: boolean): ProgressState {
  const [view, setView] = useState<ProgressView | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const latest = useRef(0);
  const { report } = pane;
  const table = pane.view?.table ?? null;
  const selected = isOpen ? pane.view?.selected : null;
  const { isRunning } = pane;

  useEffect(() => {
    if (!table) {
      setView(null);
      return undefined;
    }
    if (isRunning) return undefined;
    latest.current += 1;
    const own = latest.current;
    const read = async (): Promise<void> => {
      try {
        const { readProgressView: lookAtProgress } = await loadProgressCommands();
        const result = await lookAtProgress.run({ now: () => new Date() }, {});
        if (own !== latest.current) return;
        if (result.ok) setView(result.value);
        setProblems(result.ok ? result.warnings : result.problems);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        report([problem('internal', {}, { reason })]);
      }
    };
    const timer = window.setTimeout(() => void read(), DEBOUNCE_MS);
    return () => window.clearTimeout(timer);
  }, [table, selected, isRunning, report]);

  const urgent = view ? view.counts.overdue + view.counts.needsReview : 0;
  return { view, problems, urgent };
}
