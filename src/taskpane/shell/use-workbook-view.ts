import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { readSelectedKeys, readWorkbookView, type WorkbookView } from '../../commands/read-workbook-view';
import { watchWorkbook } from '../../excel/watch-workbook';
import type { Problem } from '../../shared/problem';
import { toInternalProblem } from './to-internal-problem';

/** Changes come in bursts (each cell of a paste); one reading after the last of them is enough. */
const DEBOUNCE_MS = 120;

const context = { now: (): Date => new Date() };

/** Reads the workbook at the start and after every change, by whomever; follows the selection. */
export function useWorkbookView(
  running: RefObject<number>,
  report: (problems: Problem[]) => void,
): { view: WorkbookView | null; refresh: () => Promise<void> } {
  const [view, setView] = useState<WorkbookView | null>(null);
  const latest = useRef<WorkbookView | null>(null);
  latest.current = view;

  const refresh = useCallback(async (): Promise<void> => {
    try {
      const result = await readWorkbookView.run(context, undefined);
      if (result.ok) setView(result.value);
      else if (!result.problems.every(({ code }) => code === 'cell-being-edited')) report(result.problems);
    } catch (error) {
      report([toInternalProblem(error)]);
    }
  }, [report]);

  useEffect(() => {
    let timer = 0;
    let isEnded = false;
    let unwatch: (() => void) | null = null;
    const onChange = (change: 'content' | 'selection'): void => {
      if (change === 'content') {
        window.clearTimeout(timer);
        // While a command runs its own changes come back as events; it reads the workbook when it is done.
        timer = window.setTimeout(() => running.current === 0 && void refresh(), DEBOUNCE_MS);
        return;
      }
      const { table } = latest.current ?? {};
      if (!table || running.current !== 0) return;
      void readSelectedKeys.run(context, table).then(
        (result) => {
          if (result.ok) setView((before) => (before ? { ...before, selected: result.value } : before));
        },
        () => undefined,
      );
    };
    void refresh();
    watchWorkbook(onChange).then(
      (stop) => {
        if (isEnded) stop();
        else unwatch = stop;
      },
      (error: unknown) => report([toInternalProblem(error)]),
    );
    return () => {
      isEnded = true;
      window.clearTimeout(timer);
      unwatch?.();
    };
  }, [refresh, report, running]);

  return { view, refresh };
}
