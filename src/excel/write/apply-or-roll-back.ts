import { err, ok, problem, type Result } from '../../shared/result';
import type { Operation } from '../../sheets/operation';
import type { SheetState } from '../../sheets/sheet-state';
import { toOfficeProblem } from '../office-problem';
import { applyOperations } from './apply-operations';
import { liftFilters, planFilteredWriting, restoreFilters } from './sheet-filters';

type RollBack = {
  /** Reads the workbook as it is now and plans the way back; null if there is none. */
  planRollBack: () => Promise<readonly Operation[] | null>;
  /** Reported after the error where the workbook is as before; by default nothing. */
  restoredCode?: 'consolidation-as-before';
  /** The sheets as they are before. */
  sheets: readonly SheetState[];
};

/**
 * Applies operations. If Excel rejects one of them, restores the previous state and reports after the error whether
 * the workbook is as before or only partly written. Filters that are in the way are lifted and set again.
 *
 * @returns what `readBack` returned, with its loads answered
 * @throws every error that does not come from office.js
 */
export async function applyOrRollBack<Read>(
  context: Excel.RequestContext,
  operations: readonly Operation[],
  readBack: () => Read,
  { planRollBack, restoredCode, sheets }: RollBack,
): Promise<Result<Read>> {
  const { singly, lifted } = planFilteredWriting(operations, sheets);
  const filters = await liftFilters(context, lifted);
  if (!filters.ok) return filters;
  try {
    const { read, warnings } = await applyOperations(context, operations, readBack, singly);
    return ok(read, [...warnings, ...(await restoreFilters(context, filters.value))]);
  } catch (error) {
    const officeProblem = toOfficeProblem(error);
    if (!officeProblem) throw error;
    const isAsBefore = await isRolledBack(context, planRollBack, singly);
    const code = isAsBefore ? restoredCode : 'partly-written';
    const restored = await restoreFilters(context, filters.value);
    return err([
      officeProblem,
      ...(code ? [problem(code)] : []),
      ...restored.filter((warned) => warned.code === 'filter-lost'),
    ]);
  }
}

/** Reverts what a failed change has written; returns true if the workbook is as before. */
async function isRolledBack(
  context: Excel.RequestContext,
  planRollBack: RollBack['planRollBack'],
  singly: ReadonlySet<string>,
): Promise<boolean> {
  try {
    const operations = await planRollBack();
    if (operations === null) return false;
    await applyOperations(context, operations, () => null, singly);
    return true;
  } catch (error) {
    if (!toOfficeProblem(error)) throw error;
    return false;
  }
}
