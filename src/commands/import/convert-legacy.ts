import { readActiveCells } from '../../excel/read/read-active-cells';
import { readSnapshot } from '../../excel/read/read-snapshot';
import { runOnWorkbook } from '../../excel/run-on-workbook';
import { changeWorkbook } from '../../excel/write/change-workbook';
import { getUndoWarnings, planChange } from '../../school-workbook/plan-change';
import { type LegacyConversion, planLegacyConversion } from '../../school-workbook/plan-legacy-conversion';
import type { Snapshot } from '../../school-workbook/snapshot';
import { isEqual } from '../../shared/is-equal';
import { err, ok, problem, type Result, warning } from '../../shared/result';
import type { StagedCommand } from '../command';

/** The conversion of the open sheet as it was shown. */
export type StagedConversion = { sheet: string; plan: LegacyConversion };

type LegacyReading = { snapshot: Snapshot; sheet: string; plan: LegacyConversion };

async function readLegacyText(context: Excel.RequestContext): Promise<Result<LegacyReading>> {
  const area = await readActiveCells(context);
  if (!area.ok) return area;
  const snapshot = await readSnapshot(context);
  const { sheet } = area.value;
  const plan = planLegacyConversion(area.value);
  return ok(
    { snapshot: { ...snapshot, ranges: [area.value] }, sheet, plan },
    plan.mixed > 0 ? [warning('cells-mixed', { sheet }, { cells: plan.mixed })] : [],
  );
}

/**
 * Converts text in TCVN3 or VNI-Windows on the open sheet, with its fonts, to Unicode. Staged: every changed cell is
 * shown first, old and new. Unicode text is never changed. Problems: nothing-legacy.
 * Takes 3 or 4 syncs to stage, and as many and one for each started megabyte to run; see also `queueFonts`.
 */
export const convertLegacy: StagedCommand<void, StagedConversion, { cells: number }> = {
  id: 'convert-legacy',
  labelKey: 'command.convert-legacy',

  stage: () =>
    runOnWorkbook<StagedConversion>(async (context) => {
      const found = await readLegacyText(context);
      if (!found.ok) return found;
      const { snapshot, sheet, plan } = found.value;
      if (!plan.change) return err([...found.warnings, problem('nothing-legacy', { sheet })]);
      const planned = planChange(snapshot, plan.change);
      if (!planned.ok) return planned;
      const warnings = [...found.warnings, ...planned.warnings, ...getUndoWarnings(planned.value)];
      return ok({ sheet, plan }, warnings);
    }),

  run: ({ now }, staged) =>
    runOnWorkbook<{ cells: number }>(async (context) => {
      const found = await readLegacyText(context);
      if (!found.ok) return found;
      const { snapshot, sheet, plan } = found.value;
      if (!plan.change || !isEqual(plan, staged.plan)) return err('workbook-changed', { sheet });
      const done = await changeWorkbook(context, snapshot, plan.change, {
        command: convertLegacy.id,
        at: now(),
      });
      return done.ok ? { ...done, value: { cells: plan.change.cells.length } } : done;
    }),
};
