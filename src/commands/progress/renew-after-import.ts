import type { Problem } from '../../shared/problem';
import { ok, type Result } from '../../shared/result';
import type { CommandContext } from '../command';
import { renewProgressUnseen } from './renew-progress';
import type { RenewalCounts } from './types';

export type Renewed = {
  /** What became of the rows of *Tiến độ*; null if nothing of it was written. */
  renewed: RenewalCounts | null;
};

const toWarnings = (problems: readonly Problem[]): Problem[] =>
  problems.map((problem) => ({ ...problem, severity: 'warning' }));

/**
 * Makes *Tiến độ* after an import, or brings it up to date: an entry of the history of its own. What stands in its way
 * does not undo the import.
 */
export async function renewAfterImport<Outcome extends { written: boolean }>(
  context: CommandContext,
  imported: Result<Outcome>,
  isWanted: boolean,
): Promise<Result<Outcome & Renewed>> {
  if (!imported.ok) return imported;
  const { value, warnings } = imported;
  if (!isWanted) return ok({ ...value, renewed: null }, warnings);
  const done = await renewProgressUnseen(context);
  if (!done.ok) return ok({ ...value, renewed: null }, [...warnings, ...toWarnings(done.problems)]);
  const { written, counts } = done.value;
  return ok({ ...value, written: value.written || written, renewed: written ? counts : null }, [
    ...warnings,
    ...done.warnings,
  ]);
}
