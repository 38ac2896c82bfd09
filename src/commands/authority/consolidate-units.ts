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
import { err, ok, type Result } from '../../shared/result';
import type { Command, StagedCommand } from '../command';

/** The consolidation, and the location of the full ledger if it has more rows than a sheet holds. */
type ConsolidationToWrite = { consolidation: Consolidation; ledger?: LedgerLocation };
export type StagedConsolidation = {
  input: ConsolidationToWrite;
  changes: ConsolidationChanges;
  operations: string;
};
export type ConsolidationOutcome = { written: boolean; changes: ConsolidationChanges };

/** Reads the previous consolidation in the open workbook, with the officer’s entries; null if there is none. */
export const readConsolidation: Command<undefined, PreviousConsolidation | null> = {
  id: 'read-consolidation',
  labelKey: 'command.consolidate',
  run: () =>
    runOnWorkbook<PreviousConsolidation | null>(async (context) =>
      ok(readPreviousConsolidation(await readConsolidationSnapshot(context))),
    ),
};

/**
 * Writes a consolidation into the open workbook: new sheets, or what differs in existing ones. Staged, so that the
 * changes are shown first. Takes one sync and one for each 60,000 cells to read, and one for each megabyte to write.
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
      const { changes, operations } = plan.value;
      return { ...plan, value: { input, changes, operations: JSON.stringify(operations) } };
    }),

  run: (_, { input, operations }) =>
    runOnWorkbook<ConsolidationOutcome>(async (context): Promise<Result<ConsolidationOutcome>> => {
      const snapshot = await readConsolidationSnapshot(context);
      const plan = planConsolidation(snapshot, input.consolidation, input.ledger);
      if (!plan.ok) return plan;
      const { changes } = plan.value;
      if (JSON.stringify(plan.value.operations) !== operations) return err('workbook-changed');
      if (plan.value.operations.length === 0) {
        return ok({ written: false, changes }, plan.warnings);
      }
      const done = await writeConsolidation(context, snapshot, plan.value.operations);
      return done.ok ? ok({ written: true, changes }, [...plan.warnings, ...done.warnings]) : done;
    }),
};
