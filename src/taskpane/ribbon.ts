import { problemsOf, RIBBON_FUNCTIONS } from '../commands/ribbon';
import { associateFunctions } from '../excel/ribbon';
import { startOffice } from '../excel/startup';
import { leaveRibbonProblems } from './shell/ribbon-problems';

/** The page of the ribbon's functions: it is never seen. */
const run = async (name: keyof typeof RIBBON_FUNCTIONS): Promise<void> => {
  try {
    leaveRibbonProblems(problemsOf(await RIBBON_FUNCTIONS[name]({ now: () => new Date() })));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    leaveRibbonProblems([{ code: 'internal', severity: 'error', place: {}, details: { reason } }]);
  }
};

// Associated before Office is ready: a command may be waiting for this page.
associateFunctions(
  Object.fromEntries(
    (Object.keys(RIBBON_FUNCTIONS) as (keyof typeof RIBBON_FUNCTIONS)[]).map((name) => [
      name,
      () => run(name),
    ]),
  ),
);
void startOffice();
