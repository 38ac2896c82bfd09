import type { MetadataRow } from '../../school-workbook/metadata-sheet';
import { addMetadataOperations, type ChangeSet } from '../../school-workbook/plan-change';
import { planRollBack } from '../../school-workbook/plan-roll-back';
import type { Snapshot } from '../../school-workbook/snapshot';
import type { Problem } from '../../shared/problem';
import { err, ok, problem, type Result } from '../../shared/result';
import { toOfficeProblem } from '../office-problem';
import { readSnapshot } from '../read/read-snapshot';
import { applyOperations } from './apply-operations';

/** Takes back what a failed change has done already; true when the workbook is as before. */
async function rollBackChange(
  context: Excel.RequestContext,
  before: Snapshot,
  planned: ChangeSet,
  history: readonly MetadataRow[],
): Promise<boolean> {
  try {
    const now = await readSnapshot(context, {
      print: planned.inverse?.kind === 'print',
      progress: before.progress !== undefined,
      targets: before.targets !== undefined,
    });
    const steps = planRollBack(before, now, planned, history);
    if (steps === null) return false;
    await applyOperations(context, steps, () => null);
    return true;
  } catch (error) {
    if (!toOfficeProblem(error)) throw error;
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
  planned: ChangeSet,
  history: readonly MetadataRow[],
  readBack: () => Read,
): Promise<Result<Read>> {
  try {
    const value = await applyOperations(context, addMetadataOperations(snapshot, planned, history), readBack);
    return ok(value);
  } catch (error) {
    const officeProblem = toOfficeProblem(error);
    if (!officeProblem) throw error;
    const isAsBefore = await rollBackChange(context, snapshot, planned, history);
    const left: Problem[] = isAsBefore ? [] : [problem('partly-written')];
    return err([officeProblem, ...left]);
  }
}
