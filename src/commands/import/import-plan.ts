import type { Problem, Result } from '../../shared/problem';
import { changeWorkbook } from '../../excel/write/change-workbook';
import { runOnWorkbook } from '../../excel/run-on-workbook';
import { readSnapshot } from '../../excel/read/read-snapshot';
import { planChange, getUndoWarnings } from '../../school-workbook/plan-change';
import type { Snapshot } from '../../school-workbook/snapshot';
import {
  planSelectionImport,
  type PlanSelection,
  type PlannedSelection,
} from '../../school-workbook/plan-selection-import';
import type { StagedCommand } from '../command';

export type StagedPlanImport = { pick: PlanSelection; plan: PlannedSelection };

/** The plan with what would stand in its way, and a word where it could not be undone. */
function preparePick(snapshot: Snapshot, pick: PlanSelection): Result<PlannedSelection> {
  const plan = planSelectionImport(snapshot, pick);
  if (!plan.ok || plan.value.change === null) return plan;
  const change = planChange(snapshot, plan.value.change);
  if (!change.ok) return change;
  return { ...plan, warnings: [...plan.warnings, ...change.warnings, ...getUndoWarnings(change.value)] };
}

const CHANGED_SINCE_PREVIEW: Problem = { code: 'workbook-changed', severity: 'error', place: {} };

/**
 * Takes what the clerk has picked from a plan into the open workbook: items as tasks, targets on *Chỉ tiêu*. Staged;
 * one entry in the history. Syncs: staging 1 or 2, running as many and one for each started megabyte.
 */
export const importPlan: StagedCommand<PlanSelection, StagedPlanImport, { written: boolean }> = {
  id: 'import-plan',
  labelKey: 'command.import-plan',

  stage: (_, pick) =>
    runOnWorkbook(async (context) => {
      const plan = preparePick(await readSnapshot(context, { targets: true }), pick);
      return plan.ok ? { ...plan, value: { pick, plan: plan.value } } : plan;
    }),

  run: ({ now }, { pick, plan: staged }) =>
    runOnWorkbook<{ written: boolean }>(async (context) => {
      const snapshot = await readSnapshot(context, { targets: true });
      const plan = preparePick(snapshot, pick);
      if (!plan.ok) return plan;
      const { change } = plan.value;
      if (JSON.stringify(change) !== JSON.stringify(staged.change))
        return { ok: false, problems: [CHANGED_SINCE_PREVIEW] };
      if (change === null) return { ok: true, value: { written: false }, warnings: [] };
      const done = await changeWorkbook(context, snapshot, change, { command: importPlan.id, at: now() });
      return done.ok ? { ...done, value: { written: done.value.written } } : done;
    }),
};
