import type { Operation } from '../../sheets/operation';
import type { ChangeSet } from '../plan-change';
import { hasSheet, type Snapshot } from '../snapshot';
import { planProgress } from './plan-progress';
import type { ProgressChange } from './progress-change';
import { MANAGED_PROGRESS_NAMES } from './progress-operations';

/**
 * Steps that lead back from a change of progress that stopped half-way: rows and settings by the change that leads
 * back, sheets and names by what was not there before. Null where that cannot be planned.
 */
export function planProgressRollBack(
  before: Snapshot,
  now: Snapshot,
  planned: ChangeSet,
  inverse: ProgressChange,
): Operation[] | null {
  const back = planProgress(now, inverse);
  if (!back.ok) return null;
  const added = planned.operations.flatMap((step) => (step.kind === 'add-sheets' ? step.sheets : []));
  const sheets = added
    .map(({ name }) => name)
    .filter((name) => hasSheet(now, name) && !hasSheet(before, name));
  const has = ({ names }: Snapshot, name: string): boolean => names.some((one) => one.name === name);
  const names = MANAGED_PROGRESS_NAMES.filter((name) => has(now, name) && !has(before, name));
  return [
    ...back.value.operations.filter(({ kind }) => kind !== 'remove-sheets'),
    ...(sheets.length + names.length > 0
      ? [{ kind: 'remove-sheets', sheets, names, instead: null } satisfies Operation]
      : []),
  ];
}
