import type { ConsolidationSnapshot } from '../../authority-workbook/consolidation-snapshot';
import { planRestore } from '../../authority-workbook/plan-restore';
import type { Result } from '../../shared/result';
import type { Operation } from '../../sheets/operation';
import { readConsolidationSnapshot } from '../read/read-consolidation-snapshot';
import { applyOrRollBack } from './apply-or-roll-back';

/**
 * Writes a planned consolidation. A run that was stopped before it could report anything is reported by the next run,
 * from the state on the hidden sheet.
 */
export function writeConsolidation(
  context: Excel.RequestContext,
  before: ConsolidationSnapshot,
  operations: readonly Operation[],
): Promise<Result<null>> {
  return applyOrRollBack(context, operations, () => null, {
    planRollBack: async () => planRestore(before, await readConsolidationSnapshot(context)),
    sheets: before.sheets,
    restoredCode: 'consolidation-as-before',
  });
}
