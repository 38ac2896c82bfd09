import { err, ok, problem, type Result } from '../../shared/result';
import type { Operation } from '../../sheets/operation';
import { toOfficeProblem } from '../office-problem';
import { applyOperations } from './apply-operations';
import type { SheetFilters } from './hidden-rows';

type RollBack = {
  /** Reads the workbook as it is now and plans the way back; null if there is none. */
  planRollBack: () => Promise<readonly Operation[] | null>;
  /** Reported after the error where the workbook is as before; by default nothing. */
  restoredCode?: 'consolidation-as-before';
  filters: SheetFilters;
};

/**
 * Applies operations. If Excel rejects one of them, restores the previous state and reports after the error whether
 * the workbook is as before or only partly written.
 *
 * @returns what `readBack` returned, with its loads answered
 * @throws every error that does not come from office.js
 */
export async function applyOrRollBack<Read>(
  context: Excel.RequestContext,
  operations: readonly Operation[],
  readBack: () => Read,
  { planRollBack, restoredCode, filters }: RollBack,
): Promise<Result<Read>> {
  try {
    const { read, warnings } = await applyOperations(context, operations, readBack, filters);
    return ok(read, warnings);
  } catch (error) {
    const officeProblem = toOfficeProblem(error);
    if (!officeProblem) throw error;
    const code = (await isRolledBack(context, planRollBack, filters)) ? restoredCode : 'partly-written';
    return err([officeProblem, ...(code ? [problem(code)] : [])]);
  }
}

/** Reverts what a failed change has written; returns true if the workbook is as before. */
async function isRolledBack(
  context: Excel.RequestContext,
  planRollBack: RollBack['planRollBack'],
  filters: SheetFilters,
): Promise<boolean> {
  try {
    const operations = await planRollBack();
    if (operations === null) return false;
    await applyOperations(context, operations, () => null, filters);
    return true;
  } catch (error) {
    if (!toOfficeProblem(error)) throw error;
    return false;
  }
}
