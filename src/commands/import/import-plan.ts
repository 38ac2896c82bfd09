import { readSnapshot } from '../../excel/read/read-snapshot';
import { runOnWorkbook } from '../../excel/run-on-workbook';
import { changeWorkbook } from '../../excel/write/change-workbook';
import {
  type PlannedSelection,
  type PlanSelection,
  planSelectionImport,
} from '../../school-workbook/plan-selection-import';
import type { Snapshot } from '../../school-workbook/snapshot';
import { isEqual } from '../../shared/is-equal';
import { err, ok, type Result } from '../../shared/result';
import { addChangeWarnings } from '../add-change-warnings';
import type { CommandContext, StagedCommand } from '../command';
import { renewAfterImport, type Renewed } from '../progress/renew-after-import';

/** `file`: name of the file it was read from, for the history; `withProgress`: makes *Tiến độ* as well, or brings it up to date. */
type PlanImportInput = PlanSelection & { file?: string; withProgress?: boolean };
type StagedPlanImport = { pick: PlanImportInput; plan: PlannedSelection };

const preparePick = (snapshot: Snapshot, pick: PlanSelection): Result<PlannedSelection> =>
  addChangeWarnings(snapshot, planSelectionImport(snapshot, pick));

function writePick(
  { now }: CommandContext,
  { pick, plan: staged }: StagedPlanImport,
): Promise<Result<{ written: boolean }>> {
  return runOnWorkbook<{ written: boolean }>(async (context) => {
    const snapshot = await readSnapshot(context, { targets: true });
    const plan = preparePick(snapshot, pick);
    if (!plan.ok) return plan;
    const { change } = plan.value;
    if (!isEqual(change, staged.change)) return err('workbook-changed');
    if (change === null) return ok({ written: false });
    const done = await changeWorkbook(context, snapshot, change, {
      command: importPlan.id,
      at: now(),
      ...(pick.file !== undefined && { file: pick.file }),
    });
    return done.ok ? { ...done, value: { written: done.value.written } } : done;
  });
}

/**
 * Imports the selected parts of a plan in prose into the open workbook: items as tasks, targets on *Chỉ tiêu*. Staged;
 * one entry in the history. Takes 1 or 2 syncs to stage, and as many and one for each started megabyte to run.
 */
export const importPlan: StagedCommand<PlanImportInput, StagedPlanImport, { written: boolean } & Renewed> = {
  id: 'import-plan',
  labelKey: 'command.import-plan',

  stage: (_, pick) =>
    runOnWorkbook(async (context) => {
      const plan = preparePick(await readSnapshot(context, { targets: true }), pick);
      return plan.ok ? { ...plan, value: { pick, plan: plan.value } } : plan;
    }),

  run: async (context, staged) =>
    renewAfterImport(context, await writePick(context, staged), staged.pick.withProgress === true),
};
