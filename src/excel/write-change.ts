import type { Problem, Result } from '../annex/problem';
import { withRecord } from '../workbook/plan-change';
import type { ChangePlan } from '../workbook/plan-change';
import { planRollBack } from '../workbook/plan-roll-back';
import type { RecordRow } from '../workbook/record';
import type { Snapshot } from '../workbook/snapshot';
import { applySteps } from './apply';
import { officeProblem } from './office-problem';
import { takeSnapshot } from './snapshot';

/** Takes back what a failed change has done already; true when the workbook is as before. */
async function rollBack(
  context: Excel.RequestContext,
  before: Snapshot,
  planned: ChangePlan,
  history: readonly RecordRow[],
): Promise<boolean> {
  try {
    const now = await takeSnapshot(context, {
      print: planned.inverse?.kind === 'print',
      progress: before.progress !== undefined,
      targets: before.targets !== undefined,
    });
    const steps = planRollBack(before, now, planned, history);
    if (steps === null) return false;
    await applySteps(context, steps, () => null);
    return true;
  } catch (error) {
    if (!officeProblem(error)) throw error;
    return false;
  }
}

/**
 * Writes a planned change, its record first. When Excel refuses in the middle, what was written is taken back, and
 * the problems say whether the workbook is as before.
 *
 * @returns what `readBack` gave, with its loads answered
 */
export async function writeChange<Read>(
  context: Excel.RequestContext,
  snapshot: Snapshot,
  planned: ChangePlan,
  history: readonly RecordRow[],
  readBack: () => Read,
): Promise<Result<Read>> {
  try {
    const value = await applySteps(context, withRecord(snapshot, planned, history), readBack);
    return { ok: true, value, warnings: [] };
  } catch (error) {
    const problem = officeProblem(error);
    if (!problem) throw error;
    const isAsBefore = await rollBack(context, snapshot, planned, history);
    const left: Problem[] = isAsBefore ? [] : [{ code: 'partly-written', severity: 'error', place: {} }];
    return { ok: false, problems: [problem, ...left] };
  }
}
