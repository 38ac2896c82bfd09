import { readPreviousConsolidation } from '../../authority-workbook/consolidation-snapshot';
import {
  type ConsolidationChanges,
  type LedgerLocation,
  planConsolidation,
} from '../../authority-workbook/plan-consolidation';
import type { Consolidation } from '../../consolidation/ledger/consolidation';
import type { PreviousConsolidation } from '../../consolidation/run/previous-consolidation';
import { readConsolidationSnapshot } from '../../excel/read/read-consolidation-snapshot';
import { runOnWorkbook } from '../../excel/run-on-workbook';
import { writeConsolidation } from '../../excel/write/write-consolidation';
import type { Problem } from '../../shared/problem';
import { err, ok, problem, type Result } from '../../shared/result';
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
    runOnWorkbook<PreviousConsolidation | null>(async (context) =>
      ok(readPreviousConsolidation(await readConsolidationSnapshot(context))),
    ),
};

const CHANGED_SINCE_PREVIEW: Problem = problem('workbook-changed');

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
      if (JSON.stringify(plan.value.operations) !== steps) return err([CHANGED_SINCE_PREVIEW]);
      if (plan.value.operations.length === 0) {
        return ok({ written: false, changes }, plan.warnings);
      }
      const done = await writeConsolidation(context, snapshot, plan.value.operations);
      return done.ok ? ok({ written: true, changes }, plan.warnings) : done;
    }),
};
