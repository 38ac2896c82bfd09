import { getUndoWarnings, planChange } from '../school-workbook/plan-change';
import type { Snapshot } from '../school-workbook/snapshot';
import type { WorkbookChange } from '../school-workbook/workbook-change';
import type { Result } from '../shared/result';

/** Adds to a plan the problems that prevent its change, what the change warns of, and a word if it cannot be undone. */
export function addChangeWarnings<Plan extends { change: WorkbookChange | null }>(
  snapshot: Snapshot,
  plan: Result<Plan>,
): Result<Plan> {
  if (!plan.ok || plan.value.change === null) return plan;
  const change = planChange(snapshot, plan.value.change);
  if (!change.ok) return change;
  return { ...plan, warnings: [...plan.warnings, ...change.warnings, ...getUndoWarnings(change.value)] };
}
