import type { Problem, Result } from '../annex/problem';
import type { Consolidated } from '../consolidation/ledger/consolidated';
import type { Previous } from '../consolidation/rerun/previous';
import { takeBookSnapshot } from '../excel/consolidation-snapshot';
import { runOnWorkbook } from '../excel/run';
import { writeBook } from '../excel/write-book';
import { readPrevious } from '../workbook/consolidation/book-snapshot';
import { planBook } from '../workbook/consolidation/plan-book';
import type { BookChanges, LedgerPlace } from '../workbook/consolidation/plan-book';
import type { Command, StagedCommand } from './command';

/** What was brought together, and where the whole ledger is written, for one with more rows than a sheet holds. */
export type ConsolidationToWrite = { book: Consolidated; ledger?: LedgerPlace };
export type StagedConsolidation = { input: ConsolidationToWrite; changes: BookChanges; steps: string };
export type ConsolidationOutcome = { written: boolean; changes: BookChanges };

/** What the open workbook holds of earlier runs, with what the officer has written on it; null where none ran. */
export const readConsolidation: Command<undefined, Previous | null> = {
  id: 'read-consolidation',
  labelKey: 'command.consolidate',
  run: () =>
    runOnWorkbook<Previous | null>(async (context) => ({
      ok: true,
      value: readPrevious(await takeBookSnapshot(context)),
      warnings: [],
    })),
};

const changedSincePreview: Problem = { code: 'workbook-changed', severity: 'error', place: {} };

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
      const plan = planBook(await takeBookSnapshot(context), input.book, input.ledger);
      if (!plan.ok) return plan;
      const { changes, steps } = plan.value;
      return { ...plan, value: { input, changes, steps: JSON.stringify(steps) } };
    }),

  run: (_, { input, steps }) =>
    runOnWorkbook<ConsolidationOutcome>(async (context): Promise<Result<ConsolidationOutcome>> => {
      const snapshot = await takeBookSnapshot(context);
      const plan = planBook(snapshot, input.book, input.ledger);
      if (!plan.ok) return plan;
      const { changes } = plan.value;
      if (JSON.stringify(plan.value.steps) !== steps) return { ok: false, problems: [changedSincePreview] };
      if (plan.value.steps.length === 0) {
        return { ok: true, value: { written: false, changes }, warnings: plan.warnings };
      }
      const done = await writeBook(context, snapshot, plan.value.steps);
      return done.ok ? { ok: true, value: { written: true, changes }, warnings: plan.warnings } : done;
    }),
};
