import { readSnapshot } from '../../excel/read/read-snapshot';
import { runOnWorkbook } from '../../excel/run-on-workbook';
import { changeWorkbook } from '../../excel/write/change-workbook';
import type { PrintSettings } from '../../reports/print-settings';
import { getUndoWarnings, planChange } from '../../school-workbook/plan-change';
import { prepareAnnexPrint } from '../../school-workbook/print/prepare-annex-print';
import type { PrintChange } from '../../school-workbook/print/print-change';
import { getFreeSheetName, type Snapshot } from '../../school-workbook/snapshot';
import { toLocalIsoDate } from '../../shared/dates';
import { isEqual } from '../../shared/is-equal';
import { err, ok, type Result } from '../../shared/result';
import { SHEET_NAMES } from '../../sheets/labels/school-labels';
import type { CommandContext, StagedCommand } from '../command';

/** What the unit decides anew; the rest is as it was the last time. */
export type PrintInput = { settings?: Partial<PrintSettings> };
export type StagedPrint = {
  change: PrintChange;
  sheet: string;
  tasks: number;
  /** False where the sheet agrees with the workbook already. */
  willWrite: boolean;
};
type PrintOutcome = { written: boolean; sheet: string; tasks: number };

function preparePrint(
  snapshot: Snapshot,
  { settings: given }: PrintInput,
  { now }: CommandContext,
): Result<StagedPrint> {
  const book = prepareAnnexPrint(snapshot, toLocalIsoDate(now()), given);
  if (!book.ok) return book;
  const { annex: paper, settings, tasks } = book.value;
  const change: PrintChange = { kind: 'print', paper, settings };
  const plan = planChange(snapshot, change);
  if (!plan.ok) return plan;
  const willWrite = plan.value.operations.length > 0;
  const warnings = willWrite ? [...plan.warnings, ...getUndoWarnings(plan.value)] : [];
  const sheet = snapshot.print?.sheet ?? getFreeSheetName(snapshot, SHEET_NAMES.print);
  return ok({ change, sheet, tasks, willWrite }, warnings);
}

/**
 * Makes the sheet *Bản in* from the tracked table, or makes it anew in its place. Staged, so that the clerk hears before
 * where changes by hand would be replaced. Syncs: at most two for the snapshot, and those of one change.
 */
export const printSheet: StagedCommand<PrintInput, StagedPrint, PrintOutcome> = {
  id: 'print-sheet',
  labelKey: 'command.print-sheet',

  stage: (asked, input) =>
    runOnWorkbook(async (context) =>
      preparePrint(await readSnapshot(context, { print: true }), input, asked),
    ),

  run: (asked, staged) =>
    runOnWorkbook<PrintOutcome>(async (context) => {
      const snapshot = await readSnapshot(context, { print: true });
      const fresh = preparePrint(snapshot, { settings: staged.change.settings ?? {} }, asked);
      if (!fresh.ok) return fresh;
      if (!isEqual(fresh.value, staged)) return err('workbook-changed');
      const done = await changeWorkbook(context, snapshot, staged.change, {
        command: printSheet.id,
        at: asked.now(),
      });
      if (!done.ok) return done;
      const { sheet, tasks } = staged;
      return { ...done, value: { written: done.value.written, sheet, tasks } };
    }),
};
