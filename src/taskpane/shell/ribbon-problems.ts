import type { Problem } from '../../shared/problem';

/**
 * A ribbon function cannot show what went wrong: its page is never seen. It stores the problems, and the pane of the
 * same workbook, a page of the same origin, takes them at once if it is open. If nobody takes them, a dialog shows
 * them. Panes of all open workbooks share the storage, so that each key names its workbook.
 */
const PROBLEMS_KEY = 'phuluc.ribbonProblems';
/** Read by src/pages/message.js. */
const MESSAGE_KEY = 'phuluc.ribbonMessage';
/** A pane that is open has taken the problems by then. */
const DIALOG_DELAY_MS = 600;

type RibbonMessage = { language: string; title: string; lines: readonly string[] };

const getProblemsKey = (workbook: string): string => `${PROBLEMS_KEY}:${workbook}`;

/** Stores the problems of a ribbon function for the pane of its workbook. */
export function storeRibbonProblems(workbook: string, problems: readonly Problem[]): void {
  const key = getProblemsKey(workbook);
  if (problems.length === 0) window.localStorage.removeItem(key);
  else window.localStorage.setItem(key, JSON.stringify(problems));
}

/** Waits for the pane and returns true if none has taken the problems. */
export async function hasUnreadRibbonProblems(workbook: string): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, DIALOG_DELAY_MS));
  return window.localStorage.getItem(getProblemsKey(workbook)) !== null;
}

/** Stores the message where the page of the dialog reads it; the pane need not show it again. */
export function storeDialogMessage(workbook: string, message: RibbonMessage): void {
  window.localStorage.setItem(MESSAGE_KEY, JSON.stringify(message));
  window.localStorage.removeItem(getProblemsKey(workbook));
}

/**
 * Reports the problems that ribbon functions store for a workbook, now and later.
 * @returns a function that ends it
 */
export function watchRibbonProblems(workbook: string, report: (problems: Problem[]) => void): () => void {
  const problemsKey = getProblemsKey(workbook);
  const take = (): void => {
    const stored = window.localStorage.getItem(problemsKey);
    if (stored === null) return;
    window.localStorage.removeItem(problemsKey);
    report(JSON.parse(stored) as Problem[]);
  };
  const onStorage = ({ key }: StorageEvent): void => {
    if (key === problemsKey) take();
  };
  take();
  window.addEventListener('storage', onStorage);
  return () => window.removeEventListener('storage', onStorage);
}
