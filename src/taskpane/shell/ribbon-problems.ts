import type { Problem } from '../../shared/problem';

/**
 * A ribbon function has no place to say what went wrong: its page is never seen. It leaves word here, and the pane,
 * a page of the same origin, takes it at once when it is open. Where nobody takes it, a dialog says it.
 */
const PROBLEMS_KEY = 'phuluc.ribbonProblems';
/** Read by src/pages/message.js. */
const MESSAGE_KEY = 'phuluc.ribbonMessage';
/** A pane that is open has taken the word by then. */
const DIALOG_DELAY_MS = 600;

type RibbonMessage = { language: string; title: string; lines: readonly string[] };

export function storeRibbonProblems(problems: readonly Problem[]): void {
  if (problems.length === 0) window.localStorage.removeItem(PROBLEMS_KEY);
  else window.localStorage.setItem(PROBLEMS_KEY, JSON.stringify(problems));
}

/** Whether no pane has taken what was left; asked after some patience. */
export async function hasUnreadRibbonProblems(): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, DIALOG_DELAY_MS));
  return window.localStorage.getItem(PROBLEMS_KEY) !== null;
}

/** Puts the words where the page of the dialog reads them; the pane need not say them again. */
export function storeDialogMessage(message: RibbonMessage): void {
  window.localStorage.setItem(MESSAGE_KEY, JSON.stringify(message));
  window.localStorage.removeItem(PROBLEMS_KEY);
}

/** Hands over what was left, now and later. @returns a function that ends it */
export function watchRibbonProblems(report: (problems: Problem[]) => void): () => void {
  const take = (): void => {
    const left = window.localStorage.getItem(PROBLEMS_KEY);
    if (left === null) return;
    window.localStorage.removeItem(PROBLEMS_KEY);
    report(JSON.parse(left) as Problem[]);
  };
  const onStorage = ({ key }: StorageEvent): void => {
    if (key === PROBLEMS_KEY) take();
  };
  take();
  window.addEventListener('storage', onStorage);
  return () => window.removeEventListener('storage', onStorage);
}
