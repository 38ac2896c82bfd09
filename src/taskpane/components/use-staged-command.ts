import { useCallback } from 'react';
import type { CommandContext } from '../../commands/command';
import { loadCommand, type StagedCommandSource } from '../shell/commands';
import type { Pane, Staged } from '../shell/use-pane';
import { useCommandResult } from './use-command-result';

/**
 * Works out what a staged command would do with an input, again whenever the input or the tasks of the workbook
 * change. An input of null stages nothing. The input has to keep its identity between renders.
 * @returns null while it is not known
 */
export function useStagedCommand<Input, Plan, Output>(
  command: StagedCommandSource<Input, Plan, Output>,
  input: Input | null,
  { view, report }: Pane,
  delayMs = 0,
): Staged<Plan> | null {
  const stage = useCallback(
    async (context: CommandContext, given: Input) => (await loadCommand(command)).stage(context, given),
    [command],
  );
  const result = useCommandResult(stage, input, { revision: view?.table ?? null, report, delayMs });
  return result && { plan: result.value, warnings: result.warnings };
}
