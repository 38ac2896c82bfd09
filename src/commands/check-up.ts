import type { Result } from '../annex/problem';
import { changeWorkbook } from '../excel/change-workbook';
import { takeHealth } from '../excel/health';
import { runOnWorkbook } from '../excel/run';
import { writeChange } from '../excel/write-change';
import { findTroubles } from '../workbook/check-up/find-troubles';
import { PHASES, planMends, revisionOf } from '../workbook/check-up/plan-mends';
import type { Mend, Trouble } from '../workbook/check-up/trouble';
import { recordDone } from '../workbook/history';
import { protectedSheets } from '../workbook/plan-change';
import type { StagedCommand } from './command';

export type MendOutcome = {
  /** How many of the chosen troubles were mended. */
  mended: number;
  /** What is left afterwards. */
  left: Trouble[];
};

/** A chosen trouble is mended while it is still there, as it was shown. */
function stillThere(chosen: readonly Trouble[], now: readonly Trouble[]): Trouble[] {
  const known = new Set(now.map((trouble) => JSON.stringify(trouble)));
  return chosen.filter((trouble) => known.has(JSON.stringify(trouble)));
}

function ofPhase(troubles: readonly Trouble[], kinds: readonly Mend['kind'][]): Mend[] {
  return troubles.flatMap(({ mend }) => (mend && kinds.includes(mend.kind) ? [mend] : []));
}

/** Writes the mends of one phase; null where there is none left to do. */
function mendPhase(
  kinds: readonly Mend['kind'][],
  chosen: readonly Trouble[],
  at: Date,
): Promise<Result<number>> {
  return runOnWorkbook<number>(async (context) => {
    if (ofPhase(chosen, kinds).length === 0) return { ok: true, value: 0, warnings: [] };
    const health = await takeHealth(context);
    const { snapshot } = health;
    const mends = ofPhase(stillThere(chosen, findTroubles(health)), kinds);
    if (mends.length === 0) return { ok: true, value: 0, warnings: [] };
    const revision = revisionOf(mends);
    if (revision) {
      const done = await changeWorkbook(context, snapshot, revision, { command: checkUp.id, at });
      return done.ok ? { ...done, value: mends.length } : done;
    }
    const planned = planMends(snapshot, mends);
    if (!planned.ok) return planned;
    const problems = protectedSheets(snapshot, planned.value.steps);
    if (problems.length > 0) return { ok: false, problems };
    const history = recordDone(snapshot.record, checkUp.id, at.toISOString(), null);
    const done = await writeChange(context, snapshot, planned.value, history, () => null);
    return done.ok ? { ...done, value: mends.length } : done;
  });
}

/**
 * Looks the workbook over and lists what is not as it should be (*Kiểm tra sổ*); running mends what was chosen, shape
 * before content. Staging writes nothing. Mended cells can be undone; a table, a column or a sheet made again cannot,
 * nothing of the clerk's is lost by it.
 */
export const checkUp: StagedCommand<void, Trouble[], MendOutcome> = {
  id: 'check-up',
  labelKey: 'command.check-up',

  stage: () =>
    runOnWorkbook<Trouble[]>(async (context) => ({
      ok: true,
      value: findTroubles(await takeHealth(context)),
      warnings: [],
    })),

  run: async ({ now }, chosen) => {
    let mended = 0;
    for (const kinds of PHASES) {
      const done = await mendPhase(kinds, chosen, now());
      if (!done.ok) return done;
      mended += done.value;
    }
    return runOnWorkbook<MendOutcome>(async (context) => ({
      ok: true,
      value: { mended, left: findTroubles(await takeHealth(context)) },
      warnings: [],
    }));
  },
};
