import { useEffect, useState } from 'react';
import type { StagedCommand } from '../../commands/command';
import type { Pane } from '../shell/use-pane';

/**
 * What a staged command would do with an input, asked again when the input or the workbook changes; null while it is
 * not known. An input of null asks nothing.
 */
export function useStagedCommand<Input, Staged, Output>(
  command: StagedCommand<Input, Staged, Output>,
  input: Input | null,
  { view, report }: Pane,
): Staged | null {
  const [staged, setStaged] = useState<Staged | null>(null);
  const table = view?.table ?? null;
  useEffect(() => {
    setStaged(null);
    if (input === null) return undefined;
    let isOver = false;
    void command.stage({ now: () => new Date() }, input).then((result) => {
      if (isOver) return;
      if (result.ok) setStaged(result.value);
      else report(result.problems);
    });
    return () => {
      isOver = true;
    };
  }, [command, input, table, report]);
  return staged;
}
