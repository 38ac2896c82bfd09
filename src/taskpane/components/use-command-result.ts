import { useEffect, useState } from 'react';
import type { CommandContext } from '../../commands/command';
import type { Problem } from '../../shared/problem';
import type { Result } from '../../shared/result';

const context: CommandContext = { now: () => new Date() };

type CommandResult<Output> = { value: Output; warnings: Problem[] };

type Options = {
  /** What the result depends on besides the input: when it changes, the command runs again. */
  revision: unknown;
  report: (problems: Problem[]) => void;
  /** Inputs that are typed come in bursts; the command runs after the last of them. */
  delayMs?: number;
  /** Shows the previous result until the next one is there. */
  keepsPrevious?: boolean;
};

/**
 * Runs a command that only reads or plans, again whenever its input or the revision changes. An input of null runs
 * nothing. The input has to keep its identity between renders.
 * @returns the result, or null while it is not known
 */
export function useCommandResult<Input, Output>(
  run: (context: CommandContext, input: Input) => Promise<Result<Output>>,
  input: Input | null,
  { revision, report, delayMs = 0, keepsPrevious = false }: Options,
): CommandResult<Output> | null {
  const [result, setResult] = useState<(CommandResult<Output> & { input: Input; revision: unknown }) | null>(
    null,
  );
  useEffect(() => {
    if (input === null) return undefined;
    let isStale = false;
    const timer = window.setTimeout(() => {
      void run(context, input).then((answer) => {
        if (isStale) return;
        if (answer.ok) setResult({ value: answer.value, warnings: answer.warnings, input, revision });
        else report(answer.problems);
      });
    }, delayMs);
    return () => {
      isStale = true;
      window.clearTimeout(timer);
    };
  }, [run, input, revision, report, delayMs]);
  if (keepsPrevious) return result;
  return result && result.input === input && result.revision === revision ? result : null;
}
