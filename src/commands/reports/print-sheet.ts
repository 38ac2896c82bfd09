import { readSnapshot } from '../../excel/read/read-snapshot';
import { runOnWorkbook } from '../../excel/run-on-workbook';
import { changeWorkbook } from '../../excel/write/change-workbook';
import type { PrintSettings } from '../../reports/print-settings';
import { getUndoWarnings, planChange } from '../../school-workbook/plan-change';
import { prepareAnnexPrint } from '../../school-workbook/print/prepare-annex-print';
import type { PrintChange } from '../../school-workbook/print/print-change';
import { type Snapshot } from '../../school-workbook/snapshot';
import { toLocalIsoDate } from '../../shared/dates';
import { isEqual } from '../../shared/is-equal';
import type { Problem } from '../../shared/problem';
import { err, ok, type Result } from '../../shared/result';
import { SHEET_NAMES } from '../../sheets/labels/school-labels';
import { getFreeSheetName } from '../../sheets/sheet-names';
import type { CommandContext, StagedCommand } from '../command';

/** Settings that the unit changes; the others are those of the last time. */
export type PrintInput = {
  settings?: Partial<PrintSettings>;
  /** Code of the document in a workbook of several. */
  document?: string;
};
export type StagedPrint = {
  change: PrintChange;
  sheet: string;
  tasks: number;
  document: string | null;
  /** False if the sheet agrees with the workbook already. */
  willWrite: boolean;
};
type PrintOutcome = { written: boolean; sheet: string; tasks: number };

/** Warnings about the issuer are given when the sheet is written. */
type PreparedPrint = { staged: StagedPrint; issuerWarnings: readonly Problem[] };

function preparePrint(
  snapshot: Snapshot,
  { settings: given, document }: PrintInput,
  { now }: CommandContext,
): Result<PreparedPrint> {
  const prepared = prepareAnnexPrint(snapshot, { on: toLocalIsoDate(now()), given, document });
  if (!prepared.ok) return prepared;
  const { annex: paper, settings, tasks, issuerWarnings } = prepared.value;
  const change: PrintChange = { kind: 'print', paper, settings };
  const plan = planChange(snapshot, change);
  if (!plan.ok) return plan;
  const willWrite = plan.value.operations.length > 0;
  const warnings = willWrite ? [...plan.warnings, ...getUndoWarnings(plan.value)] : [];
  const sheet = snapshot.print?.sheet ?? getFreeSheetName(snapshot, SHEET_NAMES.print);
  const staged = { change, sheet, tasks, document: document ?? null, willWrite };
  return ok({ staged, issuerWarnings }, warnings);
}

/**
 * Creates the sheet *Bản in* from the task table, or replaces it. Staged, so that the user is warned before changes by
 * hand are replaced. Takes at most two syncs for the snapshot, and those of one change.
 */
export const printSheet: StagedCommand<PrintInput, StagedPrint, PrintOutcome> = {
  id: 'print-sheet',
  labelKey: 'command.print-sheet',

  stage: (commandContext, input) =>
    runOnWorkbook(async (context) => {
      const prepared = preparePrint(await readSnapshot(context, { print: true }), input, commandContext);
      return prepared.ok ? { ...prepared, value: prepared.value.staged } : prepared;
    }),

  run: (commandContext, staged) =>
    runOnWorkbook<PrintOutcome>(async (context) => {
      const snapshot = await readSnapshot(context, { print: true });
      const settings = staged.change.settings ?? {};
      const { document } = staged;
      const input = { settings, ...(document !== null && { document }) };
      const current = preparePrint(snapshot, input, commandContext);
      if (!current.ok) return current;
      if (!isEqual(current.value.staged, staged)) return err('workbook-changed');
      const done = await changeWorkbook(context, snapshot, staged.change, {
        command: printSheet.id,
        at: commandContext.now(),
      });
      if (!done.ok) return done;
      const { sheet, tasks } = staged;
      return {
        ...done,
        value: { written: done.value.written, sheet, tasks },
        warnings: [...done.warnings, ...current.value.issuerWarnings],
      };
    }),
};
