import { readHealthSnapshot } from '../excel/read/read-health-snapshot';
import { runOnWorkbook } from '../excel/run-on-workbook';
import { changeWorkbook } from '../excel/write/change-workbook';
import { writeChange } from '../excel/write/write-change';
import { findHealthIssues } from '../school-workbook/health/find-health-issues';
import type { HealthFix, HealthIssue } from '../school-workbook/health/health-issue';
import { buildFixRevision, FIX_PHASES, planFixes } from '../school-workbook/health/plan-fixes';
import { buildDoneEntryRows } from '../school-workbook/history';
import { findProtectedSheets } from '../school-workbook/plan-change';
import { err, ok, type Result } from '../shared/result';
import type { StagedCommand } from './command';

type FixOutcome = {
  /** How many of the chosen troubles were mended. */
  fixed: number;
  /** What is left afterwards. */
  remaining: HealthIssue[];
};

/** A chosen trouble is mended while it is still there, as it was shown. */
function filterStillPresent(chosen: readonly HealthIssue[], now: readonly HealthIssue[]): HealthIssue[] {
  const known = new Set(now.map((trouble) => JSON.stringify(trouble)));
  return chosen.filter((trouble) => known.has(JSON.stringify(trouble)));
}

function getFixesOfPhase(troubles: readonly HealthIssue[], kinds: readonly HealthFix['kind'][]): HealthFix[] {
  return troubles.flatMap(({ fix: mend }) => (mend && kinds.includes(mend.kind) ? [mend] : []));
}

/** Writes the mends of one phase; null where there is none left to do. */
function runFixPhase(
  kinds: readonly HealthFix['kind'][],
  chosen: readonly HealthIssue[],
  at: Date,
): Promise<Result<number>> {
  return runOnWorkbook<number>(async (context) => {
    if (getFixesOfPhase(chosen, kinds).length === 0) return ok(0);
    const health = await readHealthSnapshot(context);
    const { snapshot } = health;
    const mends = getFixesOfPhase(filterStillPresent(chosen, findHealthIssues(health)), kinds);
    if (mends.length === 0) return ok(0);
    const revision = buildFixRevision(mends);
    if (revision) {
      const done = await changeWorkbook(context, snapshot, revision, { command: checkHealth.id, at });
      return done.ok ? { ...done, value: mends.length } : done;
    }
    const planned = planFixes(snapshot, mends);
    if (!planned.ok) return planned;
    const problems = findProtectedSheets(snapshot, planned.value.operations);
    if (problems.length > 0) return err(problems);
    const history = buildDoneEntryRows(snapshot.metadataSheet, checkHealth.id, at.toISOString(), null);
    const done = await writeChange(context, snapshot, planned.value, history, () => null);
    return done.ok ? { ...done, value: mends.length } : done;
  });
}

/**
 * Looks the workbook over and lists what is not as it should be (*Kiểm tra sổ*); running mends what was chosen, shape
 * before content. Staging writes nothing. Mended cells can be undone; a table, a column or a sheet made again cannot,
 * nothing of the clerk's is lost by it.
 */
export const checkHealth: StagedCommand<void, HealthIssue[], FixOutcome> = {
  id: 'check-up',
  labelKey: 'command.check-up',

  stage: () =>
    runOnWorkbook<HealthIssue[]>(async (context) => ok(findHealthIssues(await readHealthSnapshot(context)))),

  run: async ({ now }, chosen) => {
    let mended = 0;
    for (const kinds of FIX_PHASES) {
      const done = await runFixPhase(kinds, chosen, now());
      if (!done.ok) return done;
      mended += done.value;
    }
    return runOnWorkbook<FixOutcome>(async (context) =>
      ok({ fixed: mended, remaining: findHealthIssues(await readHealthSnapshot(context)) }),
    );
  },
};
