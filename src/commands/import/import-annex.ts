import type { Annex } from '../../annex/types';
import { queueSummary } from '../../excel/read/queue-summary';
import { readSnapshot } from '../../excel/read/read-snapshot';
import { runOnWorkbook } from '../../excel/run-on-workbook';
import { changeWorkbook } from '../../excel/write/change-workbook';
import { getUndoWarnings, planChange } from '../../school-workbook/plan-change';
import { type MergeMode, planImport, type PlannedImport } from '../../school-workbook/plan-import';
import type { Unit } from '../../school-workbook/school-workbook';
import type { Snapshot } from '../../school-workbook/snapshot';
import type { Summary } from '../../school-workbook/summary/read-summary';
import { isEqual } from '../../shared/is-equal';
import type { Problem } from '../../shared/problem';
import { err, ok, problem, type Result } from '../../shared/result';
import type { StagedCommand } from '../command';

export type ImportInput = { annex: Annex; unit: Unit; merge: MergeMode };
export type StagedImport = { input: ImportInput; plan: PlannedImport };
export type ImportOutcome = {
  /** False where the workbook agreed with the annex already. */
  written: boolean;
  counts: PlannedImport['counts'];
  /** The figures of *Tổng hợp* afterwards; null where the clerk has deleted that sheet. */
  summary: Summary | null;
};

/** The plan with what would stand in its way, and a word where it could not be undone. */
function prepareImport(snapshot: Snapshot, input: ImportInput): Result<PlannedImport> {
  const plan = planImport(snapshot, input);
  if (!plan.ok || plan.value.change === null) return plan;
  const change = planChange(snapshot, plan.value.change);
  if (!change.ok) return change;
  return { ...plan, warnings: [...plan.warnings, ...change.warnings, ...getUndoWarnings(change.value)] };
}

const CHANGED_SINCE_PREVIEW: Problem = problem('workbook-changed');

/**
 * Takes an annex into the open workbook: staged, with a preview of what is added, changed, removed and kept. For a
 * workbook without a table of tasks it makes the sheets; otherwise it revises them and keeps all progress.
 * Syncs: staging 1 or 2, running as many and one for each started megabyte.
 */
export const importAnnex: StagedCommand<ImportInput, StagedImport, ImportOutcome> = {
  id: 'import-annex',
  labelKey: 'command.import-annex',

  stage: (_, input) =>
    runOnWorkbook(async (context) => {
      const plan = prepareImport(await readSnapshot(context), input);
      return plan.ok ? { ...plan, value: { input, plan: plan.value } } : plan;
    }),

  run: ({ now }, { input, plan: staged }) =>
    runOnWorkbook<ImportOutcome>(async (context) => {
      const snapshot = await readSnapshot(context);
      const plan = prepareImport(snapshot, input);
      if (!plan.ok) return plan;
      const { change, counts } = plan.value;
      // The whole plan: the same cells may be written, but over others than the ones that were shown.
      if (!isEqual(plan.value, staged)) {
        return err([CHANGED_SINCE_PREVIEW]);
      }
      if (change === null) return ok({ written: false, counts, summary: null });
      const done = await changeWorkbook(context, snapshot, change, {
        command: importAnnex.id,
        at: now(),
        readBack: () => queueSummary(context),
      });
      if (!done.ok) return done;
      const { written, read } = done.value;
      const figures = read?.();
      return { ...done, value: { written, counts, summary: figures?.ok ? figures.value : null } };
    }),
};
