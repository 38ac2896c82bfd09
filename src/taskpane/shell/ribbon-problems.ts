import type { Problem } from '../../annex/problem';

/**
 * A ribbon function has no place to say what went wrong: its page is never seen. It leaves word here, and the pane,
 * a page of the same origin, says it, at once when it is open, else when it is opened next.
 */
const KEY = 'phuluc.ribbonProblems';

export const leaveRibbonProblems = (problems: readonly Problem[]): void => {
  if (problems.length === 0) window.localStorage.removeItem(KEY);
  else window.localStorage.setItem(KEY, JSON.stringify(problems));
};

/** Hands over what was left, now and later. @returns a function that ends it */
export const takeRibbonProblems = (report: (problems: Problem[]) => void): (() => void) => {
  const take = (): void => {
    const left = window.localStorage.getItem(KEY);
    if (left === null) return;
    window.localStorage.removeItem(KEY);
    report(JSON.parse(left) as Problem[]);
  };
  const onStorage = ({ key }: StorageEvent): void => {
    if (key === KEY) take();
  };
  take();
  window.addEventListener('storage', onStorage);
  return () => window.removeEventListener('storage', onStorage);
};
