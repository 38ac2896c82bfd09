import { useEffect, useRef, useState } from 'react';
import type { Pane } from '../shell/use-pane';

/**
 * Checks the workbook once in the background when the pane opens on one with an annex, as *Kiểm tra sổ* does.
 *
 * @returns number of issues found; 0 while unknown, or where the check failed (then *Kiểm tra sổ* says why)
 */
export function useOpeningCheck({ view }: Pane): number {
  const [found, setFound] = useState(0);
  const isDecided = useRef(false);
  useEffect(() => {
    if (!view || isDecided.current) return;
    isDecided.current = true;
    if (!view.table && view.problems.length === 0) return;
    void import('../../commands/check-health')
      .then(({ checkHealth }) => checkHealth.stage({ now: () => new Date() }, undefined))
      .then(
        (result) => setFound(result.ok ? result.value.length : 0),
        () => setFound(0),
      );
  }, [view]);
  return found;
}
