import type { Annex } from '../../annex/types';
import { readInventory } from '../../excel/read/inventory';
import { queueSummary } from '../../excel/read/queue-summary';
import { readCells, readSnapshot } from '../../excel/read/read-snapshot';
import { runOnWorkbook } from '../../excel/run-on-workbook';
import { changeWorkbook } from '../../excel/write/change-workbook';
import type { DocumentChoice } from '../../school-workbook/documents/assign-document';
import type { MergeMode } from '../../school-workbook/merge-modes';
import { planImport, type PlannedImport } from '../../school-workbook/plan-import';
import type { Unit } from '../../school-workbook/school-workbook';
import type { Snapshot } from '../../school-workbook/snapshot';
import type { Summary } from '../../school-workbook/summary/read-summary';
import { SUMMARY_NAMES } from '../../school-workbook/summary/summary-names';
import { isEqual } from '../../shared/is-equal';
import { err, ok, type Result } from '../../shared/result';
import { addChangeWarnings } from '../add-change-warnings';
import type { CommandContext, StagedCommand } from '../command';
import { renewAfterImport, type Renewed } from '../progress/renew-after-import';

export type ImportInput = {
  annex: Annex;
  unit: Unit;
  merge: MergeMode;
  /** Name of the file it was read from, for the history. */
  file?: string;
  /** Makes *Tiến độ* as well, or brings it up to date: an entry of the history of its own. */
  withProgress?: boolean;
  /** The document it is of, where the user has chosen one. */
  document?: DocumentChoice;
};
export type StagedImport = { input: ImportInput; plan: PlannedImport };
export type ImportOutcome = Renewed & WrittenAnnex;
type WrittenAnnex = {
  /** False if the workbook agreed with the annex already. */
  written: boolean;
  counts: PlannedImport['counts'];
  /** Totals of *Tổng hợp* afterwards; null if the user has deleted that sheet. */
  summary: Summary | null;
};

const prepareImport = (snapshot: Snapshot, input: ImportInput): Result<PlannedImport> =>
  addChangeWarnings(snapshot, planImport(snapshot, input));

function writeAnnex(
  { now }: CommandContext,
  { input, plan: staged }: StagedImport,
): Promise<Result<WrittenAnnex>> {
  return runOnWorkbook<WrittenAnnex>(async (context) => {
    const inventory = await readInventory(context);
    const snapshot = await readCells(context, inventory);
    const plan = prepareImport(snapshot, input);
    if (!plan.ok) return plan;
    const { change, counts } = plan.value;
    // All of the plan is compared: the same cells may be written over others than the ones that were shown.
    if (!isEqual(plan.value, staged)) return err('workbook-changed');
    if (change === null) return ok({ written: false, counts, summary: null });
    const done = await changeWorkbook(context, snapshot, change, {
      command: importAnnex.id,
      at: now(),
      ...(input.file !== undefined && { file: input.file }),
      readBack: () =>
        queueSummary(
          context,
          change.kind === 'create' ? { rangeNames: Object.values(SUMMARY_NAMES) } : inventory,
        ),
    });
    if (!done.ok) return done;
    const { written, read } = done.value;
    const summary = read?.();
    return { ...done, value: { written, counts, summary: summary?.ok ? summary.value : null } };
  });
}

/**
 * Imports an annex into the open workbook. Staged, with a preview of what is added, changed, removed and retained.
 * Creates the sheets in a workbook without a task table; otherwise revises them and retains all progress.
 * Takes 2 or 3 syncs to stage, and as many and one for each started megabyte to run.
 */
export const importAnnex: StagedCommand<ImportInput, StagedImport, ImportOutcome> = {
  id: 'import-annex',
  labelKey: 'command.import-annex',

  stage: (_, input) =>
    runOnWorkbook(async (context) => {
      const plan = prepareImport(await readSnapshot(context), input);
      return plan.ok ? { ...plan, value: { input, plan: plan.value } } : plan;
    }),

  run: async (context, staged) =>
    renewAfterImport(context, await writeAnnex(context, staged), staged.input.withProgress === true),
};
