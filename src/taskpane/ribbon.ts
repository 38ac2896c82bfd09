import { getProblems, RIBBON_FUNCTIONS } from '../commands/ribbon';
import { openDialog, registerRibbonFunctions } from '../excel/ribbon';
import { startOffice } from '../excel/start-office';
import { getWorkbookAddress } from '../excel/workbook-address';
import { keepFiles } from '../pages/keep-files';
import type { Problem } from '../shared/problem';
import { problem } from '../shared/result';
import { getPaneLocale } from './shell/chosen-language';
import { hasUnreadRibbonProblems, storeDialogMessage, storeRibbonProblems } from './shell/ribbon-problems';

/** Percent of the screen: a title and a few lines. */
const DIALOG_SIZE = { width: 30, height: 25 };

const officeReady = startOffice();
void officeReady.then(keepFiles).catch(() => undefined);

/** Says in a dialog what the pane is not there to say. */
async function showInDialog(problems: readonly Problem[]): Promise<void> {
  const [{ describeProblem }, { loadLanguage }, { t }] = await Promise.all([
    import('../i18n/format-problem'),
    import('../i18n/load-language'),
    import('../i18n/locale'),
  ]);
  const language = getPaneLocale((await officeReady).language);
  await loadLanguage(language);
  const lines = problems.flatMap((problem) => {
    const { what, next } = describeProblem(language, problem);
    return [what, t(language, 'problem.next', { next })];
  });
  storeDialogMessage(getWorkbookAddress(), { language, title: t(language, 'ribbon.not-done'), lines });
  await openDialog(new URL('message.html', window.location.href).href, DIALOG_SIZE);
}

/** The page of the ribbon's functions: it is never seen. */
async function runRibbonFunction(name: keyof typeof RIBBON_FUNCTIONS): Promise<void> {
  const problems = await RIBBON_FUNCTIONS[name]({ now: () => new Date() }).then(
    getProblems,
    (error: unknown): Problem[] => {
      const reason = error instanceof Error ? error.message : String(error);
      return [problem('internal', {}, { reason })];
    },
  );
  const workbook = getWorkbookAddress();
  storeRibbonProblems(workbook, problems);
  if (problems.length > 0 && (await hasUnreadRibbonProblems(workbook))) await showInDialog(problems);
}

// Associated before Office is ready: a command may be waiting for this page.
registerRibbonFunctions(
  Object.fromEntries(
    (Object.keys(RIBBON_FUNCTIONS) as (keyof typeof RIBBON_FUNCTIONS)[]).map((name) => [
      name,
      () => runRibbonFunction(name),
    ]),
  ),
);
