import type { Problem, Result } from '../annex/problem';
import type { ConsolidationSnapshot } from '../workbook/consolidation/book-snapshot';
import { planRestore } from '../workbook/consolidation/plan-restore';
import type { Step } from '../workbook/step';
import { applySteps } from './apply';
import { takeBookSnapshot } from './consolidation-snapshot';
import { officeProblem } from './office-problem';

/** Takes back what a failed run has done already; true when the workbook is as before. */
async function takeBack(context: Excel.RequestContext, before: ConsolidationSnapshot): Promise<boolean> {
  try {
    const now = await takeBookSnapshot(context);
    const steps = planRestore(before, now);
    if (steps === null) return false;
    await applySteps(context, steps, () => null);
    return true;
  } catch (error) {
    if (!officeProblem(error)) throw error;
    return false;
  }
}

/**
 * Writes a planned consolidation. Where Excel refuses in the middle, what was written is taken back, and the problems
 * say whether the workbook is as before or only partly written; a run that could not even say so is told by the state
 * on the hidden sheet the next time.
 */
export async function writeBook(
  context: Excel.RequestContext,
  before: ConsolidationSnapshot,
  steps: readonly Step[],
): Promise<Result<null>> {
  try {
    await applySteps(context, steps, () => null);
    return { ok: true, value: null, warnings: [] };
  } catch (error) {
    const problem = officeProblem(error);
    if (!problem) throw error;
    const isAsBefore = await takeBack(context, before);
    const left: Problem = {
      code: isAsBefore ? 'consolidation-as-before' : 'partly-written',
      severity: 'error',
      place: {},
    };
    return { ok: false, problems: [problem, left] };
  }
}
