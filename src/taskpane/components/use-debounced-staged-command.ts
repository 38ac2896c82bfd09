import { useEffect, useState } from 'react';
import type { StagedCommand } from '../../commands/command';
import type { Problem } from '../../shared/problem';
import type { Pane } from '../shell/use-pane';

/** Choices come in bursts; planning after the last of them is enough. */
const DEBOUNCE_MS = 300;

const context = { now: (): Date => new Date() };

type Staged<Plan> = { plan: Plan; warnings: Problem[] };

/**
 * What a staged command would do with an input, planned anew whenever the input or the workbook changes; null while
 * it is worked out or cannot be done. The input has to keep its identity between renders.
 */
export function useDebouncedStagedCommand<Input, Plan, Output>(
  command: StagedCommand<Input, Plan, Output>,
  input: Input | null,
  { report, view }: Pane,
): Staged<Plan> | null {
  const [staged, setStaged] = useState<(Staged<Plan> & { input: Input }) | null>(null);
  useEffect(() => {
    if (input === null) return undefined;
    let isStale = false;
    const timer = window.setTimeout(() => {
      void command.stage(context, input).then((result) => {
        if (isStale) return;
        if (!result.ok) report(result.problems);
        setStaged(result.ok ? { input, plan: result.value, warnings: result.warnings } : null);
      });
    }, DEBOUNCE_MS);
    return () => {
      isStale = true;
      window.clearTimeout(timer);
    };
  }, [command, input, report, view]);
  return staged && staged.input === input ? staged : null;
}
