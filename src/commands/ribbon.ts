import type { Problem } from '../shared/problem';
import type { Result } from '../shared/result';
import type { Command, CommandContext } from './command';
import { clearMark, markNotPerformed, markPerformed } from './mark';
import { recordProgress } from './progress/record-progress';
import { toImmediateCommand, undo } from './undo';

type RibbonFunction = (context: CommandContext) => Promise<Result<unknown>>;

function bindInput<Input>(command: Command<Input, unknown>, input: Input): RibbonFunction {
  return (context) => command.run(context, input);
}

/** The functions that manifest.xml names, by name. */
export const RIBBON_FUNCTIONS = {
  markPerformed: bindInput(markPerformed, { rows: 'selection' as const }),
  markNotPerformed: bindInput(markNotPerformed, { rows: 'selection' as const }),
  clearMark: bindInput(clearMark, { rows: 'selection' as const }),
  recordDone: bindInput(recordProgress, { rows: 'selection' as const, record: { state: 'done' as const } }),
  undo: bindInput(toImmediateCommand(undo), undefined),
} satisfies Record<string, RibbonFunction>;

/** Returns the problems of a ribbon function; none if it succeeded. */
export function getProblems(result: Result<unknown>): Problem[] {
  return result.ok ? [] : result.problems;
}
