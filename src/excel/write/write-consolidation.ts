import type { ConsolidationSnapshot } from '../../authority-workbook/consolidation-snapshot';
import { planRestore } from '../../authority-workbook/plan-restore';
import type { Problem } from '../../shared/problem';
import { err, ok, problem, type Result } from '../../shared/result';
import type { Operation } from '../../sheets/operation';
import { toOfficeProblem } from '../office-problem';
import { readConsolidationSnapshot } from '../read/read-consolidation-snapshot';
import { applyOperations } from './apply-operations';

/** Takes back what a failed run has done already; true when the workbook is as before. */
async function rollBackConsolidation(
  context: Excel.RequestContext,
  before: ConsolidationSnapshot,
): Promise<boolean> {
  try {
    const now = await readConsolidationSnapshot(context);
    const steps = planRestore(before, now);
    if (steps === null) return false;
    await applyOperations(context, steps, () => null);
    return true;
  } catch (error) {
    if (!toOfficeProblem(error)) throw error;
    return false;
  }
}

/**
 * Writes a planned consolidation. Where Excel refuses in the middle, what was written is taken back, and the problems
 * say whether the workbook is as before or only partly written; a run that could not even say so is told by the state
 * on the hidden sheet the next time.
 */
export async function writeConsolidation(
  context: Excel.RequestContext,
  before: ConsolidationSnapshot,
  steps: readonly Operation[],
): Promise<Result<null>> {
  try {
    await applyOperations(context, steps, () => null);
    return ok(null);
  } catch (error) {
    const officeProblem = toOfficeProblem(error);
    if (!officeProblem) throw error;
    const isAsBefore = await rollBackConsolidation(context, before);
    const left: Problem = problem(isAsBefore ? 'consolidation-as-before' : 'partly-written');
    return err([officeProblem, left]);
  }
}
