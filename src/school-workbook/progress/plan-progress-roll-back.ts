import type { Operation } from '../../sheets/operation';
import { hasDefinedName, hasSheet } from '../../sheets/sheet-names';
import type { ChangeSet } from '../change-set';
import { type Snapshot } from '../snapshot';
import { planProgress } from './plan-progress';
import type { ProgressChange } from './progress-change';
import { MANAGED_PROGRESS_NAMES } from './progress-operations';

/**
 * Plans the way back from a change of progress that stopped half-way: rows and settings by the inverse change, sheets
 * and names by what was not there before.
 * @returns null if the inverse change cannot be planned
 */
export function planProgressRollBack(
  before: Snapshot,
  now: Snapshot,
  planned: ChangeSet,
  inverse: ProgressChange,
): Operation[] | null {
  const back = planProgress(now, inverse);
  if (!back.ok) return null;
  const added = planned.operations.flatMap((operation) =>
    operation.kind === 'add-sheets' ? operation.sheets : [],
  );
  const sheets = added
    .map(({ name }) => name)
    .filter((name) => hasSheet(now, name) && !hasSheet(before, name));
  const names = MANAGED_PROGRESS_NAMES.filter(
    (name) => hasDefinedName(now, name) && !hasDefinedName(before, name),
  );
  return [
    ...back.value.operations.filter(({ kind }) => kind !== 'remove-sheets'),
    ...(sheets.length + names.length > 0
      ? [{ kind: 'remove-sheets', sheets, names, instead: null } satisfies Operation]
      : []),
  ];
}
