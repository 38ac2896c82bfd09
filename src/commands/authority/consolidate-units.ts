import type { Problem, Result } from '../../shared/problem';
import type { Consolidation } from '../../consolidation/ledger/consolidation';
import type { PreviousConsolidation } from '../../consolidation/run/previous-consolidation';
import { readConsolidationSnapshot } from '../../excel/read/read-consolidation-snapshot';
import { runOnWorkbook } from '../../excel/run-on-workbook';
import { writeConsolidation } from '../../excel/write/write-consolidation';
import { readPreviousConsolidation } from '../../authority-workbook/consolidation-snapshot';
import { planConsolidation } from '../../authority-workbook/plan-consolidation';
import type { ConsolidationChanges, LedgerLocation } from '../../authority-workbook/plan-consolidation';
import type { Command, StagedCommand } from '../command';

/** What was brought together, and where the whole ledger is written, for one with more rows than a sheet holds. */
export type ConsolidationToWrite = { consolidation: Consolidation; ledger?: LedgerLocation };
export type StagedConsolidation = {
  input: ConsolidationToWrite;
  changes: ConsolidationChanges;
  operations: string;
};
export type ConsolidationOutcome = { written: boolean; changes: ConsolidationChanges };

/** What the open workbook holds of earlier runs, with what the officer has written on it; null where none ran. */
export const readConsolidation: Command<undefined, PreviousConsolidation | null> = {
  id: 'read-consolidation',
  labelKey: 'command.consolidate',
  run: () =>
    runOnWorkbook<PreviousConsolidation | null>(async (context) => ({
      ok: true,
      value: readPreviousConsolidation(await readConsolidationSnapshot(context)),
      warnings: [],
    })),
};

const CHANGED_SINCE_PREVIEW: Problem = { code: 'workbook-changed', severity: 'error', place: {} };

/**
 * Writes a consolidation into the open workbook: its sheets where there are none, else what differs. Staged, so that
 * what changes is shown before. Syncs: 1 and one for each 60,000 cells to read; one for each megabyte to write.
 */
export const consolidateUnits: StagedCommand<
  ConsolidationToWrite,
  StagedConsolidation,
  ConsolidationOutcome
> = {
  id: 'consolidate',
  labelKey: 'command.consolidate',

  stage: (_, input) =>
    runOnWorkbook<StagedConsolidation>(async (context) => {
      const plan = planConsolidation(
        await readConsolidationSnapshot(context),
        input.consolidation,
        input.ledger,
      );
      if (!plan.ok) return plan;
      const { changes, operations: steps } = plan.value;
      return { ...plan, value: { input, changes, operations: JSON.stringify(steps) } };
    }),

  run: (_, { input, operations: steps }) =>
    runOnWorkbook<ConsolidationOutcome>(async (context): Promise<Result<ConsolidationOutcome>> => {
      const snapshot = await readConsolidationSnapshot(context);
      const plan = planConsolidation(snapshot, input.consolidation, input.ledger);
      if (!plan.ok) return plan;
      const { changes } = plan.value;
      if (JSON.stringify(plan.value.operations) !== steps)
        return { ok: false, problems: [CHANGED_SINCE_PREVIEW] };
      if (plan.value.operations.length === 0) {
        return { ok: true, value: { written: false, changes }, warnings: plan.warnings };
      }
      const done = await writeConsolidation(context, snapshot, plan.value.operations);
      return done.ok ? { ok: true, value: { written: true, changes }, warnings: plan.warnings } : done;
    }),
};
