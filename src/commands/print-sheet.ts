import { err } from '../annex/outcome';
import type { Result } from '../annex/problem';
import { changeWorkbook } from '../excel/change-workbook';
import { runOnWorkbook } from '../excel/run';
import { readSnapshot } from '../excel/snapshot';
import type { PrintSettings } from '../paper/paper-settings';
import { planChange, getUndoWarnings } from '../workbook/plan-change';
import { prepareAnnexPrint } from '../workbook/print/paper-of-book';
import type { PrintChange } from '../workbook/print/print-change';
import { SHEET_NAMES } from '../locales/sheet-words';
import { getFreeSheetName } from '../workbook/snapshot';
import type { Snapshot } from '../workbook/snapshot';
import type { CommandContext, StagedCommand } from './command';
import { toLocalIsoDate } from '../annex/calendar/dates';

/** What the unit decides anew; the rest is as it was the last time. */
export type PrintInput = { settings?: Partial<PrintSettings> };
export type StagedPrint = {
  change: PrintChange;
  sheet: string;
  tasks: number;
  /** False where the sheet agrees with the workbook already. */
  willWrite: boolean;
};
export type PrintOutcome = { written: boolean; sheet: string; tasks: number };

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
  return { ok: true, value: { change, sheet, tasks, willWrite }, warnings };
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
      if (JSON.stringify(fresh.value) !== JSON.stringify(staged)) return err('workbook-changed');
      const done = await changeWorkbook(context, snapshot, staged.change, {
        command: printSheet.id,
        at: asked.now(),
      });
      if (!done.ok) return done;
      const { sheet, tasks } = staged;
      return { ...done, value: { written: done.value.written, sheet, tasks } };
    }),
};
