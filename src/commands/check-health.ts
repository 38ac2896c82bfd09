import { readHealthSnapshot } from '../excel/read/read-health-snapshot';
import { runOnWorkbook } from '../excel/run-on-workbook';
import { changeWorkbook } from '../excel/write/change-workbook';
import { writeChange } from '../excel/write/write-change';
import { findHealthIssues } from '../school-workbook/health/find-health-issues';
import type { HealthFix, HealthIssue } from '../school-workbook/health/health-issue';
import { buildFixRevision, FIX_PHASES, planFixes } from '../school-workbook/health/plan-fixes';
import { buildDoneEntryRows } from '../school-workbook/history';
import { findProtectedSheets } from '../school-workbook/plan-change';
import { toLocalIsoDate } from '../shared/dates';
import { err, ok, type Result } from '../shared/result';
import type { StagedCommand } from './command';
import { changeDocumentStatus } from './set-document-status';

type FixOutcome = {
  /** Number of the chosen issues that were fixed. */
  fixed: number;
  /** Issues that remain afterwards. */
  remaining: HealthIssue[];
};

/** Returns the chosen issues that are still present exactly as they were shown. */
function filterStillPresent(chosen: readonly HealthIssue[], now: readonly HealthIssue[]): HealthIssue[] {
  const known = new Set(now.map((issue) => JSON.stringify(issue)));
  return chosen.filter((issue) => known.has(JSON.stringify(issue)));
}

function getFixesOfPhase(issues: readonly HealthIssue[], kinds: readonly HealthFix['kind'][]): HealthFix[] {
  return issues.flatMap(({ fix }) => (fix && kinds.includes(fix.kind) ? [fix] : []));
}

/** Writes the fixes of one phase and returns their number. */
function runFixPhase(
  kinds: readonly HealthFix['kind'][],
  chosen: readonly HealthIssue[],
  at: Date,
): Promise<Result<number>> {
  return runOnWorkbook<number>(async (context) => {
    if (getFixesOfPhase(chosen, kinds).length === 0) return ok(0);
    const health = await readHealthSnapshot(context);
    const { snapshot } = health;
    const present = findHealthIssues(health, toLocalIsoDate(at));
    const fixes = getFixesOfPhase(filterStillPresent(chosen, present), kinds);
    if (fixes.length === 0) return ok(0);
    const revision = buildFixRevision(fixes);
    if (revision) {
      const done = await changeWorkbook(context, snapshot, revision, { command: checkHealth.id, at });
      return done.ok ? { ...done, value: fixes.length } : done;
    }
    const planned = planFixes(snapshot, fixes);
    if (!planned.ok) return planned;
    const problems = findProtectedSheets(snapshot, planned.value.operations);
    if (problems.length > 0) return err(problems);
    const history = buildDoneEntryRows(snapshot.metadataSheet, checkHealth.id, at.toISOString(), null);
    const done = await writeChange(context, snapshot, planned.value, history, () => null);
    return done.ok ? { ...done, value: fixes.length } : done;
  });
}

/**
 * Lists the issues of the workbook (*Kiểm tra sổ*); `run` fixes the chosen ones, structure before contents. Staging
 * writes nothing. Fixed cells can be undone. A table, column or sheet that was created again cannot, but no data of
 * the user is lost by it.
 */
export const checkHealth: StagedCommand<void, HealthIssue[], FixOutcome> = {
  id: 'check-up',
  labelKey: 'command.check-up',

  stage: ({ now }) =>
    runOnWorkbook<HealthIssue[]>(async (context) =>
      ok(findHealthIssues(await readHealthSnapshot(context), toLocalIsoDate(now()))),
    ),

  run: async ({ now }, chosen) => {
    let fixedCount = 0;
    for (const kinds of FIX_PHASES) {
      const done = await runFixPhase(kinds, chosen, now());
      if (!done.ok) return done;
      fixedCount += done.value;
    }
    for (const { fix } of chosen) {
      if (fix?.kind !== 'set-document-status') continue;
      const done = await changeDocumentStatus.run({ now }, fix);
      if (!done.ok) return done;
      if (done.value.written) fixedCount += 1;
    }
    return runOnWorkbook<FixOutcome>(async (context) =>
      ok({
        fixed: fixedCount,
        remaining: findHealthIssues(await readHealthSnapshot(context), toLocalIsoDate(now())),
      }),
    );
  },
};
