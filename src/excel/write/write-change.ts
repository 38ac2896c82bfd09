import { type ChangeSet } from '../../school-workbook/change-set';
import type { MetadataRow } from '../../school-workbook/metadata-sheet';
import { addMetadataOperations } from '../../school-workbook/plan-change';
import { planRollBack } from '../../school-workbook/plan-roll-back';
import type { Snapshot } from '../../school-workbook/snapshot';
import type { Result } from '../../shared/result';
import { readSnapshot } from '../read/read-snapshot';
import { applyOrRollBack } from './apply-or-roll-back';

/**
 * Writes a planned change, its history entry first. See `applyOrRollBack` for what happens when Excel rejects a part.
 *
 * @returns what `readBack` returned, with its loads answered
 */
export function writeChange<Read>(
  context: Excel.RequestContext,
  before: Snapshot,
  planned: ChangeSet,
  history: readonly MetadataRow[],
  readBack: () => Read,
): Promise<Result<Read>> {
  return applyOrRollBack(context, addMetadataOperations(before, planned, history), readBack, {
    sheets: before.sheets,
    planRollBack: async () => {
      const now = await readSnapshot(context, {
        print: planned.inverse?.kind === 'print',
        progress: before.progress !== undefined,
        targets: before.targets !== undefined,
      });
      return planRollBack(before, now, planned, history);
    },
  });
}
